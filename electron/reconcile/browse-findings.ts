import { findingStates, severities } from '../../shared/domain/finding.ts'
import { createPacker, type PackedParams } from '../../shared/domain/packed-params.ts'
import type { ServiceContext } from '../audit/context.ts'
import { figureStamp, rememberUntilChange, type ReadingSteps } from '../store/one-moment.ts'
import { listExpectedUnits } from '../store/period-store.ts'
import { scalesOf } from './weigh-findings.ts'
import { findUnit } from '../store/unit-store.ts'
import { foundByRules, standingFindings } from './standing-findings.ts'

/** Columns of equal length; `rule`, `severity`, `state` and `unit` are places in lists, unit −1 is the province. */
export type FindingColumns = {
  rules: string[]
  units: { code: string; name: string }[]
  id: string[]
  rule: number[]
  severity: number[]
  state: number[]
  unit: number[]
  field: (string | null)[]
  params: PackedParams
  weight: number[]
}

/** Findings that are laid into the columns before others are served. */
const laidAtOnce = 2000

type Layout = Omit<FindingColumns, 'state' | 'severity'> & { places: ReadonlyMap<string, number> }

/** What decisions change nothing of, in the order in which the rules found it. */
const layoutOf = rememberUntilChange(function* layOut(store, periodCode): ReadingSteps<Layout> {
  const { findings } = yield* foundByRules(store, periodCode)
  yield
  const names = new Map(listExpectedUnits(store, periodCode).map(({ code, name }) => [code, name]))
  const rules = new Map<string, number>()
  const units = new Map<string, number>()
  const placeIn = (places: Map<string, number>, value: string): number => {
    const known = places.get(value)
    if (known !== undefined) return known
    places.set(value, places.size)
    return places.size - 1
  }
  const weigh = yield* scalesOf(store, periodCode)
  const { packed, add } = createPacker()
  const columns: Pick<Layout, 'id' | 'rule' | 'unit' | 'field' | 'weight'> = { id: [], rule: [], unit: [], field: [], weight: [] }
  for (const [index, { id, rule, unit, subject, expected, actual, params }] of findings.entries()) {
    if (index % laidAtOnce === 0) yield
    columns.weight.push(weigh({ unit, field: subject, expected, actual }))
    columns.id.push(id)
    columns.rule.push(placeIn(rules, rule))
    columns.unit.push(unit === null ? -1 : placeIn(units, unit))
    columns.field.push(subject)
    add(params)
  }
  const nameOf = (code: string): string => names.get(code) ?? findUnit(store, code)?.name ?? code
  return {
    rules: [...rules.keys()],
    units: [...units.keys()].map((code) => ({ code, name: nameOf(code) })),
    ...columns,
    params: packed,
    places: new Map(columns.id.map((id, place) => [id, place])),
  }
}, figureStamp)

/** Everything that `listFindings` gives, in its order, small enough for a screen of 5,000 units. Refuses with `period.not_found`. */
export function* browseFindings({ store }: Pick<ServiceContext, 'store'>, periodCode: string): ReadingSteps<FindingColumns> {
  const { findings } = yield* standingFindings(store, periodCode)
  const { places, rules, units, params, ...laid } = yield* layoutOf(store, periodCode)
  yield
  const order = findings.map(({ id }) => places.get(id)!)
  const isMoved = order.some((place, index) => place !== index)
  const inOrder = <Value>(column: readonly Value[]): Value[] => (isMoved ? order.map((place) => column[place]!) : [...column])
  return {
    rules,
    units,
    id: inOrder(laid.id),
    rule: inOrder(laid.rule),
    severity: findings.map(({ severity }) => severities.indexOf(severity)),
    state: findings.map(({ state }) => findingStates.indexOf(state)),
    unit: inOrder(laid.unit),
    field: inOrder(laid.field),
    params: { ...params, rows: inOrder(params.rows) },
    weight: inOrder(laid.weight),
  }
}
