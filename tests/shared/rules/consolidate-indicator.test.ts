import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndicatorFigures } from '../../../shared/domain/consolidation.ts'
import { largestCount, type Reading } from '../../../shared/domain/figure.ts'
import { chooseBasis, type DenominatorSources, type MissingUnit } from '../../../shared/rules/bound-indicator.ts'
import { consolidateIndicator } from '../../../shared/rules/consolidate-indicator.ts'
import { displayRate, formatRate } from '../../../shared/rules/format-rate.ts'
import { addPools, emptyPool, poolUnit, type Pool } from '../../../shared/rules/pool-indicator.ts'

const value = (count: number): Reading => ({ state: 'value', value: count })
const state = (name: Exclude<Reading['state'], 'value'>): Reading => ({ state: name, value: null })
const percent = (threshold: number) => ({ code: 'ind.p', form: 'percent', threshold }) as const
const ratio = (threshold: number) => ({ code: 'ind.r', form: 'ratio', threshold }) as const

const pool = (...pairs: readonly [Reading, Reading][]): Pool => pairs.map(([n, d]) => poolUnit(n, d)).reduce(addPools, emptyPool)
const figures = (
  indicator: { code: string; form: 'percent' | 'ratio'; threshold: number },
  own: Pool,
  missing: readonly MissingUnit[] = [],
): IndicatorFigures =>
  consolidateIndicator(
    indicator,
    { line: 'territorial', pool: own, expectedUnits: own.reported + own.notApplicable + missing.length, missing },
    true,
  )
const last = (denominator: number): MissingUnit => ({ basis: 'last_period', denominator })

describe('pooling', () => {
  it('adds counts, never percentages: 95/100, 800/1000 and 9/10 give 904/1110', () => {
    const found = figures(percent(85), pool([value(95), value(100)], [value(800), value(1000)], [value(9), value(10)]))
    expect(found).toMatchObject({
      numerator: 904,
      denominator: 1110,
      rate: '81.4414',
      verdict: 'not_met',
      bounds: { low: '81.4414', high: '81.4414', basis: null },
    })
  })

  it.each([
    ['nil adds 0 and is reported', state('nil'), value(7), { numerator: 0, denominator: 7, reported: 1, notApplicable: 0 }],
    ['a blank numerator leaves the unit out', state('blank'), value(7), emptyPool],
    ['an unreadable denominator leaves the unit out', value(7), state('unreadable'), emptyPool],
    ['not applicable takes it out of the expected ones', state('not_applicable'), value(7), { ...emptyPool, notApplicable: 1 }],
    ['zero is a value', value(0), value(0), { numerator: 0, denominator: 0, reported: 1, notApplicable: 0 }],
  ])('%s', (_name, numerator, denominator, expected) => {
    expect(poolUnit(numerator, denominator)).toEqual(expected)
  })

  it('stays exact for 5,000 units of twelve digits', () => {
    const own = Array.from({ length: 5000 }, () => poolUnit(value(largestCount - 1), value(largestCount))).reduce(addPools, emptyPool)
    expect(figures(percent(100), own)).toMatchObject({
      numerator: 5000 * (largestCount - 1),
      denominator: 5000 * largestCount,
      rate: '100.0000',
      verdict: 'not_met',
    })
  })
})

