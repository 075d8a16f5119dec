import { cellMarks, type SheetStyle, type SheetTab, type SheetWindow } from '../../../shared/domain/sheet-window.ts'
import { parseCellAddress, type PlainCell, type PlainSheet } from '../../../shared/domain/workbook.ts'
import { AppError } from '../../../shared/errors.ts'
import type { WrittenLanguage } from '../../../shared/vietnamese/format-number.ts'
import { decodeCellText } from '../../../shared/vietnamese/legacy-fonts.ts'
import { noLooks, plainLook, readCellLooks, showsEmpty, type CellLooks } from './cell-looks.ts'
import { readCellStyles } from './cell-styles.ts'
import { displayNumber, displayText } from './display-number.ts'
import { limits } from './limits.ts'
import type { Package } from './package-parts.ts'
import { readSheet } from './read-sheet.ts'
import { readSheetLook, type SeeStyle, type SheetLook } from './read-sheet-look.ts'
import type { DressedWorkbook } from './foreign/dressed-workbook.ts'
import { isType, readWorkbookPart } from './read-workbook.ts'
import { readSharedStrings } from './shared-strings.ts'
import { columnSizes, rowRuns, runsOf, spansOf } from './sheet-sizes.ts'
import { officeTheme, readThemeColours } from './theme-colours.ts'
import { damaged } from './workbook-refusal.ts'

/** `sheet` null: the first that is not hidden. */
export type WindowRequest = {
  sheet: string | null
  top: number
  left: number
  rows: number
  columns: number
  language: WrittenLanguage
}

type Merge = { row: number; column: number; rows: number; columns: number }
type Area = { top: number; left: number; bottom: number; right: number }

/** Beyond what is written, so far a dressed but empty cell still belongs to the table. */
const [emptyRows, emptyColumns] = [50, 10]
/** Characters of one cell, and of all cells before long ones are cut short. */
const [cellCharacters, windowCharacters, shortCharacters] = [10_000, 1_000_000, 200]

/** A window of one sheet as it looks. Throws WorkbookRefusal, and AppError `sheet.no_such_sheet`. */
export function readSheetWindow(container: Package, request: WindowRequest): SheetWindow {
  const main = container.relationships('').find((relationship) => isType(relationship, 'officeDocument'))?.target
  if (!main) throw damaged('no main part')
  const workbook = readWorkbookPart(container.read(main))
  const relationships = container.relationships(main)
  const partOf = (type: string): string | undefined => relationships.find((relationship) => isType(relationship, type))?.target
  const chosen = chooseSheet(workbook.sheets, request.sheet)
  const target = relationships.find(({ id }) => id === chosen.relationship)
  if (!target || target.external) throw damaged(`sheet without part: ${chosen.name}`)
  const isSheet = isType(target, 'worksheet')
  const bytes = isSheet ? container.read(target.target) : undefined
  const [strings, styles, theme] = [partOf('sharedStrings'), partOf('styles'), partOf('theme')]
  const stylesPart = styles === undefined ? undefined : container.read(styles)
  const sheet: PlainSheet = bytes
    ? readSheet(bytes, chosen.name, chosen.visibility, {
        strings: strings === undefined ? [] : readSharedStrings(container.read(strings)),
        styles: stylesPart ? readCellStyles(stylesPart) : [],
        date1904: workbook.date1904,
        used: { cells: 0, characters: 0, merges: 0 },
      })
    : { name: chosen.name, visibility: chosen.visibility, cells: [], merges: [], hiddenRows: [], hiddenColumns: [] }
  const colours = theme !== undefined && container.has(theme) ? readThemeColours(container.read(theme)) : officeTheme
  const looks = stylesPart ? readCellLooks(stylesPart, colours) : noLooks
  return {
    sheets: workbook.sheets.map(({ name, visibility }) => ({ name, visibility })),
    sheet: chosen.name,
    ...showSheet(sheet, (see) => (bytes ? readSheetLook(bytes, sheet.name, see) : emptyLook), looks, workbook.date1904, request),
  }
}

