import { describe, expect, it } from 'vitest'
import { cellAddress } from '../../../shared/domain/workbook.ts'
import type { PlainWorkbook } from '../../../shared/domain/workbook.ts'
import { readWorkbook } from '../../../electron/workers/workbook/read-workbook.ts'
import { WorkbookRefusal } from '../../../electron/workers/workbook/workbook-refusal.ts'
import { buildWorkbook } from '../../kit/build-workbook.ts'
import { readSheetWithSaxes } from '../../kit/read-sheet-with-saxes.ts'
import { seededRandom } from '../../kit/seeded-random.ts'

const outcomeOf = (bytes: Buffer): PlainWorkbook | WorkbookRefusal => {
  try {
    return readWorkbook(bytes)
  } catch (error) {
    if (error instanceof WorkbookRefusal) return error
    throw error
  }
}

/** Numbers as numbers whichever way they are written; a cell without address stands where its order says. */
const canonical = (address: string | undefined, formula: string | null | undefined, value: string | number | null): unknown[] => {
  const text = String(value ?? '')
  return [address ?? '', formula ?? null, /^\s*[+-]?\d+(\.\d*)?(e\d+)?\s*$/i.test(text) ? Number(text) : text.trim()]
}

describe('under 2,000 seeded mutations', () => {
  const random = seededRandom(58)
  const whole = (limit: number): number => Math.floor(random() * limit)
  const rows = Array.from(
    { length: 12 },
    (_, at) =>
      `<row r="${at + 1}"><c r="A${at + 1}"><v>${at * 137}</v></c><c r="B${at + 1}" t="str"><f>A${at + 1}&amp;"x"</f><v>Số ${at}</v></c><c r="C${at + 1}" t="b"><v>1</v></c></row>`,
  ).join('')
  const sheetPart = `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData><!-- x --><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells></worksheet>`
  const original = buildWorkbook({ sheetPart })

  it('bytes: the same workbook or a typed refusal, never another number', () => {
    const truth = readWorkbook(original)
    let refused = 0
    for (let round = 0; round < 1_000; round++) {
      const bytes = Buffer.from(original)
      const at = whole(bytes.length)
      const length = 1 + whole(8)
      const mutated = [
        () => bytes.fill(bytes[at]! ^ (1 << whole(8)), at, at + 1),
        () => bytes.fill(whole(256), at, Math.min(bytes.length, at + length)),
        () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]),
        () => Buffer.concat([bytes.subarray(0, at), Buffer.from([whole(256)]), bytes.subarray(at)]),
        () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(whole(bytes.length))]),
      ][round % 5]!()
      const outcome = outcomeOf(mutated)
      if (outcome instanceof WorkbookRefusal) refused++
      else expect(outcome).toEqual(truth)
    }
    expect(refused).toBeGreaterThan(700)
  })

  it('XML: what an independent parser reads, or a typed refusal', () => {
    const pieces = [
      '<',
      '>',
      '"',
      '&',
      '&#48;',
      '/',
      '</c>',
      '<v>',
      '</v>',
      '<c r="A1"><v>5</v></c>',
      ' r="Z9"',
      ' t="n"',
      '<!--',
      '-->',
      '<![CDATA[9]]>',
      ']]>',
      '0',
      '-',
      'e',
      '=',
      ' ',
      '<x/>',
      '\u0001',
      "'",
      '<!DOCTYPE a>',
      '<?p?>',
    ]
    let compared = 0
    let refused = 0
    for (let round = 0; round < 1_000; round++) {
      const at = whole(sheetPart.length)
      const cut = whole(3) === 0 ? whole(12) : 0
      const mutated = sheetPart.slice(0, at) + (cut && round % 2 ? '' : pieces[whole(pieces.length)]!) + sheetPart.slice(at + cut)
      const outcome = outcomeOf(buildWorkbook({ sheetPart: mutated }))
      if (outcome instanceof WorkbookRefusal) {
        refused++
        continue
      }
      const peer = readSheetWithSaxes(mutated)
      if (!peer) continue
      compared++
      const filled = peer.filter(([, , value, formula]) => formula !== null || value!.trim() !== '')
      expect(
        outcome.sheets[0]!.cells.map((cell, index) =>
          canonical(filled[index]?.[0] && cellAddress(cell.row, cell.column), cell.formula, cell.value),
        ),
      ).toEqual(filled.map(([address, , value, formula]) => canonical(address, formula, value)))
    }
    expect(compared).toBeGreaterThan(150)
    expect(refused).toBeGreaterThan(400)
  })
})
