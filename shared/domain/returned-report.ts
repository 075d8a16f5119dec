import type { Id } from './identity.ts'

/** A stretch of a paragraph in an edited Word file; `tag` names the figure whose content control it stands in. */
export type ReturnedRun = { text: string; tag?: string }

export type ReturnedParagraph = {
  runs: readonly ReturnedRun[]
  /** Names of the bookmarks in it. */
  marks: readonly string[]
  isHeading: boolean
  /** Its number or sign is an automatic one and no part of its text. */
  isListed: boolean
}

/** What an edited Word file of a report says, with tracked changes accepted. `cells`: content controls in tables. */
export type ReturnedReport = {
  properties: Readonly<Record<string, string>>
  paragraphs: readonly ReturnedParagraph[]
  cells: readonly ReturnedRun[]
}

/** A stretch of a text: in both versions, or in the one before or after only. */
export type WordChange = { kind: 'same' | 'out' | 'in'; text: string }

/** A number in a content control that is not what its figure shows now; null: there is no such figure any more. */
export type StrayNumber = { ref: string; shown: string; now: string | null }

/**
 * One place of the report against the edited file. `number`: nothing but figures differs, which is put right at its source and
 * never taken from a file. `print` tells whether it is still what a person looked at.
 */
export type ReturnedPlace = {
  key: string
  section: string | null
  state: 'unchanged' | 'changed' | 'added' | 'removed' | 'number'
  /** With figures as `[[ref|shown]]`. */
  before: string
  after: string
  changes: WordChange[]
  numbers: StrayNumber[]
  print: string
}

export type ReturnedView = {
  places: ReturnedPlace[]
  /** Headings and lines outside the sections that were edited: the file is not where they are changed. */
  untaken: string[]
  /** Numbers of tables that are not what the report has; `cell`: table, row and column. */
  cells: { cell: string; shown: string; now: string }[]
}

/** Which places a person takes from the file, as they saw them. */
export type TakenPlaces = { file: Id; places: readonly { key: string; print: string }[] }
