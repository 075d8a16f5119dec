import { isColumnNumber, isHeadWord, readHead, type FoundColumn } from './column-heads.ts'
import { cleanLabel } from './label-words.ts'
import { meaningKey, type Lexicon } from './programme-lexicon.ts'
import { isFilled, readRows, type CallTest, type FoundRow } from './read-rows.ts'
import type { SheetGrid } from './sheet-grid.ts'

export type FoundTable = {
  grid: SheetGrid
  top: number
  left: number
  bottom: number
  right: number
  headRows: readonly number[]
  columns: readonly FoundColumn[]
  rows: readonly FoundRow[]
  /** The one text right above the table, and where the sheet's name says something, that. */
  caption: string
}

/** The tables of one sheet, top first, left first. */
export function findTables(grid: SheetGrid, lexicon: Lexicon): FoundTable[] {
  const isCalled = makeCallTest(lexicon)
  const blocks = findHeadBlocks(grid, lexicon, isCalled)
  const found = blocks.flatMap((block, index) => {
    const next = blocks[index + 1]
    const last = next ? captionTop(grid, next.top) - 1 : (grid.rows.at(-1) ?? block.bottom)
    return splitColumns(grid, block, lexicon).map((columns) => makeTable(grid, lexicon, isCalled, block, columns, last))
  })
  const useful = found.filter((table) => table.rows.length > 0 && table.columns.some(({ head }) => head.kind === 'value'))
  return useful.length > 0 ? useful : findHeadless(grid, lexicon, isCalled)
}

function makeCallTest(lexicon: Lexicon): CallTest {
  const known = new Map<string, boolean>()
  return (text) => {
    let is = known.get(text)
    if (is === undefined) {
      const subject = cleanLabel(text).label
      is = subject.length <= 300 && lexicon.meaningsOf(subject).some(({ concepts }) => lexicon.inputsCalled.has(meaningKey(concepts)))
      known.set(text, is)
    }
    return is
  }
}

type HeadBlock = { top: number; bottom: number }

const isNumeric = (grid: SheetGrid, row: number, column: number): boolean => {
  const cell = grid.cellAt(row, column)
  return cell !== undefined && cell.kind === 'number'
}

function findHeadBlocks(grid: SheetGrid, lexicon: Lexicon, isCalled: CallTest): HeadBlock[] {
  const blocks: HeadBlock[] = []
  for (const row of grid.rows) {
    if (blocks.length > 0 && row <= blocks.at(-1)!.bottom) continue
    if (!isHeadRow(grid, row, lexicon, isCalled)) continue
    blocks.push({ top: headTop(grid, row, blocks.at(-1)?.bottom ?? 0), bottom: headBottom(grid, row, lexicon) })
  }
  return blocks
}

function isHeadRow(grid: SheetGrid, row: number, lexicon: Lexicon, isCalled: CallTest): boolean {
  let heads = 0
  let calls = 0
  let names = 0
  let label = false
  for (const cell of grid.cellsOf(row)) {
    if (cell.kind === 'number') return false
    const text = grid.textAt(row, cell.column)
    if (text === '') continue
    // A file that has only texts writes its numbers so, too.
    if (/^[\d.,\s%]+$/.test(text)) return false
    names++
    if (isHeadWord(text, lexicon)) {
      heads++
      const { kind } = readHead([text], lexicon)
      if (kind === 'label' || kind === 'number') label = true
    } else if (text.length <= 160 && isCalled(text)) calls++
  }
  if (names < 2 || names > 120) return false
  return (label && (heads >= 2 || heads + calls >= 2)) || heads >= 3 || calls >= 3
}

/** A head may begin above the row that names the columns, with merged titles over several of them. */
function headTop(grid: SheetGrid, row: number, after: number): number {
  const width = new Set(grid.cellsOf(row).map(({ column }) => column)).size
  let top = row
  while (top - 1 > after) {
    const above = grid.cellsOf(top - 1).filter(({ column }) => grid.textAt(top - 1, column) !== '')
    const spans = above.some(({ column }) => {
      const merge = grid.mergeAt(top - 1, column)
      return merge !== undefined && (merge.bottom >= top || (merge.right > merge.left && merge.right - merge.left + 1 < width))
    })
    if (!spans || above.some(({ column }) => isNumeric(grid, top - 1, column))) break
    top--
  }
  return top
}

