import type { Overview } from '../../../shared/contract/overview.ts'
import { overviewTexts } from '../../../shared/messages/page.ts'
import { weightTexts } from '../../../shared/messages/overview-page.ts'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { Fragment, useEffect } from 'react'
import { usePlace } from '../../client/place.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { describeIndicator, describeLegend } from './describe-overview.ts'
import { IndicatorBar } from './indicator-bar.tsx'
import { VerdictMark } from './verdict-mark.tsx'
import { WeightsPanel } from './weights-panel.tsx'

/** Each row opens to the units that weigh most on it. */
export function IndicatorTable({ period, indicators }: { period: string; indicators: Overview['indicators'] }) {
  const { language, say } = useLanguage()
  const { params, set } = usePlace()
  const open = params['indicator']
  useEffect(() => {
    if (open !== undefined) document.querySelector(`[data-indicator="${CSS.escape(open)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [open])
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
              const isOpen = open === row.code
              const toggle = (): void => set({ indicator: isOpen ? undefined : row.code }, { replace: true })
              return (
                <Fragment key={row.code}>
                  <tr data-indicator={row.code} data-open={isOpen || undefined} onClick={toggle}>
                    <th scope="row" title={row.fullLabel}>
                      <button
                        type="button"
                        className="opens"
                        aria-expanded={isOpen}
                        aria-label={say(weightTexts.open, { indicator: row.label })}
                        onClick={(event) => {
                          event.stopPropagation()
                          toggle()
                        }}
                      >
                        {isOpen ? <ChevronDown size={18} aria-hidden /> : <ChevronRight size={18} aria-hidden />}
                      </button>
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
                  {isOpen && (
                    <tr className="opened">
                      <td colSpan={6}>
                        <WeightsPanel period={period} indicator={indicator} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className="legend">{describeLegend(indicators, language)}</p>
    </section>
  )
}
