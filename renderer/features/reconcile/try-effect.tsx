import { skipToken, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { settleTexts } from '../../../shared/messages/settle-page.ts'
import { effectWords } from '../../../shared/rules/effect-words.ts'
import { showRate } from '../../../shared/rules/indicator-words.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { useLanguage } from '../../ui/language.tsx'

type TryEffectProps = { period: string; unit: string; field: string; value: number | undefined }

/** What the province's results would be with the figure that is being typed; nothing is written. */
export function TryEffect({ period, unit, field, value }: TryEffectProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const wanted = useDeferredValue(value)
  const trial = useQuery(
    queries.discrepancies.try.queryOptions({ input: wanted === undefined ? skipToken : { period, unit, field, value: wanted } }),
  )
  const programme = useQuery(queries.workspace.programme.queryOptions({ input: { period } }))
  if (wanted === undefined || !trial.data || !programme.data) return null
  const indicators = programme.data.indicators
  const lines = trial.data.effect.flatMap(({ indicator: code, old, new: now }) => {
    const indicator = indicators.find((one) => one.code === code)
    if (!indicator) return []
    const shown = (sums: typeof old): string => showRate(sums, indicator, language)?.text ?? '–'
    const words = {
      indicator: say(indicator.shortLabel),
      old: shown(old),
      new: shown(now),
      effect: effectWords({ old, new: now }, indicator, language),
    }
    return [say(settleTexts.tryLine, words)]
  })
  return (
    <div className="try-effect" role="status">
      <p>{say(lines.length > 0 ? settleTexts.tryHead : settleTexts.tryNothing)}</p>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
