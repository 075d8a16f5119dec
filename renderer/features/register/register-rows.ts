import type { Contacts } from '../../../shared/contract/contacts.ts'
import type { RegisterSheet } from '../../../shared/contract/submissions.ts'
import type { Channel } from '../../../shared/domain/submission.ts'
import { searchFold } from '../../../shared/vietnamese/text-key.ts'

export const unitStates = ['on_time', 'late', 'pending', 'missing'] as const
export type UnitState = (typeof unitStates)[number]

export type RegisterRow = {
  /** Place in protocol order, from 1. */
  order: number
  code: string
  name: string
  kind: string
  state: UnitState
  receivedAt: string | null
  channel: Channel | null
  versions: number
  keyed: boolean
}

const stateOfLetter: Readonly<Record<string, UnitState>> = { o: 'on_time', l: 'late', p: 'pending', m: 'missing' }

/** The sheet's columns as rows, in its order. */
export const toRows = (sheet: RegisterSheet): RegisterRow[] =>
  sheet.codes.map((code, index) => ({
    order: index + 1,
    code,
    name: sheet.names[index]!,
    kind: sheet.kinds[index]!,
    state: stateOfLetter[sheet.states[index]!]!,
    receivedAt: sheet.receivedAt[index]!,
    channel: sheet.channels[index]!,
    versions: sheet.versions[index]!,
    keyed: sheet.keyed[index]!,
  }))

export function countStates(rows: readonly RegisterRow[]): Readonly<Record<UnitState, number>> {
  const counts = { on_time: 0, late: 0, pending: 0, missing: 0 }
  for (const { state } of rows) counts[state]++
  return counts
}

export const readState = (text: string | undefined): UnitState | null => unitStates.find((state) => state === text) ?? null

const folded = new WeakMap<RegisterRow, string>()

/** Folding thousands of names takes a moment that only a search is worth. */
function foldedName(row: RegisterRow): string {
  const known = folded.get(row)
  if (known !== undefined) return known
  const made = searchFold(`${row.name} ${row.code}`)
  folded.set(row, made)
  return made
}

/** Every word of the search stands somewhere in the unit's name or code, whatever its tones and case. */
export function filterRows(rows: readonly RegisterRow[], { state, find }: { state: UnitState | null; find: string }): RegisterRow[] {
  const words = searchFold(find)
    .split(' ')
    .filter((word) => word !== '')
  return rows.filter((row) => (state === null || row.state === state) && words.every((word) => foldedName(row).includes(word)))
}

/** How a unit is reached, in one line, and how often somebody spoke with it in the period. */
export type Reach = { words: string; calls: number }

export function toReaches(contacts: Contacts | undefined): ReadonlyMap<string, Reach> {
  const reaches = new Map<string, Reach>()
  for (const { unit, office, phone, email } of contacts?.desks ?? [])
    reaches.set(unit, { words: [phone, office, email].find((words) => words !== '') ?? '', calls: 0 })
  for (const { unit } of contacts?.calls ?? []) {
    const { words, calls } = reaches.get(unit) ?? { words: '', calls: 0 }
    reaches.set(unit, { words, calls: calls + 1 })
  }
  return reaches
}
