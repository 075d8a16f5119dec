import { cellStateTexts, outputTexts } from '../../../shared/messages/command-output.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import { printDay } from '../../../shared/vietnamese/dates.ts'
import { formatCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command } from '../command.ts'

const print = (value: string | number | null, language: Language): string => (typeof value === 'number' ? formatCount(value, language) : (value ?? '–'))

export const trace: Command = {
  options: ['period', 'unit'],
  required: ['period', 'unit'],
  args: ['FIELD'],
  run: ({ args, language, required, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const traced = await client.figures.trace({ period: required('period'), unit: required('unit'), input: args[0]! })
      const { name, unit: _unit, submission: _submission, version: _version, ...json } = traced
      const { value, reported, raw, state, sheet, cell, originalName, path, adjustments } = json
      const text = [
        fillText(outputTexts.traceValue, language, { name, value: print(value, language) }),
        fillText(outputTexts.traceReported, language, { value: print(reported, language), raw, state: fillText(cellStateTexts[state], language) }),
        ...adjustments.map((one) =>
          fillText(outputTexts.traceAdjustment, language, { value: formatCount(one.value, language), day: printDay(one.at.slice(0, 10)), actor: one.actor, reason: one.reason }),
        ),
        fillText(outputTexts.traceCell, language, { sheet, cell, file: originalName }),
        fillText(outputTexts.tracePath, language, { path }),
      ].join('\n')
      return { json, text }
    }),
}
