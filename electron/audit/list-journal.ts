import { AppError } from '../../shared/errors.ts'
import { parseInstant } from '../../shared/domain/instant.ts'
import type { Instant } from '../../shared/domain/identity.ts'
import type { JournalAction } from '../../shared/messages/journal.ts'
import { parseDay } from '../../shared/vietnamese/dates.ts'
import { listEntries, type ListedEntry } from '../store/journal-store.ts'
import type { ServiceContext } from './context.ts'

/** Days are days in Vietnam, both inclusive, written as 2026-06-14 or 14/6/2026. */
export type JournalRequest = {
  from?: string | undefined
  to?: string | undefined
  actor?: string | undefined
  action?: JournalAction | undefined
  unit?: string | undefined
  limit?: number | undefined
}

export type JournalLine = {
  seq: number
  machine: string
  at: Instant
  actor: string
  action: string
  params: Record<string, unknown>
  hash: string
  unit: string | null
}

/** Who did what, newest first; `unit` is the one it is about. Refuses with `period.bad_day`. */
export async function listJournal({ store }: Pick<ServiceContext, 'store'>, request: JournalRequest): Promise<JournalLine[]> {
  const { actor, action, unit, limit } = request
  const entries = await listEntries(store, {
    ...momentsOf(request),
    actor: actor?.normalize('NFC'),
    action,
    unit,
    limit,
  })
  return entries.map(toLine)
}

export const toLine = ({ machine, seq, at, actor, action, params, hash, unit }: ListedEntry): JournalLine => ({
  machine,
  seq,
  at,
  actor,
  action,
  params: JSON.parse(params) as Record<string, unknown>,
  hash,
  unit,
})

/** The first moment and the first one after. Refuses with `period.bad_day`. */
export const momentsOf = ({ from, to }: Pick<JournalRequest, 'from' | 'to'>): { from?: Instant; before?: Instant } => ({
  ...(from === undefined ? {} : { from: momentOf('from', from, 'start') }),
  ...(to === undefined ? {} : { before: afterMoment(momentOf('to', to, 'end')) }),
})

function momentOf(name: string, value: string, dayMeans: 'start' | 'end'): Instant {
  const day = parseDay(value)
  const moment = day === undefined ? undefined : parseInstant(day, dayMeans)
  if (moment === undefined) throw new AppError('period.bad_day', { name, value })
  return moment
}

/** The last millisecond of a day belongs to it. */
const afterMoment = (last: Instant): Instant => new Date(Date.parse(last) + 1).toISOString()
