import { read, type CellObject, type WorkSheet } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cellMarks, sheetPage, type SheetStyle, type SheetWindow } from '../../../shared/domain/sheet-window.ts'
import { cellAddress, type PlainCell, type PlainWorkbook } from '../../../shared/domain/workbook.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { mapByLayout } from '../../../shared/rules/off-template/map-by-layout.ts'
import { proposeMapping } from '../../../shared/rules/off-template/propose-mapping.ts'
import { openBytes } from '../../../electron/workers/workbook/open-file.ts'
import { showSheet } from '../../../electron/workers/workbook/show-sheet.ts'
import { writeTemplate } from '../../../electron/workers/template/write-template.ts'
import { realisticWorkbook } from '../../kit/realistic-workbook.ts'
import { describeWithTools } from '../../kit/system-tools.ts'
import { orderFor, phoHien } from '../../kit/template-order.ts'

/** One sheet with everything that the old formats can hold. */
async function dressedWorkbook(date1904: boolean): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  book.properties.date1904 = date1904
  const sheet = book.addWorksheet('Số liệu')
  const set = (address: string, value: ExcelJS.CellValue, style: Partial<ExcelJS.Style> = {}): unknown =>
    Object.assign(sheet.getCell(address), { value }, style)
  set('A1', '§¶ng ñy x· L\u00ad¬ng B»ng', { font: { name: '.VnTime', size: 14, bold: true } })
  const inFont = (name: string, text: string): ExcelJS.RichText => ({ font: { name }, text })
  set('B1', { richText: [inFont('.VnTime', 'ph\u00adêng'), inFont('Arial', ' Phố Hiến')] })
  set('A2', 0)
  set('B2', -12.5)
  set('C2', 1_234_567, { numFmt: '#,##0' })
  set('A3', { formula: 'A2+1', result: 1 })
  set('B3', { formula: '1/0', result: { error: '#DIV/0!' } as ExcelJS.CellErrorValue })
  set('D3', { formula: 'A2>5', result: false as never })
  set('A4', new Date(Date.UTC(2026, 5, 15)), { numFmt: 'dd/mm/yyyy' })
  set('B4', 0.905, { numFmt: '0.0%' })
  set('A5', '1.234')
  set('B5', '  giữ khoảng  ')
  set('C5', 'dòng 1\ndòng 2')
  sheet.mergeCells('A6:C7')
  set('A6', 'gộp', {
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } },
    border: { top: { style: 'medium', color: { argb: 'FF0000FF' } } },
    alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  })
  set('A9', 'dòng ẩn')
  sheet.getRow(9).hidden = true
  set('F2', 7)
  sheet.getColumn('F').hidden = true
  sheet.getColumn('B').width = 30
  sheet.getRow(6).height = 40
  book.addWorksheet('trang ẩn', { state: 'hidden' }).getCell('B2').value = 'mã'
  return Buffer.from(await book.xlsx.writeBuffer())
}