describe('verdicts', () => {
  it('met exactly on the threshold, not met one below', () => {
    expect(figures(percent(90), pool([value(90), value(100)])).verdict).toBe('met')
    expect(figures(percent(90), pool([value(8999), value(10_000)])).verdict).toBe('not_met')
    expect(figures(ratio(1), pool([value(3), value(3)])).verdict).toBe('met')
    expect(figures(ratio(1), pool([value(2), value(3)])).verdict).toBe('not_met')
  })

  it('undetermined while missing units can still decide, settled when they cannot', () => {
    expect(figures(percent(50), pool([value(60), value(100)]), [last(10)]).verdict).toBe('met')
    expect(figures(percent(50), pool([value(60), value(100)]), [last(21)]).verdict).toBe('undetermined')
    expect(figures(percent(90), pool([value(60), value(100)]), [last(10)]).verdict).toBe('not_met')
  })

  it('nil for Σ 0 at full coverage, undetermined at partial', () => {
    expect(figures(percent(90), pool([state('nil'), value(0)]))).toMatchObject({
      verdict: 'nil',
      rate: null,
      bounds: { low: null, high: null, basis: null },
    })
    expect(figures(percent(90), pool([state('nil'), state('nil')]), [last(4)])).toMatchObject({
      verdict: 'undetermined',
      rate: null,
      bounds: { low: '0.0000', high: '100.0000' },
    })
    expect(figures(percent(0), pool([state('nil'), state('nil')]), [last(0)])).toMatchObject({
      verdict: 'undetermined',
      bounds: { low: null, high: null, basis: 'last_period' },
    })
  })

  it('no data when nobody reported or a missing unit has no basis', () => {
    expect(figures(percent(90), emptyPool, [last(4)]).verdict).toBe('no_data')
    expect(figures(percent(90), emptyPool).verdict).toBe('no_data')
    expect(figures(percent(10), pool([value(60), value(100)]), [{ basis: 'none', denominator: null }])).toMatchObject({
      verdict: 'no_data',
      rate: '60.0000',
      bounds: { low: null, high: null, basis: 'none' },
    })
  })

  it('nil, not "no data", when every unit says it is not its business', () => {
    expect(figures(percent(90), pool([state('not_applicable'), value(1)]))).toMatchObject({
      verdict: 'nil',
      coverage: { reported: 0, expected: 0 },
    })
  })
})

describe('bases', () => {
  const nothing: DenominatorSources = { reported: null, registered: null, lastPeriod: null, peerMax: null }
  it.each([
    [
      { reported: 1, registered: 2, lastPeriod: 3, peerMax: 4 },
      { basis: 'reported', denominator: 1 },
    ],
    [
      { ...nothing, registered: 2, lastPeriod: 3, peerMax: 4 },
      { basis: 'registered', denominator: 2 },
    ],
    [
      { ...nothing, lastPeriod: 0, peerMax: 4 },
      { basis: 'last_period', denominator: 0 },
    ],
    [
      { ...nothing, peerMax: 4 },
      { basis: 'peer_max', denominator: 4 },
    ],
    [nothing, { basis: 'none', denominator: null }],
  ])('%o → %o', (sources, expected) => {
    expect(chooseBasis(sources)).toEqual(expected)
  })

  it('several bases are mixed, one missing basis is none', () => {
    const own = pool([value(1), value(2)])
    expect(figures(percent(1), own, [last(3), last(4)]).bounds.basis).toBe('last_period')
    expect(figures(percent(1), own, [last(3), { basis: 'peer_max', denominator: 4 }]).bounds.basis).toBe('mixed')
    expect(figures(percent(1), own, [last(3), { basis: 'none', denominator: null }]).bounds.basis).toBe('none')
  })

  it('a ratio above 1 can only fall: the high bound is the present value', () => {
    expect(figures(ratio(1), pool([value(10), value(4)]), [last(4)]).bounds).toMatchObject({ low: '1.2500', high: '2.5000' })
  })
})

const readings = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: largestCount }).map(value) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 5 }).map(value) },
  { weight: 1, arbitrary: fc.constantFrom<Reading>(state('nil'), state('blank'), state('not_applicable'), state('unreadable')) },
)
const small = fc.integer({ min: 0, max: 12 })
const indicators = fc.record({
  code: fc.constant('ind.x'),
  form: fc.constantFrom('percent' as const, 'ratio' as const),
  threshold: fc.integer({ min: 0, max: 120 }),
})

/** Compares exact fractions through the published strings: rounding keeps order, so a true value outside would show. */
const asNumber = (decimal: string | null): bigint => BigInt((decimal ?? '').replace('.', ''))

