import type { Programme } from '../../../shared/domain/programme.ts'
import { adjustmentBasisTexts } from '../../../shared/messages/report.ts'
import { heldChoiceTexts, outcomeTexts, reportKindTexts } from '../../../shared/messages/command-output.ts'
import { journalActions, journalTexts, journalWords } from '../../../shared/messages/journal.ts'
import { fillText, type Language, type Text } from '../../../shared/messages/text.ts'
import { AppError } from '../../../shared/errors.ts'
import { printDay, printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatCount, formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command, Workspace } from '../command.ts'
import { checkChoice } from '../parse-arguments.ts'
import { oneLine } from '../visible-text.ts'
import { wrapText } from '../wrap-text.ts'

type Line = Awaited<ReturnType<Workspace['client']['trust']['journal']>>[number]

/** A person reads the newest few; a program gets what it asks for. */
const shownAtOnce = 40

export const journalList: Command = {
  options: ['from', 'to', 'action', 'unit', 'limit'],
  run: ({ language, text, isJson, width, commandLine, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const action = text('action')
      const filter = {
        from: text('from'),
        to: text('to'),
        actor: text('actor'),
        action: action === undefined ? undefined : checkChoice('action', action, journalActions, language),
        unit: text('unit'),
      }
      const limit = readLimit(text('limit'))
      const most = limit ?? (isJson ? undefined : shownAtOnce)
      const lines = await client.trust.journal({ ...filter, limit: most === undefined ? undefined : most + 1 })
      const shown = lines.slice(0, most)
      const json = shown.map(({ unit: _unit, ...line }) => line)
      if (isJson) return { json, text: '' }
      if (shown.length === 0) return { json, text: fillText(journalWords.none, language) }
      const say = sentenceWriter(
        await client.workspace.programme({}),
        new Map((await client.units.list({})).map(({ code, name }) => [code, name])),
        language,
      )
      const sentences = shown.map((line) => {
        const head = fillText(journalWords.by, language, { at: printInstant(line.at, language), actor: oneLine(line.actor) })
        return `${head}\n${wrapText(say(line), width, '  ')}`
      })
      const given = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]))
      const command = commandLine('journal', 'list', ...given, '--limit', String(shown.length * 5))
      const more =
        lines.length > shown.length
          ? ['', wrapText(fillText(journalWords.more, language, { shown: formatSmallCount(shown.length, language), command }), width)]
          : []
      return { json, text: [...sentences, ...more].join('\n') }
    }),
}

function readLimit(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new AppError('command.bad_number', { value })
  return Number(value)
}

/** One entry in words: labels and names for codes; what a newer version did is named by its action. */
function sentenceWriter(programme: Programme, units: ReadonlyMap<string, string>, language: Language): (line: Line) => string {
  const fields = new Map(programme.fields.map(({ code, label }) => [code, label[language]]))
  const from = (texts: Readonly<Record<string, Text>>) => (value: string) => texts[value]?.[language]
  const words: Readonly<Record<string, (value: string) => string | undefined>> = {
    outcome: from(outcomeTexts),
    choice: from(heldChoiceTexts),
    kind: from(reportKindTexts),
    basis: from(adjustmentBasisTexts),
    field: (code) => fields.get(code),
    from: printDay,
    to: printDay,
    dueAt: (at) => printInstant(at, language),
    madeAt: (at) => printInstant(at, language),
    now: (at) => printInstant(at, language),
    last: (at) => printInstant(at, language),
  }
  const print = (name: string, value: unknown): string => {
    if (typeof value === 'number')
      return name === 'value' || name === 'bytes' ? formatCount(value, language) : formatSmallCount(value, language)
    if (typeof value !== 'string') return '–'
    return oneLine(words[name]?.(value) ?? value)
  }
  const texts: Readonly<Record<string, Text>> = journalTexts
  return ({ action, params, unit }) => {
    const text = texts[action]
    if (text === undefined) return action
    const printed = Object.fromEntries(placeholdersOf(text[language]).map((name) => [name, print(name, params[name])]))
    const sentence = fillText(text, language, printed)
    return unit === null ? sentence : fillText(journalWords.of, language, { unit: units.get(unit) ?? unit, sentence })
  }
}

const placeholdersOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