/** The same of a workbook of another format. Throws AppError `sheet.no_such_sheet`. */
export function dressedSheetWindow({ workbook, looks, dresses }: DressedWorkbook, request: WindowRequest): SheetWindow {
  const tabs = workbook.sheets.map(({ name, visibility }) => ({ name, visibility }))
  const sheet = chooseSheet(workbook.sheets, request.sheet)
  const { look, areas } = dresses[workbook.sheets.indexOf(sheet)] ?? { look: emptyLook, areas: [] }
  // Where the written part ends, rows and columns are dressed on without end: as far as is shown is enough.
  const [bottom, right] = sheet.cells.reduce(([rows, columns], cell) => [Math.max(rows, cell.row), Math.max(columns, cell.column)], [0, 0])
  const seeAll = (see: SeeStyle): SheetLook => {
    for (const area of areas)
      for (let row = area.top; row <= Math.min(area.bottom, bottom + emptyRows); row++)
        for (let column = area.left; column <= Math.min(area.right, right + emptyColumns); column++) see(row, column, area.style)
    return look
  }
  return { sheets: tabs, sheet: sheet.name, ...showSheet(sheet, seeAll, looks, workbook.date1904, request) }
}

function chooseSheet<Sheet extends SheetTab>(sheets: readonly Sheet[], wanted: string | null): Sheet {
  if (wanted === null) return sheets.find(({ visibility }) => visibility === 'visible') ?? sheets[0]!
  const found = sheets.find(({ name }) => name === wanted)
  if (!found) throw new AppError('sheet.no_such_sheet', { sheet: wanted })
  return found
}

const keyOf = (row: number, column: number): number => row * limits.columns + column - 1

function showSheet(
  sheet: PlainSheet,
  readLook: (see: SeeStyle) => SheetLook,
  { looks, usual }: CellLooks,
  date1904: boolean,
  request: WindowRequest,
): Omit<SheetWindow, 'sheets' | 'sheet'> {
  const merges = sheet.merges.flatMap(readMerge)
  const written = extentOf(sheet.cells, merges)
  const asked: Area = {
    top: request.top,
    left: request.left,
    bottom: request.top + request.rows - 1,
    right: request.left + request.columns - 1,
  }
  const touching = merges.filter((merge) => touches(merge, asked))
  const wanted = new Set(touching.map(({ row, column }) => keyOf(row, column)))
  const isWanted = (row: number, column: number): boolean =>
    (row >= asked.top && row <= asked.bottom && column >= asked.left && column <= asked.right) || wanted.has(keyOf(row, column))
  // Styles of all cells: also those outside the window make rows higher.
  const styleOf = new Map<number, number>()
  const content = new Set(sheet.cells.map(({ row, column }) => keyOf(row, column)))
  const extent = { rows: Math.max(1, written.rows), columns: Math.max(1, written.columns) }
  const isSeenEmpty = looks.map(showsEmpty)
  const look = readLook((row, column, style) => {
    const key = keyOf(row, column)
    const isSeen = isSeenEmpty[style] === true && row <= written.rows + emptyRows && column <= written.columns + emptyColumns
    if (isSeen) {
      if (row > extent.rows) extent.rows = row
      if (column > extent.columns) extent.columns = column
    }
    if (content.has(key) || (isSeen && isWanted(row, column))) styleOf.set(key, style)
  })
  const styleAt = (row: number, column: number): SheetStyle => looks[styleOf.get(keyOf(row, column)) ?? 0] ?? plainLook
  const displayed = (cell: PlainCell): string => displayCell(cell, request.language, date1904)
  const widths = columnSizes(look, usual, extent.columns)
  const covered = new Set(merges.map(({ row, column }) => keyOf(row, column)))
  const measured = sheet.cells
    .filter((cell) => !covered.has(keyOf(cell.row, cell.column)))
    .map((cell) => ({ cell, text: displayed(cell), style: styleAt(cell.row, cell.column) }))
  const area = { ...asked, bottom: Math.min(asked.bottom, extent.rows), right: Math.min(asked.right, extent.columns) }
  return {
    rows: extent.rows,
    columns: extent.columns,
    frozenRows: Math.min(look.frozenRows, extent.rows),
    frozenColumns: Math.min(look.frozenColumns, extent.columns),
    gridLines: look.gridLines,
    heights: rowRuns(look, extent.rows, widths, measured),
    widths: runsOf(extent.columns, (column) => widths[column - 1]!, 64),
    hiddenRows: spansOf(
      sheet.hiddenRows.toSorted((a, b) => a - b),
      extent.rows,
    ),
    hiddenColumns: spansOf(sheet.hiddenColumns, extent.columns),
    ...area,
    merges: touching.flatMap(({ row, column, rows, columns }) => [row, column, rows, columns]),
    ...gatherCells(sheet.cells, styleOf, isWanted, looks, displayed),
  }
}

