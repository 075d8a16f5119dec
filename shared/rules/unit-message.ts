import { receiptMessageTexts } from '../messages/intake-page.ts'
import { wordParams } from '../messages/param-words.ts'
import { fillText, type Language, type Text } from '../messages/text.ts'
import { reminderTexts, unitMessageTexts, unitRequestTexts } from '../messages/unit-message.ts'
import { printCounts } from './localise-params.ts'
import { formatSmallCount } from '../vietnamese/format-number.ts'
import { printInstant } from '../vietnamese/dates.ts'

type Params = Readonly<Record<string, string | number>>

type Matter = {
  /** What is said of the file; the first that is a matter of the unit is what it is asked for. */
  reasons: readonly { rule: string; params: Params }[]
  /** Undefined where nobody knows whose the file is. */
  unit: string | undefined
  file: string
  receivedAt: string
  /** Its name. */
  period: string
  dueAt: string
}

const requests: Readonly<Record<string, Text>> = unitRequestTexts

/** A message that can be sent as it is; undefined where the unit has nothing to do with the trouble. */
export function writeUnitMessage({ reasons, unit, file, receivedAt, period, dueAt }: Matter, language: Language): string | undefined {
  const reason = reasons.find(({ rule }) => Object.hasOwn(requests, rule))
  if (!reason) return undefined
  const params = { period, ...wordParams(printCounts(reason.params, language), language) }
  const request = fillText(requests[reason.rule]!, language, params)
  const about = fillText(unitMessageTexts.about, language, { period, file, at: printInstant(receivedAt, language), request })
  return [
    ...(unit === undefined ? [] : [fillText(unitMessageTexts.toUnit, language, { unit })]),
    about,
    fillText(unitMessageTexts.due, language, { due: printInstant(dueAt, language) }),
    fillText(unitMessageTexts.thanks, language),
  ].join('\n')
}

type Receipt = Pick<Matter, 'file' | 'receivedAt' | 'period'> & {
  unit: string
  isDuplicate: boolean
  /** Open findings in what it says. */
  toCheck: number
}

/** Tells the unit that its file arrived, and that it will hear more where something is to be checked. */
export function writeReceipt({ file, receivedAt, period, unit, isDuplicate, toCheck }: Receipt, language: Language): string {
  const words = isDuplicate ? receiptMessageTexts.duplicate : receiptMessageTexts.received
  return [
    fillText(unitMessageTexts.toUnit, language, { unit }),
    fillText(words, language, { period, file, at: printInstant(receivedAt, language) }),
    ...(toCheck === 0 ? [] : [fillText(receiptMessageTexts.toCheck, language, { count: formatSmallCount(toCheck, language) })]),
    fillText(unitMessageTexts.thanks, language),
  ].join('\n')
}

type Reminder = Pick<Matter, 'period' | 'dueAt'> & { unit: string; isOverdue: boolean }

/** Asks a unit that has sent nothing for its report. */
export function writeReminder({ period, dueAt, unit, isOverdue }: Reminder, language: Language): string {
  return [
    fillText(unitMessageTexts.toUnit, language, { unit }),
    fillText(isOverdue ? reminderTexts.overdue : reminderTexts.coming, language, { period, due: printInstant(dueAt, language) }),
    fillText(reminderTexts.request, language),
    fillText(unitMessageTexts.thanks, language),
  ].join('\n')
}
