import { ruleTexts } from '../../shared/messages/catalogue.ts'
import { fillText, type Language } from '../../shared/messages/text.ts'

const catalogue: Readonly<Record<string, (typeof ruleTexts)[keyof typeof ruleTexts]>> = ruleTexts

/** The rule's sentence; a rule that this version does not know, from a newer store, is named by its id. */
export const ruleMessage = (rule: string, params: Readonly<Record<string, string | number>>, language: Language): string => {
  const text = catalogue[rule]
  return text === undefined ? rule : fillText(text, language, params)
}
