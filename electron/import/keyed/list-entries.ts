import type { Id } from '../../../shared/domain/identity.ts'
import { AppError } from '../../../shared/errors.ts'
import { nameKey } from '../../../shared/vietnamese/text-key.ts'
import type { ServiceContext } from '../../audit/context.ts'
import { findKeyedEntry, listKeyedEntries, type KeyedEntry } from '../../store/keyed-entry-store.ts'
import { getPeriod } from '../../store/period-store.ts'
import { findReceiptStanding } from '../../store/receipt-store.ts'
import { nameOf } from '../list-receipts.ts'

/**
 * An entry as somebody sees it. `figures` is null for whoever is to check it: what they read in the paper is theirs, not a nod to what
 * stands there; `count` tells how many there are.
 */
export type KeyedView = Omit<KeyedEntry, 'figures'> & {
  figures: KeyedEntry['figures'] | null
  count: number
  /** The paper as it was called when it came. */
  fileName: string | null
  sha256: string | null
}

type Doors = Pick<ServiceContext, 'store' | 'actor'>

/** Everything keyed in for units of a period, newest first. Refuses with `period.not_found`. */
export function listEntries(context: Doors, request: { period: string; unit?: string | undefined }): KeyedView[] {
  const period = getPeriod(context.store, request.period).code
  return listKeyedEntries(context.store, { period, unit: request.unit ?? null }).map((entry) => viewEntry(context, entry))
}

/** Refuses with `keyed.not_found`. */
export const getEntry = (context: Doors, request: { id: Id }): KeyedView => viewEntry(context, getKeyedEntry(context, request.id))

export function getKeyedEntry({ store }: Pick<Doors, 'store'>, id: Id): KeyedEntry {
  const entry = findKeyedEntry(store, id)
  if (!entry) throw new AppError('keyed.not_found', { id })
  return entry
}

/** Names belong to one account for ever, so two equal names are one person. */
export const isSamePerson = (one: string, other: string): boolean => nameKey(one) === nameKey(other)

export function viewEntry({ store, actor }: Doors, entry: KeyedEntry): KeyedView {
  const receipt = entry.receipt === null ? undefined : findReceiptStanding(store, entry.receipt)
  const isOpen = entry.state === 'checked' || entry.state === 'withdrawn' || isSamePerson(entry.actor, actor)
  return {
    ...entry,
    figures: isOpen ? entry.figures : null,
    count: entry.figures.length,
    fileName: receipt ? nameOf(receipt.path) : null,
    sha256: receipt?.sha256 ?? null,
  }
}
