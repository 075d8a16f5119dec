import type { ReportSource } from '../domain/report.ts'
import type { ReportFigure } from '../domain/report-text.ts'
import { figureNameTexts } from '../messages/report-text.ts'
import { fillText } from '../messages/text.ts'
import { formatCount, formatSmallCount } from '../vietnamese/format-number.ts'
import { comparisonFigures } from './comparison-figures.ts'
import { sentenceFigures } from './sentence-figures.ts'
import { showRate, uncountedUnits } from './indicator-words.ts'
import { countRegister } from './report-register.ts'

/** RT1: everything that prose of this report can refer to, as it is printed now; what cannot be computed is not there. */
export function reportFigures(source: ReportSource): ReportFigure[] {
  const { programme, figures, units } = source
  const name = (key: keyof typeof figureNameTexts, label = ''): string => fillText(figureNameTexts[key], 'vi', { label })
  const indicators = programme.indicators.flatMap((indicator, index): ReportFigure[] => {
    const own = figures.indicators[index]!
    const rate = showRate(own, indicator)?.text
    const label = indicator.shortLabel.vi
    const ref = (part: string): string => `${indicator.code}.${part}`
    return [
      ...(rate === undefined ? [] : [{ ref: ref('rate'), label: name('rate', label), shown: rate }]),
      { ref: ref('numerator'), label: name('numerator', label), shown: formatCount(own.numerator) },
      { ref: ref('denominator'), label: name('denominator', label), shown: formatCount(own.denominator) },
      {
        ref: ref('coverage'),
        label: name('coverage', label),
        shown: `${formatCount(own.coverage.reported)}/${formatCount(own.coverage.expected)}`,
      },
      { ref: ref('missing'), label: name('missingUnits', label), shown: formatSmallCount(uncountedUnits(indicator, units).count) },
    ]
  })
  const fields = programme.fields.flatMap((field): ReportFigure[] => {
    const total = figures.fields[field.code]
    return total === null || total === undefined ? [] : [{ ref: `fld.${field.code}`, label: field.label.vi, shown: formatCount(total) }]
  })
  const register = countRegister(units)
  return [
    { ref: 'reg.expected', label: name('expected'), shown: formatCount(register.expected) },
    { ref: 'reg.received', label: name('received'), shown: formatCount(register.received) },
    { ref: 'reg.onTime', label: name('onTime'), shown: formatSmallCount(register.onTime) },
    { ref: 'reg.late', label: name('late'), shown: formatSmallCount(register.late) },
    { ref: 'reg.pending', label: name('pending'), shown: formatSmallCount(register.pending) },
    { ref: 'reg.missing', label: name('missing'), shown: formatSmallCount(register.missing) },
    ...indicators,
    ...fields,
    ...comparisonFigures(source),
    ...sentenceFigures(source),
  ]
}
