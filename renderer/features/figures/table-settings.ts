import type { SendingState } from '../../../shared/contract/figures.ts'
import { gridViews, type GridView } from '../../../shared/rules/grid-columns.ts'

/** As the address holds them. */
type PlaceParams = Readonly<Record<string, string | undefined>>

/** What a unit must have somewhere, or in one column, to be shown. */
export const havings = ['blank', 'unreadable', 'nil', 'not_applicable', 'adjusted', 'below'] as const
export type Having = (typeof havings)[number]
export const groupings = ['kind', 'line'] as const
export type Grouping = (typeof groupings)[number]
export const sendings = ['on_time', 'late', 'pending', 'missing'] as const satisfies readonly SendingState[]

/** The column of the units' names, beside the ids of the programme's columns. */
export const nameColumn = 'name'
export const mostPinned = 3

export type Sorting = { column: string; descending: boolean }

/** Everything a person has set on the table; it stands in the address. */
export type TableSettings = {
  view: GridView
  /** Numerator and denominator beside each rate. */
  parts: boolean
  name: string
  kind: string | null
  line: string | null
  sending: SendingState | null
  having: Having | null
  /** The column that `having` asks about; null asks about all. */
  inColumn: string | null
  sorting: Sorting | null
  grouping: Grouping | null
  pinned: readonly string[]
}

const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined): Value | null =>
  values.find((value) => value === text) ?? null

/** From the address; what it does not know is as if it were not set. */
export function readSettings(params: PlaceParams): TableSettings {
  const sort = params['sort']
  return {
    view: oneOf(gridViews, params['view']) ?? 'indicators',
    parts: params['parts'] === '1',
    name: params['q'] ?? '',
    kind: params['kind'] ?? null,
    line: params['line'] ?? null,
    sending: oneOf(sendings, params['sent']),
    having: oneOf(havings, params['has']),
    inColumn: params['in'] ?? null,
    sorting: sort ? (sort.startsWith('-') ? { column: sort.slice(1), descending: true } : { column: sort, descending: false }) : null,
    grouping: oneOf(groupings, params['group']),
    pinned: (params['pin'] ?? '').split(',').filter((id) => id !== ''),
  }
}

/** What to write into the address for a change; a setting without effect leaves it. */
export function writeSettings(change: Partial<TableSettings>): PlaceParams {
  const params: Record<string, string | undefined> = {}
  const put = (key: keyof TableSettings, name: string, text: () => string | null | undefined): void => {
    if (key in change) params[name] = text() || undefined
  }
  put('view', 'view', () => (change.view === 'indicators' ? null : change.view))
  put('parts', 'parts', () => (change.parts ? '1' : null))
  put('name', 'q', () => change.name)
  put('kind', 'kind', () => change.kind)
  put('line', 'line', () => change.line)
  put('sending', 'sent', () => change.sending)
  put('having', 'has', () => change.having)
  put('inColumn', 'in', () => change.inColumn)
  put('sorting', 'sort', () => change.sorting && `${change.sorting.descending ? '-' : ''}${change.sorting.column}`)
  put('grouping', 'group', () => change.grouping)
  put('pinned', 'pin', () => change.pinned?.join(','))
  return params
}

export const noFilter = { name: '', kind: null, line: null, sending: null, having: null, inColumn: null } as const

export const isFiltered = ({ name, kind, line, sending, having }: TableSettings): boolean =>
  name !== '' || kind !== null || line !== null || sending !== null || having !== null
