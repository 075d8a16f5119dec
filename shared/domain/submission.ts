import type { FigureReading, Reading } from './figure.ts'
import type { SubmissionFinding } from './finding.ts'

export const submissionStates = ['held', 'effective', 'superseded', 'withdrawn', 'discarded'] as const
export type SubmissionState = (typeof submissionStates)[number]

export const outcomes = ['imported', 'duplicate', 'held', 'attached', 'rejected'] as const
export type Outcome = (typeof outcomes)[number]

export const channels = ['usb', 'zalo', 'lan', 'email', 'paper', 'phone', 'other'] as const
export type Channel = (typeof channels)[number]

/** Every input that is not a raw count: `nar.*`, `prop.*`, `mil.*`, `mon.*`, `doc.note`. NFC text; the original kept in raw. */
export type TextInput = { name: string; text: string; raw: string; sheet: string; cell: string; how: string }

/** One commune's figures in the optional sheet of a federation's or government line's workbook. */
export type CommuneRow = { unit: string; readings: Readonly<Record<string, Reading>>; sheet: string; row: number }

export type SubmissionIdentity = {
  programme: string
  programmeVersion: number
  period: string
  unit: string
  templateVersion: number
  /** The check value agrees with the codes. */
  intact: boolean
}

/** What one workbook says, as the reading worker hands it over: compact records, never cells. */
export type MappedSubmission = {
  /** `keyed`: typed in for the unit from paper or phone, no cell behind it. */
  layout: 'template' | 'common_template' | 'off_template' | 'mapped' | 'keyed'
  identity: SubmissionIdentity | null
  /** As written on the cover, for contradiction checks. */
  cover: { unitName: string; unitCode: string; periodCode: string; from: string; to: string }
  nilReport: boolean
  figures: readonly FigureReading[]
  texts: readonly TextInput[]
  communeRows: readonly CommuneRow[]
  findings: readonly SubmissionFinding[]
}

/**
 * What stands in a cell that could not be read as a count, NFC; undefined elsewhere. Another wording of it is another
 * answer of the unit, though neither counts. Not of a program's error, which says nothing by its wording.
 */
export const unreadText = ({ state, source: { raw, how } }: FigureReading): string | undefined =>
  state === 'unreadable' && how !== 'error' && how !== 'formula_without_result' ? raw.normalize('NFC').trim() : undefined

/**
 * Canonical text of all inputs (name, state, value or NFC text; of an unreadable count what stands there); its SHA-256 is the content hash:
 * two files with the same content are the same submission whatever their bytes.
 */
export function submissionContent(submission: Pick<MappedSubmission, 'figures' | 'texts' | 'communeRows'>): string {
  const lines = [
    ...submission.figures.map((figure) => JSON.stringify(['fld', figure.field, figure.state, figure.value ?? unreadText(figure) ?? null])),
    ...submission.texts
      .filter((input) => input.text !== '')
      .map((input) => JSON.stringify(['txt', input.name, input.text.normalize('NFC')])),
    ...submission.communeRows.flatMap((row) =>
      Object.entries(row.readings).map(([field, reading]) => JSON.stringify(['row', row.unit, field, reading.state, reading.value])),
    ),
  ]
  return lines.toSorted().join('\n')
}
