import type { Period } from '../../shared/domain/period.ts'
import type { Programme } from '../../shared/domain/programme.ts'
import type { EarlierFigures, ReportSource } from '../../shared/domain/report.ts'
import { summedLineOf } from '../../shared/rules/summed-line.ts'
import type { ServiceContext } from '../audit/context.ts'
import { getFigures } from '../consolidate/get-figures.ts'
import { countExpectedByLine, listFieldSums } from '../store/consolidation-store.ts'
import { findEarlierPeriods } from '../store/earlier-period-store.ts'
import { getPeriod, getPeriodKey } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'

/** What a report compares with, by the programme that each period had. */
export function composeEarlier(context: ServiceContext, period: Period, programme: Programme): ReportSource['earlier'] {
  const { yearAgo, sameYear } = findEarlierPeriods(context.store, period, programme)
  return {
    yearAgo: yearAgo ? figuresOf(context, yearAgo.code) : null,
    latest: sameYear ? figuresOf(context, sameYear.code) : null,
  }
}

function figuresOf(context: ServiceContext, code: string): EarlierFigures {
  const { store } = context
  const { from, to, cutOff, endsYear, programmeVersion } = getPeriod(store, code)
  const programme = getProgramme(store, programmeVersion)
  const { indicators, fields } = getFigures(context, { period: code })
  const key = getPeriodKey(store, code)
  const sums = new Map(listFieldSums(store, key).map((sum) => [`${sum.line} ${sum.field}`, sum.counts]))
  const expected = countExpectedByLine(store, key)
  return {
    period: { code, from, to, cutOff, endsYear },
    indicators: programme.indicators.map((indicator, index) => {
      const { numerator, denominator, coverage } = indicators[index]!
      return { code: indicator.code, numerator, denominator, coverage, counts: [indicator.numerator, indicator.denominator] }
    }),
    fields: Object.fromEntries(
      programme.fields.map((field) => {
        const line = summedLineOf(programme, field.code)
        const counts = sums.get(`${line} ${field.code}`)
        const coverage = {
          reported: (counts?.value ?? 0) + (counts?.nil ?? 0),
          expected: (expected.get(line) ?? 0) - (counts?.not_applicable ?? 0),
        }
        return [field.code, { total: fields[field.code] ?? null, coverage }]
      }),
    ),
  }
}
