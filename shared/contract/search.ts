import { z } from 'zod'
import { severities } from '../domain/finding.ts'
import { audiences, noteKinds } from '../domain/review.ts'
import { outcomes } from '../domain/submission.ts'
import { languages } from '../messages/text.ts'
import { params, queryOf } from './call.ts'
import { journalLine } from './trust.ts'
import { id, instant, periodCode, unitCode } from './values.ts'

/** A stretch of a text that counts: `nar.tsk.1.1`, `prop.2.text`, `doc.note`. */
export const foundPassage = z.strictObject({ period: periodCode, unit: unitCode, input: z.string(), excerpt: z.string() })

/** One file that arrived. */
export const foundFile = z.strictObject({
  receipt: id,
  period: periodCode,
  unit: unitCode.nullable(),
  name: z.string(),
  outcome: z.enum(outcomes),
  receivedAt: instant,
})

/** Rule and params make its sentence; `input` is what it is about. */
export const foundFinding = z.strictObject({
  period: periodCode,
  unit: unitCode.nullable(),
  input: z.string().nullable(),
  rule: z.string(),
  severity: z.enum(severities),
  params,
})

/** What the office noted or follows up; `isDone`: closed, or its remedy is verified. */
export const foundNote = z.strictObject({
  note: id,
  period: periodCode,
  unit: unitCode.nullable(),
  kind: z.enum(noteKinds),
  audience: z.enum(audiences),
  isDone: z.boolean(),
  excerpt: z.string(),
})

export const searchResult = z.strictObject({
  passages: z.array(foundPassage),
  findings: z.array(foundFinding),
  notes: z.array(foundNote),
  files: z.array(foundFile),
  entries: z.array(journalLine),
})
export type SearchResult = z.infer<typeof searchResult>

export const search = {
  /**
   * What does not fit in a short list that the page has anyway: each list newest first and at most `limit` long, what belongs
   * to `period` before the rest. Every word of `text` must begin a word, without tones and case.
   */
  find: queryOf('submissions', 'findings', 'adjustments', 'notes', 'jobs')
    .input(
      z.strictObject({
        text: z.string().max(200),
        language: z.enum(languages),
        period: periodCode.optional(),
        limit: z.int().min(1).max(50),
      }),
    )
    .output(searchResult),
}
