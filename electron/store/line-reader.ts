import type { SourceLine } from '../../shared/domain/programme.ts'
import {
  countExpectedByLine,
  findLastPeriodCount,
  findRegisteredCount,
  listIncompleteUnits,
  listLinePools,
  listPeerMaxima,
  listUnsentUnits,
  type LinePool,
  type UncountedUnit,
} from './consolidation-store.ts'
import type { Store } from './database.ts'
import { listPooledIndicators, type PooledIndicator } from './pooled-indicators.ts'

/** Every denominator known of one missing unit, by where it comes from. */
export type DenominatorsOfUnit = { unit: number; reported: number | null; registered: number | null; lastPeriod: number | null; peerMax: number | null }

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
  return (line, code) => {
    const indicator = indicators.get(code)
    if (!indicator) throw new Error(`the programme of this period has no indicator ${code}`)
    const { numerator, denominator, reported, notApplicable } = pools.get(`${line} ${code}`) ?? { numerator: 0, denominator: 0, reported: 0, notApplicable: 0 }
    const expectedUnits = expected.get(line) ?? 0
    const missing = expectedUnits - reported - notApplicable
    const unsent = missing === 0 ? [] : unsentOf(line)
    const uncounted = missing === unsent.length ? unsent : [...unsent, ...listIncompleteUnits(store, period, line, indicator)]
    return {
      pool: { numerator, denominator, reported, notApplicable },
      expectedUnits,
      uncounted: denominatorsOf(store, period, line, indicator, uncounted),
    }
  }
}

/** Known denominators of one unit of a line, for the indicator's figures of that unit alone. */
export function readUnitDenominators(store: Store, period: number, unit: { key: number; line: SourceLine; kind: string; reported: number | null }, indicator: string): DenominatorsOfUnit {
  const pooled = listPooledIndicators(store, period).find(({ code }) => code === indicator)
  if (!pooled) throw new Error(`the programme of this period has no indicator ${indicator}`)
  return denominatorsOf(store, period, unit.line, pooled, [{ unit: unit.key, kind: unit.kind, reported: unit.reported }])[0]!
}

/** The best source is enough: the dearer ones are not asked once a better one has answered. */
function denominatorsOf(store: Store, period: number, line: SourceLine, indicator: PooledIndicator, units: readonly UncountedUnit[]): DenominatorsOfUnit[] {
  let peers: Map<string, number> | undefined
  return units.map(({ unit, kind, reported }) => {
    const registered = reported === null ? findRegisteredCount(store, period, unit, indicator.denominator) : null
    const lastPeriod = reported === null && registered === null ? findLastPeriodCount(store, period, unit, indicator.denominator) : null
    const isKnown = reported !== null || registered !== null || lastPeriod !== null
    const peerMax = isKnown ? null : ((peers ??= listPeerMaxima(store, period, line, indicator)).get(kind) ?? null)
    return { unit, reported, registered, lastPeriod, peerMax }
  })
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
