import { adjustmentBases } from '../../../shared/contract/figures.ts'
import { decisions } from '../../../shared/domain/review.ts'
import { AppError } from '../../../shared/errors.ts'
import { decidedTexts, standingTexts } from '../../../shared/messages/review.ts'
import { reviewOutput } from '../../../shared/messages/review-command.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { effectWords } from '../../../shared/rules/effect-words.ts'
import { showRate } from '../../../shared/rules/indicator-words.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatCount, formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command, Workspace } from '../command.ts'
import { formatTable } from '../format-table.ts'
import { checkChoice } from '../parse-arguments.ts'
import { unitNames } from '../unit-names.ts'
import { wrapText } from '../wrap-text.ts'

// Separators are not guessed at: 1.250 may be one thousand or one and a quarter.
function readValue(typed: string): number {
  if (!/^\d{1,12}$/.test(typed)) throw new AppError('command.bad_number', { value: typed })
  return Number(typed)
}

type Columns = Awaited<ReturnType<Workspace['client']['findings']['browse']>>

/** Six letters of an id name a finding, when only one begins so. Refuses with `discrepancy.not_found`. */
function findByStart(
  { id: ids, units, unit, field }: Columns,
  start: string,
): { id: string; unit: string | undefined; field: string | null } {
  const [only, second] = start.length >= 6 ? ids.flatMap((id, place) => (id.startsWith(start) ? [place] : [])) : []
  if (only === undefined || second !== undefined) throw new AppError('discrepancy.not_found', { id: start })
  return { id: ids[only]!, unit: units[unit[only]!]?.code, field: field[only]! }
}

export const settle: Command = {
  options: ['period', 'as', 'reason', 'value', 'unit', 'on', 'basis'],
  required: ['period', 'as', 'reason'],
  args: ['ID'],
  lastRepeats: true,
  run({ args, language, required, text, commandLine, withWorkspace }) {
    const period = required('period')
    const as = checkChoice('as', required('as'), decisions, language)
    const basis = text('basis') === undefined ? undefined : checkChoice('basis', required('basis'), adjustmentBases, language)
    const value = text('value') === undefined ? undefined : readValue(required('value'))
    return withWorkspace('write', async ({ client }) => {
      // Without the cells of thousands that nobody asked about.
      const all = await client.findings.browse({ period })
      const chosen = args.map((start) => findByStart(all, start))
      const [first] = chosen
      const unit = text('unit') ?? first?.unit
      const field = text('on') ?? first?.field ?? undefined
      const json = await client.discrepancies.settle({
        period,
        findings: chosen.map(({ id }) => id),
        as,
        reason: required('reason'),
        ...(basis === undefined ? {} : { basis }),
        ...(value === undefined || unit === undefined || field === undefined ? {} : { figures: [{ unit, field, value }] }),
      })
      const params = {
        decision: fillText(decidedTexts[as], language),
        count: formatSmallCount(json.findings.length, language),
        command: commandLine('undo', '--period', period),
      }
      return { json, text: fillText(reviewOutput.settled, language, params) }
    })
  },
}

export const settleList: Command = {
  options: ['period'],
  required: ['period'],
  run: ({ language, required, isJson, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const made = await client.discrepancies.list({ period: required('period') })
      const json = { decisions: made }
      if (isJson) return { json, text: '' }
      if (made.length === 0) return { json, text: fillText(reviewOutput.noDecisions, language) }
      const nameOf = await unitNames(client)
      const rows = made.map(({ unit, rule, decision, standing, reason, actor, at, id }) => [
        unit === null ? '' : nameOf(unit),
        rule,
        fillText(decidedTexts[decision], language),
        fillText(standingTexts[standing], language),
        reason,
        actor,
        printInstant(at, language),
        id.slice(0, 8),
      ])
      const heads = (['unit', 'rule', 'decision', 'standing', 'reason', 'actor', 'at', 'id'] as const).map((key) => ({
        head: fillText(reviewOutput[key], language),
      }))
      return { json, text: formatTable(heads, rows, width) }
    }),
}

export const undo: Command = {
  options: ['period', 'decision'],
  required: ['period'],
  run: ({ language, required, text, withWorkspace }) =>
    withWorkspace('write', async ({ client }) => {
      const id = text('decision')
      const json = await client.discrepancies.undo({ period: required('period'), ...(id === undefined ? {} : { id }) })
      return { json, text: fillText(reviewOutput.undone, language, { count: formatSmallCount(json.findings.length, language) }) }
    }),
}

export const tryFigure: Command = {
  options: ['period', 'unit'],
  required: ['period', 'unit'],
  args: ['FIELD', 'VALUE'],
  run({ args, language, required, width, withWorkspace }) {
    const [field, typed] = args as [string, string]
    const value = readValue(typed)
    return withWorkspace('read', async ({ client }) => {
      const period = required('period')
      const json = await client.discrepancies.try({ period, unit: required('unit'), field, value })
      if (json.effect.length === 0) return { json, text: fillText(reviewOutput.trialNothing, language) }
      const { indicators } = await client.workspace.programme({ period })
      const lines = json.effect.flatMap(({ indicator: code, old, new: now }) => {
        const indicator = indicators.find((one) => one.code === code)
        if (!indicator) return []
        const shown = (sums: typeof old): string => showRate(sums, indicator, language)?.text ?? '–'
        const params = {
          indicator: fillText(indicator.shortLabel, language),
          old: shown(old),
          new: shown(now),
          effect: effectWords({ old, new: now }, indicator, language),
        }
        return [wrapText(fillText(reviewOutput.trialLine, language, params), width)]
      })
      return { json, text: [fillText(reviewOutput.trial, language, { value: formatCount(value, language) }), ...lines].join('\n') }
    })
  },
}
