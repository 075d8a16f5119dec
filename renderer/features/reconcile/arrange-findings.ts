import type { FindingColumns } from '../../../shared/contract/findings.ts'
import { findingStates, severities, type FindingState, type Severity } from '../../../shared/domain/finding.ts'
import { unpackParams } from '../../../shared/domain/packed-params.ts'
import type { SayRule } from '../../../shared/rules/rule-message.ts'
import { isAnsweredAtIntake } from '../../../shared/rules/answered-at-intake.ts'
import { searchFold } from '../../../shared/vietnamese/text-key.ts'

export type FindingRow = {
  id: string
  rule: string
  severity: Severity
  state: FindingState
  unit: { code: string; name: string } | null
  field: string | null
  /** Unpacked where the finding is shown or sought. */
  params: { row: string; of: FindingColumns['params'] }
  weight: number
}

/** What is open at one level, or everything that was settled. */
export const levels = [...severities, 'settled'] as const
export type Level = (typeof levels)[number]
export const groupings = ['unit', 'rule'] as const
export type Grouping = (typeof groupings)[number]

export const isOpen = ({ state }: Pick<FindingRow, 'state'>): boolean => state === 'open' || state === 'asked'
export const levelOf = (row: FindingRow): Level => (isOpen(row) ? row.severity : 'settled')

export const readLevel = (text: string | undefined): Level | undefined => levels.find((level) => level === text)
export const readGrouping = (text: string | undefined): Grouping => groupings.find((grouping) => grouping === text) ?? 'unit'

/** The columns of the engine as rows, in its order: weightiest first. */
export const toRows = (columns: FindingColumns): FindingRow[] =>
  columns.id.map((id, index) => ({
    id,
    rule: columns.rules[columns.rule[index]!]!,
    severity: severities[columns.severity[index]!]!,
    state: findingStates[columns.state[index]!]!,
    unit: columns.units[columns.unit[index]!] ?? null,
    field: columns.field[index]!,
    params: { row: columns.params.rows[index]!, of: columns.params },
    weight: columns.weight[index]!,
  }))

export function countLevels(rows: readonly FindingRow[]): Record<Level, number> {
  const counts: Record<Level, number> = { blocking: 0, warning: 0, info: 0, settled: 0 }
  for (const row of rows) counts[levelOf(row)] += 1
  return counts
}

type Params = Readonly<Record<string, string | number>>
export const paramsOf = ({ params: { row, of } }: Pick<FindingRow, 'params'>): Params => unpackParams(of, row)

/** The name of a waiting file whose unit nobody knows yet. */
export function fileOf(row: FindingRow): string | undefined {
  const { file } = row.unit === null && isAnsweredAtIntake(row.rule) ? paramsOf(row) : {}
  return typeof file === 'string' ? file : undefined
}

/** Those of a level whose unit or sentence has every word that is sought, whatever its case and tones. */
export function filterRows(rows: readonly FindingRow[], level: Level, find: string, sayRule: SayRule): FindingRow[] {
  const ofLevel = rows.filter((row) => levelOf(row) === level)
  const words = searchFold(find).split(/\s+/).filter(Boolean)
  if (words.length === 0) return ofLevel
  return ofLevel.filter((row) => {
    const text = searchFold(
      `${row.unit?.name ?? ''} ${row.unit?.code ?? ''} ${fileOf(row) ?? ''} ${row.rule} ${sayRule(row.rule, paramsOf(row))}`,
    )
    return words.every((word) => text.includes(word))
  })
}

export type ListEntry = { kind: 'group'; key: string; rows: number; first: FindingRow } | { kind: 'finding'; row: FindingRow }

/** Of the whole province, or of a file whose unit nobody knows, is not the same. */
const unitKey = ({ unit, rule }: FindingRow): string => unit?.code ?? (isAnsweredAtIntake(rule) ? 'unknown' : '')

/** Under each group its findings. Units stand in the order of the findings, causes with the most findings first. */
export function arrangeRows(rows: readonly FindingRow[], grouping: Grouping): ListEntry[] {
  const groups = [...Map.groupBy(rows, (row) => (grouping === 'unit' ? unitKey(row) : row.rule))]
  const ordered = grouping === 'unit' ? groups : groups.toSorted(([, a], [, b]) => b.length - a.length)
  return ordered.flatMap(([key, own]): ListEntry[] => [
    { kind: 'group', key, rows: own.length, first: own[0]! },
    ...own.map((row): ListEntry => ({ kind: 'finding', row })),
  ])
}

/** The finding after this one in the list, or the one before where it is the last; undefined where it is alone. */
export function nextAfter(entries: readonly ListEntry[], id: string): string | undefined {
  const rows = entries.flatMap((entry) => (entry.kind === 'finding' ? [entry.row.id] : []))
  const place = rows.indexOf(id)
  return place === -1 ? rows[0] : (rows[place + 1] ?? rows[place - 1])
}
