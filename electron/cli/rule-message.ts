import { ruleTexts } from '../../shared/messages/catalogue.ts'
import { wordParams } from '../../shared/messages/param-words.ts'
import { paramLocaliser, printCounts } from '../../shared/rules/localise-params.ts'
import { fillText, type Language } from '../../shared/messages/text.ts'
import type { Workspace } from './command.ts'

const catalogue: Readonly<Record<string, (typeof ruleTexts)[keyof typeof ruleTexts]>> = ruleTexts

/** The rule's sentence; a rule that this version does not know, from a newer store, is named by its id. */
export const ruleMessage = (rule: string, params: Readonly<Record<string, string | number>>, language: Language): string => {
  const text = catalogue[rule]
  return text === undefined ? rule : fillText(text, language, wordParams(printCounts(params, language), language))
}

/** `ruleMessage` for findings of one period, with the programme's labels in the reader's language; without a period, of the newest programme. */
export async function ruleMessages(
  client: Workspace['client'],
  language: Language,
  period?: string,
): Promise<(rule: string, params: Readonly<Record<string, string | number>>) => string> {
  // Params are Vietnamese as they stand: only another language needs the programme.
  if (language === 'vi') return (rule, params) => ruleMessage(rule, params, language)
  const localise = paramLocaliser(await client.workspace.programme(period === undefined ? {} : { period }), language)
  return (rule, params) => ruleMessage(rule, localise(params), language)
}
