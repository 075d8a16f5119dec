import type { ReportFigure } from '../domain/report-text.ts'
import type { ReportSource } from '../domain/report.ts'
import { unitOfCountTexts } from '../messages/report.ts'
import { figureNameTexts } from '../messages/report-text.ts'
import { fillText } from '../messages/text.ts'
import { formatSmallCount } from '../vietnamese/format-number.ts'
import { countChangeWords, countComparisons, rateChangeWords, type ChangeWords } from './assemble-comparisons.ts'
import { compareFlow, compareIndicator, relations, type Relation } from './compare-with-earlier.ts'

const parts = ['before', 'now', 'change'] as const
const directions = ['up', 'down', 'same'] as const

/** RT1: `<indicator>.yearAgo|latest.before|now|change`, `fld.<code>.yearAgo.…`, `cmp.yearAgo|latest.up|down|same`. */
export function comparisonFigures(source: ReportSource): ReportFigure[] {
  const { programme, earlier } = source
  const partsOf = (ref: string, label: string, relation: Relation, words: ChangeWords): ReportFigure[] =>
    parts.map((part) => ({
      ref: `${ref}.${relation}.${part}`,
      label: fillText(figureNameTexts[`${part}_${relation}`], 'vi', { label }),
      shown: words[part],
    }))
  return [
    ...relations.flatMap((relation): ReportFigure[] => {
      if (earlier[relation] === null) return []
      const counts = countComparisons(source, relation)
      return directions.map((direction) => ({
        ref: `cmp.${relation}.${direction}`,
        label: figureNameTexts[`${direction}_${relation}`].vi,
        shown: formatSmallCount(counts[direction]),
      }))
    }),
    ...programme.indicators.flatMap((indicator) =>
      relations.flatMap((relation): ReportFigure[] => {
        const compared = compareIndicator(source, indicator, relation)
        if (compared?.kind !== 'compared') return []
        return partsOf(indicator.code, indicator.shortLabel.vi, relation, rateChangeWords(compared.change, indicator))
      }),
    ),
    ...programme.fields
      .filter(({ measure }) => measure === 'flow')
      .flatMap((field): ReportFigure[] => {
        const compared = compareFlow(source, field)
        if (compared?.kind !== 'compared') return []
        const words = countChangeWords(compared.change, unitOfCountTexts[field.unitOfCount].vi)
        return partsOf(`fld.${field.code}`, field.label.vi, 'yearAgo', words)
      }),
  ]
}
