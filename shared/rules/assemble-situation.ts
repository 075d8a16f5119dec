import { countedValue } from '../domain/figure.ts'
import type { Reading } from '../domain/figure.ts'
import type { ReportSource } from '../domain/report.ts'
import { unitOfCountTexts } from '../messages/report.ts'
import { formatCount } from '../vietnamese/format-number.ts'
import { citeFigure } from './cite-figure.ts'
import { keyedParagraph, type KeyedBlock } from './keyed-paragraph.ts'
import { countPhrase, groupLine, lowerFirst, shortDay } from './report-wording.ts'

/**
 * Stocks at the cut-off, group by group. Counts that are an indicator's numerator are left to its own section; the
 * number of units behind a sum is said once, and again only where it differs.
 */
export function assembleSituation({ programme, figures, units, period }: ReportSource): KeyedBlock[] {
  const lines = new Set(programme.indicators.map((indicator) => indicator.line))
  const numerators = new Set(programme.indicators.map((indicator) => indicator.numerator))
  const summed = units.filter((unit) => lines.has(unit.line))
  const facts = programme.fields
    .filter((field) => field.measure === 'stock' && !numerators.has(field.code))
    .flatMap((field) => {
      const total = figures.fields[field.code]
      if (total === null || total === undefined) return []
      return [{ field, total, reported: summed.filter((unit) => isCounted(unit.readings[field.code])).length }]
    })
  const usual = mostFrequent(facts.map(({ reported }) => reported))
  const groups = programme.fieldGroups.flatMap((group): KeyedBlock[] => {
    const parts = facts
      .filter(({ field }) => field.group === group.code)
      .map(({ field, total, reported }) => {
        const basis = reported === usual ? '' : ` (số liệu của ${formatCount(reported)} đơn vị)`
        const count = citeFigure(`fld.${field.code}`, formatCount(total))
        return `${countPhrase(lowerFirst(field.label.vi), count, unitOfCountTexts[field.unitOfCount].vi)}${basis}`
      })
    return parts.length > 0 ? [keyedParagraph(group.code, groupLine(group.label.vi, parts))] : []
  })
  if (groups.length === 0) return []
  const lead = `Theo số liệu của ${formatCount(usual ?? 0)}/${formatCount(summed.length)} đơn vị báo cáo đến ngày ${shortDay(period.cutOff)}:`
  return [keyedParagraph('lead', lead), ...groups]
}

const isCounted = (reading: Reading | undefined): boolean => reading !== undefined && countedValue(reading) !== undefined

function mostFrequent(values: readonly number[]): number | undefined {
  const times = new Map<number, number>()
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  return [...times].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0]
}
