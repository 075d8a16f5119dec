import { severities } from '../../shared/domain/finding.ts'
import type { Id } from '../../shared/domain/identity.ts'
import type { Store } from '../store/database.ts'
import { listStandingFindings } from '../store/finding-store.ts'
import { prepareLines } from '../store/line-reader.ts'
import { figureStamp, readAtOnce, rememberUntilChange, type ReadingSteps } from '../store/one-moment.ts'
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
 * What the rules find, whatever was decided about it, in the same order. Findings between submissions are computed here from what
 * counts now and never stored: the order of imports cannot change them.
 */
export const foundByRules = rememberUntilChange(function* find(
  store: Store,
  periodCode: string,
): ReadingSteps<{ scene: Scene; findings: readonly StandingFinding[]; byId: ReadonlyMap<Id, StandingFinding> }> {
  const scene = yield* enterScene(store, periodCode)
  const drafts: DraftFinding[] = []
  for (const { find: ask } of finders) {
    for (const draft of yield* ask(scene)) drafts.push(draft)
    yield
  }
  const named: StandingFinding[] = []
  for (const [index, draft] of drafts.entries()) {
    if (index % namedAtOnce === namedAtOnce - 1) yield
    named.push({ ...draft, id: findingId(periodCode, draft.unit, draft) })
  }
  const findings = yield* inOrder(scene, named)
  yield
  return { scene, findings, byId: new Map(findings.map((finding) => [finding.id, finding])) }
}, figureStamp)

/** Computed once for every state of the data; a decision lays over what the rules found before. Refuses with `period.not_found`. */
export const standingFindings = rememberUntilChange(function* find(store: Store, periodCode: string): ReadingSteps<StandingFindings> {
  const found = yield* foundByRules(store, periodCode)
  const { scene } = found
  const decisions = readDecisions(scene)
  const decided = new Map<Id, StandingFinding>()
  for (const id of decisions.decided) {
    const finding = found.byId.get(id)
    const now = finding && decisions.decide(id, finding)
    if (now && now !== finding) decided.set(id, now)
  }
  yield
  if (decided.size === 0) return { ...found, decisions }
  const byId = new Map(found.byId)
  for (const [id, finding] of decided) byId.set(id, finding)
  // What a reviewer marked stands among what must be settled; everything else keeps its place.
  const moved = [...decided.values()].filter(({ id, severity }) => severity !== found.byId.get(id)!.severity)
  const isMoved = new Set(moved.map(({ id }) => id))
  const staying = found.findings.flatMap((finding) => (isMoved.has(finding.id) ? [] : [decided.get(finding.id) ?? finding]))
  return { findings: mergeInto(staying, yield* inOrder(scene, moved), inWhichOrder(scene)), byId, decisions }
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

/** Each with the rules that it asks. */
const finders: readonly { rules: RegExp; find: (scene: Scene) => ReadingSteps<DraftFinding[]> }[] = [
  { rules: /^[CM]\d+$/, find: inSteps((scene) => overlayAdjustments(scene, storedFindings(scene))) },
  { rules: /^R[12]$/, find: inSteps(findRegisterTrouble) },
  { rules: /^R3$/, find: inSteps(findSuspendedAdjustments) },
  { rules: /^R[45]$/, find: findBetweenLines },
  { rules: /^R6$/, find: inSteps(findCommuneDifferences) },
  { rules: /^R([7-9]|1\d|2[01])$/, find: findSignFindings },
  { rules: /^N\d$/, find: findNarrativeTrouble },
  { rules: /^R30$/, find: findProgrammeRuleTrouble },
]

function inSteps(find: (scene: Scene) => DraftFinding[]): (scene: Scene) => ReadingSteps<DraftFinding[]> {
  return function* atOnce(scene) {
    yield
    return find(scene)
  }
}

function* findBetweenLines(scene: Scene): ReadingSteps<DraftFinding[]> {
  yield* prepareLines(scene.store, scene.periodKey, scene.programme.indicators)
  return findLineDifferences(scene)
}

/**
 * What has become of findings within a command that has just changed figures, by id; those that are gone are left out. Only the
 * rules that found them are asked again: a command keeps everybody else waiting.
 */
export function findAgain(store: Store, periodCode: string, before: readonly DraftFinding[]): ReadonlyMap<Id, StandingFinding> {
  const scene = readAtOnce(enterScene(store, periodCode))
  const asked = finders.filter(({ rules }) => before.some(({ rule }) => rules.test(rule)))
  const units = new Set(before.map(({ unit }) => unit))
  const drafts = asked.flatMap(({ find }) => readAtOnce(find(scene))).filter(({ unit }) => units.has(unit))
  return new Map(
    drafts.map((draft) => [findingId(periodCode, draft.unit, draft), { ...draft, id: findingId(periodCode, draft.unit, draft) }]),
  )
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

type Order = (a: StandingFinding, b: StandingFinding) => number

const rankIn = ({ units }: Scene, code: string | null): number => (code === null ? -1 : (units.get(code)?.rank ?? Number.MAX_SAFE_INTEGER))

const withinGroup: Order = (a, b) =>
  byRule.compare(a.rule, b.rule) || compare(a.subject ?? '', b.subject ?? '') || compare(a.counterpart ?? '', b.counterpart ?? '')

/** By level, then by unit in protocol order, then by rule. */
const inWhichOrder =
  (scene: Scene): Order =>
  (a, b) =>
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compare(rankIn(scene, a.unit), rankIn(scene, b.unit)) ||
    compare(a.unit ?? '', b.unit ?? '') ||
    withinGroup(a, b)

/** The few go to their places among the many; both are in order. */
function mergeInto(many: readonly StandingFinding[], few: readonly StandingFinding[], order: Order): readonly StandingFinding[] {
  if (few.length === 0) return many
  const merged: StandingFinding[] = []
  let next = 0
  for (const finding of many) {
    while (next < few.length && order(few[next]!, finding) < 0) merged.push(few[next++]!)
    merged.push(finding)
  }
  return [...merged, ...few.slice(next)]
}

/** The few of one unit and level are all that is ever sorted at once. */
function* inOrder(scene: Scene, findings: readonly StandingFinding[]): ReadingSteps<StandingFinding[]> {
  const groups = [...Map.groupBy(findings, ({ severity, unit }) => `${severity} ${unit ?? ''}`).values()].map((group) => {
    const { severity, unit } = group[0]!
    return { group, level: severities.indexOf(severity), rank: rankIn(scene, unit), unit: unit ?? '' }
  })
  yield
  const ordered: StandingFinding[] = []
  const sorted = groups.toSorted((a, b) => a.level - b.level || compare(a.rank, b.rank) || compare(a.unit, b.unit))
  for (const [index, { group }] of sorted.entries()) {
    if (index % orderedAtOnce === 0) yield
    ordered.push(...group.toSorted(withinGroup))
  }
  return ordered
}
