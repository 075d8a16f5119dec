import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../electron/workers/workbook/read-workbook.ts'
import { WorkbookRefusal } from '../../../electron/workers/workbook/workbook-refusal.ts'
import type { PlainCell } from '../../../shared/domain/workbook.ts'
import { buildSheet } from '../../kit/build-workbook.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const sstOf = (start: string, texts: readonly string[]): string =>
  `<sst xmlns="${main}">${texts.map((text) => `${start}${text}</t></si>`).join('')}</sst>`
const cellsOf = (rows: string, sst: string): readonly PlainCell[] => readWorkbook(buildSheet(rows, { sst })).sheets[0]!.cells

function reasonOf(rows: string, sst = sstOf('<si><t>', ['a'])): string {
  try {
    readWorkbook(buildSheet(rows, { sst }))
    return 'read'
  } catch (error) {
    if (error instanceof WorkbookRefusal) return error.reason
    throw error
  }
}

const pieces = fc.constantFrom(
  'xã Phố Hiến',
  'ế',
  '😀',
  'a',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '&amp;',
  '&lt;',
  '&#10;',
  '&#x1EBF;',
  '_x000D_',
  '\uffe5',
  ']',
)
const text = fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join(''))
const cell = fc.record({
  isShared: fc.boolean(),
  style: fc.constantFrom('', ' s="0"', ' s="7"'),
  number: fc.oneof(fc.nat(4), fc.nat(), fc.constantFrom('007', '999999999999999', '9999999999999999', '1.5', '-3', '1E3')),
})

describe('what the usual spelling says', () => {
  it('is what the same cells and texts say in any other spelling', () =>
    fc.assert(
      fc.property(fc.array(text, { minLength: 5, maxLength: 8 }), fc.array(cell, { maxLength: 12 }), (texts, cells) => {
        const write = (open: (address: string, style: string, type: string) => string): string =>
          cells
            .map(({ isShared, style, number }, at) => {
              const address = `${String.fromCharCode(65 + at)}3`
              const value = isShared ? (Number(number) >>> 0) % texts.length : number
              return `${open(address, style, isShared ? ' t="s"' : '')}<v>${value}</v></c>`
            })
            .join('')
        const usual = `<row r="3">${write((address, style, type) => `<c r="${address}"${style}${type}>`)}</row>`
        const other = `<row r="3">${write((address, style, type) => `<c${type}${style} r='${address}'>`)}</row>`
        const expected = cellsOf(other, sstOf('<si ><t>', texts))
        expect(cellsOf(usual, sstOf('<si><t>', texts))).toEqual(expected)
        expect(cellsOf(usual, sstOf('<si><t xml:space="preserve">', texts))).toEqual(expected)
      }),
      { numRuns: 300 },
    ))

  it.each([
    ['a cell given twice', 'damaged', '<row r="1"><c r="A1"><v>7</v></c><c r="A1"><v>8</v></c></row>'],
    ['a cell given again later', 'damaged', '<row r="1"><c r="A1"><v>7</v></c><c r="B1"><v>7</v></c><c r="A1"><v>8</v></c></row>'],
    ['a cell given again in another spelling', 'damaged', '<row r="1"><c r="A1"><v>7</v></c><c r=\'A1\'><v>8</v></c></row>'],
    ['a cell of another row', 'damaged', '<row r="1"><c r="A2"><v>7</v></c></row>'],
    ['a shared string that is not there', 'damaged', '<row r="1"><c r="A1" t="s"><v>1</v></c></row>'],
    ['a column beyond the sheet', 'damaged', '<row r="1"><c r="XFE1"><v>7</v></c></row>'],
    ['two values', 'damaged', '<row r="1"><c r="A1"><v>7</v><v>8</v></c></row>'],
    ['a value that is cut', 'damaged', '<row r="1"><c r="A1"><v>7</c></row>'],
    ['nothing wrong', 'read', '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="XFD1"><v>7</v></c></row>'],
  ])('is refused as ever: %s', (_, reason, rows) => expect(reasonOf(rows)).toBe(reason))

  it.each([
    ['a control character', 'damaged', 'a\u0001'],
    ['U+FFFE', 'damaged', 'a\ufffe'],
    ['U+FFFF by number', 'damaged', '&#xFFFF;'],
    ['half a surrogate pair', 'damaged', '&#xD800;'],
    ['an undeclared entity', 'unsafe', '&xxe;'],
    ['an unclosed entity', 'unsafe', 'a & b'],
    ['an entity without end', 'unsafe', '&amp'],
    ['a name that is no number', 'unsafe', '&#x;'],
    ['nothing wrong', 'read', 'a &amp; b; &quot;c&quot;'],
  ])('is refused as ever in a shared string: %s', (_, reason, content) => expect(reasonOf('', sstOf('<si><t>', [content]))).toBe(reason))
})
