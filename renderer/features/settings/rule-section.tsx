import { skipToken, useQuery } from '@tanstack/react-query'
import { ruleName } from '../../../shared/messages/rule-names.ts'
import { sleepTexts } from '../../../shared/messages/rule-list.ts'
import { ruleTableTexts } from '../../../shared/messages/rule-output.ts'
import { severityTexts } from '../../../shared/messages/command-output.ts'
import { namePeriod } from '../../../shared/rules/name-period.ts'
import { formatCount, formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import type { PageProps } from '../../client/page-props.ts'
import { PlaceLink } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { RuleParameter } from './rule-parameter.tsx'

/** Every rule, whether it can say anything in this period and what it found, and the sizes that rules judge by. */
export function RuleSection({ period }: PageProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const isAllowed = useAllowed()
  const rules = useQuery(queries.findings.rules.queryOptions({ input: period ? { period: period.code } : skipToken }))
  if (!period)
    return (
      <EmptyState title={say(ruleTableTexts.noPeriod)} how={say(ruleTableTexts.noPeriodHow)}>
        <PlaceLink page="start">{say(ruleTableTexts.openPeriod)}</PlaceLink>
      </EmptyState>
    )
  if (rules.error) return <Trouble error={rules.error} />
  if (!rules.data) return <Waiting />
  const parameters = new Map(rules.data.flatMap((rule) => rule.parameters.map((parameter) => [parameter.name, parameter] as const)))
  const asleep = rules.data.filter(({ awake }) => !awake).length
  return (
    <>
      <p>
        {say(ruleTableTexts.about, {
          period: namePeriod(period, language),
          count: formatSmallCount(rules.data.length, language),
          asleep: formatSmallCount(asleep, language),
        })}
      </p>
      <div className="panel rule-scroll">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{say(ruleTableTexts.code)}</th>
              <th scope="col">{say(ruleTableTexts.rule)}</th>
              <th scope="col">{say(ruleTableTexts.level)}</th>
              <th scope="col">{say(ruleTableTexts.state)}</th>
              <th scope="col" className="number">
                {say(ruleTableTexts.open)}
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.data.map(({ rule, severity, awake, note, open }) => {
              const name = ruleName(rule)
              return (
                <tr key={rule}>
                  <th scope="row">{rule}</th>
                  <td>{name && say(name)}</td>
                  <td className="level">{say(severityTexts[severity])}</td>
                  <td>
                    {say(awake ? ruleTableTexts.awake : ruleTableTexts.asleep)}
                    {note && <span className="quiet">. {say(sleepTexts[note.code], note.params)}</span>}
                  </td>
                  <td className="number">
                    {open > 0 ? (
                      <PlaceLink page="reconcile" params={{ level: severity, by: 'rule', find: rule }}>
                        {formatCount(open, language)}
                      </PlaceLink>
                    ) : (
                      formatCount(open, language)
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <h2>{say(ruleTableTexts.parameters)}</h2>
      <p>{say(ruleTableTexts.parametersHow)}</p>
      <div className="panel panel-body rule-parameters">
        {[...parameters.values()].map((parameter) => (
          <RuleParameter key={`${parameter.name} ${parameter.value}`} {...parameter} canSet={isAllowed('settings.setRule')} />
        ))}
      </div>
    </>
  )
}
