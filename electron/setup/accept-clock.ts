import type { Instant } from '../../shared/domain/identity.ts'
import { runCommand, type CommandContext } from '../audit/run-command.ts'
import { findLastEntry } from '../store/journal-store.ts'
import { getSetting } from '../store/setting-store.ts'

/**
 * The way on when the clock ran ahead once and has been put right: records that a person confirms the present time, so
 * that later entries are measured against it. Needs a store opened with `clockBehind: 'accept'`.
 */
export function acceptClock(context: CommandContext): { last: Instant | null; now: Instant } {
  const last = findLastEntry(context.store, getSetting(context.store, 'machine'))?.at ?? null
  const now = context.clock()
  return runCommand(
    { ...context, clock: () => now },
    () => ({ entry: { action: 'clock.accept', params: { last, now }, rows: [] }, result: { last, now } }),
    { clockBehind: 'accept' },
  )
}
