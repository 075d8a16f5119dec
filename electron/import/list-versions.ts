import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { Channel, MappedSubmission, SubmissionState } from '../../shared/domain/submission.ts'
import type { ServiceContext } from '../audit/context.ts'
import { listHeldAnswers } from '../store/held-answer-store.ts'
import { findKeyedEntryOf } from '../store/keyed-entry-store.ts'
import { findMappingOf } from '../store/kept-mapping-store.ts'
import { getExpectedUnit, getPeriod } from '../store/period-store.ts'
import { listVersions as listStoredVersions, type StoredSubmission } from '../store/submission-store.ts'

/**
 * Why a version stands as it does: it was the `only` one when it came, a person has `chosen` it, or it was `replaced` by one chosen
 * later, `set_aside`, or is still `waiting`.
 */
type VersionReason = 'only' | 'chosen' | 'replaced' | 'set_aside' | 'waiting'

export type VersionAnswer = {
  rule: string
  params: Readonly<Record<string, string | number>>
  choice: string
  unit: string | null
  actor: string
  at: Instant
}

/** One version of a unit, with everything that people decided about it, oldest answer first. */
export type UnitVersion = {
  id: Id
  version: number
  state: SubmissionState
  why: VersionReason
  /** The version that took its place. */
  replacedBy: number | null
  originalName: string
  sha256: string
  layout: MappedSubmission['layout']
  receivedAt: Instant
  channel: Channel
  importedAt: Instant
  actor: string
  answers: readonly VersionAnswer[]
  /** Who keyed it in for the unit, and who checked it. */
  keyed: { actor: string; checker: string | null; checkedAt: Instant | null } | null
  /** The mapping by which it was read, who confirmed it and when. */
  mapping: { id: Id; actor: string; at: Instant } | null
}

/** Every version of a unit in a period, newest first. Refuses with `period.not_found`, `unit.not_found`. */
export function listUnitVersions({ store }: Pick<ServiceContext, 'store'>, request: { period: string; unit: string }): UnitVersion[] {
  const period = getPeriod(store, request.period)
  const unit = getExpectedUnit(store, period.code, request.unit)
  const versions = listStoredVersions(store, period.code, unit.code)
  const described = versions.map((version) => describeVersion(store, version))
  const chosenAt = (version: UnitVersion): Instant => version.answers.at(-1)?.at ?? version.importedAt
  return described
    .map((version) => {
      if (version.state !== 'superseded') return version
      // What took its place came into effect next.
      const later = described
        .filter((other) => (other.state === 'effective' || other.state === 'superseded') && chosenAt(other) > chosenAt(version))
        .toSorted((a, b) => (chosenAt(a) < chosenAt(b) ? -1 : 1))
      return { ...version, replacedBy: later[0]?.version ?? null }
    })
    .toReversed()
}

function describeVersion(store: ServiceContext['store'], version: StoredSubmission): UnitVersion {
  const { id, state, originalName, sha256, layout, receivedAt, channel, importedAt, actor } = version
  const answers = listHeldAnswers(store, id).map(({ rule, params, choice, unit, actor: by, at }) => ({
    rule,
    params: JSON.parse(params) as VersionAnswer['params'],
    choice,
    unit,
    actor: by,
    at,
  }))
  const keyed = findKeyedEntryOf(store, id)
  const mapping = findMappingOf(store, id)
  return {
    id,
    version: version.version,
    state,
    why: reasonOf(state, answers.length > 0),
    replacedBy: null,
    originalName,
    sha256,
    layout,
    receivedAt,
    channel,
    importedAt,
    actor,
    answers,
    keyed: keyed ? { actor: keyed.actor, checker: keyed.checker, checkedAt: keyed.checkedAt } : null,
    mapping: mapping ? { id: mapping.id, actor: mapping.actor, at: mapping.at } : null,
  }
}

function reasonOf(state: SubmissionState, wasAnswered: boolean): VersionReason {
  if (state === 'held') return 'waiting'
  if (state === 'effective') return wasAnswered ? 'chosen' : 'only'
  return state === 'superseded' ? 'replaced' : 'set_aside'
}
