import type { Programme } from '../../shared/domain/programme.ts'
import { heldChoiceTexts, outputTexts } from '../../shared/messages/command-output.ts'
import { noteKindTexts } from '../../shared/messages/review.ts'
import { fillText } from '../../shared/messages/text.ts'
import { showRate } from '../../shared/rules/indicator-words.ts'
import { labelOf } from '../../shared/rules/label-of.ts'
import { splitReasons } from '../../shared/rules/split-reasons.ts'
import { readingText } from '../../shared/rules/reading-text.ts'
import { printInstant } from '../../shared/vietnamese/dates.ts'
import { formatCount, formatSmallCount } from '../../shared/vietnamese/format-number.ts'
import type { Invocation, Workspace } from './command.ts'
import { oneLine } from './visible-text.ts'
import { widthOf, wrapText } from './wrap-text.ts'

export type HeldItem = Awaited<ReturnType<Workspace['client']['submissions']['listHeld']>>[number]

export type HeldSetting = Pick<Invocation, 'language' | 'width' | 'commandLine'> & {
  nameOf: (code: string) => string
  programme: Programme
  messageOf: (rule: string, params: HeldItem['reasons'][number]['params']) => string
}

/** How many changed cells say what kind of version it is. */
const shownChanges = 5

/** One waiting file: what is asked now, what differs, and the command for each answer. */
export function layOutHeld(item: HeldItem, setting: HeldSetting): string {
  const { language, width, messageOf } = setting
  const { asked, beside, later } = splitReasons(item.reasons)
  const file = fillText(outputTexts.heldFile, language, { file: oneLine(item.originalName), at: printInstant(item.receivedAt, language) })
  return [
    wrapText(file, width),
    ...(asked === undefined ? [] : [wrapText(messageOf(asked.rule, asked.params), width, '  ')]),
    ...beside.map(({ rule, params }) => wrapText(messageOf(rule, params), width, '  ')),
    ...changesOf(item, setting).map((line) => wrapText(line, width, '    - ')),
    ...comesUpAgain(item, setting).map((line) => wrapText(line, width, '    - ')),
    ...answeredBefore(item, setting).map((line) => wrapText(line, width, '  ')),
    ...(later.length === 0
      ? []
      : [wrapText(fillText(outputTexts.heldAlso, language, { count: formatSmallCount(later.length, language) }), width, '  ')]),
    `  ${fillText(outputTexts.heldAnswer, language)}`,
    ...layOutChoices(item, setting),
  ].join('\n')
}

function changesOf({ difference, effect }: HeldItem, { language, programme, nameOf }: HeldSetting): string[] {
  // Where no version is in use yet, all of it is new: a list of every figure says nothing.
  if (difference === null || difference.figures.every(({ old }) => old === null)) return []
  const changes = [
    ...difference.figures.map(({ field, commune, old, new: now, oldRaw, newRaw }) =>
      fillText(outputTexts.heldChange, language, {
        field: `${commune === null ? '' : `${nameOf(commune)}, `}${labelOf(programme, field, language)}`,
        old: readingText(old, oldRaw === null ? null : oneLine(oldRaw), language),
        new: readingText(now, newRaw === null ? null : oneLine(newRaw), language),
      }),
    ),
    ...difference.texts.map(({ name }) => fillText(outputTexts.heldText, language, { field: labelOf(programme, name, language) })),
  ]
  const rest = changes.length - shownChanges
  const rates = effect.flatMap(({ indicator: code, old, new: now }) => {
    const indicator = programme.indicators.find((one) => one.code === code)
    if (!indicator) return []
    const [before, after] = [old, now].map((sums) => showRate(sums, indicator, language)?.text ?? '–')
    if (before === after) return []
    return [fillText(outputTexts.heldEffect, language, { indicator: indicator.shortLabel[language], old: before!, new: after! })]
  })
  return [
    ...changes.slice(0, shownChanges),
    ...(rest > 0 ? [fillText(outputTexts.heldMoreChanges, language, { count: formatSmallCount(rest, language) })] : []),
    ...rates,
  ]
}

/** What people settled about what this version changes: all of it must be looked at again if it counts. */
function comesUpAgain(
  { comesUpAgain: { adjustments, texts, findings, notes } }: HeldItem,
  { language, programme, messageOf }: HeldSetting,
): string[] {
  return [
    ...adjustments.map(({ field, value, actor }) =>
      fillText(outputTexts.heldSuspends, language, {
        field: labelOf(programme, field, language),
        value: formatCount(value, language),
        actor: oneLine(actor),
      }),
    ),
    ...texts.map(({ name, heading }) =>
      fillText(outputTexts.heldSuspendsText, language, { field: labelOf(programme, name, language), heading: oneLine(heading) }),
    ),
    ...findings.map(({ rule, params }) => fillText(outputTexts.heldReopens, language, { message: messageOf(rule, params) })),
    ...notes.map(({ kind, input, text, actor }) =>
      fillText(outputTexts.heldNoted, language, {
        kind: fillText(noteKindTexts[kind], language),
        field: labelOf(programme, input, language),
        text: oneLine(text),
        actor: oneLine(actor),
      }),
    ),
  ]
}

function answeredBefore({ answered }: HeldItem, { language }: HeldSetting): string[] {
  if (!answered) return []
  const { choice, actor, at } = answered
  const params = { choice: fillText(heldChoiceTexts[choice], language), actor: oneLine(actor), at: printInstant(at, language) }
  return [fillText(outputTexts.heldAnswered, language, params)]
}

/** One line per answer; where a unit must be named, one per unit that the file itself suggests. */
export function layOutChoices(
  { id, choices, suggestions, keyed = null }: Pick<HeldItem, 'id' | 'choices' | 'suggestions'> & { keyed?: HeldItem['keyed'] },
  { language, commandLine, nameOf }: Pick<HeldSetting, 'language' | 'commandLine' | 'nameOf'>,
): string[] {
  const answers = choices.flatMap((choice) => {
    const words = fillText(heldChoiceTexts[choice], language)
    // What needs more than a choice has a command of its own.
    if (choice === 'map') return [{ words, command: commandLine('mapping', 'show', id) }]
    if (choice === 'check' && keyed !== null) return [{ words, command: commandLine('keyed', 'check', keyed, '--set', '…') }]
    const typed = ['held', 'resolve', id, '--as', choice]
    if (choice !== 'assign_unit') return [{ words, command: commandLine(...typed) }]
    const named = suggestions.map((unit) => ({ words: `${words}: ${nameOf(unit)}`, command: commandLine(...typed, '--unit', unit) }))
    const other = named.length === 0 ? words : fillText(outputTexts.heldOtherUnit, language)
    return [...named, { words: other, command: commandLine(...typed, '--unit', fillText(outputTexts.unitCode, language)) }]
  })
  const widest = Math.max(0, ...answers.map(({ words }) => widthOf(words)))
  // A command is copied: it stands on one line, below its words where both have no room side by side.
  return answers.map(({ words, command }) =>
    widest > 30 ? `    ${words}:\n      ${command}` : `    ${words}:${' '.repeat(widest - widthOf(words))}  ${command}`,
  )
}
