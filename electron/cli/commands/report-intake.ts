import type { ReturnedReportView } from '../../../shared/contract/report-texts.ts'
import { textOutput } from '../../../shared/messages/report-text.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import { printedWords } from '../../../shared/rules/override-paragraphs.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command } from '../command.ts'
import { existingPath } from '../existing-path.ts'
import { wrapText } from '../wrap-text.ts'
import { scopeOf } from './report-words.ts'

const isTakeable = ({ state }: ReturnedReportView['places'][number]): boolean =>
  state === 'changed' || state === 'added' || state === 'removed'

function layOut({ places, untaken, cells }: ReturnedReportView, language: Language): string[] {
  const say = (key: keyof typeof textOutput, params: Record<string, string> = {}): string => fillText(textOutput[key], language, params)
  const differing = places.filter(({ state }) => state !== 'unchanged')
  const lines = [
    ...differing.flatMap(({ key, state, before, after, numbers }) => [
      say(`returned_${state as Exclude<typeof state, 'unchanged'>}`, { key }),
      ...(state === 'number' || before === '' ? [] : [say('returnedBefore', { text: printedWords(before) })]),
      ...(state === 'number' || after === '' ? [] : [say('returnedAfter', { text: printedWords(after) })]),
      ...numbers.map(({ ref, shown, now }) => say('returnedNumber', { ref, shown, now: now ?? say('gone') })),
    ]),
    ...cells.map((cell) => say('returnedCell', cell)),
    ...untaken.map((text) => say('returnedUntaken', { text })),
  ]
  return lines.length === 0 ? [say('returnedSame')] : lines
}

export const textIntake: Command = {
  options: ['period', 'kind', 'take', 'all'],
  required: ['period', 'kind'],
  args: ['FILE'],
  run: (invocation) => {
    const { args, language, width, texts, flag } = invocation
    const wanted = texts('take')
    const mode = wanted.length > 0 || flag('all') ? 'write' : 'read'
    return invocation.withWorkspace(mode, async ({ client, engine }) => {
      const file = engine.context.staging.addInput(await existingPath(args[0]!, 'file'))
      const scope = { ...scopeOf(invocation), file }
      const view = await client.reportTexts.intake(scope)
      const takeable = view.places.filter(isTakeable)
      const chosen = flag('all') ? takeable : wanted.map((key) => takeable.find((place) => place.key === key) ?? { key, print: '' })
      if (chosen.length > 0) await client.reportTexts.take({ ...scope, places: chosen.map(({ key, print }) => ({ key, print })) })
      const taken = chosen.map(({ key }) => key)
      const lines = [
        ...layOut(view, language),
        ...(taken.length > 0
          ? [fillText(textOutput.returnedTaken, language, { count: formatSmallCount(taken.length, language) })]
          : takeable.length > 0
            ? [fillText(textOutput.returnedHow, language)]
            : []),
      ]
      const isOpen = takeable.length > taken.length || view.cells.length > 0 || view.places.some(({ state }) => state === 'number')
      return { json: { ...view, taken }, text: lines.map((line) => wrapText(line, width, '  ')).join('\n'), exitCode: isOpen ? 1 : 0 }
    })
  },
}
