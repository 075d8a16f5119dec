import { countedValue, largestCount, type FigureReading } from '../domain/figure.ts'
import { submissionFinding, type SubmissionFinding } from '../domain/finding.ts'
import type { Field, Programme, SourceLine } from '../domain/programme.ts'
import type { MappedSubmission } from '../domain/submission.ts'
import { parseDay, printDay } from '../vietnamese/dates.ts'
import { formatCount } from '../vietnamese/format-number.ts'
import { readCountText, type CountTrouble } from '../vietnamese/read-count-text.ts'
import { suggestCount } from '../vietnamese/suggest-count.ts'
import { decodeTcvn3 } from '../vietnamese/tcvn3.ts'
import { decodeVni } from '../vietnamese/vni.ts'
import { checkReadings } from './check-readings.ts'

/** What the period asks of the unit; days ISO. */
export type SubmissionSetting = { line: SourceLine | null; from: string; to: string }

/**
 * Rules C1 to C19 and M33 to M35 of SPEC.md: everything that can be judged inside one submission. Without a setting the unit is judged
 * as one of the summed line and the span is not compared. What mapping reported already (M5, M6) is not repeated.
 */
export function checkSubmission(
  mapped: MappedSubmission,
  programme: Programme,
  setting: SubmissionSetting | null = null,
): SubmissionFinding[] {
  const line = setting?.line ?? null
  const asked = programme.asks.find((ask) => ask.line === line)
  const asksFields = asked === undefined || asked.fields === 'all'
  const asksTasks = asked === undefined || asked.tasks === 'all'
  return [
    ...unreadableFigures(mapped, programme),
    ...checkReadings(new Map(mapped.figures.map((figure) => [figure.field, figure])), programme, line),
    ...(asksFields ? blankRequired(mapped, programme) : []),
    ...nilContradiction(mapped),
    ...(asksTasks ? missingNarratives(mapped, programme) : []),
    ...(setting ? otherSpan(mapped, setting) : []),
    ...(asksTasks ? milestones(mapped, programme, setting) : []),
    ...communeTotals(mapped, programme),
  ]
}

const ruleOfTrouble: Partial<Record<CountTrouble, 'C2' | 'C3' | 'C4' | 'C5' | 'M33' | 'M34' | 'M35'>> = {
  ambiguous: 'C2',
  fraction: 'C3',
  negative: 'C4',
  turns: 'C5',
  approximate: 'M33',
  range: 'M33',
  noted: 'M34',
  words: 'M35',
}

function unreadableFigures(mapped: MappedSubmission, programme: Programme): SubmissionFinding[] {
  const fields = new Map(programme.fields.map((field) => [field.code, field]))
  return mapped.figures.flatMap((figure) => {
    const field = fields.get(figure.field)
    const { sheet, cell, raw, how } = figure.source
    if (!field || figure.state !== 'unreadable' || how === 'error' || how === 'formula_without_result') return []
    const trouble = troubleOf(figure, field)
    const named = (trouble && ruleOfTrouble[trouble]) ?? 'C1'
    const likely = named === 'M34' || named === 'M35' ? suggestCount(decodedText(figure)) : undefined
    const rule = likely === undefined && named !== 'M33' && named.startsWith('M') ? 'C1' : named
    const hint = likely === undefined ? {} : { value: formatCount(likely) }
    const params = { sheet, cell, raw, field: field.code, label: field.label.vi, ...hint }
    return [
      submissionFinding(rule, 'blocking', {
        subject: field.code,
        actual: raw,
        params,
        cells: [{ sheet, cell }],
      }),
    ]
  })
}

/** The reading keeps the original text only; why it is no count follows from it, as it did when the cell was read. */
function troubleOf(figure: FigureReading, { unitOfCount }: Field): CountTrouble | null {
  const { raw, how } = figure.source
  const stored = how === 'number' || how === 'formula' ? Number(raw) : NaN
  if (Number.isFinite(stored) && raw.trim() !== '') {
    if (stored < 0) return 'negative'
    if (stored > largestCount) return 'too_large'
    return Number.isInteger(stored) ? null : 'fraction'
  }
  const read = readCountText(decodedText(figure), { unitOfCount })
  return typeof read === 'string' ? read : null
}

const decodedText = ({ source: { raw, how } }: FigureReading): string =>
  how.endsWith('+tcvn3') ? decodeTcvn3(raw) : how.endsWith('+vni') ? decodeVni(raw) : raw

