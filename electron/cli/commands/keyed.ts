import { AppError } from '../../../shared/errors.ts'
import { outputTexts } from '../../../shared/messages/command-output.ts'
import { entryStateTexts, intakeCommandTexts as say, versionStateTexts } from '../../../shared/messages/intake-command.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import { labelOf } from '../../../shared/rules/label-of.ts'
import { readingText } from '../../../shared/rules/reading-text.ts'
import { readCountTyped } from '../../../shared/vietnamese/read-count-typed.ts'
import { readStateWord } from '../../../shared/vietnamese/read-count.ts'
import type { Command, Workspace } from '../command.ts'
import { formatTable } from '../format-table.ts'
import { tableColumns } from '../table-columns.ts'
import { tellResolution } from '../tell-resolution.ts'
import { unitNames } from '../unit-names.ts'
import { wrapText } from '../wrap-text.ts'

type Figure = Parameters<Workspace['client']['keyed']['save']>[0]['figures'][number]

type Programme = Awaited<ReturnType<Workspace['client']['workspace']['programme']>>

/** `um_total=1250`, `um_total=không phát sinh`: numbers as people type them, and the words of cells. */
function readFigures(sets: readonly string[], programme: Programme, language: Language): Figure[] {
  return sets.map((text): Figure => {
    const at = text.indexOf('=')
    const name = text.slice(0, Math.max(at, 0)).replace(/^fld\./, '')
    const field = programme.fields.find(({ code }) => code === name)
    if (!field) throw new AppError('field.not_found', { field: at < 0 ? text : name })
    const typed = text.slice(at + 1).trim()
    const word = readStateWord(typed)?.state
    if (word === 'nil' || word === 'not_applicable') return { field: name, state: word, value: null }
    const value = readCountTyped(typed, language)
    if (value === undefined) throw new AppError('keyed.bad_figure', { field: name })
    return { field: name, state: 'value', value }
  })
}

export const keyedEnter: Command = {
  options: ['period', 'unit', 'set', 'from-paper', 'told-by', 'told-at', 'note'],
  required: ['period', 'unit', 'set'],
  run: ({ language, required, text, texts, commandLine, withWorkspace }) =>
    withWorkspace('write', async ({ client }) => {
      const period = required('period')
      const figures = readFigures(texts('set'), await client.workspace.programme({ period }), language)
      const [receipt, toldBy, toldAt, note] = [text('from-paper'), text('told-by'), text('told-at'), text('note')]
      const begun = await client.keyed.start({
        period,
        unit: required('unit'),
        ...(receipt === undefined ? {} : { receipt }),
        ...(toldBy === undefined ? {} : { toldBy }),
        ...(toldAt === undefined ? {} : { toldAt }),
        ...(note === undefined ? {} : { note }),
      })
      const json = await client.keyed.save({ id: begun.id, figures, done: true })
      const command = commandLine('keyed', 'check', json.id, '--set', '…')
      return { json, text: fillText(say.entered, language, { count: json.count, command }) }
    }),
}

/** The checker's own reading, as if nobody had keyed anything yet. */
export const keyedCheck: Command = {
  options: ['set'],
  required: ['set'],
  args: ['ID'],
  run(invocation) {
    const { args, language, texts, width, withWorkspace } = invocation
    return withWorkspace('write', async ({ client }) => {
      const id = args[0]!
      const { period } = await client.keyed.get({ id })
      const programme = await client.workspace.programme({ period })
      const { resolution, ...checked } = await client.keyed.check({ id, figures: readFigures(texts('set'), programme, language) })
      if (resolution) {
        const { json, lines } = await tellResolution(client, resolution, invocation)
        const head = fillText(say.checkedSame, language, { state: fillText(versionStateTexts[resolution.state], language) })
        const answer = { json: { ...checked, resolution: json } }
        return lines ? { ...answer, text: [head, ...lines].join('\n'), exitCode: 1 } : { ...answer, text: head }
      }
      const json = { ...checked, resolution }
      const { differences } = checked.entry
      const lines = differences.map(({ field, keyed, checked }) =>
        fillText(say.difference, language, {
          field: labelOf(programme, field, language),
          keyed: readingText(keyed, null, language),
          checked: readingText(checked, null, language),
        }),
      )
      const head = fillText(say.checkedOther, language, { count: differences.length })
      return { json, text: [head, ...lines.map((line) => wrapText(line, width, '  - '))].join('\n'), exitCode: 1 }
    })
  },
}

export const keyedList: Command = {
  options: ['period', 'unit'],
  required: ['period'],
  run: ({ language, required, text, isJson, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const unit = text('unit')
      const entries = await client.keyed.list({ period: required('period'), ...(unit === undefined ? {} : { unit }) })
      if (isJson) return { json: { entries }, text: '' }
      if (entries.length === 0) return { json: { entries }, text: fillText(say.noEntries, language) }
      const nameOf = await unitNames(client)
      const rows = entries.map((one) => [
        nameOf(one.unit),
        fillText(entryStateTexts[one.state], language),
        String(one.count),
        one.actor,
        one.checker ?? '–',
        one.id,
      ])
      const heads = tableColumns([outputTexts.unit, outputTexts.state, say.count, say.keyedBy, say.checkedBy, say.id], 1, language)
      return { json: { entries }, text: formatTable(heads, rows, width) }
    }),
}

export const keyedWithdraw: Command = {
  options: ['reason'],
  required: ['reason'],
  args: ['ID'],
  run: ({ args, language, required, withWorkspace }) =>
    withWorkspace('write', async ({ client }) => {
      const json = await client.keyed.withdraw({ id: args[0]!, reason: required('reason') })
      return { json, text: fillText(say.withdrawn, language) }
    }),
}
