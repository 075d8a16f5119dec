import { z } from 'zod'
import { audiences, causes, noteEntryKinds, noteKinds, shortcomingStates } from '../domain/review.ts'
import { command, queryOf } from './call.ts'
import { count, fileId, id, instant, isoDay, periodCode, sha256, unitCode } from './values.ts'

const words = z.string().trim().max(4000)

export const shortcomingDraft = z.strictObject({
  category: words.optional(),
  scope: words.optional(),
  extent: words.optional(),
  cause: z.enum(causes).optional(),
  causeText: words.optional(),
  remedy: words.optional(),
  owner: words.optional(),
  dueOn: isoDay.nullable().optional(),
})

/** A note with where it stands now: places are in the text as it is, in UTF-16 units; `lost` = the passage is gone. */
export const note = z.strictObject({
  id,
  period: periodCode,
  kind: z.enum(noteKinds),
  audience: z.enum(audiences),
  unit: unitCode.nullable(),
  unitName: z.string().nullable(),
  input: z.string().nullable(),
  text: z.string(),
  isClosed: z.boolean(),
  actor: z.string(),
  at: instant,
  pin: z.strictObject({
    state: z.enum(['none', 'here', 'lost']),
    start: count.nullable(),
    end: count.nullable(),
    quote: z.string().nullable(),
    /** What stood there when it was noted stands there no more. */
    isChanged: z.boolean(),
  }),
  shortcoming: z
    .strictObject({
      category: z.string(),
      scope: z.string(),
      extent: z.string(),
      cause: z.enum(causes),
      causeText: z.string(),
      remedy: z.string(),
      owner: z.string(),
      dueOn: isoDay.nullable(),
      state: z.enum(shortcomingStates),
      verifiedAt: instant.nullable(),
    })
    .nullable(),
  /** The periods that a shortcoming runs through, the one it was noted in first. */
  periods: z.array(periodCode),
  /** What the unit wrote of it in its workbooks, oldest first. */
  replies: z.array(z.strictObject({ period: periodCode, result: z.string(), evidence: z.string() })),
  entries: z.array(
    z.strictObject({ id, kind: z.enum(noteEntryKinds), text: z.string(), sha256: sha256.nullable(), actor: z.string(), at: instant }),
  ),
})
export type Note = z.infer<typeof note>

const place = {
  /** Field or input name; left out: the unit as a whole. */
  input: z.string().min(1).max(120).optional(),
  /** A stretch of the narrative; or its words, which must stand in it once. */
  range: z.strictObject({ start: count, end: count }).optional(),
  quote: z.string().min(1).max(20_000).optional(),
}

export const notes = {
  list: queryOf('notes', 'submissions', 'adjustments')
    .input(z.strictObject({ period: periodCode, unit: unitCode.optional() }))
    .output(z.array(note)),
  /** Internal unless said otherwise. */
  add: command('notes')
    .input(
      z.strictObject({
        period: periodCode,
        kind: z.enum(noteKinds).exclude(['shortcoming']),
        audience: z.enum(audiences).optional(),
        unit: unitCode.optional(),
        ...place,
        text: words.min(1),
      }),
    )
    .output(note),
  /** To another place of the same unit. */
  move: command('notes')
    .input(z.strictObject({ id, ...place }))
    .output(note),
  update: command('notes')
    .input(z.strictObject({ id, text: words.min(1).optional(), audience: z.enum(audiences).optional(), isClosed: z.boolean().optional() }))
    .output(note),
  /** A reply, or evidence with the file that shows it. */
  reply: command('notes')
    .input(z.strictObject({ id, kind: z.enum(['reply', 'evidence']), text: words.min(1), file: fileId.optional() }))
    .output(note),
}

export const shortcomings = {
  /** How many nobody has verified, over all periods; of those, past their day, and due within seven days. */
  due: queryOf('notes')
    .input(z.strictObject({}))
    .output(z.strictObject({ open: count, overdue: count, soon: count })),
  /** Over all periods, the nearest due date first; verified ones only with `all`. */
  list: queryOf('notes', 'submissions', 'periods')
    .input(z.strictObject({ unit: unitCode.optional(), all: z.boolean().optional() }))
    .output(z.array(note)),
  add: command('notes')
    .input(
      z.strictObject({
        period: periodCode,
        audience: z.enum(audiences).optional(),
        unit: unitCode.optional(),
        ...place,
        text: words.min(1),
        ...shortcomingDraft.shape,
      }),
    )
    .output(note),
  update: command('notes')
    .input(z.strictObject({ id, ...shortcomingDraft.shape }))
    .output(note),
  /** `file` shows that it is so. */
  move: command('notes')
    .input(z.strictObject({ id, to: z.enum(shortcomingStates).exclude(['verified']), text: words.optional(), file: fileId.optional() }))
    .output(note),
  /** By a reviewer who does not answer for the remedy. */
  verify: command('notes')
    .input(z.strictObject({ id, text: words.optional(), file: fileId.optional() }))
    .output(note),
}
