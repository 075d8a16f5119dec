import { z } from 'zod'
import { queryOf } from './call.ts'
import { periodCode, unitCode } from './values.ts'

/** What a unit wrote on a task: '' where nothing; `isNews` false where it says nothing, or what it said last period. */
export const readPassage = z.strictObject({
  unit: unitCode,
  unitName: z.string(),
  task: z.string(),
  text: z.string(),
  hasSent: z.boolean(),
  isNews: z.boolean(),
})
export type ReadPassage = z.infer<typeof readPassage>

export const narratives = {
  /** Of every unit that is asked for tasks, in protocol order. */
  ofTask: queryOf('submissions')
    .input(z.strictObject({ period: periodCode, task: z.string().min(1) }))
    .output(z.array(readPassage)),
  /** Of one unit in the programme's order, with the last period's text; null where there is none. */
  ofUnit: queryOf('submissions')
    .input(z.strictObject({ period: periodCode, unit: unitCode }))
    .output(z.array(z.strictObject({ ...readPassage.shape, before: z.string().nullable() }))),
}
