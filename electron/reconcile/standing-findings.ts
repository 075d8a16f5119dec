import { severities } from '../../shared/domain/finding.ts'
import type { Id } from '../../shared/domain/identity.ts'
import type { Store } from '../store/database.ts'
import { listStandingFindings } from '../store/finding-store.ts'
import { prepareLines } from '../store/line-reader.ts'
import { rememberUntilChange, type ReadingSteps } from '../store/one-moment.ts'
import { getPeriod, getPeriodKey, listExpectedUnits } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { findingId } from '../store/submission-finding-store.ts'
import { findCommuneDifferences, findLineDifferences } from './cross-line-findings.ts'
import { findNarrativeTrouble } from './narrative-findings.ts'
import { overlayAdjustments } from './overlay-adjustments.ts'
import { readDecisions, type Decisions } from './overlay-settlements.ts'
import { findProgrammeRuleTrouble } from './programme-rule-findings.ts'
import { sourceOf, type DraftFinding, type Scene, type StoredDraft } from './scene.ts'
import { findSignFindings } from './sign-findings.ts'
import { findRegisterTrouble, findSuspendedAdjustments } from './unit-findings.ts'

export type StandingFinding = DraftFinding & { id: Id }

/** Everything that stands in a period as it was decided: weightiest first, then in protocol order; and by id. */
export type StandingFindings = {
  findings: readonly StandingFinding[]
  byId: ReadonlyMap<Id, StandingFinding>
  decisions: Decisions
}

/**
 * Findings between submissions are computed here from what counts now and never stored: the order of imports cannot change
 * them. Computed once for every state of the data. Refuses with `period.not_found`.
 */
export const standingFindings = rememberUntilChange(function* find(store: Store, periodCode: string): ReadingSteps<StandingFindings> {
  const scene = yield* enterScene(store, periodCode)
  const decisions = readDecisions(scene)
  const own = overlayAdjustments(scene, storedFindings(scene))
  yield
  const drafts = [...own, ...(yield* findBetween(scene))]
  yield
  const named: StandingFinding[] = []
  for (const [index, draft] of drafts.entries()) {
    if (index % namedAtOnce === namedAtOnce - 1) yield
    const id = findingId(periodCode, draft.unit, draft)
    named.push({ ...(decisions.decided.has(id) ? decisions.decide(id, draft) : draft), id })
  }
  const findings = yield* inOrder(scene, named)
  return { findings, byId: new Map(findings.map((finding) => [finding.id, finding])), decisions }
})

/** Findings that get their ids before others are served. */
const namedAtOnce = 1000
/** Groups of one unit and level that are put in order before others are served. */
const orderedAtOnce = 500

/** What finders read from, of one period. Refuses with `period.not_found`. */
export function* enterScene(store: Store, periodCode: string): ReadingSteps<Scene> {
  const period = getPeriod(store, periodCode)
  const units = new Map(listExpectedUnits(store, period.code).map((unit) => [unit.code, unit]))
  yield
  return { store, period, periodKey: getPeriodKey(store, period.code), programme: getProgramme(store, period.programmeVersion), units }
}

function* findBetween(scene: Scene): ReadingSteps<DraftFinding[]> {
  const register = findRegisterTrouble(scene)
  yield
  yield* prepareLines(scene.store, scene.periodKey, scene.programme.indicators)
  const lines = findLineDifferences(scene)
  yield
  const communes = findCommuneDifferences(scene)
  yield
  const signs = yield* findSignFindings(scene)
  yield
  const narratives = yield* findNarrativeTrouble(scene)
  const own = yield* findProgrammeRuleTrouble(scene)
  return [...register, ...findSuspendedAdjustments(scene), ...lines, ...communes, ...signs, ...narratives, ...own]
}

const storedFindings = ({ store, periodKey }: Scene): StoredDraft[] =>
  listStandingFindings(store, periodKey).map(({ id: _id, cells, file, ...finding }) => ({
    ...finding,
    sources: [],
    look: () => (file ? (cells.length === 0 ? [{ sheet: '', cell: '' }] : cells).map((cell) => sourceOf(store, file, cell)) : []),
  }))

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)

/** C2 before C10; made once, because a comparison that brings its own costs more than the list. */
const byRule = new Intl.Collator('en', { numeric: true })

/** By level, then by unit in protocol order, then by rule; the few of one unit and level are all that is ever sorted at once. */
function* inOrder({ units }: Scene, findings: readonly StandingFinding[]): ReadingSteps<StandingFinding[]> {
  const rank = (code: string | null): number => (code === null ? -1 : (units.get(code)?.rank ?? Number.MAX_SAFE_INTEGER))
  const groups = [...Map.groupBy(findings, ({ severity, unit }) => `${severity} ${unit ?? ''}`).values()].map((group) => {
    const { severity, unit } = group[0]!
    return { group, level: severities.indexOf(severity), rank: rank(unit), unit: unit ?? '' }
  })
  yield
  const ordered: StandingFinding[] = []
  const sorted = groups.toSorted((a, b) => a.level - b.level || compare(a.rank, b.rank) || compare(a.unit, b.unit))
  for (const [index, { group }] of sorted.entries()) {
    if (index % orderedAtOnce === 0) yield
    const inside = group.toSorted(
      (a, b) =>
        byRule.compare(a.rule, b.rule) || compare(a.subject ?? '', b.subject ?? '') || compare(a.counterpart ?? '', b.counterpart ?? ''),
    )
    ordered.push(...inside)
  }
  return ordered
}
