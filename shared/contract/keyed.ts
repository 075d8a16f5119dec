import { z } from 'zod'
import { largestCount } from '../domain/figure.ts'
import { keyedCellStates, keyedStates } from '../domain/keyed-entry.ts'
import { command, queryOf } from './call.ts'
import { heldResolution } from './submissions.ts'
import { count, id, instant, periodCode, reason, sha256, unitCode } from './values.ts'

const reading = z.strictObject({ state: z.enum(keyedCellStates), value: z.int().min(0).max(largestCount).nullable() })
/** `value` is a count exactly where the state is `value`. What is not in the list is left blank. */
export const keyedFigure = z.strictObject({ field: z.string().min(1).max(120), ...reading.shape })
const keyedFigures = z.array(keyedFigure).max(2000)

export const keyedEntry = z.strictObject({
  id,
  period: periodCode,
  unit: unitCode,
  /** The paper it is keyed from; null where it was told by phone, by whom and when. */
  receipt: id.nullable(),
  fileName: z.string().nullable(),
  sha256: sha256.nullable(),
  toldBy: z.string(),
  toldAt: instant.nullable(),
  note: z.string(),
  /** Null for whoever is to check it: they key the figures in themselves. */
  figures: keyedFigures.nullable(),
  count,
  state: z.enum(keyedStates),
  /** The version it became. */
  submission: id.nullable(),
  /** Who keyed it last. */
  actor: z.string(),
  at: instant,
  checker: z.string().nullable(),
  checkedAt: instant.nullable(),
  /** What the two people read differently; null = left blank. */
  differences: z.array(z.strictObject({ field: z.string(), keyed: reading.nullable(), checked: reading.nullable() })),
  reason: z.string(),
})

const note = z.string().trim().max(2000)

/** Figures keyed in for a unit from paper or phone ("Nhập thay đơn vị"). */
export const keyed = {
  /** Newest first. */
  list: queryOf('submissions')
    .input(z.strictObject({ period: periodCode, unit: unitCode.optional() }))
    .output(z.array(keyedEntry)),
  get: queryOf('submissions').input(z.strictObject({ id })).output(keyedEntry),
  /** `receipt`: an attached file of the unit. Without one: who told it by phone, and when. */
  start: command('submissions')
    .input(
      z.strictObject({
        period: periodCode,
        unit: unitCode,
        receipt: id.optional(),
        toldBy: note.optional(),
        toldAt: z.string().optional(),
        note: note.optional(),
      }),
    )
    .output(keyedEntry),
  /** All figures keyed so far; `done`: it waits for a second person from now on. */
  save: command('submissions', 'findings')
    .input(z.strictObject({ id, figures: keyedFigures, done: z.boolean() }))
    .output(keyedEntry),
  /** The second person's own reading. `resolution`: what the version became, where both agree. */
  check: command('submissions', 'figures', 'findings')
    .input(z.strictObject({ id, figures: keyedFigures }))
    .output(z.strictObject({ entry: keyedEntry, agreed: z.boolean(), resolution: heldResolution.nullable() })),
  withdraw: command('submissions', 'findings').input(z.strictObject({ id, reason })).output(keyedEntry),
}
