import { readFileSync } from 'node:fs'
import { layoutMapping, mappingReading } from '../../../shared/contract/mappings.ts'
import { AppError } from '../../../shared/errors.ts'
import { outputTexts } from '../../../shared/messages/command-output.ts'
import { intakeCommandTexts as say, surenessTexts, versionStateTexts } from '../../../shared/messages/intake-command.ts'
import { fillText } from '../../../shared/messages/text.ts'
import type { Language } from '../../../shared/messages/text.ts'
import { labelOf } from '../../../shared/rules/label-of.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import type { Command, Invocation, Workspace } from '../command.ts'
import { existingPath } from '../existing-path.ts'
import { formatTable } from '../format-table.ts'
import { checkChoice } from '../parse-arguments.ts'
import { tableColumns } from '../table-columns.ts'
import { tellResolution } from '../tell-resolution.ts'
import { unitNames } from '../unit-names.ts'

type Question = Awaited<ReturnType<Workspace['client']['mappings']['propose']>>
type Mapping = NonNullable<Parameters<Workspace['client']['mappings']['confirm']>[0]['mapping']>

export const mappingShow: Command = {
  options: ['unit', 'encoding', 'separators'],
  args: ['ID'],
  run: ({ args, language, text, isJson, width, commandLine, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const unit = text('unit')
      const reading = givenReading(text, language)
      const named = unit === undefined ? {} : { unit }
      const question = await client.mappings.propose({ id: args[0]!, ...named, reading })
      const mapping = withReading(question.kept[0]?.mapping ?? suggested(question), reading)
      const { encodings } = question.proposal
      const json = { ...question, mapping }
      if (isJson) return { json, text: '' }
      const programme = await client.workspace.programme({ period: question.period })
      const nameOf = await unitNames(client)
      const rows = question.proposal.suggestions.flatMap(({ name, cell, confidence }) =>
        cell
          ? [
              [
                labelOf(programme, name.replace(/^fld\./, ''), language),
                `${cell.sheet}!${cell.cell}`,
                fillText(surenessTexts[confidence], language),
              ],
            ]
          : [],
      )
      const heads = tableColumns([say.input, say.cell, say.sureness], 1, language)
      const chosen = unit ?? question.units[0] ?? '…'
      const lines = [
        fillText(say.mappingFile, language, { file: question.originalName, units: question.units.map(nameOf).join(', ') || '–' }),
        ...question.kept.map((kept) =>
          fillText(say.mappingKept, language, { actor: kept.actor, at: printInstant(kept.at, language), unit: nameOf(kept.unit) }),
        ),
        ...(encodings.length === 0 ? [] : [fillText(say.mappingEncodings, language), layOutEncodings(encodings, language, width)]),
        fillText(say.mappingReading, language, mapping.reading),
        rows.length === 0 ? fillText(say.mappingNone, language) : formatTable(heads, rows, width),
        fillText(say.mappingNext, language, { command: commandLine('mapping', 'confirm', question.submission, '--unit', chosen) }),
      ]
      return { json, text: lines.join('\n') }
    }),
}

function layOutEncodings(encodings: Question['proposal']['encodings'], language: Language, width: number): string {
  const rows = encodings.flatMap(({ encoding, samples }) => samples.map(({ typed, decoded }) => [encoding, typed, decoded]))
  return formatTable(tableColumns([say.reading, say.before, say.after], 1, language), rows, width)
}

type GivenReading = Partial<Mapping['reading']>

/** Refuses like every option of few values. */
function givenReading(text: Invocation['text'], language: Language): GivenReading {
  const { encoding: encodings, separators: marks } = mappingReading.shape
  const encoding = text('encoding')
  const separators = text('separators')
  return {
    ...(encoding === undefined ? {} : { encoding: checkChoice('encoding', encoding, encodings.options, language) }),
    ...(separators === undefined ? {} : { separators: checkChoice('separators', separators, marks.options, language) }),
  }
}

const withReading = (mapping: Mapping, reading: GivenReading): Mapping => ({ ...mapping, reading: { ...mapping.reading, ...reading } })

