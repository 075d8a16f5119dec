import type { Overview } from '../../../shared/contract/overview.ts'
import { overviewTexts } from '../../../shared/messages/page.ts'
import { useLanguage } from '../../ui/language.tsx'
import { describeIndicator, describeLegend } from './describe-overview.ts'
import { IndicatorBar } from './indicator-bar.tsx'
import { VerdictMark } from './verdict-mark.tsx'

export function IndicatorTable({ indicators }: Pick<Overview, 'indicators'>) {
  const { language, say } = useLanguage()
  return (
    <section aria-labelledby="indicators">
      <h2 id="indicators" className="unseen">
        {say(overviewTexts.indicators)}
      </h2>
      <div className="sheet">
        <table className="indicators" aria-labelledby="indicators">
          <thead>
            <tr>
              <th scope="col">{say(overviewTexts.indicator)}</th>
              <th scope="col" className="number">
                {say(overviewTexts.result)}
              </th>
              <th scope="col" className="number">
                {say(overviewTexts.target)}
              </th>
              <th scope="col" className="bar-column">
                {say(overviewTexts.bar)}
              </th>
              <th scope="col">{say(overviewTexts.verdict)}</th>
              <th scope="col">{say(overviewTexts.coverage)}</th>
            </tr>
          </thead>
          <tbody>
            {indicators.map((indicator) => {
              const row = describeIndicator(indicator, language)
              return (
                <tr key={row.code} data-indicator={row.code}>
                  <th scope="row" title={row.fullLabel}>
                    {row.label}
                  </th>
                  <td className="number result">{row.result}</td>
                  <td className="number">{row.target}</td>
                  <td className="bar-column">
                    <IndicatorBar place={row.bar} words={row.barWords} />
                  </td>
                  <td className="verdict" data-verdict={row.verdict}>
                    <VerdictMark verdict={row.verdict} />
                    <span>{row.words}</span>
                  </td>
                  <td>
                    {row.coverage}
                    {row.isProvisional && <span className="provisional"> · {say(overviewTexts.provisional)}</span>}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className="legend">{describeLegend(indicators, language)}</p>
    </section>
  )
}
