import type { SubmissionFinding } from '../../shared/domain/finding.ts'
import type { Period } from '../../shared/domain/period.ts'
import type { Programme, SourceLine } from '../../shared/domain/programme.ts'
import type { MappedSubmission } from '../../shared/domain/submission.ts'
import { checkSubmission } from '../../shared/rules/check-submission.ts'
import type { ServiceContext } from '../audit/context.ts'
import { getExpectedUnit } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { listCommuneRows, listReadings, listTexts } from '../store/submission-rows.ts'
import type { StoredSubmission } from '../store/submission-store.ts'
import type { HeldQuestion } from './held-question.ts'

/**
 * What a submission's content shows when it is read as one of this line for this period: what mapping found, and rules
 * C1 to C19. It is judged only once the unit is known, because lines are asked for different things.
 */
export function findInContent(
  mapped: MappedSubmission,
  programme: Programme,
  period: Period,
  line: SourceLine | null,
): SubmissionFinding[] {
  return [...mapped.findings, ...checkSubmission(mapped, programme, { line, from: period.from, to: period.to })]
}

/** The same for a version that waited, from its stored rows, for the unit and period that a person settled on. */
export function findInStored(
  { store }: ServiceContext,
  held: StoredSubmission,
  question: HeldQuestion,
  period: Period,
  unit: string,
): SubmissionFinding[] {
  const mapped: MappedSubmission = {
    layout: held.layout,
    identity: null,
    cover: question.cover,
    nilReport: held.nilReport,
    figures: listReadings(store, held.key),
    texts: listTexts(store, held.key),
    communeRows: listCommuneRows(store, held.key),
    findings: question.findings,
  }
  return findInContent(mapped, getProgramme(store, period.programmeVersion), period, getExpectedUnit(store, period.code, unit).line)
}
