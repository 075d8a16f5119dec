import type { Note } from '../../../shared/contract/notes.ts'
import { dueState } from '../../../shared/domain/due-state.ts'
import { causes, shortcomingStates } from '../../../shared/domain/review.ts'
import { AppError } from '../../../shared/errors.ts'
import { shortcomingStateTexts } from '../../../shared/messages/review.ts'
import { reviewOutput } from '../../../shared/messages/review-command.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import { parseDay, printDay } from '../../../shared/vietnamese/dates.ts'
import type { Command, Invocation } from '../command.ts'
import { formatTable } from '../format-table.ts'
import type { OptionName } from '../option-names.ts'
import { checkChoice } from '../parse-arguments.ts'
import { oneLine } from '../visible-text.ts'
import { sayDue } from '../../../shared/rules/review/say-due.ts'
import { audienceOf, evidenceOf, findNote, placeOf } from './note.ts'

const worded = ['category', 'scope', 'extent', 'remedy', 'owner'] as const
const draftOptions = [...worded, 'cause', 'cause-text', 'due'] as const satisfies readonly OptionName[]

/** What of a shortcoming the options say. Refuses with `command.bad_choice | bad_date`. */
function draftOf({ text, language }: Pick<Invocation, 'text' | 'language'>) {
  const [cause, causeText, due] = [text('cause'), text('cause-text'), text('due')]
  const dueOn = due === undefined ? undefined : parseDay(due)
  if (due !== undefined && dueOn === undefined) throw new AppError('period.bad_day', { name: '--due', value: due })
  return {
    ...Object.fromEntries(
      worded.flatMap((name) => {
        const value = text(name)
        return value === undefined ? [] : [[name, value]]
      }),
    ),
    ...(cause === undefined ? {} : { cause: checkChoice('cause', cause, causes, language) }),
    ...(causeText === undefined ? {} : { causeText }),
    ...(dueOn === undefined ? {} : { dueOn }),
  }
}

const stateOf = ({ shortcoming }: Note, language: Language): string =>
  shortcoming ? fillText(shortcomingStateTexts[shortcoming.state], language) : ''

export const shortcomingAdd: Command = {
  options: ['period', 'text', 'unit', 'on', 'quote', 'for', ...draftOptions],
  required: ['period', 'text'],
  run(invocation) {
    const { language, required, text, withWorkspace } = invocation
    const unit = text('unit')
    const rest = { ...placeOf(invocation), ...audienceOf(invocation), ...draftOf(invocation), ...(unit === undefined ? {} : { unit }) }
    return withWorkspace('write', async ({ client }) => {
      const shortcoming = await client.shortcomings.add({ period: required('period'), text: required('text'), ...rest })
      const params = { id: shortcoming.id, state: stateOf(shortcoming, language) }
      const noted = fillText(reviewOutput.shortcomingNoted, language, params)
      return { json: { shortcoming }, text: [noted, ...sayPast(shortcoming, language)].join('\n') }
    })
  },
}

/** A day that is past already may be meant, or be a slip of the year. */
const sayPast = ({ shortcoming }: Note, language: Language): string[] => {
  const dueOn = shortcoming?.dueOn ?? null
  if (dueOn === null || dueState(dueOn, new Date()) !== 'overdue') return []
  return [fillText(reviewOutput.shortcomingOverdue, language, { due: printDay(dueOn) })]
}

const moved = (shortcoming: Note, language: Language) => ({
  json: { shortcoming },
  text: fillText(reviewOutput.shortcomingMoved, language, { id: shortcoming.id, state: stateOf(shortcoming, language) }),
})

export const shortcomingUpdate: Command = {
  options: ['state', 'text', 'for', 'file', ...draftOptions],
  args: ['ID'],
  run(invocation) {
    const { args, language, text, withWorkspace } = invocation
    const draft = draftOf(invocation)
    const words = text('text')
    const state = text('state')
    const to =
      state === undefined
        ? undefined
        : checkChoice(
            'state',
            state,
            shortcomingStates.filter((one) => one !== 'verified'),
            language,
          )
    const audience = audienceOf(invocation)
    return withWorkspace('write', async ({ client, engine }) => {
      const id = await findNote(client, args[0]!)
      let now: Note | undefined
      if (Object.keys(draft).length > 0) now = await client.shortcomings.update({ id, ...draft })
      // With a state the words say why; without one they are the shortcoming's own.
      const own = { ...audience, ...(words === undefined || to !== undefined ? {} : { text: words }) }
      if (Object.keys(own).length > 0) now = await client.notes.update({ id, ...own })
      const shown = await evidenceOf(invocation, engine)
      if (to !== undefined) now = await client.shortcomings.move({ id, to, ...(words === undefined ? {} : { text: words }), ...shown })
      else if (shown.file !== undefined) {
        const { name } = engine.context.staging.get(shown.file)
        now = await client.notes.reply({ id, kind: 'evidence', text: name, file: shown.file })
      }
      return moved(now ?? (await client.shortcomings.update({ id })), language)
    })
  },
}

export const shortcomingVerify: Command = {
  options: ['text', 'file'],
  args: ['ID'],
  run: ({ args, language, text, withWorkspace }) =>
    withWorkspace('write', async ({ client, engine }) => {
      const words = text('text')
      const why = { ...(words === undefined ? {} : { text: words }), ...(await evidenceOf({ text }, engine)) }
      return moved(await client.shortcomings.verify({ id: await findNote(client, args[0]!), ...why }), language)
    }),
}

export const shortcomingList: Command = {
  options: ['unit', 'all'],
  run: ({ language, text, flag, isJson, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const unit = text('unit')
      const shortcomings = await client.shortcomings.list({ ...(unit === undefined ? {} : { unit }), all: flag('all') === true })
      const json = { shortcomings }
      if (isJson) return { json, text: '' }
      if (shortcomings.length === 0) return { json, text: fillText(reviewOutput.noShortcomings, language) }
      const heads = (['due', 'unit', 'words', 'owner', 'state', 'running', 'id'] as const).map((key) => ({
        head: fillText(reviewOutput[key], language),
      }))
      const rows = shortcomings.map((note) => [
        note.shortcoming?.dueOn ? printDay(note.shortcoming.dueOn) : '',
        note.unitName ?? '',
        oneLine(note.text),
        note.shortcoming?.owner ?? '',
        stateOf(note, language),
        String(note.periods.length),
        note.id.slice(0, 8),
      ])
      return { json, text: formatTable(heads, rows, width) }
    }),
}

export const shortcomingDue: Command = {
  options: [],
  run: ({ language, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const due = await client.shortcomings.due({})
      return { json: { due }, text: sayDue(due, language) ?? fillText(reviewOutput.noneDue, language) }
    }),
}
