import { inflateRawSync } from 'node:zlib'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { writeTemplate } from '../../../../electron/workers/template/write-template.ts'
import { templateSheets } from '../../../../shared/domain/template.ts'
import { parseCellAddress, type PlainCell, type PlainSheet, type PlainWorkbook } from '../../../../shared/domain/workbook.ts'
import { bundledProgramme } from '../../../../shared/programmes/bundled-programme.ts'
import { federation, front, orderFor, phoHien, readBack } from '../../../kit/template-order.ts'

const programme = bundledProgramme()
const inputNames = [
  ...programme.fields.map((field) => `fld.${field.code}`),
  ...programme.tasks.map((task) => `nar.${task.code}`),
  'mil.plan.date',
  'mil.plan.number',
  ...Array.from({ length: 10 }, (_, index) => [`prop.${index + 1}.text`, `prop.${index + 1}.addressee`]).flat(),
  ...programme.monitors.flatMap((monitor) => monitor.parts.map((part) => `mon.${part.name}`)),
  'doc.note',
]

const sheetOf = (workbook: PlainWorkbook, name: string): PlainSheet => workbook.sheets.find((sheet) => sheet.name === name)!
const cellOf = (workbook: PlainWorkbook, sheet: string, address: string): PlainCell | undefined => {
  const at = parseCellAddress(address)
  return sheetOf(workbook, sheet).cells.find((cell) => cell.row === at?.row && cell.column === at?.column)
}
const target = (workbook: PlainWorkbook, name: string): { sheet: string; address: string } => {
  const reference = workbook.definedNames.find((defined) => defined.name === name && defined.scope === null)?.reference ?? ''
  const match = /^'([^']+)'!\$([A-Z]+)\$(\d+)$/.exec(reference)
  return { sheet: match?.[1] ?? '', address: `${match?.[2]}${match?.[3]}` }
}

/** Parts of the archive as text: what the reader rightly leaves out (protection, validation, print set-up). */
function partsOf(bytes: Uint8Array): Map<string, string> {
  const file = Buffer.from(bytes)
  const parts = new Map<string, string>()
  let at = 0
  while (file.readUInt32LE(at) === 0x04034b50) {
    const [size, nameLength] = [file.readUInt32LE(at + 18), file.readUInt16LE(at + 26)]
    const start = at + 30 + nameLength + file.readUInt16LE(at + 28)
    parts.set(file.toString('utf8', at + 30, at + 30 + nameLength), inflateRawSync(file.subarray(start, start + size)).toString('utf8'))
    at = start + size
  }
  return parts
}

