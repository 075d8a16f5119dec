import { findingStates, severities } from '../../shared/domain/finding.ts'
import { createPacker, type PackedParams } from '../../shared/domain/packed-params.ts'
import type { ServiceContext } from '../audit/context.ts'
import type { ReadingSteps } from '../store/one-moment.ts'
import { listExpectedUnits } from '../store/period-store.ts'
import { createScales } from './weigh-findings.ts'
import { findUnit } from '../store/unit-store.ts'
import { standingFindings } from './standing-findings.ts'

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

/** Everything that `listFindings` gives, in its order, small enough for a screen of 5,000 units. Refuses with `period.not_found`. */
export function* browseFindings({ store }: Pick<ServiceContext, 'store'>, periodCode: string): ReadingSteps<FindingColumns> {
  const { findings } = yield* standingFindings(store, periodCode)
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
  const weigh = createScales(store, periodCode)
  const { packed, add } = createPacker()
  const columns: Omit<FindingColumns, 'rules' | 'units' | 'params'> = {
    id: [],
    rule: [],
    severity: [],
    state: [],
    unit: [],
    field: [],
    weight: [],
  }
  for (const [index, { id, rule, severity, state, unit, subject, expected, actual, params }] of findings.entries()) {
    if (index % laidAtOnce === 0) yield
    columns.weight.push(weigh({ unit, field: subject, expected, actual }))
    columns.id.push(id)
    columns.rule.push(placeIn(rules, rule))
    columns.severity.push(severities.indexOf(severity))
    columns.state.push(findingStates.indexOf(state))
    columns.unit.push(unit === null ? -1 : placeIn(units, unit))
    columns.field.push(subject)
    add(params)
  }
  const nameOf = (code: string): string => names.get(code) ?? findUnit(store, code)?.name ?? code
  return { rules: [...rules.keys()], units: [...units.keys()].map((code) => ({ code, name: nameOf(code) })), ...columns, params: packed }
}