/** A blank denominator beside a numerator is C9 already; a workbook without any required figure is one finding, not twenty. */
function blankRequired(mapped: MappedSubmission, programme: Programme): SubmissionFinding[] {
  const figures = new Map(mapped.figures.map((figure) => [figure.field, figure]))
  const required = programme.fields.filter((field) => field.required)
  const blank = required.filter(({ code }) => (figures.get(code)?.state ?? 'blank') === 'blank')
  if (blank.length > 0 && blank.length === required.length)
    return [submissionFinding('C11', 'warning', { params: { count: blank.length } })]
  const isCounted = (code: string): boolean => {
    const figure = figures.get(code)
    return figure !== undefined && countedValue(figure) !== undefined
  }
  const said = new Set(programme.indicators.filter(({ numerator }) => isCounted(numerator)).map(({ denominator }) => denominator))
  return blank
    .filter(({ code }) => !said.has(code))
    .map((field) => {
      const source = figures.get(field.code)?.source
      const [sheet, cell] = [source?.sheet ?? '', source?.cell ?? '']
      return submissionFinding('C10', 'warning', {
        subject: field.code,
        params: { sheet, cell, field: field.code, label: field.label.vi },
        cells: cell === '' ? [] : [{ sheet, cell }],
      })
    })
}

function nilContradiction(mapped: MappedSubmission): SubmissionFinding[] {
  const above = mapped.figures.filter(({ value }) => value !== null && value > 0)
  if (!mapped.nilReport || above.length === 0) return []
  return [
    submissionFinding('C12', 'warning', {
      actual: String(above.length),
      params: { count: above.length },
      cells: above.map(({ source: { sheet, cell } }) => ({ sheet, cell })),
    }),
  ]
}

const textOf = (mapped: MappedSubmission, name: string) => mapped.texts.find((input) => input.name === name && input.text.trim() !== '')

function missingNarratives(mapped: MappedSubmission, { tasks }: Programme): SubmissionFinding[] {
  const missing = tasks.filter((task) => textOf(mapped, `nar.${task.code}`) === undefined)
  if (missing.length > 1 && missing.length === tasks.length)
    return [submissionFinding('C15', 'info', { params: { count: missing.length } })]
  return missing.map((task) =>
    submissionFinding('C14', 'info', { subject: `nar.${task.code}`, params: { task: task.code, label: task.label.vi } }),
  )
}

function otherSpan({ cover }: MappedSubmission, setting: SubmissionSetting): SubmissionFinding[] {
  const differs = (written: string, day: string): boolean => written.trim() !== '' && parseDay(written) !== day
  if (!differs(cover.from, setting.from) && !differs(cover.to, setting.to)) return []
  const shown = (written: string): string => {
    const day = parseDay(written)
    return day === undefined ? written || '…' : printDay(day)
  }
  return [
    submissionFinding('C16', 'warning', {
      expected: `${setting.from}/${setting.to}`,
      actual: `${cover.from}/${cover.to}`,
      params: { from: printDay(setting.from), to: printDay(setting.to), foundFrom: shown(cover.from), foundTo: shown(cover.to) },
    }),
  ]
}

function milestones(mapped: MappedSubmission, programme: Programme, setting: SubmissionSetting | null): SubmissionFinding[] {
  return programme.milestones.flatMap((milestone) => {
    if (setting && setting.to < milestone.due) return []
    const subject = `mil.${milestone.code}`
    const common = { milestone: milestone.code, label: milestone.label.vi, due: printDay(milestone.due) }
    const missing = milestone.evidence.filter((evidence) => textOf(mapped, `${subject}.${evidence}`) === undefined)
    const found: SubmissionFinding[] =
      missing.length === 0 ? [] : [submissionFinding('C17', 'warning', { subject, expected: milestone.due, params: common })]
    const date = textOf(mapped, `${subject}.date`)
    // An unclear date is M17; it is not called late.
    const day = date && parseDay(date.text)
    if (date && day !== undefined && day > milestone.due)
      found.push(
        submissionFinding('C18', 'warning', {
          subject,
          expected: milestone.due,
          actual: day,
          params: { ...common, actual: printDay(day) },
          cells: [{ sheet: date.sheet, cell: date.cell }],
        }),
      )
    return found
  })
}

/** Rows may be incomplete, so that only a sum above the line's own total contradicts it. */
function communeTotals(mapped: MappedSubmission, programme: Programme): SubmissionFinding[] {
  const figures = new Map(mapped.figures.map((figure) => [figure.field, figure]))
  return programme.fields.flatMap((field) => {
    const figure = figures.get(field.code)
    const total = figure && countedValue(figure)
    if (!figure || total === undefined) return []
    const sum = mapped.communeRows.reduce((running, { readings }) => {
      const reading = readings[field.code]
      return running + ((reading && countedValue(reading)) ?? 0)
    }, 0)
    if (sum <= total) return []
    const { sheet, cell } = figure.source
    return [
      submissionFinding('C19', 'warning', {
        subject: field.code,
        expected: String(sum),
        actual: String(total),
        params: { field: field.code, label: field.label.vi, expected: formatCount(sum), actual: formatCount(total) },
        cells: [{ sheet, cell }],
      }),
    ]
  })
}
