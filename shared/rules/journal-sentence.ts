import type { Programme } from '../domain/programme.ts'
import { refusalReasonTexts, roleWords } from '../messages/account.ts'
import { heldChoiceTexts, outcomeTexts, reportKindTexts } from '../messages/command-output.ts'
import { journalTexts, journalWords } from '../messages/journal.ts'
import { wordParams } from '../messages/param-words.ts'
import { adjustmentBasisTexts } from '../messages/report.ts'
import { ruleParameterTexts } from '../messages/rule-list.ts'
import { taskStatusTexts } from '../messages/task-status.ts'
import { fillText, type Language, type Text } from '../messages/text.ts'
import { printDay, printInstant } from '../vietnamese/dates.ts'
import { formatBytes } from '../vietnamese/format-bytes.ts'
import { formatCount, formatSmallCount } from '../vietnamese/format-number.ts'

/** What a sentence is made of. `unit` is the code of the unit it is about. */
export type JournalFact = { action: string; params: Readonly<Record<string, unknown>>; unit: string | null }

export type JournalSetting = {
  programme: Pick<Programme, 'fields'>
  /** Names of units by code. */
  units: ReadonlyMap<string, string>
  language: Language
  /** What is done to a text that came from outside before it is shown, as a terminal needs. */
  tidy?: (text: string) => string
}

/** One entry in words: labels and names for codes; what a newer version did is named by its action. */
export function journalSentences({ programme, units, language, tidy = (text) => text }: JournalSetting): (fact: JournalFact) => string {
  const fields = new Map(programme.fields.map(({ code, label }) => [code, label[language]]))
  const from = (texts: Readonly<Record<string, Text>>) => (value: string) => texts[value]?.[language]
  const at = (value: string): string => (Number.isNaN(Date.parse(value)) ? value : printInstant(value, language))
  const words: Readonly<Record<string, (value: string) => string | undefined>> = {
    outcome: from(outcomeTexts),
    choice: from(heldChoiceTexts),
    kind: from(reportKindTexts),
    basis: from(adjustmentBasisTexts),
    field: (code) => fields.get(code),
    roles: (codes) => roleWords(codes, language),
    why: from(refusalReasonTexts),
    parameter: from(ruleParameterTexts),
    status: from(taskStatusTexts),
    task: (code) => code.replace(/^tsk\./, ''),
    keyedFrom: (value) => String(wordParams({ keyedFrom: value }, language)['keyedFrom']),
    from: printDay,
    to: printDay,
    day: printDay,
    termFrom: printDay,
    dueAt: at,
    madeAt: at,
    now: at,
    last: at,
  }
  const print = (name: string, value: unknown): string => {
    if (typeof value === 'number')
      return name === 'bytes'
        ? formatBytes(value, language)
        : name === 'value'
          ? formatCount(value, language)
          : formatSmallCount(value, language)
    if (typeof value !== 'string') return '–'
    return tidy(words[name]?.(value) ?? value)
  }
  const texts: Readonly<Record<string, Text>> = journalTexts
  return ({ action, params, unit }) => {
    const text = Object.hasOwn(texts, action) ? texts[action] : undefined
    if (text === undefined) return action
    const printed = Object.fromEntries(placeholdersOf(text[language]).map((name) => [name, print(name, params[name])]))
    const sentence = fillText(text, language, printed)
    return unit === null ? sentence : fillText(journalWords.of, language, { unit: units.get(unit) ?? unit, sentence })
  }
}

const placeholdersOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
