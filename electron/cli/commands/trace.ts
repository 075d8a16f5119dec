import { adjustmentStateTexts, cellStateTexts, outputTexts } from '../../../shared/messages/command-output.ts'
import { adjustmentBasisTexts } from '../../../shared/messages/report.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command } from '../command.ts'
import { describeOrigin } from '../../../shared/rules/describe-origin.ts'
import { labelOf } from '../../../shared/rules/label-of.ts'
import { unitNames } from '../unit-names.ts'
import { oneLine } from '../visible-text.ts'
import { wrapText } from '../wrap-text.ts'

export const trace: Command = {
  options: ['period', 'unit'],
  required: ['period', 'unit'],
  args: ['FIELD'],
  run: ({ args, language, required, isJson, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const period = required('period')
      const traced = await client.figures.trace({ period, unit: required('unit'), input: args[0]! })
      const {
        name,
        unit,
        unitName: _name,
        submission: _submission,
        version: _version,
        receivedAt: _at,
        channel: _channel,
        ...json
      } = traced
      if (isJson) return { json, text: '' }
      const { value, reported, raw, state, sheet, cell, originalName, path, adjustments } = json
      const programme = await client.workspace.programme({ period })
      const nameOf = await unitNames(client)
      // What stands in no number is said by its state, never by a dash that may mean anything.
      const print = (one: string | number | null): string =>
        one === null ? fillText(cellStateTexts[state], language) : typeof one === 'number' ? formatCount(one, language) : one
      const say = (key: keyof typeof outputTexts, params: Readonly<Record<string, string>>): string =>
        wrapText(fillText(outputTexts[key], language, params), width, '', '  ')
      const text = [
        say('traceTitle', { label: labelOf(programme, name, language), name }),
        say('traceUnit', { unit: nameOf(unit), period }),
        '',
        say('traceValue', { value: print(value) }),
        say('traceReported', { value: print(reported), raw: oneLine(raw) }),
        ...adjustments.map((one) => say('traceAdjustment', adjustmentParams(one, language))),
        '',
        say('traceCell', { sheet: oneLine(sheet), cell, file: oneLine(originalName) }),
        fillText(outputTexts.tracePath, language, { path }),
        ...describeOrigin(json, language).flatMap(({ term, lines }) => [
          '',
          term,
          ...lines.map((line) => wrapText(oneLine(line), width - 2, '  ', '  ')),
        ]),
      ].join('\n')
      return { json, text }
    }),
}

type Adjustment = {
  value: number
  state: keyof typeof adjustmentStateTexts
  basis: keyof typeof adjustmentBasisTexts
  at: string
  actor: string
  reason: string
}

const adjustmentParams = (
  { value, state, basis, at, actor, reason }: Adjustment,
  language: Language,
): Readonly<Record<string, string>> => ({
  value: formatCount(value, language),
  state: fillText(adjustmentStateTexts[state], language),
  basis: fillText(adjustmentBasisTexts[basis], language),
  at: printInstant(at, language),
  actor: oneLine(actor),
  reason: oneLine(reason),
})
