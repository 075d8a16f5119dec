import type { Programme } from '../../shared/domain/programme.ts'
import { brokenFields } from '../../shared/rules/series-breaks.ts'
import { findSigns, signsOfUnit, type SignsFound } from '../../shared/rules/signs/find-signs.ts'
import { ruleParametersOf, type RuleParameters } from '../../shared/rules/signs/rule-parameters.ts'
import { planSigns, type Counts, type EarlierCounts, type Sign, type SignPlan, type UnitCounts } from '../../shared/rules/signs/sign.ts'
import { countsInEffect, stampOfCounts } from '../store/count-store.ts'
import type { Store } from '../store/database.ts'
import { findEarlierPeriods, type EarlierPeriod, type EarlierPeriods } from '../store/earlier-period-store.ts'
import { dataStamp, type ReadingSteps } from '../store/one-moment.ts'
import { fieldKeys } from '../store/programme-store.ts'
import { readRuleSettings } from '../store/setting-store.ts'
import { unitKeys } from '../store/unit-store.ts'
import { fieldSources } from './field-sources.ts'
import { type DraftFinding, type Scene, type Source } from './scene.ts'

/** Everything the rules between periods and units said, and what they could not be asked. */
export type SignsOfPeriod = SignsFound & {
  earlier: EarlierPeriods
  units: readonly UnitCounts[]
  programme: Programme
  parameters: RuleParameters
}

const kept = new WeakMap<Store, Map<string, { of: string; found: SignsOfPeriod }>>()

/** Rules R7 to R21 over a period, remembered until what they are judged by changes: settling and noting change nothing of it. */
export function* signsOfPeriod(scene: Scene): ReadingSteps<SignsOfPeriod> {
  const { store, period } = scene
  const basis = readBasis(scene)
  let periods = kept.get(store)
  if (!periods) kept.set(store, (periods = new Map()))
  const known = periods.get(period.code)
  if (known?.of === basis.stamp) return known.found
  const stamp = dataStamp(store)
  const found = yield* judgePeriod(scene, basis)
  // What a transaction sees of its own rows may be rolled back, and their keys given to others.
  if (!store.database.inTransaction && dataStamp(store) === stamp) periods.set(period.code, { of: basis.stamp, found })
  return found
}

/** `terms`: what every unit is judged by, apart from figures. */
type Basis = { parameters: RuleParameters; earlier: EarlierPeriods; terms: string; stamp: string }

function readBasis({ store, period, periodKey, programme, units }: Scene): Basis {
  const parameters = ruleParametersOf(programme, readRuleSettings(store))
  const earlier = findEarlierPeriods(store, period, programme)
  const counted = [periodKey, ...[...earlier.latest, earlier.sameYear, earlier.yearAgo].flatMap((one) => one?.key ?? [])]
  const versions = [...new Set(counted)].map((key) => stampOfCounts(store, key))
  const terms = JSON.stringify([period.programmeVersion, parameters, earlier, [...units.values()]])
  return { parameters, earlier, terms, stamp: `${terms} ${JSON.stringify(versions)}` }
}

type Judged = { by: readonly (Counts | undefined)[]; signs: readonly Sign[] }
const judgedUnits = new WeakMap<Store, Map<string, { terms: string; units: Map<string, Judged> }>>()

/** The signs of a unit's own figures, judged again only when these are others: one adjustment leaves 5,000 units as they were. */
function rememberUnits({ store, period }: Scene, terms: string, plan: SignPlan): (unit: UnitCounts) => readonly Sign[] {
  let periods = judgedUnits.get(store)
  if (!periods) judgedUnits.set(store, (periods = new Map()))
  let known = periods.get(period.code)
  if (known?.terms !== terms) periods.set(period.code, (known = { terms, units: new Map() }))
  const { units } = known
  return (unit) => {
    const by = [unit.now, unit.last?.asReported, unit.sameYear?.asReported, unit.yearAgo?.asReported]
    const before = units.get(unit.code)
    if (before && by.every((counts, index) => counts === before.by[index])) return before.signs
    const signs = signsOfUnit(unit, plan)
    units.set(unit.code, { by, signs })
    return signs
  }
}

