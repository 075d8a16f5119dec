import type { PlainCell } from '../../../../shared/domain/workbook.ts'
import { noLooks } from '../cell-looks.ts'
import { limits } from '../limits.ts'
import { damaged, tooLarge } from '../workbook-refusal.ts'
import { CellBudget } from './count-cells.ts'
import type { DressedWorkbook } from './dressed-workbook.ts'
import { decodeSeparated, findSeparator } from './separated-text.ts'

/** Fields, empty ones included: programs pad every line to the widest. */
const mostFields = 2_000_000
/** One name for all, so that a kept mapping finds the same sheet in the next file. */
const sheetName = 'CSV'

/** A separated text as one sheet of texts: what a number or a day is, is for the rules to say. Throws WorkbookRefusal. */
export async function readCsv(file: Buffer): Promise<DressedWorkbook> {
  const text = decodeSeparated(file)
  const separator = findSeparator(text)
  checkFields(text, separator)
  const { read } = await import('@e965/xlsx')
  // A line of our own in front: the library tells other formats by their first letters, "ID" among them.
  const body = text.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/, '')
  const book = read(`sep=${separator}\n${body}`, { type: 'string', raw: true, dense: true, cellText: false })
  const rows = (book.Sheets[book.SheetNames[0] ?? ''] as { '!data'?: ({ v?: unknown } | undefined)[][] } | undefined)?.['!data']
  if (!rows) throw damaged('no rows')
  const budget = new CellBudget()
  const cells: PlainCell[] = []
  rows.forEach((row, rowIndex) =>
    row?.forEach((cell, columnIndex) => {
      const value = typeof cell?.v === 'string' ? cell.v : ''
      if (value === '') return
      if (rowIndex >= limits.rows || columnIndex >= limits.columns) throw tooLarge('rows or columns')
      const plain: PlainCell = { row: rowIndex + 1, column: columnIndex + 1, kind: 'text', value, numberFormat: 'General', fontName: '' }
      budget.spend(plain)
      cells.push(plain)
    }),
  )
  return {
    workbook: {
      sheets: [{ name: sheetName, visibility: 'visible', cells, merges: [], hiddenRows: [], hiddenColumns: [] }],
      definedNames: [],
      date1904: false,
      hasMacros: false,
      hasExternalLinks: false,
    },
    looks: noLooks,
    dresses: [
      {
        look: {
          frozenRows: 0,
          frozenColumns: 0,
          gridLines: true,
          usualHeight: 15,
          usualWidth: undefined,
          heights: new Map(),
          widths: widthsOf(cells),
        },
        areas: [],
      },
    ],
  }
}

const [narrowest, widest] = [8, 45]

/** Characters of each column, as wide as what stands in it: a text has no widths of its own. */
function widthsOf(cells: readonly PlainCell[]): { first: number; last: number; width: number }[] {
  const longest = new Map<number, number>()
  for (const { column, value } of cells) {
    const length = Math.max(
      ...String(value)
        .slice(0, 500)
        .split('\n', 5)
        .map((line) => line.length),
    )
    if (length > (longest.get(column) ?? 0)) longest.set(column, length)
  }
  return [...longest].map(([column, length]) => ({ first: column, last: column, width: Math.max(narrowest, Math.min(widest, length + 2)) }))
}

function checkFields(text: string, separator: string): void {
  let fields = 1
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if ((character === separator || character === '\n') && ++fields > mostFields) throw tooLarge('fields')
  }
}