const emptyLook: SheetLook = {
  frozenRows: 0,
  frozenColumns: 0,
  gridLines: true,
  usualHeight: 15,
  usualWidth: undefined,
  heights: new Map(),
  widths: [],
}

function readMerge(reference: string): Merge[] {
  const [from = '', to = from] = reference.split(':')
  const [first, last] = [parseCellAddress(from), parseCellAddress(to)]
  if (!first || !last || last.row < first.row || last.column < first.column) return []
  return [{ ...first, rows: last.row - first.row + 1, columns: last.column - first.column + 1 }]
}

const touches = ({ row, column, rows, columns }: Merge, { top, left, bottom, right }: Area): boolean =>
  row <= bottom && row + rows > top && column <= right && column + columns > left

/** How far the sheet is written on; a merged area counts whole where something stands in it, unless it is absurdly large. */
function extentOf(cells: readonly PlainCell[], merges: readonly Merge[]): { rows: number; columns: number } {
  let [rows, columns] = [0, 0]
  for (const cell of cells) {
    if (cell.row > rows) rows = cell.row
    if (cell.column > columns) columns = cell.column
  }
  const written = { rows, columns }
  for (const merge of merges) {
    if (merge.row > written.rows || merge.column > written.columns) continue
    rows = Math.max(rows, Math.min(merge.row + merge.rows - 1, written.rows + emptyRows))
    columns = Math.max(columns, Math.min(merge.column + merge.columns - 1, written.columns + emptyColumns))
  }
  return { rows, columns }
}

function displayCell(cell: PlainCell, language: WrittenLanguage, date1904: boolean): string {
  const { kind, value, numberFormat } = cell
  if (kind === 'boolean') return value === 0 ? 'FALSE' : 'TRUE'
  if (kind === 'error') return String(value)
  if (typeof value === 'number') return displayNumber(value, numberFormat, language, date1904)
  return displayText(decodeCellText(cell).text, numberFormat)
}

const kindMarks: Readonly<Record<PlainCell['kind'], number>> = {
  number: cellMarks.right,
  date: cellMarks.right,
  boolean: cellMarks.centre,
  error: cellMarks.centre,
  text: 0,
}

function gatherCells(
  all: readonly PlainCell[],
  styleOf: ReadonlyMap<number, number>,
  isWanted: (row: number, column: number) => boolean,
  looks: readonly SheetStyle[],
  displayed: (cell: PlainCell) => string,
): Pick<SheetWindow, 'styles' | 'cells' | 'decodedFrom'> {
  const styles: SheetStyle[] = []
  const places = new Map<number, number>()
  const decodedFrom = new Set<'tcvn3' | 'vni'>()
  const cells = { row: [] as number[], column: [] as number[], style: [] as number[], text: [] as string[], marks: [] as number[] }
  let characters = 0
  const add = (row: number, column: number, style: number, text: string, marks: number): void => {
    let place = places.get(style)
    if (place === undefined) places.set(style, (place = styles.push(looks[style] ?? plainLook) - 1))
    cells.row.push(row)
    cells.column.push(column)
    cells.style.push(place)
    cells.text.push(text)
    cells.marks.push(marks)
  }
  const filled = new Set<number>()
  for (const cell of all) {
    if (!isWanted(cell.row, cell.column)) continue
    const key = keyOf(cell.row, cell.column)
    filled.add(key)
    const whole = displayed(cell)
    const text = whole.slice(0, characters > windowCharacters ? shortCharacters : cellCharacters)
    characters += text.length
    const encoding = cell.kind === 'text' ? decodeCellText(cell).encoding : null
    if (encoding !== null) decodedFrom.add(encoding)
    const marks =
      kindMarks[cell.kind] +
      (encoding === null ? 0 : cellMarks.decoded) +
      (cell.formula === undefined ? 0 : cellMarks.formula) +
      (cell.withoutResult ? cellMarks.withoutResult : 0) +
      (text.length < whole.length ? cellMarks.cut : 0)
    add(cell.row, cell.column, styleOf.get(key) ?? 0, text, marks)
  }
  for (const [key, style] of styleOf) {
    const row = Math.floor(key / limits.columns)
    const column = (key % limits.columns) + 1
    if (!filled.has(key) && isWanted(row, column)) add(row, column, style, '', 0)
  }
  return { styles, cells, decodedFrom: [...decodedFrom].toSorted() }
}
