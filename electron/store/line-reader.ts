import type { SourceLine } from '../../shared/domain/programme.ts'
import {
  countExpectedByLine,
  listEarlierPeriods,
  listLinePools,
  listUnsentUnits,
  mapCountsInEffect,
  mapRegisteredCounts,
  type LinePool,
} from './consolidation-store.ts'
import type { Store } from './database.ts'
import { surveyLine, type IndicatorSurvey, type UncountedUnit } from './line-survey.ts'
import { listPooledIndicators, type PooledIndicator } from './pooled-indicators.ts'

/** Every denominator known of one missing unit, by where it comes from. */
export type DenominatorsOfUnit = {
  unit: number
  reported: number | null
  registered: number | null
  lastPeriod: number | null
  peerMax: number | null
}

/** One line's part in one indicator: the sums, and who is not in them. */
export type LineRecord = { pool: Omit<LinePool, 'line' | 'indicator'>; expectedUnits: number; uncounted: readonly DenominatorsOfUnit[] }

/**
 * Reads lines of one period. Sums come from the roll-ups; units are looked at only where the sums say that some are
 * missing. Use within one transaction or command: what was read once is remembered.
 */
export function readLinesOf(store: Store, period: number): (line: SourceLine, indicator: string) => LineRecord {
  const indicators = new Map(listPooledIndicators(store, period).map((indicator) => [indicator.code, indicator]))
  const pools = new Map(listLinePools(store, period).map((pool) => [`${pool.line} ${pool.indicator}`, pool]))
  const expected = countExpectedByLine(store, period)
  const unsentOf = remember((line: SourceLine) => listUnsentUnits(store, period, line))
  const sources = denominatorSources(store, period)
  return (line, code) => {
    const indicator = indicators.get(code)
    if (!indicator) throw new Error(`the programme of this period has no indicator ${code}`)
    const { numerator, denominator, reported, notApplicable } = pools.get(`${line} ${code}`) ?? {
      numerator: 0,
      denominator: 0,
      reported: 0,
      notApplicable: 0,
    }
    const expectedUnits = expected.get(line) ?? 0
    const missing = expectedUnits - reported - notApplicable
    const unsent = missing === 0 ? [] : unsentOf(line)
    const uncounted = missing === unsent.length ? unsent : [...unsent, ...sources.survey(line, code).incomplete]
    return {
      pool: { numerator, denominator, reported, notApplicable },
      expectedUnits,
      uncounted: uncounted.map((unit) => sources.denominatorsOf(line, indicator, unit)),
    }
  }
}

/** Known denominators of one unit of a line, for its figures alone, by indicator. Use within one transaction or command. */
export function readUnitDenominators(
  store: Store,
  period: number,
  unit: { key: number; line: SourceLine; kind: string },
): (indicator: string, reported: number | null) => DenominatorsOfUnit {
  const indicators = new Map(listPooledIndicators(store, period).map((indicator) => [indicator.code, indicator]))
  const sources = denominatorSources(store, period)
  return (code, reported) => {
    const indicator = indicators.get(code)
    if (!indicator) throw new Error(`the programme of this period has no indicator ${code}`)
    return sources.denominatorsOf(unit.line, indicator, { unit: unit.key, kind: unit.kind, reported })
  }
}

type DenominatorSources = {
  survey(line: SourceLine, indicator: string): IndicatorSurvey
  denominatorsOf(line: SourceLine, indicator: PooledIndicator, unit: UncountedUnit): DenominatorsOfUnit
}

/** The best source is enough: the dearer ones are not asked once a better one has answered. */
function denominatorSources(store: Store, period: number): DenominatorSources {
  const surveyOf = remember((line: SourceLine) => surveyLine(store, period, line, listPooledIndicators(store, period)))
  const survey: DenominatorSources['survey'] = (line, indicator) => {
    const found = surveyOf(line).get(indicator)
    if (!found) throw new Error(`the programme of this period has no indicator ${indicator}`)
    return found
  }
  const registeredOf = remember((unit: number) => mapRegisteredCounts(store, period, unit))
  const countsOf = remember((before: number) => remember((unit: number) => mapCountsInEffect(store, before, unit)))
  let earlier: readonly number[] | undefined
  const lastPeriodCount = (unit: number, field: number): number | null => {
    for (const before of (earlier ??= listEarlierPeriods(store, period))) {
      const count = countsOf(before)(unit).get(field)
      if (count !== undefined) return count
    }
    return null
  }
  return {
    survey,
    denominatorsOf(line, { code, denominator }, { unit, kind, reported }) {
      const registered = reported === null ? (registeredOf(unit).get(denominator) ?? null) : null
      const lastPeriod = reported === null && registered === null ? lastPeriodCount(unit, denominator) : null
      const isKnown = reported !== null || registered !== null || lastPeriod !== null
      const peerMax = isKnown ? null : (survey(line, code).peerMaxima.get(kind) ?? null)
      return { unit, reported, registered, lastPeriod, peerMax }
    },
  }
}

function remember<Key, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = read(key)
    known.set(key, value)
    return value
  }
}
