import type { Reading } from '../../shared/domain/figure.ts'
import type { SubmissionFinding } from '../../shared/domain/finding.ts'
import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { Programme } from '../../shared/domain/programme.ts'
import type { Channel } from '../../shared/domain/submission.ts'
import {
  compareSubmissions,
  effectOnIndicators,
  type IndicatorEffect,
  type SubmissionDifference,
} from '../../shared/rules/compare-submissions.ts'
import type { HeldChoice, UnitClaims } from '../../shared/rules/identify-submission.ts'
import type { ServiceContext } from '../audit/context.ts'
import { listIndicatorSums, listReadingsInEffect } from '../store/figure-store.ts'
import { getPeriod, listExpectedUnits } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { findReceivedFile } from '../store/received-file-store.ts'
import { listReceiptsOfSubmission } from '../store/receipt-store.ts'
import { listInputs, listReadings } from '../store/submission-rows.ts'
import { findEffective, listHeldSubmissions, type StoredSubmission } from '../store/submission-store.ts'
import { readQuestion } from './held-question.ts'

/** One waiting file with its question; the first reason is what is asked, its rule and params give the sentence. */
export type HeldItem = {
  id: Id
  path: string | null
  sha256: string
  keptAs: string | null
  originalName: string
  receivedAt: Instant
  channel: Channel
  unit: string | null
  reasons: readonly SubmissionFinding[]
  choices: readonly HeldChoice[]
  suggestions: readonly string[]
  claims: UnitClaims
  otherPeriod: string | null
  /** Against the version in use; null where the unit is not settled. Against nothing, everything is new. */
  difference: SubmissionDifference | null
  /** What each changed indicator's summed line becomes if this version counts. */
  effect: readonly IndicatorEffect[]
}

/** Files of a period that wait for a person, oldest first. Refuses with `period.not_found`. */
export function listHeld(context: Pick<ServiceContext, 'store'>, request: { period: string }): HeldItem[] {
  const { store } = context
  const period = getPeriod(store, request.period)
  const held = listHeldSubmissions(store, period.code)
  if (held.length === 0) return []
  const programme = getProgramme(store, period.programmeVersion)
  const lines = new Map(listExpectedUnits(store, period.code).map((unit) => [unit.code, unit.line]))
  return held.map((version) => describeHeld(store, version, programme, version.unit === null ? undefined : lines.get(version.unit)))
}

/** `line`: of the unit, where it is settled and expected. */
export function describeHeld(
  store: ServiceContext['store'],
  version: StoredSubmission,
  programme: Programme,
  line: string | undefined,
): HeldItem {
  const question = readQuestion(version.question)
  return {
    id: version.id,
    path: listReceiptsOfSubmission(store, version.id)[0]?.path ?? null,
    sha256: version.sha256,
    keptAs: findReceivedFile(store, version.sha256)?.keptAs ?? null,
    originalName: version.originalName,
    receivedAt: version.receivedAt,
    channel: version.channel,
    unit: version.unit,
    reasons: question.reasons,
    choices: question.choices,
    suggestions: question.suggestions,
    claims: question.claims,
    otherPeriod: question.otherPeriod,
    ...(version.unit === null || line === undefined
      ? { difference: null, effect: [] }
      : {
          difference: differenceOf(store, version, version.unit),
          effect: effectOf(store, programme.indicators, line, version, version.unit),
        }),
  }
}

function differenceOf(store: ServiceContext['store'], version: StoredSubmission, unit: string): SubmissionDifference {
  const effective = findEffective(store, version.period, unit)
  const old = effective ? listInputs(store, effective.key) : { figures: [], texts: [], communeRows: [] }
  return compareSubmissions(old, listInputs(store, version.key))
}

/** Adjustments stay over what does not change under them; a changed figure loses its adjustment until it is confirmed again. */
function effectOf(
  store: ServiceContext['store'],
  indicators: Parameters<typeof effectOnIndicators>[0],
  line: string,
  version: StoredSubmission,
  unit: string,
): IndicatorEffect[] {
  const effective = findEffective(store, version.period, unit)
  const inEffect = listReadingsInEffect(store, version.period, unit)
  const reported = new Map((effective ? listReadings(store, effective.key) : []).map((figure) => [figure.field, figure]))
  const next = new Map<string, Reading>(
    listReadings(store, version.key).map((figure) => {
      const before = reported.get(figure.field)
      const isSame = before?.state === figure.state && before.value === figure.value
      return [figure.field, isSame ? (inEffect.get(figure.field) ?? figure) : figure]
    }),
  )
  return effectOnIndicators(indicators, line, listIndicatorSums(store, version.period, line), effective ? inEffect : null, next)
}
