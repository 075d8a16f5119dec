import type { CellReference } from './finding.ts'

/**
 * How the table that a unit made by itself is read: which cell answers which input of the template (`fld.um_total`,
 * `nar.tsk.1.1`, …). A person confirms it once; it is kept for that unit and layout and replayed.
 */
export type LayoutMapping = {
  /** A narrative may stand in several cells, then its name stands here several times, in reading order. */
  inputs: readonly MappedInput[]
  /** What the person settled about texts and numbers that alone could be read in two ways. */
  reading: MappingReading
}

export type MappedInput = CellReference & {
  name: string
  /** What the sheet calls this cell (row and head) as it read when a person confirmed it; compared at every replay (M20). */
  label?: string
}

/** Words that a unit uses for an input, confirmed earlier: label as the sheet has it → input name. */
export type KnownWords = Readonly<Record<string, string>>

export type MappingReading = {
  /** Texts whose font does not tell: as they are, or from one of the old encodings. */
  encoding: 'unicode' | 'tcvn3' | 'vni'
  /** What a single comma or dot before three digits means in the value columns: 1,234 as groups, as decimals, or asked cell by cell. */
  separators: 'groups' | 'decimals' | 'ask'
}

/** How sure a suggestion is: sure ones are shown as settled, doubtful ones amber, weak ones only offered. */
export const confidences = ['sure', 'doubtful', 'weak'] as const
export type Confidence = (typeof confidences)[number]

export const columnRoles = [
  'number',
  'label',
  'unit_of_count',
  'value',
  'previous_period',
  'in_period',
  'cumulative',
  'numerator',
  'denominator',
  'percent',
  'note',
  'other',
] as const
export type ColumnRole = (typeof columnRoles)[number]

export const rowRoles = ['item', 'group', 'total', 'other'] as const
export type RowRole = (typeof rowRoles)[number]

/** A table as it was found on a sheet; rows and columns 1-based. */
export type DetectedTable = {
  sheet: string
  top: number
  left: number
  bottom: number
  right: number
  headRows: readonly number[]
  columns: readonly { column: number; role: ColumnRole; head: string }[]
  /** `total` rows are never added again. */
  rows: readonly { row: number; role: RowRole; label: string }[]
}

/** One input with the cell suggested for it, and others worth offering; `cell` null where nothing fits. */
export type MappingSuggestion = {
  name: string
  cell: CellReference | null
  /** The further cells of a narrative that goes on over several, in reading order; empty for everything else. */
  more: readonly CellReference[]
  /** What the sheet calls the cell; '' without a cell. Belongs into the confirmed mapping. */
  label: string
  confidence: Confidence
  others: readonly CellReference[]
}

/** One way to read letters whose font does not tell, with texts of the file that it would change, before and after. */
export type EncodingChoice = { encoding: MappingReading['encoding']; samples: readonly { typed: string; decoded: string }[] }

/** Everything a person needs to confirm how a workbook is read. */
export type MappingProposal = {
  /** Equal for two workbooks with the same sheets, heads and labels in the same places; a kept mapping is replayed by it. */
  layoutKey: string
  tables: readonly DetectedTable[]
  suggestions: readonly MappingSuggestion[]
  reading: MappingReading
  /** Best first, where the letters look like an old encoding that the fonts do not tell, however they are read now; else empty. */
  encodings: readonly EncodingChoice[]
  /** Units that the sheets' own heads speak of, best first: only suggestions. */
  units: readonly string[]
  /** Units that the tables are of, by code; several where communes share a file. */
  owners: readonly string[]
}
