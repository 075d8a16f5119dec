import { z } from 'zod'
import { command, queryOf } from './call.ts'
import { coverage } from './figures.ts'
import { count, fileId, id, instant, unitCode } from './values.ts'

const remarkOfReport = {
  id,
  report: id,
  text: z.string(),
  at: instant,
  actor: z.string(),
  answer: z.string().nullable(),
  answeredAt: instant.nullable(),
  answeredBy: z.string().nullable(),
  /** Code of the section of the outline in which it was answered. */
  section: z.string().nullable(),
}
export const reportRemark = z.strictObject(remarkOfReport)

const sums = { numerator: count, denominator: count, coverage }
const indicatorState = z.strictObject({
  ...sums,
  verdict: z.enum(['met', 'not_met', 'undetermined', 'nil', 'no_data']),
  final: z.boolean(),
})

const figureChanges = {
  indicators: z.array(z.strictObject({ code: z.string(), before: indicatorState, after: indicatorState })),
  /** Sums of the province; null where nobody reported. */
  fields: z.array(z.strictObject({ code: z.string(), before: count.nullable(), after: count.nullable() })),
  register: z.array(
    z.strictObject({ count: z.enum(['expected', 'received', 'onTime', 'late', 'pending', 'missing']), before: count, after: count }),
  ),
}

export const paragraphChange = z.strictObject({
  kind: z.enum(['changed', 'added', 'removed']),
  section: z.string().nullable(),
  heading: z.string(),
  words: z.array(z.strictObject({ kind: z.enum(['same', 'old', 'new']), text: z.string() })),
})

export const reportChanges = z.strictObject({
  ...figureChanges,
  /** Null where one of the two was drawn by another program: its words may differ without anybody having changed them. */
  paragraphs: z.array(paragraphChange).nullable(),
  appendices: z.array(z.strictObject({ title: z.string(), name: z.string(), added: count, removed: count })).nullable(),
  /** What it is compared with: what whoever asks last read to the end, else what was submitted before; null where nothing was. */
  since: z.strictObject({ report: id, at: instant, actor: z.string(), pages: count, readAt: instant.nullable() }).nullable(),
  /** When the later one was submitted; null for what would be built now. */
  until: instant.nullable(),
  remarks: z.array(reportRemark),
})
export type ReportChangesView = z.infer<typeof reportChanges>

export const laterData = z.strictObject({
  ...figureChanges,
  at: instant,
  changedAt: instant.nullable(),
  waiting: z.array(
    z.strictObject({
      submission: id,
      unit: unitCode.nullable(),
      unitName: z.string().nullable(),
      file: z.string(),
      receivedAt: instant,
      afterClose: z.boolean(),
    }),
  ),
  ifCounted: z.array(z.strictObject({ code: z.string(), before: z.strictObject(sums), after: z.strictObject(sums) })),
})
export type LaterDataView = z.infer<typeof laterData>

const weighed = { numerator: count, denominator: count, shown: z.string().nullable(), needed: count }

/** `needed`: how many more in the numerator reach the target. `units`: the ten that weigh most, heaviest first. */
export const reportWeights = z.array(
  z.strictObject({
    code: z.string(),
    total: z.strictObject({ ...weighed, units: count }),
    below: count,
    units: z.array(z.strictObject({ ...weighed, unit: unitCode, name: z.string() })).max(10),
  }),
)
export type ReportWeightsView = z.infer<typeof reportWeights>

const data = ['reports', 'periods', 'units', 'submissions', 'figures', 'findings', 'adjustments'] as const
const sheet = z.strictObject({ file: fileId, name: z.string() })

/** What somebody who reads a report a second time needs. */
export const reportReadingCalls = {
  /** Whoever asks has read what was submitted to its last page; a second time writes nothing. Refuses with `report.not_found | not_submitted | wrong_state`. */
  read: command('reports')
    .input(z.strictObject({ report: id }))
    .output(z.strictObject({ readAt: instant })),
  /** Everything in which a report differs from the earlier one. Refuses with `report.not_found | not_submitted | bytes_lost`. */
  changes: queryOf(...data, 'session')
    .input(z.strictObject({ report: id, since: id.optional() }))
    .output(reportChanges),
  /** The same on one page. Refuses as `changes`, and with `report.nothing_earlier`. */
  changesSheet: command()
    .input(z.strictObject({ report: id, since: id.optional(), target: fileId.optional() }))
    .output(sheet),
  /** How each remark was taken, as a table to print. Refuses with `report.not_found | no_remarks`. */
  remarksSheet: command()
    .input(z.strictObject({ report: id, target: fileId.optional() }))
    .output(sheet),
  /** Which figures of a submitted report would be others today, and if what waits counted. Refuses with `report.not_found | not_submitted | bytes_lost`. */
  later: queryOf(...data)
    .input(z.strictObject({ report: id }))
    .output(laterData),
  /** Of what the report was made from: which units pull each indicator down most. Refuses with `report.not_found | bytes_lost`. */
  weights: queryOf(...data)
    .input(z.strictObject({ report: id }))
    .output(reportWeights),
}
