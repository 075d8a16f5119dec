import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, describe, expect, it } from 'vitest'
import { writeTemplate } from '../../../electron/workers/template/write-template.ts'
import { sniffFile } from '../../../electron/workers/workbook/sniff-file.ts'
import { readSheetWindow } from '../../../electron/workers/workbook/read-sheet-window.ts'
import { columnPixels } from '../../../electron/workers/workbook/sheet-sizes.ts'
import { sheetPage, type SheetStyle, type SheetWindow } from '../../../shared/domain/sheet-window.ts'
import { cellAddress } from '../../../shared/domain/workbook.ts'
import { realisticWorkbook } from '../../kit/realistic-workbook.ts'
import { describeWithTools } from '../../kit/system-tools.ts'
import { federation, orderFor, phoHien } from '../../kit/template-order.ts'

function windowOf(bytes: Uint8Array, sheet: string): SheetWindow {
  const sniffed = sniffFile(bytes)
  if (sniffed.format !== 'workbook') throw new Error(sniffed.format)
  return readSheetWindow(sniffed.container, { sheet, top: 1, left: 1, ...sheetPage, language: 'vi' })
}

const sizesOf = (runs: readonly number[]): number[] =>
  runs.flatMap((count, at) => (at % 2 === 0 ? Array.from({ length: count }, () => runs[at + 1]!) : []))
const spansOf = (spans: readonly number[]): number[] =>
  spans.flatMap((first, at) => (at % 2 === 0 ? Array.from({ length: spans[at + 1]! - first + 1 }, (_, one) => first + one) : []))

const colourOf = (colour: Partial<ExcelJS.Color> | undefined): string | undefined =>
  colour?.argb === undefined ? undefined : `#${colour.argb.slice(2).toLowerCase()}`

/** What exceljs says of a cell's looks, in our words. */
function lookOf(cell: ExcelJS.Cell): Partial<SheetStyle> {
  const { font, fill, alignment, border } = cell
  const horizontal = alignment?.horizontal
  return {
    size: font?.size ?? 11,
    bold: font?.bold ? true : undefined,
    italic: font?.italic ? true : undefined,
    fill: fill?.type === 'pattern' && fill.pattern === 'solid' ? colourOf(fill.fgColor) : undefined,
    horizontal: horizontal === 'center' ? 'centre' : horizontal === 'left' || horizontal === 'right' ? horizontal : undefined,
    wrap: alignment?.wrapText ? true : undefined,
    indent: alignment?.indent ? alignment.indent : undefined,
    top: border?.top?.style === 'thin' ? { line: 'thin', colour: colourOf(border.top.color) ?? '#000000' } : undefined,
    left: border?.left?.style === 'thin' ? { line: 'thin', colour: colourOf(border.left.color) ?? '#000000' } : undefined,
  }
}
const compared = ({ size, bold, italic, fill, horizontal, wrap, indent, top, left }: SheetStyle): Partial<SheetStyle> => ({
  size,
  bold,
  italic,
  fill,
  horizontal,
  wrap,
  indent,
  top,
  left,
})

async function compareWithExceljs(bytes: Uint8Array): Promise<number> {
  const peer = new ExcelJS.Workbook()
  await peer.xlsx.load(bytes as never)
  let count = 0
  for (const sheet of peer.worksheets) {
    const ours = windowOf(bytes, sheet.name)
    const [view] = (sheet.views as readonly ExcelJS.WorksheetView[] | null) ?? []
    const frozen = view?.state === 'frozen' ? { rows: view.ySplit ?? 0, columns: view.xSplit ?? 0 } : { rows: 0, columns: 0 }
    expect([ours.frozenRows, ours.frozenColumns]).toEqual([frozen.rows, frozen.columns])
    const widths = sizesOf(ours.widths)
    const heights = sizesOf(ours.heights)
    expect([widths.length, heights.length]).toEqual([ours.columns, ours.rows])
    const hiddenColumns = widths.flatMap((_, at) => (sheet.getColumn(at + 1).hidden ? [at + 1] : []))
    expect(spansOf(ours.hiddenColumns)).toEqual(hiddenColumns)
    const hiddenRows = heights.flatMap((_, at) => (sheet.getRow(at + 1).hidden ? [at + 1] : []))
    expect(spansOf(ours.hiddenRows)).toEqual(hiddenRows)
    for (const [at, width] of widths.entries()) {
      const given = sheet.getColumn(at + 1).width
      if (given !== undefined && given !== 9) expect([at + 1, width]).toEqual([at + 1, columnPixels(given, { face: 'sans', size: 11 })])
    }
    const merges = Array.from({ length: ours.merges.length / 4 }, (_, at) => ours.merges.slice(4 * at, 4 * at + 4)).map(
      ([row, column, rows, columns]) => `${cellAddress(row!, column!)}:${cellAddress(row! + rows! - 1, column! + columns! - 1)}`,
    )
    const touching = sheet.model.merges.filter((reference) => Number(/\d+/.exec(reference)![0]) <= sheetPage.rows)
    expect(merges.toSorted()).toEqual(touching.toSorted())
    for (const [at, row] of ours.cells.row.entries()) {
      const cell = sheet.getCell(row, ours.cells.column[at])
      if (cell.isMerged && cell.master !== cell) continue
      expect([cell.address, compared(ours.styles[ours.cells.style[at]!]!)]).toEqual([cell.address, lookOf(cell)])
      count++
    }
  }
  return count
}