function headBottom(grid: SheetGrid, row: number, lexicon: Lexicon): number {
  const naming = grid
    .cellsOf(row)
    .filter(({ column }) => ['label', 'number'].includes(readHead([grid.spreadTextAt(row, column)], lexicon).kind))
    .map(({ column }) => column)
  let bottom = row
  for (;;) {
    const next = bottom + 1
    const cells = grid.cellsOf(next).filter((cell) => cell.kind === 'number' || grid.textAt(next, cell.column) !== '')
    if (cells.length === 0) return mergedBottom(grid, row, bottom)
    const shown = cells.map((cell) => (cell.kind === 'number' ? String(cell.value) : grid.textAt(next, cell.column)))
    if (cells.length > 1 && shown.every(isColumnNumber) && shown.some((text) => /^\(?(?:A|1)\)?$/.test(text))) return next
    const isHead =
      cells.every((cell) => cell.kind === 'text') &&
      shown.every((text) => text.length <= 160) &&
      naming.every((column) => grid.textAt(next, column) === '') &&
      (naming.length > 0 ? naming.some((column) => (grid.mergeAt(next, column)?.top ?? next) <= row) || cells.length > 1 : false) &&
      cells.every(({ column }) => column > Math.min(...naming))
    if (!isHead) return mergedBottom(grid, row, bottom)
    bottom = next
  }
}

/** Vertically merged heads reach down over rows that have nothing else. */
function mergedBottom(grid: SheetGrid, row: number, bottom: number): number {
  const reach = grid.cellsOf(row).map(({ column }) => grid.mergeAt(row, column)?.bottom ?? row)
  const deepest = Math.max(bottom, ...reach)
  return deepest - row > 4 ? bottom : deepest
}

/** Rows above a head that hold one text alone belong to its table, not to the one before. */
function captionTop(grid: SheetGrid, top: number): number {
  let caption = top
  for (let row = top - 1; row >= top - 2; row--) {
    const cells = grid.cellsOf(row).filter((cell) => cell.kind !== 'text' || grid.textAt(row, cell.column) !== '')
    if (cells.length > 1 || (cells[0] && cells[0].kind !== 'text')) break
    if (cells.length === 1) caption = row
  }
  return caption
}

function headPath(grid: SheetGrid, { top, bottom }: HeadBlock, column: number): string[] {
  const path: string[] = []
  for (let row = top; row <= bottom; row++) {
    const text = grid.spreadTextAt(row, column)
    if (text !== '' && path.at(-1) !== text && !(row > top && isColumnNumber(text))) path.push(text)
  }
  return path
}

/** The columns of the block; a second numbering or label column after values begins a table beside the first. */
function splitColumns(grid: SheetGrid, block: HeadBlock, lexicon: Lexicon): FoundColumn[][] {
  const used = new Set<number>()
  for (let row = block.top; row <= block.bottom; row++)
    for (const { column } of grid.cellsOf(row)) {
      const merge = grid.mergeAt(row, column)
      if (grid.spreadTextAt(row, column) !== '') for (let at = merge?.left ?? column; at <= (merge?.right ?? column); at++) used.add(at)
    }
  const tables: FoundColumn[][] = [[]]
  for (const column of [...used].toSorted((a, b) => a - b)) {
    const path = headPath(grid, block, column)
    const head = readHead(path, lexicon)
    const current = tables.at(-1)!
    const starts = (head.kind === 'number' || head.kind === 'label') && current.some((one) => one.head.kind === 'value')
    const entry = { column, head, text: path.join(' › ') }
    if (starts) tables.push([entry])
    else current.push(entry)
  }
  return tables.filter((columns) => columns.length > 1)
}

function makeTable(
  grid: SheetGrid,
  lexicon: Lexicon,
  isCalled: CallTest,
  block: HeadBlock,
  columns: readonly FoundColumn[],
  last: number,
): FoundTable {
  const shaped = nameLabelColumns(columns, (column) => isTextColumn(grid, column, block.bottom + 1, last))
  const left = shaped[0]!.column
  const right = shaped.at(-1)!.column
  const headRows = Array.from({ length: block.bottom - block.top + 1 }, (_, index) => block.top + index)
  const rows = readRows(grid, lexicon, isCalled, shaped, block.bottom + 1, last)
  return {
    grid,
    top: block.top,
    left,
    bottom: rows.at(-1)?.row ?? block.bottom,
    right,
    headRows,
    columns: shaped,
    rows,
    caption: captionOf(grid, block.top),
  }
}

