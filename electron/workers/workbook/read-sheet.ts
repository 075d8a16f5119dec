import { parseCellAddress, type PlainCell, type PlainSheet } from '../../../shared/domain/workbook.ts'
import { plainStyle } from './cell-styles.ts'
import type { CellStyle } from './cell-styles.ts'
import { readCellValue, readTextValue } from './cell-value.ts'
import type { RawCell } from './cell-value.ts'
import { limits } from './limits.ts'
import { CellStride } from './plain-spellings.ts'
import { readRichText } from './rich-text.ts'
import type { RichText } from './rich-text.ts'
import { WorkbookRefusal, tooLarge } from './workbook-refusal.ts'
import { XmlScanner, tokens } from './xml-scanner.ts'

/** What all sheets of one workbook share; the counts are used up by every sheet. */
export type SheetContext = {
  strings: readonly RichText[]
  styles: readonly CellStyle[]
  date1904: boolean
  used: { cells: number; characters: number; merges: number }
  /** Areas that formulas of the sheet being read fill beyond their own cell. */
  computed?: Area[] | undefined
}

export function readSheet(bytes: Buffer, name: string, visibility: PlainSheet['visibility'], context: SheetContext): PlainSheet {
  const scanner = new XmlScanner(bytes, name)
  const cells: PlainCell[] = []
  const merges: string[] = []
  const hiddenRows: number[] = []
  let hiddenColumns: number[] = []
  let hasRows = false
  for (let token = scanner.next(); token !== tokens.end; token = scanner.next()) {
    if (token !== tokens.open) continue
    if (scanner.depth === 1) {
      if (scanner.name !== 'worksheet' && scanner.name !== 'chartsheet' && scanner.name !== 'dialogsheet')
        throw scanner.fail(`root ${scanner.name}`)
    } else if (scanner.name === 'cols') hiddenColumns = readHiddenColumns(scanner)
    else if (scanner.name === 'sheetData') {
      // A second set of rows would leave it to the reader which value counts.
      if (hasRows) throw scanner.fail('two sets of rows')
      hasRows = true
      readRows(scanner, context, cells, hiddenRows)
    } else if (scanner.name === 'mergeCells') readMerges(scanner, context, merges)
    else scanner.skip()
  }
  return { name, visibility, cells, merges, hiddenRows, hiddenColumns }
}

function readHiddenColumns(scanner: XmlScanner): number[] {
  const hidden = new Set<number>()
  while (scanner.next() !== tokens.close || scanner.depth > 1) {
    if (scanner.name !== 'col' || scanner.depth !== 3) continue
    if (!isTrue(scanner.attribute('hidden')) && scanner.attribute('width') !== '0') continue
    const last = Math.min(limits.columns, scanner.integerAttribute('max'))
    for (let column = Math.max(1, scanner.integerAttribute('min')); column <= last && hidden.size < limits.columns; column++)
      hidden.add(column)
  }
  return [...hidden].toSorted((a, b) => a - b)
}

