import type { Note } from '../../../shared/contract/notes.ts'
import { audiences, noteKinds } from '../../../shared/domain/review.ts'
import { AppError } from '../../../shared/errors.ts'
import { audienceTexts, noteKindTexts } from '../../../shared/messages/review.ts'
import { reviewOutput } from '../../../shared/messages/review-command.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import type { Command, Invocation, Workspace } from '../command.ts'
import { existingPath } from '../existing-path.ts'
import { checkChoice } from '../parse-arguments.ts'
import { unitNames } from '../unit-names.ts'
import { oneLine } from '../visible-text.ts'
import { wrapText } from '../wrap-text.ts'

/** Where a note is pinned, as the options say it. */
export function placeOf({ text }: Pick<Invocation, 'text'>): { input?: string; quote?: string } {
  const [input, quote] = [text('on'), text('quote')]
  return { ...(input === undefined ? {} : { input }), ...(quote === undefined ? {} : { quote }) }
}

export const audienceOf = ({ text, language }: Pick<Invocation, 'text' | 'language'>): { audience?: Note['audience'] } => {
  const given = text('for')
  return given === undefined ? {} : { audience: checkChoice('for', given, audiences, language) }
}

export const noteAdd: Command = {
  options: ['period', 'text', 'unit', 'on', 'quote', 'kind', 'for'],
  required: ['period', 'text'],
  run(invocation) {
    const { language, required, text, withWorkspace } = invocation
    const kinds = noteKinds.filter((kind) => kind !== 'shortcoming')
    const kind = checkChoice('kind', text('kind') ?? 'remark', kinds, language)
    const unit = text('unit')
    const rest = { ...placeOf(invocation), ...audienceOf(invocation), ...(unit === undefined ? {} : { unit }) }
    return withWorkspace('write', async ({ client }) => {
      const note = await client.notes.add({ period: required('period'), kind, text: required('text'), ...rest })
      const params = { id: note.id, audience: fillText(audienceTexts[note.audience], language) }
      return { json: { note }, text: fillText(reviewOutput.noted, language, params) }
    })
  },
}

export const noteList: Command = {
  options: ['period', 'unit'],
  required: ['period'],
  run: ({ language, required, text, isJson, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const unit = text('unit')
      const notes = await client.notes.list({ period: required('period'), ...(unit === undefined ? {} : { unit }) })
      const json = { notes }
      if (isJson) return { json, text: '' }
      if (notes.length === 0) return { json, text: fillText(reviewOutput.noNotes, language) }
      const nameOf = await unitNames(client)
      const byUnit = Map.groupBy(notes, (note) => note.unit)
      const lines = [...byUnit].flatMap(([code, own]) => [
        code === null ? required('period') : `${nameOf(code)} (${code})`,
        ...own.flatMap((note) => layOutNote(note, language).map((line) => wrapText(line, width, '  '))),
      ])
      return { json, text: lines.join('\n') }
    }),
}

export function layOutNote({ text, kind, audience, id, pin }: Note, language: Language): string[] {
  const params = {
    text: oneLine(text),
    kind: fillText(noteKindTexts[kind], language),
    audience: fillText(audienceTexts[audience], language),
    id: id.slice(0, 8),
  }
  return [
    fillText(reviewOutput.noteLine, language, params),
    ...(pin.quote === null ? [] : [fillText(reviewOutput.noteAt, language, { quote: oneLine(pin.quote) })]),
    ...(pin.state === 'lost' ? [fillText(reviewOutput.noteLost, language)] : []),
    ...(pin.isChanged && pin.state !== 'lost' ? [fillText(reviewOutput.noteChangedSince, language)] : []),
  ]
}

/** Six letters of an id name a note, when only one of any period begins so. */
export async function findNote(client: Workspace['client'], start: string): Promise<string> {
  if (start.length < 6 || start.length >= 32) return start
  const periods = await client.periods.list({})
  const notes = (await Promise.all(periods.map(({ code }) => client.notes.list({ period: code })))).flat()
  const [only, second] = notes.filter(({ id }) => id.startsWith(start))
  if (!only || second) throw new AppError('note.not_found', { id: start })
  return only.id
}

/** The file that shows something, where one is named. Refuses with `command.no_such_path | unreadable_path | not_a_file`. */
export async function evidenceOf({ text }: Pick<Invocation, 'text'>, engine: Workspace['engine']): Promise<{ file?: string }> {
  const given = text('file')
  return given === undefined ? {} : { file: engine.context.staging.addInput(await existingPath(given, 'file')) }
}

const changed = (note: Note, language: Language) => ({
  json: { note },
  text: fillText(reviewOutput.noteChanged, language, { id: note.id }),
})

export const noteMove: Command = {
  options: ['on', 'quote'],
  args: ['ID'],
  run: (invocation) =>
    invocation.withWorkspace('write', async ({ client }) =>
      changed(await client.notes.move({ id: await findNote(client, invocation.args[0]!), ...placeOf(invocation) }), invocation.language),
    ),
}

export const noteClose: Command = {
  options: [],
  args: ['ID'],
  run: ({ args, language, withWorkspace }) =>
    withWorkspace('write', async ({ client }) =>
      changed(await client.notes.update({ id: await findNote(client, args[0]!), isClosed: true }), language),
    ),
}

export const noteReply: Command = {
  options: ['text', 'file'],
  required: ['text'],
  args: ['ID'],
  run: ({ args, language, required, text, withWorkspace }) =>
    withWorkspace('write', async ({ client, engine }) => {
      const file = await evidenceOf({ text }, engine)
      const kind = file.file === undefined ? 'reply' : 'evidence'
      return changed(await client.notes.reply({ id: await findNote(client, args[0]!), kind, text: required('text'), ...file }), language)
    }),
}
