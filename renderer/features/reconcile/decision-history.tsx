import { useQuery } from '@tanstack/react-query'
import { adjustmentBasisTexts } from '../../../shared/messages/report.ts'
import { decidedTexts, standingTexts } from '../../../shared/messages/review.ts'
import { settleTexts } from '../../../shared/messages/settle-page.ts'
import { adjustTexts } from '../../../shared/messages/trace.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { useLanguage } from '../../ui/language.tsx'

/** What was decided about a finding and what the unit answered, the newest first. */
export function DecisionHistory({ period, finding }: { period: string; finding: string }) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const decided = useQuery(queries.discrepancies.list.queryOptions({ input: { period, finding } }))
  const answers = useQuery(queries.discrepancies.answers.queryOptions({ input: { period, finding } }))
  return (
    <>
      {answers.data && answers.data.length > 0 && (
        <section aria-labelledby="finding-answers">
          <h2 id="finding-answers">{say(settleTexts.answers)}</h2>
          <ul>
            {answers.data.toReversed().map(({ id, verdict, value, text, actor, at }) => (
              <li key={id}>
                <p>
                  <strong>
                    {verdict === 'wrong' && value !== null
                      ? say(settleTexts.answerValue, { value: formatCount(value, language) })
                      : say(settleTexts[verdict === 'right' ? 'answerRight' : verdict === 'wrong' ? 'answerWrong' : 'answerSaid'])}
                  </strong>{' '}
                  {text}
                </p>
                <p className="quiet">{say(adjustTexts.by, { actor, at: printInstant(at, language) })}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {decided.data && decided.data.length > 0 && (
        <section aria-labelledby="finding-decisions">
          <h2 id="finding-decisions">{say(settleTexts.decisions)}</h2>
          <ul>
            {decided.data.toReversed().map(({ id, decision, standing, basis, reason, actor, at }) => (
              <li key={id} data-state={standing === 'stands' ? 'active' : 'replaced'}>
                <p>
                  <strong>{say(decidedTexts[decision])}</strong> ({say(standingTexts[standing])})
                </p>
                <p>{basis === null ? reason : say(adjustTexts.based, { basis: say(adjustmentBasisTexts[basis]), reason })}</p>
                <p className="quiet">{say(adjustTexts.by, { actor, at: printInstant(at, language) })}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