/** Where no head says which column names the rows, it is the one after the numbering, or the first. */
function nameLabelColumns(columns: readonly FoundColumn[], isText: (column: number) => boolean): FoundColumn[] {
  const firstLabel = columns.findIndex(({ head }) => head.kind === 'label')
  if (firstLabel >= 0)
    return columns.map((one, index) => {
      const isBefore = index < firstLabel
      const isDetail = index === firstLabel + 1 && isText(one.column)
      return (isBefore || isDetail) && one.head.kind === 'value' && one.head.strange
        ? { ...one, head: { ...one.head, kind: 'label' } }
        : one
    })
  const numbering = columns.findIndex(({ head }) => head.kind === 'number')
  const at = numbering + 1
  return columns.map((one, index) => (index === at && one.head.kind === 'value' ? { ...one, head: { ...one.head, kind: 'label' } } : one))
}

/** Names stand in this column, at least two, and no number. */
function isTextColumn(grid: SheetGrid, column: number, first: number, last: number): boolean {
  let names = 0
  for (const row of grid.rows) {
    if (row < first || row > last) continue
    const text = grid.textAt(row, column)
    if (isNumeric(grid, row, column) || /^[\d.,\s]+$/.test(text)) return false
    if (text.length > 3) names++
  }
  return names > 1
}

function captionOf(grid: SheetGrid, top: number): string {
  for (let row = top - 1; row >= Math.max(1, top - 2); row--) {
    const texts = grid.cellsOf(row).flatMap(({ column }) => grid.textAt(row, column) || [])
    if (texts.length === 1) return cleanLabel(texts[0]!).label
    if (texts.length > 1) return ''
  }
  return ''
}

/** A list of names with numbers beside them and no head at all. */
function findHeadless(grid: SheetGrid, lexicon: Lexicon, isCalled: CallTest): FoundTable[] {
  const hits = new Map<number, number[]>()
  for (const row of grid.rows)
    for (const { column, kind } of grid.cellsOf(row)) {
      const text = kind === 'text' ? grid.textAt(row, column) : ''
      if (text !== '' && text.length <= 200 && isCalled(text)) (hits.get(column) ?? hits.set(column, []).get(column)!).push(row)
    }
  const [best] = [...hits].toSorted((a, b) => b[1].length - a[1].length || a[0] - b[0])
  if (!best || best[1].length < 3) return []
  const [labelColumn, rows] = best
  const [first, last] = [rows[0]!, rows.at(-1)!]
  const filled = new Map<number, number>()
  for (const row of rows)
    for (const { column } of grid.cellsOf(row))
      if (column > labelColumn && isFilled(grid, row, column)) filled.set(column, (filled.get(column) ?? 0) + 1)
  const columns: FoundColumn[] = [
    { column: labelColumn, head: readHead(['Chỉ tiêu'], lexicon), text: '' },
    ...[...filled.keys()].toSorted((a, b) => a - b).map((column) => ({ column, ...headlessHead(grid, first - 1, rows, column, lexicon) })),
  ]
  if (!columns.some(({ head }) => head.kind === 'value')) return []
  const table = readRows(grid, lexicon, isCalled, columns, first, last)
  return [
    { grid, top: first, left: labelColumn, bottom: last, right: columns.at(-1)!.column, headRows: [], columns, rows: table, caption: '' },
  ]
}

function headlessHead(
  grid: SheetGrid,
  above: number,
  rows: readonly number[],
  column: number,
  lexicon: Lexicon,
): Omit<FoundColumn, 'column'> {
  const text = grid.textAt(above, column)
  const words = rows.filter((row) => grid.textAt(row, column) !== '' && !/\d/.test(grid.textAt(row, column))).length
  const head = readHead(text === '' ? ['Số liệu'] : [text], lexicon)
  return { head: text === '' && words * 2 > rows.length ? { ...head, kind: 'unit_of_count' } : head, text }
}
