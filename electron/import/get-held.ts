import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { SourceLine } from '../../shared/domain/programme.ts'
import { AppError } from '../../shared/errors.ts'
import { compareSubmissions, type SubmissionDifference } from '../../shared/rules/compare-submissions.ts'
import type { ServiceContext } from '../audit/context.ts'
import { getExpectedUnit, getPeriod } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { listReceiptsOfSubmission } from '../store/receipt-store.ts'
import { listInputs } from '../store/submission-rows.ts'
import { findEffective, findSubmission, listHeldOfUnit, listWaitingFiles, type StoredSubmission } from '../store/submission-store.ts'
import { isVersionQuestion, readQuestion } from './held-question.ts'
import { describeHeld, type HeldItem } from './list-held.ts'

/** One waiting file with all that helps to answer. `rivals`: the versions that wait for the same choice, with how this one differs from them. */
export type HeldView = HeldItem & {
  period: string
  receipt: Id | null
  rivals: readonly { id: Id; originalName: string; receivedAt: Instant; difference: SubmissionDifference }[]
}

/** The queue of a period, oldest first. Refuses with `period.not_found`. */
export const listWaiting = ({ store }: Pick<ServiceContext, 'store'>, request: { period: string }): ReturnType<typeof listWaitingFiles> =>
  listWaitingFiles(store, getPeriod(store, request.period).code)

/** Null where it does not wait any more. */
export function findHeld({ store }: Pick<ServiceContext, 'store'>, request: { id: Id }): HeldView | null {
  const version = findSubmission(store, request.id)
  if (!version || version.state !== 'held') return null
  const period = getPeriod(store, version.period)
  const line = version.unit === null ? undefined : findLine(store, period.code, version.unit)
  return {
    ...describeHeld(store, version, getProgramme(store, period.programmeVersion), line),
    period: period.code,
    receipt: listReceiptsOfSubmission(store, version.id)[0]?.id ?? null,
    rivals: listRivals(store, version),
  }
}

/** Undefined where the unit is not expected any more. */
function findLine(store: ServiceContext['store'], period: string, unit: string): SourceLine | undefined {
  try {
    return getExpectedUnit(store, period, unit).line
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

/** Where nothing counts yet, what matters is how the waiting versions differ from one another. */
function listRivals(store: ServiceContext['store'], version: StoredSubmission): HeldView['rivals'] {
  const { unit, period, key } = version
  if (unit === null || !isVersionQuestion(readQuestion(version.question)) || findEffective(store, period, unit)) return []
  const own = listInputs(store, key)
  return listHeldOfUnit(store, period, unit)
    .filter((other) => other.key !== key && isVersionQuestion(readQuestion(other.question)))
    .map(({ id, originalName, receivedAt, key: otherKey }) => ({
      id,
      originalName,
      receivedAt,
      difference: compareSubmissions(listInputs(store, otherKey), own),
    }))
}
