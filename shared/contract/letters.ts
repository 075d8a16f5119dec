import { z } from 'zod'
import { languages } from '../messages/text.ts'
import { letterKinds, paperKinds } from '../domain/review.ts'
import { command, queryOf } from './call.ts'
import { count, fileId, id, instant, jobStarted, periodCode, sha256, unitCode } from './values.ts'

/** `letter` is its id in the register of what went out; null for papers of the office's own. */
export const papersResult = z.strictObject({
  kind: z.enum(paperKinds),
  files: z.array(z.strictObject({ unit: unitCode.nullable(), file: fileId, name: z.string(), sha256, letter: id.nullable() })),
  /** All of them in one file, where they were kept for download and there are several. */
  archive: fileId.optional(),
})

export const letter = z.strictObject({
  id,
  period: periodCode,
  unit: unitCode.nullable(),
  kind: z.enum(letterKinds),
  round: count,
  units: z.array(unitCode),
  sha256,
  actor: z.string(),
  at: instant,
})

const words = z.string().trim().max(300)

export const letters = {
  /**
   * Draws papers and records what goes out. Without `units` every unit that the paper would go to. `isFolder`: the target is a
   * folder even for one file. Refuses with `period.not_found`, `unit.not_found`, `letter.nobody`, `report.not_written`.
   */
  write: command('jobs', 'letters')
    .input(
      z.strictObject({
        period: periodCode,
        kind: z.enum(paperKinds),
        units: z.array(unitCode).min(1).optional(),
        withPending: z.boolean().optional(),
        newDue: instant.optional(),
        contact: words.optional(),
        target: fileId.optional(),
        isFolder: z.boolean().optional(),
      }),
    )
    .output(jobStarted),
  /** The register of what went out, oldest first. */
  list: queryOf('letters')
    .input(z.strictObject({ period: periodCode }))
    .output(z.array(letter)),
  /** The questions to a unit as a short message; null when there are none. */
  message: queryOf('findings', 'figures', 'adjustments', 'submissions')
    .input(z.strictObject({ period: periodCode, unit: unitCode }))
    .output(z.strictObject({ text: z.string().nullable() })),
  /**
   * A message ready to be sent by phone: that the file arrived, a reminder, or what is asked about its file and figures; null where
   * there is nothing to say. `state`: whether the unit has sent, because one whose file waits here is not urged. `language`
   * is Vietnamese unless said otherwise; questions about figures are Vietnamese always.
   * Refuses with `period.not_found`, `unit.not_found`.
   */
  ready: queryOf('findings', 'figures', 'adjustments', 'submissions')
    .input(
      z.strictObject({
        period: periodCode,
        unit: unitCode,
        kind: z.enum(['receipt', 'reminder', 'question']),
        language: z.enum(languages).optional(),
      }),
    )
    .output(z.strictObject({ text: z.string().nullable(), state: z.enum(['on_time', 'late', 'pending', 'missing']) })),
  /** Takes a query sheet with its answers in; they stand beside the findings, nothing is settled by them. */
  takeAnswers: command('findings')
    .input(z.strictObject({ file: fileId }))
    .output(
      z.strictObject({
        period: periodCode,
        unit: unitCode,
        answers: z.array(
          z.strictObject({ finding: z.string(), verdict: z.enum(['right', 'wrong', 'said']), value: count.nullable(), text: z.string() }),
        ),
        unanswered: z.array(z.string()),
      }),
    ),
}
