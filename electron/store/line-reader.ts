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
import { figureStamp, readAtOnce, type ReadingSteps } from './one-moment.ts'
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

type LineReader = (line: SourceLine, indicator: string) => ReadingSteps<LineRecord>

/** Of each open store the lines as they were read last, for as long as nothing is changed. */
const kept = new WeakMap<Store, { stamp: string; readers: Map<number, LineReader> }>()

function readerOf(store: Store, period: number): LineReader {
  const stamp = figureStamp(store)
  let known = kept.get(store)
  if (known?.stamp !== stamp) {
    known = { stamp, readers: new Map() }
    // What a transaction sees of its own changes may still be rolled back, and the stamp does not go back with it.
    if (!store.database.inTransaction) kept.set(store, known)
  }
  const found = known.readers.get(period)
  if (found) return found
  const reader = createReader(store, period)
  known.readers.set(period, reader)
  return reader
}

/**
 * Reads lines of one period. Sums come from the roll-ups; units are looked at only where the sums say that some are
 * missing. What was read once is remembered until something changes; use it within one transaction, command or step.
 */
export function readLinesOf(store: Store, period: number): (line: SourceLine, indicator: string) => LineRecord {
  const read = readerOf(store, period)
  return (line, code) => readAtOnce(read(line, code))
}

/** Reads the summed lines of a period step by step, so that `readLinesOf` has them at hand afterwards. */
export function* prepareLines(
  store: Store,
  period: number,
  indicators: readonly { code: string; line: SourceLine; crossCheckLines: readonly SourceLine[] }[],
): ReadingSteps<void> {
  const read = readerOf(store, period)
  for (const { code, line, crossCheckLines } of indicators) for (const one of [line, ...crossCheckLines]) yield* read(one, code)
}

/** Units whose denominators are looked up before others are served. */
const lookedUpAtOnce = 200

function createReader(store: Store, period: number): LineReader {
  const indicators = new Map(listPooledIndicators(store, period).map((indicator) => [indicator.code, indicator]))
  const pools = new Map(listLinePools(store, period).map((pool) => [`${pool.line} ${pool.indicator}`, pool]))
  const expected = countExpectedByLine(store, period)
  const unsentOf = remember((line: SourceLine) => listUnsentUnits(store, period, line))
  const sources = denominatorSources(store, period)
  const records = new Map<string, LineRecord>()

  function* read(line: SourceLine, code: string): ReadingSteps<LineRecord> {
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
    if (missing > 0) yield* sources.survey(line)
    const incomplete = missing === unsent.length ? [] : sources.surveyed(line, code).incomplete
    const uncounted: DenominatorsOfUnit[] = []
    for (const unit of [...unsent, ...incomplete]) {
      uncounted.push(sources.denominatorsOf(line, indicator, unit))
      if (uncounted.length % lookedUpAtOnce === 0) yield
    }
    return { pool: { numerator, denominator, reported, notApplicable }, expectedUnits, uncounted }
  }

  return function* readOnce(line, code) {
    const name = `${line} ${code}`
    const known = records.get(name)
    if (known) return known
    const record = yield* read(line, code)
    records.set(name, record)
    return record
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
  /** Looks at the units of a line, once. */
  survey(line: SourceLine): ReadingSteps<void>
  surveyed(line: SourceLine, indicator: string): IndicatorSurvey
  denominatorsOf(line: SourceLine, indicator: PooledIndicator, unit: UncountedUnit): DenominatorsOfUnit
}

/** The best source is enough: the dearer ones are not asked once a better one has answered. */
function denominatorSources(store: Store, period: number): DenominatorSources {
  const surveys = new Map<SourceLine, Map<string, IndicatorSurvey>>()
  function* survey(line: SourceLine): ReadingSteps<void> {
    if (!surveys.has(line)) surveys.set(line, yield* surveyLine(store, period, line, listPooledIndicators(store, period)))
  }
  const surveyed: DenominatorSources['surveyed'] = (line, indicator) => {
    if (!surveys.has(line)) readAtOnce(survey(line))
    const found = surveys.get(line)?.get(indicator)
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
    surveyed,
    denominatorsOf(line, { code, denominator }, { unit, kind, reported }) {
      const registered = reported === null ? (registeredOf(unit).get(denominator) ?? null) : null
      const lastPeriod = reported === null && registered === null ? lastPeriodCount(unit, denominator) : null
      const isKnown = reported !== null || registered !== null || lastPeriod !== null
      const peerMax = isKnown ? null : (surveyed(line, code).peerMaxima.get(kind) ?? null)
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
