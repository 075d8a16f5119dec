import type { HeldQuestion } from '../../../shared/contract/submissions.ts'
import { heldChoiceTexts } from '../../../shared/messages/command-output.ts'
import { heldPageTexts } from '../../../shared/messages/intake-page.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'

type Choice = HeldQuestion['choices'][number]

/** One button; `asksUnit`: a unit is to be chosen before it can be given. */
export type HeldAnswer = { choice: Choice; unit?: string; asksUnit: boolean; words: string }

/** More would be a list, not an answer; the others stand first where a unit is chosen. */
const mostNamed = 2

type Setting = { isClosed: boolean; nameOf: (code: string) => string; language: Language }

/** The answers as buttons, in the order of their digits. What a closed period would refuse is not offered. */
export function listAnswers(
  item: Pick<HeldQuestion, 'choices' | 'suggestions' | 'unit' | 'otherPeriod' | 'reasons' | 'answered'>,
  { isClosed, nameOf, language }: Setting,
): HeldAnswer[] {
  const rule = item.reasons[0]?.rule
  const say = (text: (typeof heldPageTexts)[keyof typeof heldPageTexts], params = {}): string => fillText(text, language, params)
  const answers = item.choices.flatMap((choice): HeldAnswer[] => {
    switch (choice) {
      case 'assign_unit': {
        const named = item.suggestions.slice(0, mostNamed).map((unit): HeldAnswer => ({
          choice,
          unit,
          asksUnit: false,
          words: say(heldPageTexts.ofUnit, { unit: nameOf(unit) }),
        }))
        return [...named, { choice, asksUnit: true, words: say(named.length === 0 ? heldPageTexts.chooseUnit : heldPageTexts.otherUnit) }]
      }
      case 'use_new':
        if (isClosed) return []
        return [
          { choice, asksUnit: false, words: rule === 'M46' ? fillText(heldChoiceTexts.use_new, language) : say(heldPageTexts.useThis) },
        ]
      case 'attach':
        return [
          item.unit === null
            ? { choice, asksUnit: true, words: say(heldPageTexts.attachTo) }
            : { choice, asksUnit: false, words: fillText(heldChoiceTexts.attach, language) },
        ]
      case 'move_to_period':
        return [{ choice, asksUnit: false, words: say(heldPageTexts.moveTo, { period: item.otherPeriod ?? '' }) }]
      default:
        return [{ choice, asksUnit: false, words: fillText(heldChoiceTexts[choice], language) }]
    }
  })
  // What was answered before to the same about the same bytes stands first, so that one key repeats it.
  const before = answers.find(({ choice, asksUnit }) => choice === item.answered?.choice && !asksUnit)
  return before ? [before, ...answers.filter((answer) => answer !== before)] : answers
}

/** Given on a screen of their own, because more than a choice is to be said. */
export const leadsOn = (choice: Choice): choice is 'map' | 'check' => choice === 'map' || choice === 'check'

/** A file that was set aside can be taken in again; what has taken effect cannot be taken back here. */
export const canUndo = (choice: Choice): boolean => choice === 'discard' || choice === 'attach' || choice === 'keep_current'

/** The digit that a key stands for, from 1; undefined while a word is being composed or something else is typed into. */
export function digitOf(event: {
  key: string
  isComposing: boolean
  repeat: boolean
  ctrlKey: boolean
  altKey: boolean
  metaKey: boolean
}): number | undefined {
  if (event.isComposing || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return undefined
  return /^[1-9]$/.test(event.key) ? Number(event.key) : undefined
}
