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
import { findEarlierAnswer } from '../store/held-answer-store.ts'
import { findKeyedEntryOf } from '../store/keyed-entry-store.ts'
import { getPeriod, listExpectedUnits } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { findReceivedFile } from '../store/received-file-store.ts'
import { listReceiptsOfSubmission } from '../store/receipt-store.ts'
import { listInputs } from '../store/submission-rows.ts'
import { findEffective, listHeldSubmissions, type StoredSubmission } from '../store/submission-store.ts'
import { findWhatComesUpAgain, type ComesUpAgain } from './comes-up-again.ts'
import { readQuestion, versionRules, type HeldQuestion } from './held-question.ts'

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
  /** What people settled about figures and texts that this version changes: it comes up again if this version counts. */
  comesUpAgain: ComesUpAgain
  /** What was answered before to the same question about the same bytes. */
  answered: { choice: HeldChoice; actor: string; at: Instant } | null
  /** The figures keyed in for the unit that wait to be checked. */
  keyed: Id | null
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
    answered: findAnswered(store, version, question),
    ...(version.layout === 'keyed' && question.reasons[0]?.rule === 'M56'
      ? // Whoever checks it must not read there what was keyed.
        { ...nothingKnown, keyed: findKeyedEntryOf(store, version.id)?.id ?? null }
      : version.unit === null || line === undefined
        ? nothingKnown
        : {
            ...compareInputs(store, programme, { period: version.period, unit: version.unit, line }, listInputs(store, version.key)),
            keyed: null,
          }),
  }
}

const nothingKnown = { difference: null, effect: [], comesUpAgain: { adjustments: [], texts: [], findings: [] }, keyed: null }

type Target = { period: string; unit: string; line: string }
type Inputs = Parameters<typeof compareSubmissions>[1]

/** What another version would change: cell by cell against the one in use, in the province's sums, and in what people settled. */
export function compareInputs(
  store: ServiceContext['store'],
  programme: Programme,
  target: Target,
  inputs: Inputs,
): Pick<HeldItem, 'difference' | 'effect' | 'comesUpAgain'> {
  const effective = findEffective(store, target.period, target.unit)
  const old = effective ? listInputs(store, effective.key) : null
  const difference = compareSubmissions(old ?? { figures: [], texts: [], communeRows: [] }, inputs)
  return {
    difference,
    effect: effectOf(store, programme.indicators, target, old, inputs),
    comesUpAgain: findWhatComesUpAgain(store, target, difference),
  }
}

/** Only what is asked now: an earlier answer to another question says nothing. */
function findAnswered(store: ServiceContext['store'], { id, unit }: StoredSubmission, { reasons }: HeldQuestion): HeldItem['answered'] {
  const [asked] = reasons
  if (asked === undefined || unit === null || !versionRules.some((rule) => rule === asked.rule)) return null
  const earlier = findEarlierAnswer(store, { submission: id, rules: [asked.rule] })
  return earlier ? { choice: earlier.choice as HeldChoice, actor: earlier.actor, at: earlier.at } : null
}

/** Adjustments stay over what does not change under them; a changed figure loses its adjustment until it is confirmed again. */
function effectOf(
  store: ServiceContext['store'],
  indicators: Parameters<typeof effectOnIndicators>[0],
  { period, unit, line }: Target,
  old: Pick<Inputs, 'figures'> | null,
  inputs: Pick<Inputs, 'figures'>,
): IndicatorEffect[] {
  const inEffect = listReadingsInEffect(store, period, unit)
  const reported = new Map((old?.figures ?? []).map((figure) => [figure.field, figure]))
  const next = new Map<string, Reading>(
    inputs.figures.map((figure) => {
      const before = reported.get(figure.field)
      const isSame = before?.state === figure.state && before.value === figure.value
      return [figure.field, isSame ? (inEffect.get(figure.field) ?? figure) : figure]
    }),
  )
  return effectOnIndicators(indicators, line, listIndicatorSums(store, period, line), old ? inEffect : null, next)
}
