import type { Period } from '../../shared/domain/period.ts'
import type { Programme } from '../../shared/domain/programme.ts'
import type { Channel } from '../../shared/domain/submission.ts'
import { askOfLine, communeFieldCodes } from '../../shared/domain/template.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import { templateFileName } from '../../shared/rules/template-file-name.ts'
import { communeCounts, sumCounts, type Counts } from './commune-counts.ts'
import { choicesFor, type Choices } from './seeded-random.ts'
import { writePassage, writeTexts } from './write-narratives.ts'

export const plannedKinds = [
  'ordinary',
  'late',
  'numerator_above',
  'parts_not_whole',
  'subset_above',
  'second_version',
  'nil_report',
  'text_numbers',
  'neighbour_name',
  'common_workbook',
] as const
export type PlannedKind = (typeof plannedKinds)[number]

export type PlannedSubmission = {
  unit: string
  kind: PlannedKind
  fileName: string
  /** The unit is chosen on the cover of the common workbook instead of standing in the identity sheet. */
  common: boolean
  answers: Readonly<Record<string, string | number>>
  receivedAt: string
  channel: Channel
}

export type SubmissionPlan = {
  submissions: readonly PlannedSubmission[]
  /** Units that send nothing. */ missing: readonly string[]
  /** An outside office's list of denominators for all communes: by unit code, then field code. */
  registered: Readonly<Record<string, Counts>>
}
export type PlanOrder = { programme: Programme; period: Period; units: readonly Unit[]; seed: number }

const missingCount = 3
const lateCount = 6
/** Days and hours before (after, where negative) the due time at which a batch came in, and by which channel. */
const batches: readonly { hours: number; channel: Channel }[] = [
  { hours: 218, channel: 'zalo' },
  { hours: 170, channel: 'lan' },
  { hours: 121, channel: 'zalo' },
  { hours: 74, channel: 'usb' },
  { hours: 49, channel: 'email' },
  { hours: 26, channel: 'zalo' },
  { hours: 5, channel: 'usb' },
]
const lateBatches: readonly { hours: number; channel: Channel }[] = [
  { hours: -17, channel: 'zalo' },
  { hours: -42, channel: 'usb' },
]

/** Who sends what, when and with which mistakes; the same for the same seed. */
export function planSubmissions(order: PlanOrder): SubmissionPlan {
  const { programme, period, units, seed } = order
  const draw = choicesFor(seed, 'plan')
  const communes = units.filter((unit) => unit.line === 'territorial')
  const truth = new Map(communes.map((unit) => [unit.code, communeCounts(seed, unit)]))
  const special = draw.shuffle(communes.filter((unit) => unit.kind === 'xa'))
  const take = (count: number): Unit[] => special.splice(0, Math.min(count, special.length))
  const missing = take(missingCount).map(({ code }) => code)
  const kinds = new Map<string, PlannedKind>()
  const plant = (kind: PlannedKind, count: number): void => {
    for (const unit of take(count)) kinds.set(unit.code, kind)
  }
  plant('late', lateCount)
  plant('numerator_above', 1)
  plant('parts_not_whole', 1)
  plant('subset_above', 1)
  plant('second_version', 1)
  plant('nil_report', 1)
  plant('text_numbers', 1)
  plant('neighbour_name', 1)
  plant('common_workbook', 3)

  const submissions: PlannedSubmission[] = []
  for (const unit of units) {
    if (missing.includes(unit.code)) continue
    const kind = kinds.get(unit.code) ?? 'ordinary'
    const counts = truth.get(unit.code)
    const answers = counts ? communeAnswers(order, unit, kind, counts) : bodyAnswers(order, unit, truth)
    const batch = kind === 'late' ? draw.pick(lateBatches) : kind === 'second_version' ? batches[0]! : draw.pick(batches)
    const common = kind === 'common_workbook'
    submissions.push({
      unit: unit.code,
      kind,
      common,
      fileName:
        kind === 'neighbour_name'
          ? templateFileName(period.code, neighbourOf(communes, unit)).replace('.xlsx', ' (1).xlsx')
          : common
            ? commonFileName(period, unit)
            : templateFileName(period.code, unit),
      answers: common ? { ...answers, 'doc.unit': unit.name } : answers,
      ...arrival(period, batch),
    })
    if (kind === 'second_version') submissions.push(secondVersion(order, unit, counts ?? {}, answers))
  }
  return {
    submissions: submissions.toSorted((a, b) => a.receivedAt.localeCompare(b.receivedAt)),
    missing,
    registered: denominatorsOf(programme, truth),
  }

  function secondVersion(from: PlanOrder, unit: Unit, counts: Counts, first: Readonly<Record<string, string | number>>): PlannedSubmission {
    const again = choicesFor(from.seed, `again ${unit.code}`)
    const corrected = {
      ...counts,
      um_informed: Math.min(counts['um_total'] ?? 0, (counts['um_informed'] ?? 0) + 41),
      w_informed: Math.min(counts['w_total'] ?? 0, (counts['w_informed'] ?? 0) + 67),
      propaganda_sessions: (counts['propaganda_sessions'] ?? 0) + 2,
    }
    const passage = writePassage(again, from.seed, unit, corrected, 'tsk.2.1')
    return {
      unit: unit.code,
      kind: 'second_version',
      common: false,
      fileName: templateFileName(period.code, unit).replace('.xlsx', ' (sua lan 2).xlsx'),
      answers: { ...first, ...asFields(corrected), 'nar.tsk.2.1': passage },
      ...arrival(period, batches.at(-1)!),
    }
  }

  function communeAnswers(from: PlanOrder, unit: Unit, kind: PlannedKind, counts: Counts): Record<string, string | number> {
    if (kind === 'nil_report') return { 'doc.nil': 'Có', 'doc.note': 'Trong kỳ trên địa bàn không phát sinh nội dung báo cáo.' }
    const texts = writeTexts(from.seed, programme, unit, counts)
    const asked = choicesFor(from.seed, `asked ${unit.code}`)
    return {
      ...blankOptional(asked, programme, asFields(withMistake(kind, counts))),
      ...texts,
      ...(kind === 'text_numbers' ? textNumbers(counts) : {}),
    }
  }
}

