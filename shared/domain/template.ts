import type { Reading } from './figure.ts'
import type { Period } from './period.ts'
import type { Programme, SourceLine } from './programme.ts'
import type { Unit } from './unit.ts'

/** Bumped whenever a cell of the template moves; stands in the identity sheet. */
export const templateVersion = 1

/** Everything one workbook needs; the writer reads nothing else. `unit` null = the common workbook with a list to choose from. */
export type TemplateOrder = {
  programme: Programme
  period: Period
  unit: Unit | null
  /** Units to choose from in the common workbook; the communes for the optional per-commune sheet. */
  communes: readonly Pick<Unit, 'code' | 'name'>[]
  /** Readings in effect of the latest earlier period, by field code; empty when there is none. */
  previous: { periodCode: string; readings: Readonly<Record<string, Reading>> } | null
  /** What is still open of the unit from earlier reviews and meant for it; the workbook has no sheet for it without any. */
  shortcomings?: readonly TemplateShortcoming[]
}

export type TemplateShortcoming = { id: string; text: string; remedy: string; dueOn: string | null }

/**
 * What stands in input cells, by input name (`fld.um_total`, `nar.tsk.1.1`, `doc.nil` …); a commune's cell in the
 * per-commune sheet is `row.<unit code>.<field>`. Names the workbook does not have are refused.
 */
export type TemplateAnswers = Readonly<Record<string, string | number>>

/** Sheet names are part of the template: `trace` and findings print them. */
export const templateSheets = {
  cover: 'Bìa',
  figures: 'Số liệu',
  narratives: 'Phần lời',
  proposals: 'Kiến nghị',
  milestones: 'Mốc và theo dõi',
  communes: 'Theo xã',
  shortcomings: 'Tồn tại',
  identity: '_TongHop',
  units: '_DonVi',
} as const

/** Rows of the identity sheet: the key in column A, the code in column B. */
export const identityKeys = ['tonghop', 'programme', 'programme_version', 'period', 'unit', 'template_version', 'check'] as const
export type IdentityKey = (typeof identityKeys)[number]

export const proposalCount = 10

/** Names of ours beyond the inputs of a programme: the cover's choices and each narrative's second cell. */
export const coverNames = { unit: 'doc.unit', period: 'doc.period', from: 'doc.from', to: 'doc.to', nil: 'doc.nil' } as const
export const noteName = 'doc.note'
export const continuationName = (task: string): string => `nar.${task}.next`
/** What the unit did about one of its shortcomings, and what shows it. */
export const shortcomingName = (id: string, part: 'result' | 'evidence'): string => `sht.${id}.${part}`
export const isShortcomingName = (name: string): boolean => /^sht\.[0-9a-f]{32}\.(result|evidence)$/i.test(name)
/** Heads the column of one field in the per-commune sheet. */
export const communeColumnName = (field: string): string => `row.${field}`
/** Column of the commune's code in the per-commune sheet. */
export const communeCodeColumn = 2

/** Where the label of an input stands, as an offset from the input's cell. */
export const labelOffsets = {
  fld: { rows: 0, columns: -3 },
  nar: { rows: -1, columns: 0 },
  mon: { rows: 0, columns: -2 },
} as const

/** The workbook says who reports by "Có" here; blank or anything else is an ordinary report. */
export const nilSwitchWord = 'Có'

export type Ask = { fields: 'all' | 'optional' | 'none'; tasks: 'all' | 'none'; perCommuneRows: boolean }

/** What a line of bodies is asked for; a line the programme does not name is asked for everything. */
export function askOfLine(programme: Programme, line: SourceLine): Ask {
  return programme.asks.find((ask) => ask.line === line) ?? { fields: 'all', tasks: 'all', perCommuneRows: false }
}

/** The fields of the per-commune sheet: those of the indicators this line cross-checks, in programme order. */
export function communeFieldCodes(programme: Programme, line: SourceLine): readonly string[] {
  const wanted = new Set(
    programme.indicators
      .filter((indicator) => indicator.crossCheckLines.includes(line))
      .flatMap((indicator) => [indicator.numerator, indicator.denominator]),
  )
  return programme.fields.map((field) => field.code).filter((code) => wanted.has(code))
}
