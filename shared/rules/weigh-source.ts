import { countedValue } from '../domain/figure.ts'
import type { Indicator } from '../domain/programme.ts'
import type { ReportSource, ReportUnit } from '../domain/report.ts'
import { displayRate } from './format-rate.ts'
import { neededNumerator, weighUnits, type UnitCounts } from './weigh-units.ts'

type Shown = { numerator: number; denominator: number; shown: string | null; needed: number }

/** W1 and W2 of one indicator: `total` of all summed units, `below` all that stand below the target, `units` the heaviest ten. */
export type SourceWeights = {
  code: string
  total: Shown & { units: number }
  below: number
  units: (Shown & { unit: string; name: string })[]
}

/** W1 and W2 over what a report was made from, so that they fit its pages whatever came in since; in the programme's order. */
export function weighSource({ programme, units }: Pick<ReportSource, 'programme' | 'units'>): SourceWeights[] {
  const nameOf = new Map(units.map(({ code, name }) => [code, name]))
  return programme.indicators.map((indicator) => {
    const counted = units.filter(({ line }) => line === indicator.line).flatMap((unit) => countsOf(unit, indicator))
    const sums = counted.reduce(
      (sum, { numerator, denominator }) => ({ numerator: sum.numerator + numerator, denominator: sum.denominator + denominator }),
      { numerator: 0, denominator: 0 },
    )
    const { heaviest, below } = weighUnits(counted, indicator)
    return {
      code: indicator.code,
      total: { ...sums, shown: displayRate(sums, indicator), needed: neededNumerator(sums, indicator), units: counted.length },
      below,
      units: heaviest.map((counts) => ({ ...counts, name: nameOf.get(counts.unit) ?? counts.unit, shown: displayRate(counts, indicator) })),
    }
  })
}

function countsOf({ code, readings }: ReportUnit, { numerator, denominator }: Indicator): UnitCounts[] {
  const [top, bottom] = [readings[numerator], readings[denominator]].map((reading) => reading && countedValue(reading))
  return top === undefined || bottom === undefined ? [] : [{ unit: code, numerator: top, denominator: bottom }]
}
