import { journalActions, journalWords } from '../../../shared/messages/journal.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { AppError } from '../../../shared/errors.ts'
import { journalSentences } from '../../../shared/rules/journal-sentence.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command } from '../command.ts'
import { checkChoice } from '../parse-arguments.ts'
import { oneLine } from '../visible-text.ts'
import { wrapText } from '../wrap-text.ts'

/** A person reads the newest few; a program gets what it asks for. */
const shownAtOnce = 40

export const journalList: Command = {
  options: ['from', 'to', 'by', 'action', 'unit', 'limit'],
  run: ({ language, text, isJson, width, commandLine, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const isTrial = (await client.session.describe({})).state === 'trial'
      const action = text('action')
      const filter = {
        from: text('from'),
        to: text('to'),
        // Where there are accounts, --actor says who is asking.
        actor: text('by') ?? (isTrial ? text('actor') : undefined),
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
      const say = journalSentences({
        programme: await client.workspace.programme({}),
        units: new Map((await client.units.list({})).map(({ code, name }) => [code, name])),
        language,
        tidy: oneLine,
      })
      const sentences = shown.map((line) => {
        const head = fillText(journalWords.by, language, { at: printInstant(line.at, language), actor: oneLine(line.actor) })
        return `${head}\n${wrapText(say(line), width, '  ')}`
      })
      const given = Object.entries(filter).flatMap(([name, value]) =>
        value === undefined ? [] : [name === 'actor' ? '--by' : `--${name}`, value],
      )
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
