import type { Instant } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import { runCommand, type CommandContext } from '../audit/run-command.ts'
import { isClockBehind } from '../store/database.ts'
import { findLastEntry } from '../store/journal-store.ts'
import { getSetting } from '../store/setting-store.ts'

/**
 * The way on when the clock ran ahead once and has been put right: records that a person confirms the present time, so
 * that later entries are measured against it. Needs a store opened with `clockBehind: 'accept'`. Refuses with
 * `workspace.clock_not_behind`: a clock that is not behind needs no confirming, and a needless entry would only blur.
 */
export function acceptClock(context: CommandContext, reason: string): { last: Instant; now: Instant } {
  const last = findLastEntry(context.store, getSetting(context.store, 'machine'))?.at
  const now = context.clock()
  if (last === undefined || !isClockBehind(now, last)) throw new AppError('workspace.clock_not_behind', { now })
  return runCommand(
    { ...context, clock: () => now },
    () => ({
      entry: { action: 'clock.accept', params: { last, now, reason: reason.normalize('NFC').trim() }, rows: [] },
      result: { last, now },
    }),
    { clockBehind: 'accept' },
  )
}
