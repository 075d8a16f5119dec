import type { Coverage } from '../domain/consolidation.ts'
import { countedValue } from '../domain/figure.ts'
import type { Field, Indicator } from '../domain/programme.ts'
import type { EarlierFigures, ReportSource } from '../domain/report.ts'
import { formatCount } from '../vietnamese/format-number.ts'
import { compareRates, coverageDiffers, type RateChange } from './compare-rates.ts'
import { periodName, yearOf } from './report-wording.ts'
import { findBreak, findFieldBreak } from './series-breaks.ts'
import { summedLineOf } from './summed-line.ts'

/** CP1: the same period a year before, and the last one of the same year. */
export const relations = ['yearAgo', 'latest'] as const
export type Relation = (typeof relations)[number]

/** `why`: ends a sentence that says it cannot be compared. */
export type Compared<Change> = { kind: 'compared'; change: Change } | { kind: 'apart'; why: string }

/** `cùng kỳ năm 2025`, `năm 2025`, `6 tháng đầu năm 2026`: what stands behind "so với". */
export const earlierName = ({ period }: EarlierFigures, relation: Relation): string =>
  relation === 'latest' || period.endsYear ? periodName(period) : `cùng kỳ năm ${yearOf(period.to)}`

const redefined = 'cách tính đã thay đổi'

function coverageWhy(now: Coverage, before: Coverage): string | undefined {
  if (!coverageDiffers(now, before)) return undefined
  const pair = ({ reported, expected }: Coverage): string => `${formatCount(reported)}/${formatCount(expected)}`
  return `số đơn vị có số liệu chênh lệch nhiều (${pair(now)} và ${pair(before)} đơn vị)`
}

/** CP2, CP3. Undefined where there is no such period, or one of the two has no rate. */
export function compareIndicator(source: ReportSource, indicator: Indicator, relation: Relation): Compared<RateChange> | undefined {
  const earlier = source.earlier[relation]
  const before = earlier?.indicators.find(({ code }) => code === indicator.code)
  const now = source.figures.indicators.find(({ code }) => code === indicator.code)
  const change = now && before && compareRates(now, before, indicator)
  if (!earlier || !before || !now || !change) return undefined
  const broken = findBreak(source.programme, indicator.code, earlier.period.cutOff, source.period.cutOff)
  const isSame = before.counts[0] === indicator.numerator && before.counts[1] === indicator.denominator
  const why = broken?.reason.vi ?? (isSame ? coverageWhy(now.coverage, before.coverage) : redefined)
  return why === undefined ? { kind: 'compared', change } : { kind: 'apart', why }
}

export type CountChange = { now: number; before: number }

/** CP4: a count from the start of the year, against the same period a year before only. Undefined as above. */
export function compareFlow(source: ReportSource, field: Field): Compared<CountChange> | undefined {
  const earlier = source.earlier.yearAgo
  const before = earlier?.fields[field.code]
  const total = before?.total ?? null
  const now = source.figures.fields[field.code] ?? null
  if (!earlier || !before || total === null || now === null) return undefined
  const broken = findFieldBreak(source.programme, field.code, earlier.period.cutOff, source.period.cutOff)
  const why = broken?.reason.vi ?? coverageWhy(fieldCoverage(source, field.code), before.coverage)
  return why === undefined ? { kind: 'compared', change: { now, before: total } } : { kind: 'apart', why }
}

/** Units of the summed line with a count, of those the field applies to. */
export function fieldCoverage({ programme, units }: ReportSource, field: string): Coverage {
  const line = summedLineOf(programme, field)
  const readings = units.filter((unit) => unit.line === line).map((unit) => unit.readings[field])
  return {
    reported: readings.filter((reading) => reading !== undefined && countedValue(reading) !== undefined).length,
    expected: readings.filter((reading) => reading?.state !== 'not_applicable').length,
  }
}
