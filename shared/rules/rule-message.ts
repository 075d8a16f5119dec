import type { Programme } from '../domain/programme.ts'
import { ruleTexts } from '../messages/catalogue.ts'
import { wordParams } from '../messages/param-words.ts'
import { fillText, type Language } from '../messages/text.ts'
import { paramLocaliser, printCounts } from './localise-params.ts'

type Params = Readonly<Record<string, string | number>>
export type SayRule = (rule: string, params: Params) => string

const catalogue: Readonly<Record<string, (typeof ruleTexts)[keyof typeof ruleTexts]>> = ruleTexts

/** The rule's sentence; a rule that this version does not know, from a newer store, is named by its id. */
export const ruleMessage = (rule: string, params: Params, language: Language): string => {
  const text = catalogue[rule]
  return text === undefined ? rule : fillText(text, language, wordParams(printCounts(params, language), language))
}

/** `ruleMessage` for findings of one programme, with its labels in the reader's language. */
export function ruleSayer(programme: Programme, language: Language): SayRule {
  const localise = paramLocaliser(programme, language)
  return (rule, params) => ruleMessage(rule, localise(params), language)
}
