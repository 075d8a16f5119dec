import type { SourceLine } from '../../shared/domain/programme.ts'
import type { Store } from './database.ts'
import type { ReadingSteps } from './one-moment.ts'
import type { PooledIndicator } from './pooled-indicators.ts'

/** A unit that is not summed; `reported` = its own denominator in effect, when only the numerator is missing. */
export type UncountedUnit = { unit: number; kind: string; reported: number | null }

/** What the sums of one indicator do not tell: who is not in them, and how large the summed ones are. */
export type IndicatorSurvey = {
  /** Units whose version counts, but whose numerator or denominator is blank or unreadable; by unit key. */
  incomplete: UncountedUnit[]
  /** The largest denominator among the summed units of each kind. */
  peerMaxima: Map<string, number>
}

/**
 * Looks at every unit of a line with a version that counts, once for all indicators: asking per indicator reads the same
 * pages of the store again and again.
 */
export function* surveyLine(
  store: Store,
  period: number,
  line: SourceLine,
  indicators: readonly PooledIndicator[],
): ReadingSteps<Map<string, IndicatorSurvey>> {
  const surveys = indicators.map((indicator) => ({ indicator, survey: { incomplete: [], peerMaxima: new Map() } as IndicatorSurvey }))
  const used = indicators.flatMap(({ numerator, denominator }) => [numerator, denominator])
  const [first, last] = [Math.min(...used), Math.max(...used)]
  const states = new Uint8Array(last - first + 1)
  const values = new Float64Array(last - first + 1)
  const adjusted = mapAdjustedFigures(store, period)
  let after = -1
  for (let units = readUnits(store, { period, line, first, last, after }); units.length > 0;) {
    for (const row of units) take(row)
    after = units.at(-1)![0]
    yield
    units = readUnits(store, { period, line, first, last, after })
  }
  return new Map(surveys.map(({ indicator, survey }) => [indicator.code, survey]))

  function take([unit, kind, fields, figures]: UnitRow): void {
    states.fill(absent)
    if (fields !== null && figures !== null) {
      const packed = figures.split(',')
      for (const [index, field] of fields.split(',').entries()) {
        const [place, both] = [Number(field) - first, Number(packed[index])]
        values[place] = Math.floor(both / stateSpan)
        states[place] = both % stateSpan
      }
    }
    for (const [field, value] of adjusted.get(unit) ?? []) {
      const place = field - first
      if (place < 0 || field > last || states[place] === absent) continue
      states[place] = 0
      values[place] = value
    }
    for (const { indicator, survey } of surveys) {
      const [numerator, denominator] = [indicator.numerator - first, indicator.denominator - first]
      const [top, bottom] = [states[numerator]!, states[denominator]!]
      if (top < 2 && bottom < 2) {
        const largest = survey.peerMaxima.get(kind)
        if (largest === undefined || largest < values[denominator]!) survey.peerMaxima.set(kind, values[denominator]!)
      } else if (top !== notApplicable && bottom !== notApplicable)
        survey.incomplete.push({ unit, kind, reported: bottom < 2 ? values[denominator]! : null })
    }
  }
}

/** States as stored, in the order of `cellStates`: below 2 a unit is summed, from 3 on it has not reported. No row says nothing. */
const [notApplicable, absent, stateSpan] = [2, 7, 8]

/** A unit's figures as two lists of numbers in one text each: a row per figure costs twice as long to hand over. */
type UnitRow = [unit: number, kind: string, fields: string | null, figures: string | null]

/** About ten milliseconds of work. */
const unitsAtOnce = 700

/** The plus keeps the range of units where it is: repeated for the submissions, it would be chosen as their index. */
const unitRows = `SELECT e.unit, e.kind, group_concat(g.field), group_concat(ifnull(g.value, 0) * ${stateSpan} + g.state)
  FROM expected_unit e CROSS JOIN submission s ON s.period = e.period AND s.unit = +e.unit AND s.state = 'effective'
  LEFT JOIN figure g ON g.submission = s.key AND g.field BETWEEN @first AND @last
  WHERE e.period = @period AND e.unit > @after AND e.line = @line GROUP BY e.unit ORDER BY e.unit LIMIT ${unitsAtOnce}`

const readUnits = (store: Store, request: { period: number; line: string; first: number; last: number; after: number }): UnitRow[] =>
  store.database.prepare<[typeof request], UnitRow>(unitRows).raw().all(request)

/** Values in effect by unit and field key. */
function mapAdjustedFigures(store: Store, period: number): Map<number, [field: number, value: number][]> {
  const rows = store
    .prepare<[number], { unit: number; field: number; value: number }>(
      "SELECT unit, field, value FROM adjustment WHERE period = ? AND state = 'active'",
    )
    .all(period)
  return new Map([...Map.groupBy(rows, ({ unit }) => unit)].map(([unit, own]) => [unit, own.map(({ field, value }) => [field, value])]))
}
