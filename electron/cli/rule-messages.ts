import type { Language } from '../../shared/messages/text.ts'
import { ruleMessage, ruleSayer, type SayRule } from '../../shared/rules/rule-message.ts'
import type { Workspace } from './command.ts'

/** The sentences of findings of one period; without a period, of the newest programme. */
export async function ruleMessages(client: Workspace['client'], language: Language, period?: string): Promise<SayRule> {
  // Params are Vietnamese as they stand: only another language needs the programme.
  if (language === 'vi') return (rule, params) => ruleMessage(rule, params, language)
  return ruleSayer(await client.workspace.programme(period === undefined ? {} : { period }), language)
}
