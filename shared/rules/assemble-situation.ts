import type { Field } from '../domain/programme.ts'
import type { ReportSource } from '../domain/report.ts'
import { unitOfCountTexts } from '../messages/report.ts'
import { formatCount } from '../vietnamese/format-number.ts'
import { citeFigure } from './cite-figure.ts'
import { fieldCoverage } from './compare-with-earlier.ts'
import { keyedParagraph, type KeyedBlock } from './keyed-paragraph.ts'
import { countPhrase, groupLine, lowerFirst, shortDay } from './report-wording.ts'

type Stock = { field: Field; total: number; reported: number }

/** Counts at the cut-off that are no indicator's numerator, with how many units each is from; `usual`: what most are from. */
export function stocksOf(source: ReportSource): { stocks: Stock[]; usual: number; summed: number } {
  const { programme, figures, units } = source
  const lines = new Set(programme.indicators.map((indicator) => indicator.line))
  const numerators = new Set(programme.indicators.map((indicator) => indicator.numerator))
  const stocks = programme.fields
    .filter((field) => field.measure === 'stock' && !numerators.has(field.code))
    .flatMap((field): Stock[] => {
      const total = figures.fields[field.code]
      return total === null || total === undefined ? [] : [{ field, total, reported: fieldCoverage(source, field.code).reported }]
    })
  const usual = mostFrequent(stocks.map(({ reported }) => reported)) ?? 0
  return { stocks, usual, summed: units.filter((unit) => lines.has(unit.line)).length }
}

/** Group by group; the number of units behind a sum is said once, and again only where it differs. */
export function assembleSituation(source: ReportSource): KeyedBlock[] {
  const { programme, period } = source
  const { stocks, usual, summed } = stocksOf(source)
  const groups = programme.fieldGroups.flatMap((group): KeyedBlock[] => {
    const parts = stocks
      .filter(({ field }) => field.group === group.code)
      .map(({ field, total, reported }) => {
        const basis = reported === usual ? '' : ` (số liệu của ${citeFigure(`fld.${field.code}.units`, formatCount(reported))} đơn vị)`
        const count = citeFigure(`fld.${field.code}`, formatCount(total))
        return `${countPhrase(lowerFirst(field.label.vi), count, unitOfCountTexts[field.unitOfCount].vi)}${basis}`
      })
    return parts.length > 0 ? [keyedParagraph(group.code, groupLine(group.label.vi, parts))] : []
  })
  if (groups.length === 0) return []
  const from = `${citeFigure('stock.units', formatCount(usual))}/${citeFigure('stock.expected', formatCount(summed))}`
  return [keyedParagraph('lead', `Theo số liệu của ${from} đơn vị báo cáo đến ngày ${shortDay(period.cutOff)}:`), ...groups]
}

function mostFrequent(values: readonly number[]): number | undefined {
  const times = new Map<number, number>()
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  return [...times].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0]
}
