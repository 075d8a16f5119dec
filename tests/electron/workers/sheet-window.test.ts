import { describe, expect, it } from 'vitest'
import { sniffFile } from '../../../electron/workers/workbook/sniff-file.ts'
import { readSheetWindow, type WindowRequest } from '../../../electron/workers/workbook/read-sheet-window.ts'
import { cellMarks, sheetPage, type SheetStyle, type SheetWindow } from '../../../shared/domain/sheet-window.ts'
import { cellAddress } from '../../../shared/domain/workbook.ts'
import { buildWorkbook, type WorkbookParts } from '../../kit/build-workbook.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const styles = `<?xml version="1.0"?><styleSheet xmlns="${main}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
<fonts><font><sz val="11"/><name val="Calibri"/></font>
<font><b/><i val="0"/><u/><sz val="13"/><color rgb="FFCC0000"/><name val="Times New Roman"/></font>
<font><sz val="12"/><name val=".VnTimeH"/></font></fonts>
<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor theme="4" tint="0.6"/></patternFill></fill>
<fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill></fills>
<borders><border/><border><left style="thin"><color indexed="64"/></left><bottom style="double"><color rgb="FF00FF00"/></bottom></border></borders>
<cellXfs><xf/><xf fontId="1" fillId="2"><alignment horizontal="center" vertical="top" wrapText="1" indent="2"/></xf>
<xf fontId="2"/><xf numFmtId="164"/><xf fillId="3" borderId="1"/><xf numFmtId="3"/></cellXfs></styleSheet>`

const rich = (text: string): string => `t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`

function windowOf(sheet: string, request: Partial<WindowRequest> = {}, parts: WorkbookParts = {}): SheetWindow {
  const sniffed = sniffFile(buildWorkbook({ styles, sheets: [sheet], ...parts }))
  if (sniffed.format !== 'workbook') throw new Error(sniffed.format)
  return readSheetWindow(sniffed.container, { sheet: null, top: 1, left: 1, ...sheetPage, language: 'vi', ...request })
}

const cellsOf = ({ cells, styles }: SheetWindow): Record<string, { text: string; style: SheetStyle; marks: number }> =>
  Object.fromEntries(
    cells.row.map((row, at) => [
      cellAddress(row, cells.column[at]!),
      { text: cells.text[at]!, style: styles[cells.style[at]!]!, marks: cells.marks[at]! },
    ]),
  )
const textsOf = (window: SheetWindow): Record<string, string> =>
  Object.fromEntries(Object.entries(cellsOf(window)).map(([address, { text }]) => [address, text]))

describe('a sheet as it looks', () => {
  it('gives fonts, fills, borders and alignment, colours of the theme and the palette made plain', () => {
    const cells = cellsOf(windowOf(`<sheetData><row r="1"><c r="A1" s="1" ${rich('Tên')}<c r="B1" s="4"><v>5</v></c></row></sheetData>`))
    expect(cells['A1']!.style).toEqual({
      face: 'serif',
      size: 13,
      bold: true,
      underline: true,
      colour: '#cc0000',
      fill: '#b4c7e7',
      horizontal: 'centre',
      vertical: 'top',
      wrap: true,
      indent: 2,
    })
    expect(cells['B1']!.style).toMatchObject({
      fill: '#ffff00',
      left: { line: 'thin', colour: '#000000' },
      bottom: { line: 'double', colour: '#00ff00' },
    })
  })

  it('shows numbers, dates, booleans and errors as a cell does', () => {
    const row = `<row r="1"><c r="A1" s="5"><v>12345</v></c><c r="B1" s="3"><v>46188</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1"><f>1+1</f></c></row>`
    const window = windowOf(`<sheetData>${row}</sheetData>`)
    expect(textsOf(window)).toEqual({ A1: '12.345', B1: '15/06/2026', C1: 'TRUE', D1: '#N/A', E1: '' })
    expect(Object.values(cellsOf(window)).map(({ marks }) => marks)).toEqual([
      cellMarks.right,
      cellMarks.right,
      cellMarks.centre,
      cellMarks.centre,
      cellMarks.formula + cellMarks.withoutResult,
    ])
    expect(textsOf(windowOf(`<sheetData>${row}</sheetData>`, { language: 'en' }))['A1']).toBe('12,345')
  })

  it('decodes texts in legacy fonts and says from what', () => {
    const window = windowOf(`<sheetData><row r="1"><c r="A1" s="2" ${rich('§¶ng ñy')}</row></sheetData>`)
    expect(textsOf(window)).toEqual({ A1: 'ĐẢNG ỦY' })
    expect([window.decodedFrom, cellsOf(window)['A1']!.marks]).toEqual([['tcvn3'], cellMarks.decoded])
  })

  it('gives sizes in pixels, what is hidden, frozen and merged', () => {
    const window = windowOf(
      `<sheetViews><sheetView showGridLines="0"><pane xSplit="1" ySplit="2" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>
       <cols><col min="1" max="1" width="10.7109375" customWidth="1"/><col min="3" max="3" width="9" hidden="1"/></cols>
       <sheetData><row r="1" ht="30" customHeight="1"><c r="A1"><v>1</v></c></row><row r="3" hidden="1"><c r="A3"><v>1</v></c></row>
       <row r="4" hidden="1"><c r="C4"><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>`,
    )
    expect(window).toMatchObject({
      rows: 4,
      columns: 3,
      frozenRows: 2,
      frozenColumns: 1,
      gridLines: false,
      heights: [1, 40, 3, 20],
      widths: [1, 75, 1, 64, 1, 63],
      hiddenRows: [3, 4],
      hiddenColumns: [3, 3],
      merges: [1, 1, 2, 2],
    })
  })

  it('makes a row as high as its wrapped text where the file leaves the height open', () => {
    const long = 'tuyên truyền, phổ biến '.repeat(4)
    const rows = (attributes: string): string => `<sheetData><row r="1" ${attributes}><c r="A1" s="1" ${rich(long)}</row></sheetData>`
    const [, open] = windowOf(rows('')).heights
    expect(open).toBeGreaterThan(150)
    expect(windowOf(rows('ht="20"')).heights).toEqual([1, open])
    expect(windowOf(rows('ht="20" customHeight="1"')).heights).toEqual([1, 27])
  })

  it('gives one page and every merged area that reaches into it', () => {
    const rows = Array.from({ length: 450 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at + 1}</v></c></row>`).join('')
    const merges = '<mergeCells count="1"><mergeCell ref="A150:A260"/></mergeCells>'
    const window = windowOf(`<sheetData>${rows}</sheetData>${merges}`, { top: 201 })
    const texts = textsOf(window)
    expect([window.top, window.bottom, window.rows, Object.keys(texts).length]).toEqual([201, 400, 450, 201])
    expect([texts['A150'], texts['A201'], texts['A400'], texts['A401']]).toEqual(['150', '201', '400', undefined])
  })

  it('keeps the borders of empty cells of a table, not those of five thousand dressed rows below it', () => {
    const dressed = Array.from({ length: 5_000 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" s="4"/></row>`).join('')
    const window = windowOf(`<sheetData>${dressed.replace('<c r="A3" s="4"/>', '<c r="A3" s="4"><v>7</v></c>')}</sheetData>`)
    expect([window.rows, cellsOf(window)['A2']!.style.fill]).toEqual([53, '#ffff00'])
  })

  it('names every sheet, opens the first that is not hidden, and refuses one that is not there', () => {
    const parts = { sheets: ['<sheetData/>', '<sheetData/>'], sheetAttributes: '' }
    const window = windowOf('', {}, parts)
    expect([window.sheet, window.sheets.map(({ name }) => name), window.rows]).toEqual(['S1', ['S1', 'S2'], 1])
    expect(windowOf('', { sheet: 'S2' }, parts).sheet).toBe('S2')
    expect(() => windowOf('', { sheet: 'S3' }, parts)).toThrow(expect.objectContaining({ code: 'sheet.no_such_sheet' }))
  })

  it('cuts texts short once a page holds more than anybody reads', () => {
    const text = 'x'.repeat(30_000)
    const rows = Array.from({ length: 150 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`).join('')
    const window = windowOf(`<sheetData>${rows}</sheetData>`, {}, { sst: `<sst xmlns="${main}"><si><t>${text}</t></si></sst>` })
    const { A1, A150 } = cellsOf(window)
    expect([A1!.text.length, A1!.marks, A150!.text.length]).toEqual([10_000, cellMarks.cut, 200])
  })

  it('takes nothing from a style that is not a colour, a size or a word it knows', () => {
    const bad = styles
      .replace('FFCC0000', 'url(x);color:red')
      .replace('<sz val="13"/>', '<sz val="1e99"/>')
      .replace('horizontal="center"', 'horizontal="__proto__"')
    const cell = cellsOf(windowOf(`<sheetData><row r="1"><c r="A1" s="1" ${rich('a')}</row></sheetData>`, {}, { styles: bad }))['A1']!
    expect(cell.style).toMatchObject({ size: 96 })
    expect([cell.style.colour, cell.style.horizontal]).toEqual([undefined, undefined])
  })
})
