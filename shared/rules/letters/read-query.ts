import { templateSheets } from '../../domain/template.ts'
import type { PlainCell, PlainWorkbook } from '../../domain/workbook.ts'
import { queryWords } from '../../messages/query.ts'
import { decodeCellText } from '../../vietnamese/legacy-fonts.ts'
import { readCount } from '../../vietnamese/read-count.ts'
import { nameKey } from '../../vietnamese/text-key.ts'

/** Where a query sheet has what; 1-based. */
export const queryHeadRow = 4
export const queryColumns = { ordinal: 1, item: 2, question: 3, place: 4, reported: 5, verdict: 6, value: 7, explanation: 8 } as const

/** `value` null: none that can be read as a count. */
export type ReadAnswer = { finding: string; verdict: 'right' | 'wrong' | 'said'; value: number | null; text: string }
export type ReadQuery = { period: string; unit: string; answers: ReadAnswer[]; unanswered: string[] }

/**
 * What a unit wrote into its query sheet, by finding; null where the workbook is none of ours. Rows may have been sorted: the
 * ordinal leads back to the question. A figure beside nothing means that the reported one is wrong.
 */
export function readQuery({ sheets, date1904 }: PlainWorkbook): ReadQuery | null {
  const hidden = sheets.find(({ name }) => name.toLowerCase() === templateSheets.identity.toLowerCase())
  const sheet = sheets.find(({ name }) => nameKey(name) === nameKey(queryWords.sheet)) ?? sheets.find((one) => one !== hidden)
  if (!hidden || !sheet) return null
  const pairs = pairsOf(hidden.cells)
  if (pairs.get('tonghop') !== 'query') return null
  const rows = Map.groupBy(sheet.cells, ({ row }) => row)
  const byOrdinal = new Map(
    [...rows].flatMap(([row, cells]) => {
      const ordinal = cells.find(({ column }) => column === queryColumns.ordinal)
      return row > queryHeadRow && ordinal && /^\d{1,4}$/.test(String(ordinal.value)) ? [[Number(ordinal.value), cells] as const] : []
    }),
  )
  const query: ReadQuery = { period: pairs.get('period') ?? '', unit: pairs.get('unit') ?? '', answers: [], unanswered: [] }
  for (const [key, finding] of pairs) {
    if (!/^\d+$/.test(key)) continue
    const answer = readRow(byOrdinal.get(Number(key) - queryHeadRow) ?? [], date1904)
    if (answer) query.answers.push({ finding, ...answer })
    else query.unanswered.push(finding)
  }
  return query
}

function readRow(cells: readonly PlainCell[], date1904: boolean): Omit<ReadAnswer, 'finding'> | null {
  const at = (column: number): PlainCell | undefined => cells.find((cell) => cell.column === column)
  const textAt = (column: number): string => {
    const cell = at(column)
    if (!cell || cell.kind === 'error') return ''
    return (cell.kind === 'text' ? decodeCellText(cell).text : String(cell.value)).normalize('NFC').trim()
  }
  const said = nameKey(textAt(queryColumns.verdict))
  const { reading } = readCount(at(queryColumns.value), { date1904 })
  const value = reading.state === 'value' ? reading.value : null
  const text = [textAt(queryColumns.explanation), ...(value === null ? [textAt(queryColumns.value)] : [])]
    .filter((part) => part !== '')
    .join('. ')
  if (said === nameKey(queryWords.right)) return { verdict: 'right', value: null, text }
  if (said === nameKey(queryWords.wrong) || value !== null) return { verdict: 'wrong', value, text }
  const words = [said === '' ? '' : textAt(queryColumns.verdict), text].filter((part) => part !== '').join('. ')
  return words === '' ? null : { verdict: 'said', value: null, text: words }
}

/** Column A with column B of the same row. */
function pairsOf(cells: readonly PlainCell[]): Map<string, string> {
  const rows = Map.groupBy(cells, ({ row }) => row)
  return new Map(
    [...rows.values()].flatMap((own): [string, string][] => {
      const [key, value] = [1, 2].map((wanted) => String(own.find(({ column }) => column === wanted)?.value ?? '').trim())
      return key ? [[key, value ?? '']] : []
    }),
  )
}