describe('laws', () => {
  it('the order of units changes nothing, to the last byte of the JSON', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(readings, readings), { minLength: 1, maxLength: 30 }),
        fc.infiniteStream(fc.nat()),
        indicators,
        (units, keys, indicator) => {
          const shuffled = units
            .map((unit) => ({ unit, key: keys.next().value! }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ unit }) => unit)
          expect(JSON.stringify(figures(indicator, pool(...shuffled)))).toBe(JSON.stringify(figures(indicator, pool(...units))))
        },
      ),
    )
  })

  const unitsWithTruth = fc.array(
    fc.record({ basis: small, denominator: small, numerator: small }).map(({ basis, denominator, numerator }) => {
      const final = Math.min(denominator, basis)
      return { basis, final, numerator: Math.min(numerator, final) }
    }),
    { minLength: 1, maxLength: 6 },
  )

  it('bounds contain every final value in which no missing denominator exceeds its basis, and the verdict survives it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(small, small), { minLength: 1, maxLength: 5 }),
        unitsWithTruth,
        indicators,
        (reported, missing, indicator) => {
          const own = pool(...reported.map(([n, d]): [Reading, Reading] => [value(n), value(d)]))
          const now = figures(
            indicator,
            own,
            missing.map(({ basis }) => last(basis)),
          )
          const then = figures(
            indicator,
            addPools(own, pool(...missing.map(({ final, numerator }): [Reading, Reading] => [value(numerator), value(final)]))),
          )
          if (then.rate !== null) {
            expect(now.bounds.low).not.toBeNull()
            expect(asNumber(then.rate)).toBeGreaterThanOrEqual(asNumber(now.bounds.low))
            expect(asNumber(then.rate)).toBeLessThanOrEqual(asNumber(now.bounds.high))
          }
          if ((now.verdict === 'met' || now.verdict === 'not_met') && then.verdict !== 'nil') expect(then.verdict).toBe(now.verdict)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('both bounds are reached by some final value: they are not wider than they must be', () => {
    fc.assert(
      fc.property(fc.tuple(small, small), fc.integer({ min: 1, max: 8 }), ([n, d], basis) => {
        const own = pool([value(n), value(d)])
        const { bounds } = figures(ratio(1), own, [last(basis)])
        const finals = Array.from({ length: basis + 1 }, (_, den) => den).flatMap((den) =>
          [0, den].map((num) => figures(ratio(1), addPools(own, pool([value(num), value(den)]))).rate),
        )
        expect(finals).toContain(bounds.low)
        expect(finals).toContain(bounds.high)
      }),
    )
  })

  it('a report within its basis never widens the bounds', () => {
    fc.assert(
      fc.property(fc.tuple(small, small), unitsWithTruth, indicators, ([n, d], missing, indicator) => {
        const own = pool([value(n), value(d)])
        const [arriving, ...others] = missing
        const before = figures(
          indicator,
          own,
          missing.map(({ basis }) => last(basis)),
        )
        const after = figures(
          indicator,
          addPools(own, pool([value(arriving!.numerator), value(arriving!.final)])),
          others.map(({ basis }) => last(basis)),
        )
        if (after.bounds.low === null) return
        expect(asNumber(after.bounds.low)).toBeGreaterThanOrEqual(asNumber(before.bounds.low))
        expect(asNumber(after.bounds.high)).toBeLessThanOrEqual(asNumber(before.bounds.high))
      }),
      { numRuns: 2000 },
    )
  })

  it('what is displayed stands on the side of the target where the verdict stands', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: largestCount }),
        fc.integer({ min: 1, max: largestCount }),
        indicators,
        (numerator, denominator, indicator) => {
          const shown = displayRate({ numerator, denominator }, indicator)!
          const { verdict } = figures(indicator, pool([value(numerator), value(denominator)]))
          const [whole, decimals] = shown.split('.')
          expect(BigInt(whole! + decimals!) >= BigInt(indicator.threshold) * 10n ** BigInt(decimals!.length)).toBe(verdict === 'met')
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('rates as text', () => {
  it('adds a decimal where 90,0 would read as reached', () => {
    expect(displayRate({ numerator: 8996, denominator: 10_000 }, percent(90))).toBe('89.96')
    expect(displayRate({ numerator: 899_999, denominator: 1_000_000 }, percent(90))).toBe('89.9999')
    expect(displayRate({ numerator: 9, denominator: 10 }, percent(90))).toBe('90.0')
    expect(displayRate({ numerator: 0, denominator: 0 }, percent(90))).toBeNull()
    expect(displayRate({ numerator: 999, denominator: 1000 }, ratio(1))).toBe('0.999')
  })

  it('rounds half up where binary fractions would not', () => {
    expect(formatRate({ numerator: 64_950_005n, denominator: 100_000_000n }, 'percent')).toBe('64.9500')
    expect(formatRate({ numerator: 6_495_005n, denominator: 10_000_000n }, 'percent')).toBe('64.9501')
    expect(formatRate({ numerator: 1n, denominator: 3n }, 'ratio')).toBe('0.3333')
  })
})