function readMerges(scanner: XmlScanner, context: SheetContext, merges: string[]): void {
  for (let token = scanner.next(); token !== tokens.close || scanner.depth > 1; token = scanner.next()) {
    if (token !== tokens.open || scanner.name !== 'mergeCell') continue
    const reference = scanner.attribute('ref') ?? ''
    if (!/^[A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?$/.test(reference)) throw scanner.fail('merge reference')
    if (++context.used.merges > limits.merges) throw tooLarge('merged areas')
    merges.push(reference)
  }
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on'

type Area = { top: number; left: number; bottom: number; right: number }
const mostComputedAreas = 2_000

/** Cells that an array formula or a data table of another cell fills are results too, though no formula stands in them. */
function markComputed(cells: PlainCell[], areas: readonly Area[]): void {
  if (areas.length === 0) return
  for (const [at, cell] of cells.entries()) {
    const { row, column, formula } = cell
    if (formula !== undefined) continue
    if (areas.some(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right))
      cells[at] = { ...cell, formula: '' }
  }
}

/** The area that the formula just opened fills, where it is more than its own cell. */
function readComputedArea(scanner: XmlScanner, context: SheetContext): void {
  const type = scanner.attribute('t')
  if (type !== 'array' && type !== 'dataTable') return
  const [from = '', to] = (scanner.attribute('ref') ?? '').split(':')
  const [first, last] = [parseCellAddress(from), parseCellAddress(to ?? '')]
  if (!first || !last) return
  context.computed ??= []
  context.computed.push({ top: first.row, left: first.column, bottom: last.row, right: last.column })
  if (context.computed.length > mostComputedAreas) throw tooLarge('array formulas')
}

function readRows(scanner: XmlScanner, context: SheetContext, cells: PlainCell[], hiddenRows: number[]): void {
  const stride = new CellStride()
  let row = 0
  let inOrder = true
  for (;;) {
    const token = scanner.next()
    if (token === tokens.close && scanner.depth === 1) break
    if (token !== tokens.open) continue
    if (scanner.name !== 'row') {
      scanner.skip()
      continue
    }
    const given = scanner.integerAttribute('r')
    const previous = row
    row = given < 0 ? row + 1 : given
    if (row < 1 || row > limits.rows) throw scanner.fail('row beyond the sheet')
    if (row <= previous) inOrder = false
    if (isTrue(scanner.attribute('hidden')) || scanner.attribute('ht') === '0') hiddenRows.push(row)
    if (!readRow(scanner, row, context, cells, stride)) inOrder = false
  }
  if (!inOrder) checkUnique(cells, scanner)
  markComputed(cells, context.computed ?? [])
  context.computed = undefined
}

const cellTypes: ReadonlySet<string> = new Set(['n', 's', 'str', 'inlineStr', 'b', 'e', 'd'])

/** False when the columns do not rise. */
function readRow(scanner: XmlScanner, row: number, context: SheetContext, cells: PlainCell[], stride: CellStride): boolean {
  let column = 0
  let inOrder = true
  for (;;) {
    if (scanner.stride(stride.overEmpty)) {
      if (stride.column <= column) inOrder = false
      column = stride.column
    }
    if (scanner.stride(stride.overNumber)) {
      if (stride.row !== row) throw scanner.fail('cell of another row')
      if (stride.column <= column) inOrder = false
      column = stride.column
      keepCell(readPlainNumber(stride, context), scanner, context, cells)
      continue
    }
    const token = scanner.next()
    if (token === tokens.close && scanner.depth === 2) return inOrder
    if (token !== tokens.open) continue
    if (scanner.name !== 'c') {
      scanner.skip()
      continue
    }
    const given = scanner.readAddress('r')
    if (given && scanner.row !== row) throw scanner.fail('cell of another row')
    const previous = column
    column = given ? scanner.column : column + 1
    if (column > limits.columns) throw scanner.fail('column beyond the sheet')
    if (column <= previous) inOrder = false
    readCell(scanner, row, column, context, cells)
  }
}

function readCell(scanner: XmlScanner, row: number, column: number, context: SheetContext, cells: PlainCell[]): void {
  if (scanner.isEmptyElement) {
    scanner.next()
    return
  }
  const styleIndex = scanner.integerAttribute('s')
  const type = scanner.attribute('t') ?? 'n'
  const raw: RawCell = { row, column, type, value: undefined, inline: undefined, formula: undefined }
  for (;;) {
    const token = scanner.next()
    if (token === tokens.close && scanner.depth === 3) break
    if (token !== tokens.open) continue
    if (scanner.name === 'v') {
      if (raw.value !== undefined) throw scanner.fail('two values in one cell')
      raw.value = scanner.readText()
    } else if (scanner.name === 'f') {
      if (raw.formula !== undefined) throw scanner.fail('two formulas in one cell')
      readComputedArea(scanner, context)
      raw.formula = scanner.readText()
    } else if (scanner.name === 'is') raw.inline = readRichText(scanner)
    else scanner.skip()
  }
  if (raw.value === undefined && raw.inline === undefined && raw.formula === undefined) return
  if (!cellTypes.has(type)) throw scanner.fail(`cell type ${type}`)
  const cell = readCellValue(raw, context.styles[styleIndex < 0 ? 0 : styleIndex] ?? plainStyle, context.strings, context.date1904)
  keepCell(cell, scanner, context, cells)
}

function readPlainNumber({ row, column, style: index, number, isShared }: CellStride, context: SheetContext): PlainCell | undefined | null {
  const style = context.styles[index] ?? plainStyle
  if (!isShared)
    return {
      row,
      column,
      kind: style.isDate ? 'date' : 'number',
      value: number,
      numberFormat: style.numberFormat,
      fontName: style.fontName,
    }
  const shared = context.strings[number]
  return shared === undefined ? null : readTextValue(shared, row, column, undefined, style)
}

function keepCell(cell: PlainCell | undefined | null, scanner: XmlScanner, context: SheetContext, cells: PlainCell[]): void {
  if (cell === null) throw scanner.fail('shared string that is not there')
  if (!cell) return
  if (++context.used.cells > limits.cells) throw tooLarge('cells')
  context.used.characters += (typeof cell.value === 'string' ? cell.value.length : 0) * (cell.runs ? 2 : 1) + (cell.formula?.length ?? 0)
  if (context.used.characters > limits.characters) throw tooLarge('text')
  cells.push(cell)
}

/** Two cells with one address would leave it to the reader which number counts. */
function checkUnique(cells: readonly PlainCell[], scanner: XmlScanner): void {
  const seen = new Set<number>()
  for (const { row, column } of cells) {
    const key = row * limits.columns + column - 1
    if (seen.has(key)) throw new WorkbookRefusal('damaged', scanner.fail('cell given twice').message)
    seen.add(key)
  }
}
