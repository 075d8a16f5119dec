import type { Coverage } from '../domain/consolidation.ts'
import { countedValue, type Reading } from '../domain/figure.ts'
import type { Indicator } from '../domain/programme.ts'
import type { ReportSource } from '../domain/report.ts'

/** A version that waits or came after the closing, with what it says by field code. */
export type WaitingVersion = { unit: string; readings: ReadonlyMap<string, Reading> }
export type CountedState = { numerator: number; denominator: number; coverage: Coverage }
export type WaitingEffect = { code: string; before: CountedState; after: CountedState }

type Readings = Readonly<Record<string, Reading>>
type Share = { numerator: number; denominator: number; reported: number; notApplicable: number }

/**
 * RC6: what each indicator would be if every waiting version counted in the place of what its unit has now; of several of one unit
 * the last one given. An agreed figure stays where the version says what it was agreed over. Only indicators that change.
 */
export function countWaiting(source: ReportSource, waiting: readonly WaitingVersion[]): WaitingEffect[] {
  const unitOf = new Map(source.units.map((unit) => [unit.code, unit]))
  const newest = [...new Map(waiting.map((version) => [version.unit, version])).values()].flatMap(({ unit: code, readings }) => {
    const unit = unitOf.get(code)
    return unit ? [{ unit, next: withAgreed(source, code, readings) }] : []
  })
  const figuresOf = new Map(source.figures.indicators.map((figures) => [figures.code, figures]))
  return source.programme.indicators.flatMap((indicator): WaitingEffect[] => {
    const figures = figuresOf.get(indicator.code)
    // A report about a part of the programme has no figures of the rest.
    if (!figures) return []
    const { numerator, denominator, coverage } = figures
    const before = { numerator, denominator, coverage: { reported: coverage.reported, expected: coverage.expected } }
    const after = newest
      .filter(({ unit }) => unit.line === indicator.line)
      .reduce((sum, { unit, next }) => replaceShare(sum, shareOf(unit.readings, indicator), shareOf(next, indicator)), before)
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ code: indicator.code, before, after }]
  })
}

function withAgreed({ adjustments }: ReportSource, unit: string, readings: ReadonlyMap<string, Reading>): Readings {
  const agreed = new Map(adjustments.filter((one) => one.unit === unit && one.state === 'active').map((one) => [one.field, one]))
  return Object.fromEntries(
    [...readings].map(([field, { state, value }]): [string, Reading] => {
      const over = agreed.get(field)
      const stays = over !== undefined && over.reported.state === state && over.reported.value === value
      return [field, stays ? { state: 'value', value: over.value } : { state, value }]
    }),
  )
}

function shareOf(readings: Readings, { numerator, denominator }: Indicator): Share {
  const [top, bottom] = [readings[numerator], readings[denominator]]
  const notApplicable = top?.state === 'not_applicable' || bottom?.state === 'not_applicable' ? 1 : 0
  const [counted, of] = [top && countedValue(top), bottom && countedValue(bottom)]
  return notApplicable === 1 || counted === undefined || of === undefined
    ? { numerator: 0, denominator: 0, reported: 0, notApplicable }
    : { numerator: counted, denominator: of, reported: 1, notApplicable }
}

const replaceShare = (sum: CountedState, old: Share, now: Share): CountedState => ({
  numerator: sum.numerator - old.numerator + now.numerator,
  denominator: sum.denominator - old.denominator + now.denominator,
  coverage: {
    reported: sum.coverage.reported - old.reported + now.reported,
    expected: sum.coverage.expected + old.notApplicable - now.notApplicable,
  },
})
