import type { RuleParameterName } from '../../shared/domain/rule-parameters.ts'
import { ruleParametersOf } from '../../shared/rules/signs/rule-parameters.ts'
import { runCommand, type CommandContext } from '../audit/run-command.ts'
import { getLatestProgramme } from '../store/programme-store.ts'
import { readRuleSettings, updateSetting } from '../store/setting-store.ts'

/** Sets what a rule judges by for the whole office; null gives it back to the programme. Answers with what applies now. */
export function setRuleParameter(
  context: CommandContext,
  { name, value }: { name: RuleParameterName; value: number | null },
): { name: RuleParameterName; value: number } {
  const { store } = context
  return runCommand(context, () => {
    const { [name]: _before, ...others } = readRuleSettings(store)
    const chosen = value === null ? others : { ...others, [name]: value }
    updateSetting(store, 'rule_parameters', JSON.stringify(chosen))
    const applied = ruleParametersOf(getLatestProgramme(store), chosen)[name]
    return {
      entry: {
        action: 'settings.set_rule',
        params: { parameter: name, value: applied },
        rows: [{ table: 'setting', key: 'rule_parameters' }],
      },
      result: { name, value: applied },
    }
  })
}