function denominatorsOf({ indicators }: Programme, truth: ReadonlyMap<string, Counts>): Record<string, Counts> {
  const fields = [...new Set(indicators.map(({ denominator }) => denominator))]
  return Object.fromEntries(
    [...truth].map(([unit, counts]) => [unit, Object.fromEntries(fields.map((field) => [field, counts[field] ?? 0]))]),
  )
}

/** Optional items are often left empty. */
function blankOptional(draw: Choices, programme: Programme, answers: Record<string, string | number>): Record<string, string | number> {
  const wholes = new Set(programme.wholes.map(({ whole }) => whole))
  for (const field of programme.fields)
    if (!field.required && !wholes.has(field.code) && draw.chance(18)) delete answers[`fld.${field.code}`]
  return answers
}

function withMistake(kind: PlannedKind, counts: Counts): Counts {
  switch (kind) {
    case 'numerator_above':
      // Turns reported where persons are asked: the usual cause.
      return { ...counts, w_informed: Math.max(counts['propaganda_turns'] ?? 0, (counts['w_total'] ?? 0) + 12) }
    case 'parts_not_whole':
      return { ...counts, ub_total: (counts['ub_total'] ?? 0) + 3 }
    case 'subset_above':
      return { ...counts, ub_with_source: (counts['ub_total'] ?? 0) + 2 }
    default:
      return counts
  }
}

/** Numbers typed as text, as they come from a copied Word table. */
const textNumbers = (counts: Counts): Record<string, string> => ({
  'fld.um_total': `${String(counts['um_total'] ?? 0).replace(/\B(?=(\d{3})+$)/g, '.')} người`,
  'fld.ub_state': ` ${String(counts['ub_state'] ?? 0).padStart(2, '0')}`,
  'fld.cba_new': 'không phát sinh',
  'fld.leader_dialogues': `${String(counts['leader_dialogues'] ?? 0).padStart(2, '0')} cuộc`,
})

/** Bodies that keep books of all communes report their sums, with a row per commune; two gaps are planted. */
function bodyAnswers({ programme, seed }: PlanOrder, unit: Unit, truth: ReadonlyMap<string, Counts>): Record<string, string | number> {
  const ask = askOfLine(programme, unit.line)
  const own = ask.fields === 'none' ? {} : lineCounts(unit, truth)
  const rows: Record<string, number> = {}
  if (ask.perCommuneRows)
    for (const [code, counts] of Object.entries(own))
      for (const field of communeFieldCodes(programme, unit.line))
        if (counts[field] !== undefined) rows[`row.${code}.${field}`] = counts[field]
  const known = new Set(programme.fields.map((field) => field.code))
  const sums = Object.fromEntries(
    Object.entries(sumCounts(Object.values(own))).filter(([field]) => known.has(field) && reportsField(unit, field)),
  )
  for (const name of Object.keys(rows)) if (!reportsField(unit, name.slice(name.lastIndexOf('.') + 1))) delete rows[name]
  return { ...asFields(sums), ...rows, ...writeTexts(seed, programme, unit, sums) }
}

/** The government line keeps figures of enterprises and their workers, not of the unions. */
const reportsField = (unit: Unit, field: string): boolean => unit.line !== 'government' || /^(ent|w)_/.test(field)

function lineCounts(unit: Unit, truth: ReadonlyMap<string, Counts>): Record<string, Counts> {
  const codes = [...truth.keys()]
  const gaps = unit.line === 'federation' ? [codes[3], codes[57]] : [codes[20]]
  return Object.fromEntries(
    [...truth].map(([code, counts]) => {
      if (!gaps.includes(code)) return [code, counts]
      const gap =
        unit.line === 'federation'
          ? { um_total: (counts['um_total'] ?? 0) + 118, um_informed: (counts['um_informed'] ?? 0) + 96 }
          : { w_total: (counts['w_total'] ?? 0) + 240 }
      return [code, { ...counts, ...gap }]
    }),
  )
}

const asFields = (counts: Counts): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).map(([field, value]) => [`fld.${field}`, value]))

const neighbourOf = (communes: readonly Unit[], unit: Unit): Unit => communes[(communes.indexOf(unit) + 1) % communes.length]!

const commonFileName = (period: Period, unit: Unit): string => templateFileName(period.code, unit).replace(/^BC_/, 'BC_dung-chung_')

function arrival(period: Period, batch: { hours: number; channel: Channel }): { receivedAt: string; channel: Channel } {
  return { receivedAt: new Date(Date.parse(period.dueAt) - batch.hours * 3_600_000).toISOString(), channel: batch.channel }
}
