import type { Id } from '../../shared/domain/identity.ts'
import { severities, type Severity } from '../../shared/domain/finding.ts'
import type { ServiceContext } from '../audit/context.ts'
import type { Store } from '../store/database.ts'
import { countOpenFindings, listAdjustedUnits, listStandingFindings, type FindingBounds } from '../store/finding-store.ts'
import { prepareLines } from '../store/line-reader.ts'
import { readAtOnce, type ReadingSteps } from '../store/one-moment.ts'
import { getPeriod, getPeriodKey, listExpectedUnits } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { findingId } from '../store/submission-finding-store.ts'
import { findCommuneDifferences, findLineDifferences } from './cross-line-findings.ts'
import { findNarrativeTrouble } from './narrative-findings.ts'
import { overlayAdjustments } from './overlay-adjustments.ts'
import { readDecisions, type Decisions } from './overlay-settlements.ts'
import { sourceOf, type DraftFinding, type Finding, type Scene, type StoredDraft } from './scene.ts'
import { findProgrammeRuleTrouble } from './programme-rule-findings.ts'
import { findSignFindings } from './sign-findings.ts'
import { findRegisterTrouble, findSuspendedAdjustments } from './unit-findings.ts'

type FindingRequest = {
  period: string
  open?: boolean
  unit?: string | undefined
  severity?: Severity | undefined
  /** Without the cells of what is looked up on demand: a list of thousands shows none. */
  withoutCells?: boolean
}

const isOpen = ({ state }: Pick<DraftFinding, 'state'>): boolean => state === 'open' || state === 'asked'

/**
 * Everything that stands in a period, weightiest first, then in protocol order. Findings between submissions are
 * computed here from what counts now and never stored: the order of imports cannot change them.
 * Refuses with `period.not_found`.
 */
export const listFindings = (context: Pick<ServiceContext, 'store'>, request: FindingRequest): Finding[] =>
  readAtOnce(findingSteps(context, request))

/** `listFindings` step by step. */
export function* findingSteps({ store }: Pick<ServiceContext, 'store'>, request: FindingRequest): ReadingSteps<Finding[]> {
  const scene = yield* enterScene(store, request.period)
  const { period } = scene
  const { open, unit, severity } = request
  const decisions = readDecisions(scene)
  // What a reviewer marked has another level than the one that is stored.
  const own = overlayAdjustments(scene, storedFindings(scene, { unit, severity: decisions.isMarking ? undefined : severity }))
  yield
  const between = yield* findBetween(scene)
  const wanted: (DraftFinding & { id: Id })[] = []
  for (const [index, draft] of [...own, ...between].entries()) {
    if (index % namedAtOnce === 0) yield
    if (unit !== undefined && draft.unit !== unit) continue
    const id = findingId(period.code, draft.unit, draft)
    const decided = decisions.decided.has(id) ? decisions.decide(id, draft) : draft
    if ((open === true && !isOpen(decided)) || (severity !== undefined && decided.severity !== severity)) continue
    wanted.push({ id, ...decided })
  }
  yield
  const found: Finding[] = []
  for (const [index, { subject, counterpart: _counterpart, look, ...draft }] of wanted.toSorted(inOrderOf(scene)).entries()) {
    if (index % namedAtOnce === 0) yield
    found.push({ ...draft, field: subject, sources: look && request.withoutCells !== true ? look() : draft.sources })
  }
  return found
}

/** Findings that get their ids and cells before others are served. */
const namedAtOnce = 1000

/** One finding before it is laid out, for who decides about it; undefined when it does not stand. */
export function findDrafts(store: Store, periodCode: string): { drafts: ReadonlyMap<Id, DraftFinding>; decisions: Decisions } {
  const scene = readAtOnce(enterScene(store, periodCode))
  const decisions = readDecisions(scene)
  const all = [...overlayAdjustments(scene, storedFindings(scene, {})), ...readAtOnce(findBetween(scene))]
  const drafts = new Map(
    all.map((draft) => {
      const id = findingId(scene.period.code, draft.unit, draft)
      return [id, decisions.decide(id, draft)]
    }),
  )
  return { drafts, decisions }
}

/** How many findings of each level are open, as many as `listFindings` gives, without naming them. */
export function* countFindings({ store }: Pick<ServiceContext, 'store'>, periodCode: string): ReadingSteps<Record<Severity, number>> {
  const scene = yield* enterScene(store, periodCode)
  const counts: Record<Severity, number> = { blocking: 0, warning: 0, info: 0 }
  for (const { severity, count } of countOpenFindings(store, scene.periodKey)) counts[severity] += count
  const adjustedUnits = new Set(listAdjustedUnits(store, scene.periodKey))
  const adjusted = [...adjustedUnits].flatMap((unit) => storedFindings(scene, { unit }))
  const decisions = readDecisions(scene)
  const asDecided = (draft: DraftFinding): DraftFinding =>
    decisions.decided.size === 0 ? draft : decisions.decide(findingId(scene.period.code, draft.unit, draft), draft)
  // The others were counted as the store has them.
  const decided = [...decisions.units].flatMap((unit) => (adjustedUnits.has(unit) ? [] : storedFindings(scene, { unit })))
  for (const draft of decided) {
    const now = asDecided(draft)
    if (isOpen(draft)) counts[draft.severity] -= 1
    if (isOpen(now)) counts[now.severity] += 1
  }
  yield
  const between = yield* findBetween(scene)
  for (const draft of [...overlayAdjustments(scene, adjusted), ...between].map(asDecided)) if (isOpen(draft)) counts[draft.severity] += 1
  return counts
}

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

const storedFindings = ({ store, periodKey }: Scene, bounds: FindingBounds): StoredDraft[] =>
  listStandingFindings(store, periodKey, bounds).map(({ id: _id, cells, file, ...finding }) => ({
    ...finding,
    sources: file ? (cells.length === 0 ? [{ sheet: '', cell: '' }] : cells).map((cell) => sourceOf(store, file, cell)) : [],
  }))

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)

/** C2 before C10; made once, because a comparison that brings its own costs more than the list. */
const byRule = new Intl.Collator('en', { numeric: true })

function inOrderOf({ units }: Scene): (a: DraftFinding, b: DraftFinding) => number {
  const rank = (code: string | null): number => (code === null ? -1 : (units.get(code)?.rank ?? Number.MAX_SAFE_INTEGER))
  return (a, b) =>
    compare(severities.indexOf(a.severity), severities.indexOf(b.severity)) ||
    compare(rank(a.unit), rank(b.unit)) ||
    compare(a.unit ?? '', b.unit ?? '') ||
    byRule.compare(a.rule, b.rule) ||
    compare(a.subject ?? '', b.subject ?? '') ||
    compare(a.counterpart ?? '', b.counterpart ?? '')
}
