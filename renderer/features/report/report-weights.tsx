import { useQuery } from '@tanstack/react-query'
import type { ReportWeightsView } from '../../../shared/contract/report-changes.ts'
import type { ReportEntry } from '../../../shared/contract/reports.ts'
import type { Indicator, Programme } from '../../../shared/domain/programme.ts'
import { weightTexts } from '../../../shared/messages/overview-page.ts'
import { reportWeightTexts } from '../../../shared/messages/report-changes.ts'
import { targetText } from '../../../shared/rules/indicator-words.ts'
import { formatCount, formatDecimal, formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'

/** Which units pull each indicator of this very paper down most; what is far from its target comes first and stands open. */
export function ReportWeights({ report, programme }: { report: ReportEntry; programme: Programme }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const weights = useQuery(queries.reports.weights.queryOptions({ input: { report: report.report } }))
  if (weights.error) return <Trouble error={weights.error} />
  if (!weights.data) return <Waiting />
  const shown = weights.data.flatMap((one) => {
    const indicator = programme.indicators.find(({ code }) => code === one.code)
    return indicator ? [{ indicator, weights: one }] : []
  })
  const isShort = ({ weights: { total } }: (typeof shown)[number]): boolean => total.needed > 0
  return (
    <section className="report-changes" aria-label={say(reportWeightTexts.title)} tabIndex={0}>
      {[...shown.filter(isShort), ...shown.filter((one) => !isShort(one))].map((one, index) => (
        <Weights key={one.indicator.code} {...one} isOpen={index === 0} />
      ))}
    </section>
  )
}

type WeightsProps = { indicator: Indicator; weights: ReportWeightsView[number]; isOpen: boolean }

function Weights({ indicator, weights: { total, below, units }, isOpen }: WeightsProps) {
  const { language, say } = useLanguage()
  const rate = (shown: string | null): string =>
    shown === null ? '–' : `${formatDecimal(shown, language)}${indicator.form === 'percent' ? '%' : ''}`
  const sentence = total.units === 0 ? reportWeightTexts.none : total.needed > 0 ? reportWeightTexts.needs : reportWeightTexts.reached
  const params = {
    needed: formatSmallCount(total.needed, language),
    target: targetText(indicator, language),
    below: formatSmallCount(below, language),
  }
  return (
    <details className="report-weight" open={isOpen}>
      <summary>
        <strong>
          {indicator.shortLabel[language]}: {rate(total.shown)}
        </strong>{' '}
        {say(sentence, params)}
      </summary>
      {units.length === 0 ? (
        <p className="quiet">{say(total.units === 0 ? reportWeightTexts.none : reportWeightTexts.allReached)}</p>
      ) : (
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{say(weightTexts.unit)}</th>
              <th scope="col" className="number">
                {say(weightTexts.rate)}
              </th>
              <th scope="col" className="number">
                {say(reportWeightTexts.counts)}
              </th>
              <th scope="col" className="number">
                {say(weightTexts.needed)}
              </th>
            </tr>
          </thead>
          <tbody>
            {units.map(({ unit, name, shown, numerator, denominator, needed }) => (
              <tr key={unit}>
                <th scope="row">{name}</th>
                <td className="number">{rate(shown)}</td>
                <td className="number">
                  {formatCount(numerator, language)}/{formatCount(denominator, language)}
                </td>
                <td className="number">{formatCount(needed, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  )
}