const suggested = ({ proposal }: Question): Mapping => ({
  inputs: proposal.suggestions.flatMap(({ name, cell, more, label }) =>
    cell ? [cell, ...more].map((one) => ({ name, sheet: one.sheet, cell: one.cell, label })) : [],
  ),
  reading: proposal.reading,
})

/** What was confirmed before, or is suggested and sure; a file or `--set` says otherwise. */
export const mappingConfirm: Command = {
  options: ['unit', 'encoding', 'separators', 'file', 'set'],
  args: ['ID'],
  run(invocation) {
    const { args, language, text, texts, withWorkspace } = invocation
    return withWorkspace('write', async ({ client }) => {
      const id = args[0]!
      const file = text('file')
      const sets = texts('set').map(readSet)
      const unit = text('unit')
      const named = unit === undefined ? {} : { unit }
      const reading = givenReading(text, language)
      const question = await client.mappings.propose({ id, ...named, reading })
      const kept = question.kept.find((one) => one.unit === (unit ?? question.kept[0]?.unit))
      const sure = { ...question.proposal, suggestions: question.proposal.suggestions.filter(({ confidence }) => confidence === 'sure') }
      const start = file === undefined ? (kept?.mapping ?? suggested({ ...question, proposal: sure })) : await readMappingFile(file)
      const names = new Set(sets.map(({ name }) => name))
      const inputs = [...start.inputs.filter(({ name }) => !names.has(name)), ...sets]
      if (inputs.length === 0) throw new AppError('mapping.empty')
      const done = await client.mappings.confirm({ id, ...named, mapping: withReading({ ...start, inputs }, reading) })
      const { json, lines } = await tellResolution(client, done, invocation)
      const head = fillText(say.mappingDone, language, { state: fillText(versionStateTexts[done.state], language) })
      return lines ? { json, text: [head, ...lines].join('\n'), exitCode: 1 } : { json, text: head }
    })
  },
}

/** `fld.um_total=Sheet1!C7` */
function readSet(text: string): Mapping['inputs'][number] {
  const found = /^([a-z][\w.]*)=(.+)!(\$?[A-Za-z]{1,3}\$?\d+)$/u.exec(text)
  if (!found) throw new AppError('mapping.bad_cell', { text })
  const sheet = found[2]!.replace(/^'(.*)'$/, '$1')
  return { name: found[1]!, sheet, cell: found[3]!.replaceAll('$', '').toUpperCase(), label: '' }
}

/** Refuses with `mapping.bad_file`. */
async function readMappingFile(given: string): Promise<Mapping> {
  const path = await existingPath(given)
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
  } catch {
    throw new AppError('mapping.bad_file', { path, places: 'JSON' })
  }
  // The whole answer of `mapping show --json` is as good as the mapping alone.
  const inner = typeof value === 'object' && value !== null && 'mapping' in value ? value.mapping : value
  const read = layoutMapping.safeParse(inner)
  if (read.success) return read.data
  const places = read.error.issues
    .map(({ path: at }) => at.join('.') || '-')
    .slice(0, 5)
    .join(', ')
  throw new AppError('mapping.bad_file', { path, places })
}

export const mappingList: Command = {
  options: ['unit'],
  run: ({ language, text, isJson, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const unit = text('unit')
      const mappings = await client.mappings.list(unit === undefined ? {} : { unit })
      if (isJson) return { json: { mappings }, text: '' }
      if (mappings.length === 0) return { json: { mappings }, text: fillText(say.nothingRemembered, language) }
      const nameOf = await unitNames(client)
      const rows = mappings.map((one) => [
        nameOf(one.unit),
        one.originalName,
        String(one.mapping.inputs.length),
        String(one.uses),
        `${one.actor}, ${printInstant(one.at, language)}`,
        one.id,
      ])
      const heads = tableColumns([outputTexts.unit, say.file, say.count, say.uses, say.confirmedBy, say.id], 2, language)
      return { json: { mappings }, text: formatTable(heads, rows, width) }
    }),
}

export const mappingForget: Command = {
  options: ['reason'],
  required: ['reason'],
  args: ['ID'],
  run: ({ args, language, required, withWorkspace }) =>
    withWorkspace('write', async ({ client }) => {
      const json = await client.mappings.forget({ id: args[0]!, reason: required('reason') })
      return { json, text: fillText(say.mappingForgotten, language) }
    }),
}
