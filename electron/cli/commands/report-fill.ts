import { basename, resolve } from 'node:path'
import { reportKinds } from '../../../shared/domain/programme-terms.ts'
import { AppError } from '../../../shared/errors.ts'
import { commandUsage } from '../../../shared/messages/command-help.ts'
import { formOutput, formPageTexts } from '../../../shared/messages/form.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Answer, Command, Invocation } from '../command.ts'
import { existingPath } from '../existing-path.ts'
import { formatTable } from '../format-table.ts'
import { checkChoice } from '../parse-arguments.ts'

/** Braces that stand for themselves in a text. */
const braced = (mark: string): string => `{{${mark}}}`

export const reportFill: Command = {
  options: ['period', 'kind', 'out', 'marks', 'unit', 'report'],
  args: ['FORM'],
  argsOptional: true,
  run: (invocation) => (invocation.flag('marks') === true ? listMarks(invocation) : fill(invocation)),
}

type Client = Parameters<Parameters<Invocation['withWorkspace']>[1]>[0]['client']

/** A period and a kind as they stand now, or a report: with what was fixed where it was submitted. */
async function scopeOf({ text, language }: Invocation, client: Client) {
  const [period, kind, report] = [text('period'), text('kind'), text('report')]
  const usage = `tonghop ${commandUsage['report fill']}`
  if (report !== undefined) {
    const spare = period === undefined ? kind && '--kind' : '--period'
    if (spare !== undefined) throw new AppError('command.argument_too_many', { argument: spare, usage })
    const { report: own } = await client.reports.road({ report })
    return { period: own.period, kind: own.kind, report }
  }
  if (period === undefined || kind === undefined)
    throw new AppError('command.option_missing', { option: period === undefined ? '--period' : '--kind', usage })
  return { period, kind: checkChoice('kind', kind, reportKinds, language) }
}

async function listMarks(invocation: Invocation): Promise<Answer> {
  const { language, width, text, withWorkspace } = invocation
  const unit = text('unit')
  return withWorkspace('read', async ({ client }) => {
    const scope = await scopeOf(invocation, client)
    const marks = await client.forms.marks({ ...scope, ...(unit === undefined ? {} : { unit }) })
    const say = (key: 'mark' | 'label' | 'value'): string => fillText(formPageTexts[key], language)
    const columns = [{ head: say('mark') }, { head: say('label'), wraps: true }, { head: say('value'), align: 'right' }] as const
    const rows = marks.map(({ ref, label, shown }) => [braced(ref), label, shown])
    return { json: { marks }, text: formatTable(columns, rows, width) }
  })
}

async function fill(invocation: Invocation): Promise<Answer> {
  const { language, args, text, withWorkspace } = invocation
  const [form] = args
  const out = text('out')
  if (form === undefined || out === undefined)
    throw new AppError('command.option_without_value', {
      option: form === undefined ? 'FORM' : '--out',
      usage: `tonghop ${commandUsage['report fill']}`,
    })
  const path = await existingPath(form, 'file')
  return withWorkspace('read', async ({ engine, client }) => {
    const scope = await scopeOf(invocation, client)
    const { fillFile, writeFilled } = await import('../../engine/fill-form.ts')
    const filled = await fillFile(engine.context, scope, { path, name: basename(path) })
    const written = resolve(out)
    const { sha256 } = await writeFilled(written, filled.bytes)
    const left = filled.marks.filter(({ state }) => state !== 'known')
    const lines = [
      fillText(formOutput.filled, language, { count: formatSmallCount(filled.filled, language), path: written }),
      fillText(filled.isFrozen ? formPageTexts.frozen : formPageTexts.live, language),
      ...left.map(({ mark, place, state }) =>
        fillText(state === 'blocked' ? formOutput.blocked : formOutput.left, language, { mark: braced(mark), place: place || '–' }),
      ),
      ...(filled.formulas > 0 && filled.filled > 0
        ? [fillText(formPageTexts.formulas, language, { count: formatSmallCount(filled.formulas, language) })]
        : []),
    ]
    const { format, formulas, isFrozen, marks, filled: count } = filled
    return {
      json: { path: written, sha256, format, filled: count, formulas, isFrozen, marks },
      text: lines.join('\n'),
      exitCode: left.length > 0 ? 1 : 0,
    }
  })
}
