import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseInstant } from '../../../shared/domain/instant.ts'
import type { PaperKind } from '../../../shared/domain/review.ts'
import { AppError } from '../../../shared/errors.ts'
import { letterTexts } from '../../../shared/messages/letter.ts'
import { reviewOutput } from '../../../shared/messages/review-command.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Answer, Command, Invocation } from '../command.ts'
import { existingPath } from '../existing-path.ts'
import { formatTable } from '../format-table.ts'
import { runJob } from '../run-job.ts'
import { unitNames } from '../unit-names.ts'
import { wrapText } from '../wrap-text.ts'

/** One named unit and a path that is no folder: one file. Anything else goes into a folder. */
async function writePapers(invocation: Invocation, kind: PaperKind): Promise<Answer> {
  const { required, text, texts, flag, language, width } = invocation
  const period = required('period')
  const path = resolve(required('out'))
  const units = texts('unit')
  const isUrging = kind === 'urging'
  const isFolder = !isUrging && (units.length !== 1 || (await stat(path).catch(() => undefined))?.isDirectory() === true)
  return invocation.withWorkspace('write', async (workspace) => {
    const { client, engine } = workspace
    const { staging } = engine.context
    const newDue = isUrging ? readDue(text('due')) : undefined
    const contact = text('contact')
    const { files } = await runJob<'papers'>(workspace, invocation, () =>
      client.letters.write({
        period,
        kind,
        target: staging.addOutput(path),
        isFolder,
        ...(units.length > 0 ? { units: [...units] } : {}),
        ...(newDue === undefined ? {} : { newDue }),
        ...(contact === undefined ? {} : { contact }),
        ...(flag('with-pending') === true ? { withPending: true } : {}),
      }),
    )
    const written = files.map(({ unit, file, sha256 }) => ({ unit, path: staging.get(file).path, sha256 }))
    const { unit: _unit, ...only } = written[0]!
    const lines = [fillText(reviewOutput.papers, language, { count: formatSmallCount(files.length, language), path })]
    if (isUrging && flag('with-pending') !== true) {
      const { units: sent } = await client.submissions.register({ period })
      const pending = sent.filter(({ state }) => state === 'pending').length
      if (pending > 0) lines.push(fillText(reviewOutput.pendingLeft, language, { count: formatSmallCount(pending, language) }))
    }
    return { json: isFolder ? { files: written } : only, text: lines.map((line) => wrapText(line, width)).join('\n') }
  })
}

function readDue(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const due = parseInstant(value, 'end')
  if (due === undefined) throw new AppError('period.bad_time', { value })
  return due
}

const paper = (kind: PaperKind, options: Command['options'] = []): Command => ({
  options: ['period', 'out', 'unit', 'progress', ...options],
  required: ['period', 'out'],
  run: (invocation) => writePapers(invocation, kind),
})

export const urge = paper('urging', ['due', 'contact', 'with-pending'])
export const notice = paper('notice')
export const minutes = paper('minutes')
export const worksheet = paper('worksheet')
export const record = paper('record')
export const queryExport = paper('query', ['contact'])

export const queryImport: Command = {
  options: [],
  args: ['FILE'],
  run: ({ args, language, withWorkspace }) =>
    withWorkspace('write', async ({ client, engine }) => {
      const path = await existingPath(args[0]!, 'file')
      const json = await client.letters.takeAnswers({ file: engine.context.staging.addInput(path) })
      const nameOf = await unitNames(client)
      const params = {
        unit: nameOf(json.unit),
        count: formatSmallCount(json.answers.length, language),
        rest: formatSmallCount(json.unanswered.length, language),
      }
      return { json, text: fillText(reviewOutput.answersTaken, language, params) }
    }),
}

export const queryMessage: Command = {
  options: ['period', 'unit'],
  required: ['period', 'unit'],
  run: ({ language, required, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const json = await client.letters.message({ period: required('period'), unit: required('unit') })
      return { json, text: json.text ?? fillText(reviewOutput.noQuestions, language) }
    }),
}

export const letterList: Command = {
  options: ['period'],
  required: ['period'],
  run: ({ language, required, isJson, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const letters = await client.letters.list({ period: required('period') })
      const json = { letters }
      if (isJson) return { json, text: '' }
      if (letters.length === 0) return { json, text: fillText(reviewOutput.noLetters, language) }
      const nameOf = await unitNames(client)
      const heads = (['at', 'kind', 'round', 'unit', 'units', 'actor'] as const).map((key) => ({
        head: fillText(reviewOutput[key], language),
      }))
      const rows = letters.map(({ at, kind, round, unit, units, actor }) => [
        printInstant(at, language),
        fillText(letterTexts[kind], language),
        String(round),
        unit === null ? '' : nameOf(unit),
        formatSmallCount(units.length, language),
        actor,
      ])
      return { json, text: formatTable(heads, rows, width) }
    }),
}
