import type { periodProblemTexts } from '../../../shared/messages/start-page.ts'
import { parseTimeOfDay } from '../../../shared/vietnamese/moments.ts'
import { parseDay, printDay } from '../../../shared/vietnamese/dates.ts'

/** What stands in the fields, as typed. */
export type PeriodDraft = {
  code: string
  from: string
  to: string
  cutOff: string
  dueDay: string
  dueTime: string
  endsYear: boolean
}
/** Days ISO. */
export type Span = { from: string; to: string }
export type Proposal = {
  kind: 'half' | 'year'
  year: number
  code: string
  /** By the programme's reporting year first, then by the calendar. */
  spans: readonly [Span, Span]
}
export type PeriodProblems = Partial<Record<keyof PeriodDraft, keyof typeof periodProblemTexts>>
export type PeriodOrder = { code: string; from: string; to: string; due: string; cutOff: string; endsYear: boolean }

const usualTime = '16:30'
const daysToSend = 3

const propose = (kind: Proposal['kind'], year: number): Proposal => {
  const half = kind === 'half'
  return {
    kind,
    year,
    code: half ? `${year}-H1` : `${year}-CN`,
    spans: [
      { from: `${year - 1}-12-15`, to: half ? `${year}-06-14` : `${year}-12-14` },
      { from: `${year}-01-01`, to: half ? `${year}-06-30` : `${year}-12-31` },
    ],
  }
}

/** The periods that may be opened around a day, and which of them is likeliest: of the first months the half-year. */
export function proposalsOn(today: string, known: readonly string[]): { proposals: Proposal[]; likeliest: number } {
  const year = Number(today.slice(0, 4))
  const folded = new Set(known.map((code) => code.toLowerCase()))
  const all = [propose('half', year), propose('year', year), propose('half', year + 1), propose('year', year + 1)]
  const proposals = all.filter(({ code }) => !folded.has(code.toLowerCase()))
  const wanted = Number(today.slice(5, 7)) <= 7 ? `${year}-H1` : `${year}-CN`
  return {
    proposals,
    likeliest: Math.max(
      0,
      proposals.findIndex(({ code }) => code === wanted),
    ),
  }
}

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

export const draftOf = ({ code, kind }: Proposal, { from, to }: Span): PeriodDraft => ({
  code,
  from: printDay(from),
  to: printDay(to),
  cutOff: printDay(to),
  dueDay: printDay(daysAfter(to, daysToSend)),
  dueTime: usualTime,
  endsYear: kind === 'year',
})

/** What would be opened, or what is wrong field by field; both where only part of it can be read. */
export function readDraft(draft: PeriodDraft, known: readonly string[]): { order: PeriodOrder | undefined; problems: PeriodProblems } {
  const problems: PeriodProblems = {}
  const code = draft.code.trim()
  if (code === '') problems.code = 'code'
  else if (known.some((one) => one.toLowerCase() === code.toLowerCase())) problems.code = 'known'
  const day = (field: 'from' | 'to' | 'cutOff' | 'dueDay'): string => {
    const read = parseDay(draft[field])
    if (read === undefined) problems[field] = 'day'
    return read ?? ''
  }
  const [from, to, cutOff, dueDay] = [day('from'), day('to'), day('cutOff'), day('dueDay')]
  const dueTime = parseTimeOfDay(draft.dueTime)
  if (dueTime === undefined) problems.dueTime = 'time'
  if (from !== '' && to !== '' && to < from) problems.to = 'order'
  if (from !== '' && to !== '' && cutOff !== '' && (cutOff < from || cutOff > to)) problems.cutOff = 'outside'
  if (from !== '' && dueDay !== '' && dueDay < from) problems.dueDay = 'dueEarly'
  if (dueTime === undefined || Object.keys(problems).length > 0) return { order: undefined, problems }
  return { order: { code, from, to, cutOff, due: `${dueDay}T${dueTime}`, endsYear: draft.endsYear }, problems }
}

/** Who exists at the cut-off reports for the whole span. */
export const isExpectedOn = (unit: { validFrom: string | null; validTo: string | null }, day: string): boolean =>
  (unit.validFrom ?? day) <= day && (unit.validTo ?? day) >= day
