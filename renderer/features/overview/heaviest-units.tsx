import { useQueries } from '@tanstack/react-query'
import type { Standing } from '../../../shared/contract/overview.ts'
import { weightTexts } from '../../../shared/messages/overview-page.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { useMyUnits } from '../../client/use-my-units.ts'
import { useLanguage } from '../../ui/language.tsx'

/** As many as fit beside an indicator; all ten stand under its row. */
const mostNamed = 2

/** For each indicator that is not reached, who weighs most on it. */
export function HeaviestUnits({ view }: { view: Standing }) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const { set } = usePlace()
  const my = useMyUnits(view.period.code)
  const short = view.indicators.filter(({ shortfall }) => shortfall !== null)
  const weights = useQueries({
    queries: short.map(({ code }) => queries.overview.weights.queryOptions({ input: { period: view.period.code, indicator: code } })),
  })
  return (
    <section className="heaviest" aria-labelledby="heaviest">
      <h2 id="heaviest">{say(weightTexts.title)}</h2>
      <p className="quiet">{say(weightTexts.how)}</p>
      <ul>
        {short.map(({ code, shortLabel }, index) => {
          const units = weights[index]?.data?.units.filter(({ unit }) => my.shows(unit)).slice(0, mostNamed) ?? []
          return (
            <li key={code}>
              <button type="button" className="as-link" onClick={() => set({ indicator: code })}>
                {shortLabel[language]}
              </button>
              {units.length > 0 &&
                units
                  .map(({ name, needed }) => say(weightTexts.heaviest, { unit: name, needed: formatSmallCount(needed, language) }))
                  .join('; ')}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