describe('a unit’s workbook', () => {
  it.each([phoHien, federation, front])('gives every input of the programme one workbook-scoped name, $code', async (unit) => {
    const workbook = await readBack(unit)
    const sheets = new Set(workbook.sheets.map((sheet) => sheet.name))
    for (const name of inputNames) expect([name, sheets.has(target(workbook, name).sheet)]).toEqual([name, true])
    const cells = inputNames.map((name) => JSON.stringify(target(workbook, name)))
    expect(new Set(cells).size).toBe(inputNames.length)
  })

  it('leaves inputs unlocked and everything else locked, on sheets that still let rows and columns be sized', async () => {
    const bytes = await writeTemplate(orderFor(phoHien))
    const parts = partsOf(bytes)
    const workbook = await readBack(phoHien)
    const formats = [
      .../<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(parts.get('xl/styles.xml')!)![1]!.matchAll(/<xf [^>]*\/>|<xf [^>]*[^/]>.*?<\/xf>/gs),
    ].map(([xf]) => /<protection[^>]*locked="0"/.test(xf))
    const unlocked = new Set<string>()
    workbook.sheets.forEach((sheet, index) => {
      const xml = parts.get(`xl/worksheets/sheet${index + 1}.xml`)!
      expect(xml).toMatch(/<sheetProtection[^>]* sheet="1"/)
      if (sheet.visibility === 'visible') expect(xml).toMatch(/<sheetProtection[^>]*formatColumns="0"[^>]*formatRows="0"/)
      for (const [, address, style] of xml.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g))
        if (formats[Number(style)]) unlocked.add(`${sheet.name}!${address}`)
    })
    for (const name of inputNames) {
      const at = target(workbook, name)
      expect([name, unlocked.has(`${at.sheet}!${at.address}`)]).toEqual([name, true])
    }
    const labels = workbook.sheets.flatMap((sheet) =>
      sheet.cells
        .filter((cell) => cell.formula !== undefined || programme.fields.some((field) => field.label.vi === cell.value))
        .map((cell) => `${sheet.name}!${String.fromCharCode(64 + cell.column)}${cell.row}`),
    )
    expect(labels.filter((label) => unlocked.has(label))).toEqual([])
  })

  it('stores a result for every formula, and the right one', async () => {
    const blank = await readBack(phoHien)
    const formulas = blank.sheets.flatMap((sheet) => sheet.cells.filter((cell) => cell.formula !== undefined))
    expect(formulas.length).toBe(programme.indicators.length + 2)
    expect(formulas.filter((cell) => cell.withoutResult)).toEqual([])
    const required = programme.fields.filter((field) => field.required).length
    const states = sheetOf(blank, templateSheets.cover)
      .cells.filter((cell) => cell.formula !== undefined)
      .map((cell) => cell.value)
    expect(states).toEqual([`Còn ${required} ô chưa nhập`, `Còn ${programme.tasks.length} phần lời chưa viết`])

    const filled = await readBack(phoHien, {
      'fld.um_total': 800,
      'fld.um_informed': 721,
      'fld.ub_with_source': 0,
      'fld.um_introduced': 0,
      'nar.tsk.1.1': 'Đã quán triệt.',
    })
    const rate = (code: string): PlainCell | undefined => {
      const { sheet, address } = target(filled, `fld.${code}`)
      return cellOf(filled, sheet, address.replace(/^E/, 'G'))
    }
    expect(rate('um_informed')?.value).toBe(721 / 800)
    expect(rate('um_introduced')?.value).toBe('–')
    expect(
      sheetOf(filled, templateSheets.cover)
        .cells.filter((cell) => cell.formula !== undefined)
        .map((cell) => cell.value),
    ).toEqual([`Còn ${required - 4} ô chưa nhập`, `Còn ${programme.tasks.length - 1} phần lời chưa viết`])
  })

  it('says when all is entered, and when the unit reports nothing', async () => {
    const all = Object.fromEntries([
      ...programme.fields.map((field) => [`fld.${field.code}`, 1]),
      ...programme.tasks.map((task) => [`nar.${task.code}`, 'x']),
    ])
    const states = async (answers: Record<string, string | number>): Promise<unknown[]> =>
      sheetOf(await readBack(phoHien, answers), templateSheets.cover)
        .cells.filter((cell) => cell.formula !== undefined)
        .map((cell) => cell.value)
    expect(await states(all)).toEqual(['Đã nhập đủ', 'Đã nhập đủ'])
    expect(await states({ 'doc.nil': 'Có' })).toEqual(['Không phát sinh', 'Không phát sinh'])
  })

  it('shows the figures of the period before, states in words', async () => {
    const workbook = await readBack(
      phoHien,
      {},
      { periodCode: 'H2-2025', readings: { um_total: { state: 'value', value: 12_345 }, um_informed: { state: 'nil', value: null } } },
    )
    const beside = (code: string): unknown => {
      const { sheet, address } = target(workbook, `fld.${code}`)
      return cellOf(workbook, sheet, address.replace(/^E/, 'F'))?.value
    }
    expect([beside('um_total'), beside('um_informed'), beside('w_total')]).toEqual([12_345, 'Không phát sinh', undefined])
    expect(sheetOf(workbook, templateSheets.figures).cells.some((cell) => cell.value === 'Kỳ trước (H2-2025)')).toBe(true)
  })

  it('heads flow figures as counted from the start of the year', async () => {
    const workbook = await readBack(phoHien)
    for (const field of programme.fields) {
      const { sheet, address } = target(workbook, `fld.${field.code}`)
      expect([field.code, cellOf(workbook, sheet, address.replace(/^E/, 'D'))?.value]).toEqual([
        field.code,
        field.measure === 'flow' ? 'lũy kế từ đầu năm' : 'tại ngày 14/06/2026',
      ])
    }
  })

  it('admits by one custom formula a whole number or a word, and keeps within the 255 characters Excel allows', async () => {
    const xml = partsOf(await writeTemplate(orderFor(phoHien))).get('xl/worksheets/sheet2.xml')!
    const validations = [...xml.matchAll(/<dataValidation type="custom"[^>]*sqref="([^"]+)"[^>]*><formula1>(.*?)<\/formula1>/g)]
    expect(validations).toHaveLength(1)
    const formula = validations[0]![2]!.replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&quot;', '"')
    const first = validations[0]![1]!.split(':')[0]!
    expect(formula.startsWith(`IF(ISNUMBER(${first}),AND(${first}>=0,${first}=INT(${first})`)).toBe(true)
    expect(formula.length).toBeLessThanOrEqual(255)
    for (const word of ['-', 'không phát sinh', 'x', 'không thuộc đối tượng']) expect(formula).toContain(`"${word}"`)
  })

  it('writes text that begins like a formula as text', async () => {
    const texts = ['=1+1', '+84', '- Đã họp', '@SUM(A1)', "=cmd|' /C calc'!A0"]
    const workbook = await readBack(phoHien, Object.fromEntries(texts.map((text, index) => [`prop.${index + 1}.text`, text])))
    texts.forEach((text, index) => {
      const { sheet, address } = target(workbook, `prop.${index + 1}.text`)
      const cell = cellOf(workbook, sheet, address)
      expect([cell?.kind, cell?.value, cell?.formula, cell?.numberFormat]).toEqual(['text', text, undefined, '@'])
    })
  })

  it('folds what is not asked of the unit, and says so on the cover', async () => {
    const workbook = await readBack(front)
    const { sheet, address } = target(workbook, 'fld.um_total')
    expect(sheetOf(workbook, sheet).hiddenRows).toContain(parseCellAddress(address)!.row)
    expect(
      sheetOf(workbook, templateSheets.cover).cells.filter((cell) => cell.value === 'Không yêu cầu đơn vị nhập').length,
    ).toBeGreaterThan(0)
    expect(sheetOf(await readBack(phoHien), sheet).hiddenRows).toEqual([])
  })

  it('gives cross-check lines a row per commune with its sums, and nobody else', async () => {
    const workbook = await readBack(federation, { 'row.org.du_xa.11953.um_total': 40, 'row.org.du_xa.11980.um_total': 2 })
    const communes = sheetOf(workbook, templateSheets.communes)
    expect(communes.cells.filter((cell) => cell.column === 2 && String(cell.value).startsWith('org.du_xa.'))).toHaveLength(104)
    expect(communes.cells.filter((cell) => cell.formula !== undefined).map((cell) => cell.value)).toContain(42)
    expect((await readBack(phoHien)).sheets.map((sheet) => sheet.name)).not.toContain(templateSheets.communes)
  })

  it('hides the identity sheet and leaves narrative rows free to grow', async () => {
    expect(sheetOf(await readBack(phoHien), templateSheets.identity).visibility).toBe('very_hidden')
    const xml = partsOf(await writeTemplate(orderFor(phoHien))).get('xl/worksheets/sheet3.xml')!
    const { address } = target(await readBack(phoHien), 'nar.tsk.1.1')
    const row = new RegExp(`<row r="${parseCellAddress(address)!.row}"[^>]*>`).exec(xml)![0]
    expect(row).toMatch(/ ht="\d+"/)
    expect(row).not.toContain('customHeight')
    expect(Math.max(...[...xml.matchAll(/ ht="([\d.]+)"/g)].map(([, height]) => Number(height)))).toBeLessThanOrEqual(409)
  })

  it('gives the same bytes for the same order, whatever the clock says', async () => {
    const first = await writeTemplate(orderFor(phoHien))
    vi.useFakeTimers({ now: Date.now() + 86_400_000, toFake: ['Date'] })
    onTestFinished(() => {
      vi.useRealTimers()
    })
    expect(Buffer.compare(first, await writeTemplate(orderFor(phoHien)))).toBe(0)
  })

  it('refuses an answer for which it has no cell', async () => {
    await expect(writeTemplate(orderFor(phoHien), { 'fld.no_such_field': 1 })).rejects.toThrow('fld.no_such_field')
  })
})
