import type { Indicator } from '../domain/programme.ts'
import type { ReportSource } from '../domain/report.ts'
import { unitOfCountTexts } from '../messages/report.ts'
import { formatCount, formatDecimal, formatSmallCount } from '../vietnamese/format-number.ts'
import { citeFigure } from './cite-figure.ts'
import { changeWords, type RateChange } from './compare-rates.ts'
import { compareFlow, compareIndicator, earlierName, relations, type CountChange, type Relation } from './compare-with-earlier.ts'
import { keyedParagraph, type KeyedBlock } from './keyed-paragraph.ts'
import { countPhrase, groupLine, lowerFirst, upperFirst } from './report-wording.ts'

export type ChangeWords = { before: string; now: string; change: string }

/** A comparison of rates as printed; each part is a figure of its own. */
export function rateChangeWords(change: RateChange, { form }: Pick<Indicator, 'form'>): ChangeWords {
  const percent = form === 'percent' ? '%' : ''
  return {
    before: `${formatDecimal(change.before)}${percent}`,
    now: `${formatDecimal(change.now)}${percent}`,
    change: changeWords(change, form),
  }
}

export function countChangeWords({ now, before }: CountChange, unit: string): ChangeWords {
  const size = `${formatCount(Math.abs(now - before))} ${unit}`
  const change = now > before ? `tăng ${size}` : now < before ? `giảm ${size}` : 'không đổi'
  return { before: `${formatCount(before)} ${unit}`, now: `${formatCount(now)} ${unit}`, change }
}

export type ComparisonCounts = { up: number; down: number; same: number }

export function countComparisons(source: ReportSource, relation: Relation): ComparisonCounts {
  const counts = { up: 0, down: 0, same: 0 }
  for (const indicator of source.programme.indicators) {
    const compared = compareIndicator(source, indicator, relation)
    if (compared?.kind === 'compared') counts[compared.change.direction]++
  }
  return counts
}

const directionWords = { up: 'tăng', down: 'giảm', same: 'không đổi' } as const

/** How many rose and fell, and what cannot be compared and why; nothing where there is no earlier period. */
export function assembleComparisonSummary(source: ReportSource): KeyedBlock[] {
  return relations.flatMap((relation): KeyedBlock[] => {
    const earlier = source.earlier[relation]
    if (!earlier) return []
    const name = earlierName(earlier, relation)
    const counts = countComparisons(source, relation)
    const parts = (['up', 'down', 'same'] as const)
      .filter((direction) => counts[direction] > 0)
      .map(
        (direction) =>
          `${citeFigure(`cmp.${relation}.${direction}`, formatSmallCount(counts[direction]))} chỉ tiêu ${directionWords[direction]}`,
      )
    const sentences = [...(parts.length > 0 ? [`So với ${name}: ${parts.join('; ')}.`] : []), ...apartSentences(source, relation, name)]
    return sentences.length === 0 ? [] : [keyedParagraph(`compared/${relation}`, sentences.join(' '))]
  })
}

/** One sentence for each reason, with the numbers that the table gives the indicators. */
function apartSentences(source: ReportSource, relation: Relation, name: string): string[] {
  const { indicators } = source.programme
  const numbersOf = new Map<string, number[]>()
  for (const [index, indicator] of indicators.entries()) {
    const compared = compareIndicator(source, indicator, relation)
    if (compared?.kind === 'apart') numbersOf.set(compared.why, [...(numbersOf.get(compared.why) ?? []), index + 1])
  }
  return [...numbersOf].map(([why, numbers]) => {
    const which = numbers.length === indicators.length ? 'Các chỉ tiêu' : `Chỉ tiêu ${numbers.join(', ')}`
    return `${which} không so sánh được với ${name}, do ${why}.`
  })
}

/** A line for each indicator that is compared with something. */
export function assembleComparisonLines(source: ReportSource): KeyedBlock[] {
  return source.programme.indicators.flatMap((indicator): KeyedBlock[] => {
    const parts = relations.flatMap((relation) => {
      const earlier = source.earlier[relation]
      const compared = compareIndicator(source, indicator, relation)
      if (!earlier || compared?.kind !== 'compared') return []
      const words = rateChangeWords(compared.change, indicator)
      const cite = (part: keyof ChangeWords): string => citeFigure(`${indicator.code}.${relation}.${part}`, words[part])
      const span =
        words.before === words.now
          ? cite('now')
          : `từ ${cite('before')} ${compared.change.direction === 'up' ? 'lên' : 'xuống'} ${cite('now')}`
      return [`${cite('change')} so với ${earlierName(earlier, relation)} (${span})`]
    })
    return parts.length === 0 ? [] : [keyedParagraph(`change/${indicator.code}`, `- ${indicator.shortLabel.vi}: ${parts.join('; ')}.`)]
  })
}

/** The same for the table of the appendix; empty where there is nothing to compare with. */
export function comparisonCell(source: ReportSource, indicator: Indicator): string {
  const parts = relations.flatMap((relation) => {
    const earlier = source.earlier[relation]
    const compared = compareIndicator(source, indicator, relation)
    if (!earlier || !compared) return []
    const name = earlierName(earlier, relation)
    if (compared.kind === 'apart') return [`không so sánh được với ${name}`]
    const { before, change } = rateChangeWords(compared.change, indicator)
    return [`${change} so với ${name} (${before})`]
  })
  return upperFirst(parts.join('; '))
}

/** Counts from the start of the year that are no indicator's numerator, group by group, against the same period a year before. */
export function assembleActivities(source: ReportSource): KeyedBlock[] {
  const { programme, figures } = source
  const numerators = new Set(programme.indicators.map(({ numerator }) => numerator))
  const flows = programme.fields.filter(({ code, measure }) => measure === 'flow' && !numerators.has(code))
  const yearAgo = source.earlier.yearAgo
  const groups = programme.fieldGroups.flatMap((group): KeyedBlock[] => {
    const parts = flows
      .filter((field) => field.group === group.code)
      .flatMap((field) => {
        const total = figures.fields[field.code]
        if (total === null || total === undefined) return []
        const unit = unitOfCountTexts[field.unitOfCount].vi
        const compared = compareFlow(source, field)
        const change =
          yearAgo && compared?.kind === 'compared'
            ? `, ${citeFigure(`fld.${field.code}.yearAgo.change`, countChangeWords(compared.change, unit).change)} so với ${earlierName(yearAgo, 'yearAgo')}`
            : ''
        return [`${countPhrase(lowerFirst(field.label.vi), citeFigure(`fld.${field.code}`, formatCount(total)), unit)}${change}`]
      })
    return parts.length > 0 ? [keyedParagraph(`activities/${group.code}`, groupLine(group.label.vi, parts))] : []
  })
  return groups.length === 0 ? [] : [keyedParagraph('activities/lead', 'Các kết quả khác, lũy kế từ đầu năm:'), ...groups]
}
