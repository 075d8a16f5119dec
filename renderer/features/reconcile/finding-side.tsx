import { Button } from '@mantine/core'
import type { FindingInFull } from '../../../shared/contract/findings.ts'
import { adjustmentStateTexts } from '../../../shared/messages/command-output.ts'
import { reconcilePageTexts } from '../../../shared/messages/reconcile-page.ts'
import { adjustmentBasisTexts } from '../../../shared/messages/report.ts'
import { ruleName } from '../../../shared/messages/rule-names.ts'
import { adjustTexts } from '../../../shared/messages/trace.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatCount } from '../../../shared/vietnamese/format-number.ts'
import { useLanguage } from '../../ui/language.tsx'
import { DecisionHistory } from './decision-history.tsx'
import { UnitQuestions } from './unit-questions.tsx'
import { useCellWords } from './use-cell-words.tsx'

type FindingSideProps = {
  period: string
  finding: FindingInFull
  labelOf: (input: string) => string
  /** Undefined where nobody here may withdraw. */
  onWithdraw: ((adjustment: string) => void) | undefined
}

/** The rule in one sentence, and what was agreed on its cells, the newest first. */
export function FindingSide({ period, finding, labelOf, onWithdraw }: FindingSideProps) {
  const { language, say } = useLanguage()
  const { ofReading } = useCellWords()
  const name = ruleName(finding.rule)
  const history = finding.cells
    .flatMap(({ input, adjustments }) => adjustments.map((adjustment) => ({ ...adjustment, label: input === null ? '' : labelOf(input) })))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <aside className="finding-side">
      <section aria-labelledby="finding-rule">
        <h2 id="finding-rule">{say(reconcilePageTexts.rule)}</h2>
        <p>
          {name && say(name)} <span className="quiet">({finding.rule})</span>
        </p>
      </section>
      <DecisionHistory period={period} finding={finding.id} />
      <section aria-labelledby="finding-history">
        <h2 id="finding-history">{say(reconcilePageTexts.history)}</h2>
        {history.length === 0 ? (
          <p className="quiet">{say(reconcilePageTexts.noHistory)}</p>
        ) : (
          <ul>
            {history.map(({ id, label, state, value, reportedState, reportedValue, basis, reason, actor, at }) => (
              <li key={id} data-state={state}>
                <p>
                  <strong>
                    {say(reconcilePageTexts.onFigure, {
                      label,
                      from: ofReading(reportedState, reportedValue),
                      to: formatCount(value, language),
                    })}
                  </strong>{' '}
                  ({say(adjustmentStateTexts[state])})
                </p>
                <p>{say(adjustTexts.based, { basis: say(adjustmentBasisTexts[basis]), reason })}</p>
                <p className="quiet">{say(adjustTexts.by, { actor, at: printInstant(at, language) })}</p>
                {onWithdraw && (state === 'active' || state === 'suspended') && (
                  <Button variant="default" size="compact-md" onClick={() => onWithdraw(id)}>
                    {say(adjustTexts.withdraw)}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      {finding.unit !== null && <UnitQuestions period={period} unit={finding.unit} />}
    </aside>
  )
}