describeWithTools(['libreoffice-calc'], 'workbooks that LibreOffice saved as .xls and .ods', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foreign-'))
  const sources = new Map<string, PlainWorkbook>()
  beforeAll(async () => {
    const books = {
      dressed: await dressedWorkbook(false),
      mac: await dressedWorkbook(true),
      real: await realisticWorkbook(3),
      ours: Buffer.from(await writeTemplate(orderFor(phoHien), { 'fld.um_total': 1234 })),
    }
    for (const [name, bytes] of Object.entries(books)) {
      writeFileSync(join(folder, `${name}.xlsx`), bytes)
      sources.set(name, await open(`${name}.xlsx`))
    }
    for (const format of ['xls', 'ods'])
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          format,
          '--outdir',
          folder,
          ...Object.keys(books).map((name) => join(folder, `${name}.xlsx`)),
        ],
        { stdio: 'ignore' },
      )
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function open(name: string): Promise<PlainWorkbook> {
    const opened = await openBytes(readFileSync(join(folder, name)), name)
    if (opened.kind !== 'workbook') throw new Error(`${name}: ${opened.finding.rule} ${opened.finding.actual}`)
    return opened.workbook
  }
  // LibreOffice calculates anew and writes 15 digits; what it makes of truth values and texts of formulas is its own.
  const told = (cell: PlainCell): unknown => [
    cellAddress(cell.row, cell.column),
    typeof cell.value === 'number' ? Number(cell.value.toPrecision(12)) : cell.value,
    cell.runs ?? cell.fontName,
  ]

  it.each(['dressed.xls', 'dressed.ods', 'mac.xls', 'mac.ods', 'real.xls', 'real.ods'])(
    '%s: every value, font, merged area and hidden part',
    async (name) => {
      const source = sources.get(name.split('.')[0]!)!
      const { sheets, date1904 } = await open(name)
      expect(date1904).toBe(source.date1904)
      expect(sheets.map((sheet) => [sheet.name, sheet.visibility])).toEqual(source.sheets.map((sheet) => [sheet.name, sheet.visibility]))
      for (const [at, sheet] of sheets.entries()) {
        const other = source.sheets[at]!
        expect([sheet.merges, sheet.hiddenRows, sheet.hiddenColumns]).toEqual([other.merges, other.hiddenRows, other.hiddenColumns])
        expect(sheet.cells.map(told)).toEqual(other.cells.map(told))
        expect(sheet.cells.map(({ kind }) => (kind === 'boolean' ? 'number' : kind))).toEqual(
          other.cells.map(({ kind }) => (kind === 'boolean' ? 'number' : kind)),
        )
      }
    },
  )

  it.each(['ours.xls', 'ours.ods'])('%s keeps the names of the template and what stands in them', async (name) => {
    const source = sources.get('ours')!
    const { definedNames, sheets } = await open(name)
    const plain = (names: PlainWorkbook['definedNames']): string[] =>
      names
        .filter(({ name: one }) => /^(?:fld|nar|doc|mil|prop)\./.test(one))
        .map(({ name: one, reference }) => `${one} ${reference.replaceAll("'", '')}`)
        .toSorted()
    expect(plain(definedNames)).toEqual(plain(source.definedNames))
    const [, sheet, cell] = /^'?([^'!]+)'?!\$([A-Z]+\$\d+)$/.exec(definedNames.find((one) => one.name === 'fld.um_total')!.reference)!
    const found = sheets.find((one) => one.name === sheet)!.cells.find((one) => cellAddress(one.row, one.column) === cell!.replace('$', ''))
    expect(found).toMatchObject({ kind: 'number', value: 1234 })
  })

  it.each(['ours.xls', 'ours.ods'])('%s: every input is suggested where its name stands, and read from there', async (name) => {
    const programme = bundledProgramme()
    const workbook = await open(name)
    const { suggestions, reading } = proposeMapping(workbook, programme, [])
    const fields = suggestions.filter((one) => one.name.startsWith('fld.'))
    expect(fields.map(({ confidence, cell }) => [confidence, cell === null])).toEqual(programme.fields.map(() => ['sure', false]))
    const inputs = suggestions.flatMap(({ name: input, cell, label }) => (cell ? [{ name: input, ...cell, label }] : []))
    const mapped = mapByLayout(workbook, programme, { inputs, reading })
    expect(mapped.figures.find(({ field }) => field === 'um_total')).toMatchObject({ state: 'value', value: 1234 })
    expect(mapped.findings.filter(({ rule }) => rule === 'M20')).toEqual([])
  })

  it.each(['real.ods', 'real.xls'])('%s: where the library is right we say the same', async (name) => {
    const peer = read(readFileSync(join(folder, name)), { dense: true, cellText: false })
    let compared = 0
    for (const sheet of (await open(name)).sheets) {
      const rows = (peer.Sheets[sheet.name] as WorkSheet & { '!data': (CellObject | undefined)[][] })['!data']
      for (const cell of sheet.cells) {
        if (cell.kind === 'error' || cell.kind === 'boolean') continue
        compared++
        expect([name, cellAddress(cell.row, cell.column), rows[cell.row - 1]?.[cell.column - 1]?.v]).toEqual([
          name,
          cellAddress(cell.row, cell.column),
          cell.value,
        ])
      }
    }
    expect(compared).toBeGreaterThan(700)
  })

  it.each(['dressed.xls', 'dressed.ods'])('%s is shown as it looks', async (name) => {
    const path = join(folder, name)
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex')
    const window: SheetWindow = await showSheet({ path, sha256, name, sheet: null, top: 1, left: 1, ...sheetPage, language: 'vi' })
    const at = (row: number, column: number): { text: string; style: SheetStyle; marks: number } => {
      const index = window.cells.row.findIndex((one, place) => one === row && window.cells.column[place] === column)
      return { text: window.cells.text[index]!, style: window.styles[window.cells.style[index]!]!, marks: window.cells.marks[index]! }
    }
    expect(window).toMatchObject({
      sheet: 'Số liệu',
      sheets: [
        { name: 'Số liệu', visibility: 'visible' },
        { name: 'trang ẩn', visibility: 'hidden' },
      ],
      rows: 9,
      merges: [6, 1, 2, 3],
      hiddenRows: [9, 9],
      hiddenColumns: [6, 6],
      decodedFrom: ['tcvn3'],
    })
    expect(at(1, 1)).toMatchObject({
      text: 'Đảng ủy xã Lương Bằng',
      style: { size: 14, bold: true, face: 'serif' },
      marks: cellMarks.decoded,
    })
    expect(at(1, 2).text).toBe('phường Phố Hiến')
    expect([at(2, 3).text, at(4, 1).text, at(4, 2).text]).toEqual(['1.234.567', '15/06/2026', '90,5%'])
    expect(at(6, 1).style).toMatchObject({
      fill: '#ffff00',
      horizontal: 'centre',
      vertical: 'middle',
      wrap: true,
      top: { line: 'medium', colour: '#0000ff' },
    })
    const widths = window.widths.flatMap((count, place) =>
      place % 2 === 0 ? Array.from({ length: count }, () => window.widths[place + 1]!) : [],
    )
    expect(widths[1]! / widths[0]!).toBeGreaterThan(2.5)
  })
})