function* judgePeriod(scene: Scene, { parameters, earlier, terms }: Basis): ReadingSteps<SignsOfPeriod> {
  const { store, period, periodKey, programme, units } = scene
  const places = fieldKeys(store)
  const placeOf = (field: string): number => places.get(field) ?? 0
  const plan = planSigns(programme, parameters, placeOf)
  const now = yield* countsInEffect(store, periodKey)
  const readOnce = new Map<number, ReadonlyMap<number, Counts>>()
  const [latest, before] = earlier.latest
  for (const one of [latest, earlier.sameYear, earlier.yearAgo])
    if (one && !readOnce.has(one.key)) readOnce.set(one.key, yield* countsInEffect(store, one.key))
  // The one before the last is asked only about who missed the last.
  const inLatest = latest && readOnce.get(latest.key)
  if (before && !readOnce.has(before.key))
    readOnce.set(before.key, yield* countsInEffect(store, before.key, (unit) => now.has(unit) && inLatest?.has(unit) !== true))
  const brokenPlaces = new Map<number, readonly number[]>()
  const brokenSince = ({ key, cutOff }: EarlierPeriod): readonly number[] => {
    const known = brokenPlaces.get(key) ?? brokenFields(programme, cutOff, period.cutOff).map(placeOf)
    brokenPlaces.set(key, known)
    return known
  }
  const masked = new Map<Counts, Counts>()
  const earlierOf = (unit: number, candidates: readonly (EarlierPeriod | undefined)[]): EarlierCounts | null => {
    for (const one of candidates) {
      const asReported = one && readOnce.get(one.key)?.get(unit)
      if (!one || !asReported) continue
      let counts = asReported
      const broken = brokenSince(one)
      if (broken.length > 0) {
        counts = masked.get(asReported) ?? asReported.slice()
        for (const place of broken) counts[place] = Number.NaN
        masked.set(asReported, counts)
      }
      return { period: one.code, counts, asReported }
    }
    return null
  }
  const keys = unitKeys(store)
  const reported: UnitCounts[] = []
  const expectedChildren = new Map<string, number>()
  for (const [index, { code, name, kind, line, parent }] of [...units.values()].entries()) {
    if (index % comparedAtOnce === comparedAtOnce - 1) yield
    if (parent !== null) expectedChildren.set(parent, (expectedChildren.get(parent) ?? 0) + 1)
    const key = keys.get(code)
    const counts = key === undefined ? undefined : now.get(key)
    if (key === undefined || !counts) continue
    reported.push({
      code,
      name,
      kind,
      line,
      parent,
      now: counts,
      last: earlierOf(key, earlier.latest),
      sameYear: earlierOf(key, [earlier.sameYear]),
      yearAgo: earlierOf(key, [earlier.yearAgo]),
    })
  }
  yield
  const found = yield* findSigns(reported, plan, expectedChildren, rememberUnits(scene, terms, plan))
  return { ...found, earlier, units: reported, programme, parameters }
}

/** Units whose earlier counts are put beside theirs before others are served. */
const comparedAtOnce = 1000

/** The signs as findings; their cells are looked up when somebody wants to see them. */
export function* findSignFindings(scene: Scene): ReadingSteps<DraftFinding[]> {
  const { signs } = yield* signsOfPeriod(scene)
  return signs.map(({ fields: _fields, others: _others, ...rest }, index) => ({
    ...rest,
    state: 'open' as const,
    sources: [],
    look: () => cellsOf(scene, signs[index]!),
  }))
}

const cellsOf = (scene: Scene, { unit, fields, others }: Sign): Source[] =>
  fieldSources(scene, [...fields.map((field) => ({ unit, field })), ...others])
