import { actionsOfGroup, journalGroups, type JournalGroup } from '../../../shared/messages/journal-page.ts'
import type { JournalAction } from '../../../shared/messages/journal.ts'
import { parseDay } from '../../../shared/vietnamese/dates.ts'

/** What the journal is narrowed to; days are ISO. */
export type JournalFilter = {
  from?: string
  to?: string
  actor?: string
  actions?: JournalAction[]
  unit?: string
  text?: string
}

export const journalParams = ['from', 'to', 'actor', 'group', 'unit', 'text'] as const

const isGroup = (value: string): value is JournalGroup => journalGroups.some((group) => group === value)

/** From the params of the place; what cannot be understood there narrows nothing. */
export function readJournalFilter(params: Readonly<Record<string, string | undefined>>): JournalFilter {
  const { from, to, actor, group, unit, text } = params
  const day = (name: 'from' | 'to', value: string | undefined): Pick<JournalFilter, 'from' | 'to'> => {
    const read = value === undefined ? undefined : parseDay(value)
    return read === undefined ? {} : { [name]: read }
  }
  return {
    ...day('from', from),
    ...day('to', to),
    ...(actor === undefined || actor === '' ? {} : { actor }),
    ...(group !== undefined && isGroup(group) ? { actions: actionsOfGroup(group) } : {}),
    ...(unit === undefined || unit === '' ? {} : { unit }),
    ...(text === undefined || text.trim() === '' ? {} : { text }),
  }
}

/** Days in Vietnam with their lines, both in the order they come. */
export function groupByDay<Line extends { at: string }>(lines: readonly Line[]): { day: string; lines: Line[] }[] {
  const days: { day: string; lines: Line[] }[] = []
  for (const line of lines) {
    const day = dayInVietnam(line.at)
    const last = days.at(-1)
    if (last?.day === day) last.lines.push(line)
    else days.push({ day, lines: [line] })
  }
  return days
}

/** Vietnam keeps UTC+7 all year. */
const localTime = (at: string): string => new Date(Date.parse(at) + 7 * 3_600_000).toISOString()
const dayInVietnam = (at: string): string => localTime(at).slice(0, 10)
export const printTime = (at: string): string => localTime(at).slice(11, 16)
