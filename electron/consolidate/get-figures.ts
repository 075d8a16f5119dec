import type { CrossCheckFigures, IndicatorFigures } from '../../shared/domain/consolidation.ts'
import { cellStates, countedValue, type CellState, type Reading } from '../../shared/domain/figure.ts'
import type { Period } from '../../shared/domain/period.ts'
import type { Indicator, Programme, SourceLine } from '../../shared/domain/programme.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import { chooseBasis } from '../../shared/rules/bound-indicator.ts'
import { consolidateIndicator } from '../../shared/rules/consolidate-indicator.ts'
import { poolUnit } from '../../shared/rules/pool-indicator.ts'
import { summedLineOf } from '../../shared/rules/summed-line.ts'
import type { ServiceContext } from '../audit/context.ts'
import { listCommuneReadingsOf, listFieldSums, type FieldSum } from '../store/consolidation-store.ts'
import type { Store } from '../store/database.ts'
import { listReadingsInEffect } from '../store/figure-store.ts'
import { readLinesOf, readUnitDenominators } from '../store/line-reader.ts'
import { getExpectedUnit, getPeriod, getPeriodKey } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { getUnitKey } from '../store/unit-store.ts'

/** No ids, times or paths in it: equal figures give equal JSON. A field is an integer exactly when its state is `value`. */
export type Figures = {
  indicators: readonly IndicatorFigures[]
  crossChecks: readonly CrossCheckFigures[]
  fields: Readonly<Record<string, number | null>>
  states: Readonly<Record<string, CellState>>
}

/**
 * The province's figures of a period, or those of one expected unit: one element per indicator in the programme's order,
 * other lines beside them, and every field. Refuses with `period.not_found`, `unit.not_found`.
 */
export function getFigures({ store }: Pick<ServiceContext, 'store'>, request: { period: string; unit?: string }): Figures {
  const period = getPeriod(store, request.period)
  const programme = getProgramme(store, period.programmeVersion)
  if (request.unit === undefined) return figuresOfProvince(store, period, programme)
  return figuresOfUnit(store, period, programme, getExpectedUnit(store, period.code, request.unit))
}

function figuresOfProvince(store: Store, period: Period, programme: Programme): Figures {
  const key = getPeriodKey(store, period.code)
  const readLine = readLinesOf(store, key)
  const sums = new Map(listFieldSums(store, key).map((sum) => [`${sum.line} ${sum.field}`, sum]))
  return {
    indicators: programme.indicators.map((indicator) => {
      const { pool, expectedUnits, uncounted } = readLine(indicator.line, indicator.code)
      return consolidateIndicator(
        indicator,
        { line: indicator.line, pool, expectedUnits, missing: uncounted.map(chooseBasis) },
        period.endsYear,
      )
    }),
    crossChecks: programme.indicators.flatMap(({ code, crossCheckLines }) =>
      crossCheckLines.map((line): CrossCheckFigures => {
        const { pool, expectedUnits } = readLine(line, code)
        return {
          code,
          line,
          numerator: pool.numerator,
          denominator: pool.denominator,
          coverage: { reported: pool.reported, expected: expectedUnits - pool.notApplicable },
        }
      }),
    ),
    ...spread(programme, (code) => readingOfSum(sums.get(`${summedLineOf(programme, code)} ${code}`))),
  }
}

const blank: Reading = { state: 'blank', value: null }

/** One counted unit makes a sum; otherwise the state that says most about why there is none. */
function readingOfSum(sum: FieldSum | undefined): Reading {
  if (!sum) return blank
  if (sum.counts.value > 0) return { state: 'value', value: sum.total }
  const state = (['nil', 'unreadable', 'blank', 'not_applicable'] as const).find((candidate) => sum.counts[candidate] > 0)
  return { state: state ?? 'blank', value: null }
}

function spread({ fields }: Programme, readingOf: (code: string) => Reading): Pick<Figures, 'fields' | 'states'> {
  const readings = fields.map(({ code }) => [code, readingOf(code)] as const)
  return {
    fields: Object.fromEntries(readings.map(([code, { value }]) => [code, value])),
    states: Object.fromEntries(readings.map(([code, { state }]) => [code, state])),
  }
}

function figuresOfUnit(store: Store, period: Period, programme: Programme, unit: Unit): Figures {
  const key = getPeriodKey(store, period.code)
  const readings = listReadingsInEffect(store, period.code, unit.code)
  const denominatorsOf = readUnitDenominators(store, key, { key: getUnitKey(store, unit.code), line: unit.line, kind: unit.kind })
  const indicatorOfUnit = (indicator: Indicator): IndicatorFigures => {
    const [numerator, denominator] = [readings.get(indicator.numerator), readings.get(indicator.denominator)]
    const pool = poolUnit(numerator, denominator)
    const isMissing = pool.reported + pool.notApplicable === 0
    const reported = (denominator && countedValue(denominator)) ?? null
    const known = isMissing ? [denominatorsOf(indicator.code, reported)] : []
    return consolidateIndicator(indicator, { line: unit.line, pool, expectedUnits: 1, missing: known.map(chooseBasis) }, period.endsYear)
  }
  return {
    indicators: programme.indicators.map(indicatorOfUnit),
    crossChecks: crossChecksOfUnit(store, key, programme, unit),
    ...spread(programme, (code) => readings.get(code) ?? blank),
  }
}

/** What other lines' optional per-commune rows say of this unit; only where both counts are there. */
function crossChecksOfUnit(store: Store, period: number, programme: Programme, unit: Unit): CrossCheckFigures[] {
  const rows = listCommuneReadingsOf(store, period, unit.code)
  if (rows.length === 0) return []
  const readingOf = (line: SourceLine, field: string): Reading | undefined => {
    const row = rows.find((candidate) => candidate.line === line && candidate.field === field)
    return row && { state: cellStates[row.state]!, value: row.value }
  }
  return programme.indicators.flatMap(({ code, crossCheckLines, numerator, denominator }) =>
    crossCheckLines.flatMap((line): CrossCheckFigures[] => {
      const pool = poolUnit(readingOf(line, numerator), readingOf(line, denominator))
      return pool.reported === 0
        ? []
        : [{ code, line, numerator: pool.numerator, denominator: pool.denominator, coverage: { reported: 1, expected: 1 } }]
    }),
  )
}
