import { useQuery } from '@tanstack/react-query'
import type { IndicatorWeights, OverviewIndicator } from '../../../shared/contract/overview.ts'
import { weightTexts } from '../../../shared/messages/overview-page.ts'
import { formatCount, formatDecimal, formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { FigureLink } from '../../client/figure-link.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { describeIndicator } from './describe-overview.ts'
import { IndicatorBar } from './indicator-bar.tsx'

/** The ten units that pull an indicator down most, how far each stands from the target, and the cells behind its numbers. */
export function WeightsPanel({ period, indicator }: { period: string; indicator: OverviewIndicator }) {
  const { queries } = useEngine()
  const weights = useQuery(queries.overview.weights.queryOptions({ input: { period, indicator: indicator.code } }))
  if (weights.error) return <Trouble error={weights.error} />
  if (!weights.data) return <Waiting />
  return <Weights indicator={indicator} weights={weights.data} />
}

function Weights({ indicator, weights }: { indicator: OverviewIndicator; weights: IndicatorWeights }) {
  const { language, say } = useLanguage()
  const { total, below, units, numerator, denominator } = weights
  const { target, bar } = describeIndicator(indicator, language)
  const rate = (shown: string | null): string =>
    shown === null ? '–' : `${formatDecimal(shown, language)}${indicator.form === 'percent' ? '%' : ''}`
  const scale = indicator.form === 'percent' ? 100 : Math.max(indicator.target * 2, 1)
  const uncounted = indicator.coverage.expected - indicator.coverage.reported
  const words = { target, needed: formatSmallCount(total.needed, language), below: formatSmallCount(below, language) }
  const sentence =
    total.units === 0
      ? weightTexts.none
      : total.needed > 0
        ? weightTexts.needs
        : below > 0
          ? weightTexts.reachedBelow
          : weightTexts.reachedAll
  return (
    <div className="weights">
      <p>
        {say(sentence, words)} {uncounted > 0 && say(weightTexts.uncounted, { count: formatSmallCount(uncounted, language) })}
      </p>
      {units.length > 0 && (
        <table aria-label={say(weightTexts.title)}>
          <thead>
            <tr>
              <th scope="col">{say(weightTexts.unit)}</th>
              <th scope="col" className="bar-column" aria-hidden />
              <th scope="col" className="number">
                {say(weightTexts.rate)}
              </th>
              <th scope="col" className="number">
                {numerator.label[language]}
              </th>
              <th scope="col" className="number">
                {denominator.label[language]}
              </th>
              <th scope="col" className="number">
                {say(weightTexts.needed)}
              </th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.unit} data-unit={unit.unit}>
                <th scope="row">{unit.name}</th>
                <td className="bar-column">
                  <IndicatorBar
                    place={{
                      value: unit.shown === null ? null : Math.min(1, Number(unit.shown) / scale),
                      target: bar.target,
                      bounds: null,
                    }}
                    words={say(weightTexts.barOf, { unit: unit.name, rate: rate(unit.shown), target })}
                  />
                </td>
                <td className="number">{rate(unit.shown)}</td>
                <td className="number">
                  <FigureLink unit={unit.unit} input={[numerator.input, denominator.input]}>
                    {formatCount(unit.numerator, language)}
                  </FigureLink>
                </td>
                <td className="number">
                  <FigureLink unit={unit.unit} input={denominator.input}>
                    {formatCount(unit.denominator, language)}
                  </FigureLink>
                </td>
                <td className="number needed">{formatCount(unit.needed, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