describe('the looks of a sheet against exceljs', () => {
  it('are the same in our own templates', async () => {
    const counts = [await writeTemplate(orderFor(phoHien), { 'fld.um_total': 1234 }), await writeTemplate(orderFor(federation))].map(
      compareWithExceljs,
    )
    expect(Math.min(...(await Promise.all(counts)))).toBeGreaterThan(500)
  })

  it('are the same in realistic workbooks, dressed empty rows and a picture among them', async () => {
    const counts: number[] = []
    for (const seed of [1, 10, 20]) counts.push(await compareWithExceljs(await realisticWorkbook(seed)))
    expect(Math.min(...counts)).toBeGreaterThan(700)
  })
})

describeWithTools(['python3-openpyxl'], 'the looks of a sheet against openpyxl', () => {
  const folder = mkdtempSync(join(tmpdir(), 'looks-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('are what was written', () => {
    const script = `
import openpyxl, sys
from openpyxl.styles import Font, PatternFill, Border, Side, Alignment
book = openpyxl.Workbook()
sheet = book.active
sheet.title = 'Biểu'
sheet['A1'] = '§¶ng ñy'
sheet['A1'].font = Font(name='.VnTime', size=14, bold=True, color='FF112233')
sheet['B2'] = 0.5
sheet['B2'].number_format = '0.0%'
sheet['B2'].fill = PatternFill('solid', fgColor='FFFFEE00')
sheet['B2'].border = Border(top=Side(style='medium', color='FF0000FF'))
sheet['C3'] = 'x'
sheet['C3'].alignment = Alignment(horizontal='right', vertical='center', wrap_text=True)
sheet.merge_cells('A5:C6')
sheet.column_dimensions['B'].width = 20
sheet.column_dimensions['D'].hidden = True
sheet['E1'] = 1
sheet.row_dimensions[2].height = 45
sheet.row_dimensions[3].hidden = True
sheet.freeze_panes = 'B2'
book.create_sheet('ẩn').sheet_state = 'hidden'
book.save(sys.argv[1])`
    const path = join(folder, 'a.xlsx')
    execFileSync('/usr/bin/python3', ['-c', script, path])
    const window = windowOf(readFileSync(path), 'Biểu')
    const styleAt = (row: number, column: number): SheetStyle => {
      const at = window.cells.row.findIndex((one, index) => one === row && window.cells.column[index] === column)
      return window.styles[window.cells.style[at]!]!
    }
    expect(window).toMatchObject({
      sheets: [
        { name: 'Biểu', visibility: 'visible' },
        { name: 'ẩn', visibility: 'hidden' },
      ],
      frozenRows: 1,
      frozenColumns: 1,
      hiddenRows: [3, 3],
      hiddenColumns: [4, 4],
      decodedFrom: ['tcvn3'],
    })
    expect(sizesOf(window.widths)[1]).toBe(140)
    expect(sizesOf(window.heights)[1]).toBe(60)
    expect(window.cells.text.toSorted()).toEqual(['1', '50,0%', 'x', 'Đảng ủy'].toSorted())
    expect(styleAt(1, 1)).toMatchObject({ size: 14, bold: true, colour: '#112233', face: 'serif' })
    expect(styleAt(2, 2)).toMatchObject({ fill: '#ffee00', top: { line: 'medium', colour: '#0000ff' } })
    expect(styleAt(3, 3)).toMatchObject({ horizontal: 'right', vertical: 'middle', wrap: true })
  })
})
