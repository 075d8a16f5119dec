import { z } from 'zod'
import { reportKind } from '../domain/programme-terms.ts'
import { suggestionReasons } from '../domain/report-text.ts'
import { command, queryOf } from './call.ts'
import { count, fileId, id, instant, periodCode, unitCode } from './values.ts'

const scope = { period: periodCode, kind: reportKind }
const section = z.string().min(1).max(80)
const task = z.string().min(1).max(80)
const ref = z.string()
const paragraph = z.string().min(1).max(200)
/** Figures that show something else `now`; null: there is no such figure any more. */
const stale = z.array(z.strictObject({ ref, shown: z.string(), now: z.string().nullable() }))
/** Typed numbers that refer to nothing, with the figures that show the same. */
const loose = z.array(z.strictObject({ number: z.string(), refs: z.array(ref) }))
const sentence = z.string().trim().min(1).max(4000)
const pin = { ...scope, task, unit: unitCode, text: sentence }

export const reportTextView = z.strictObject({
  sections: z.array(
    z.strictObject({
      code: section,
      number: z.string(),
      heading: z.string(),
      /** Figures stand in it as `[[ref|shown]]`. */
      text: z.string(),
      at: instant.nullable(),
      actor: z.string().nullable(),
      /** Newest first. */
      versions: z.array(z.strictObject({ id, section, text: z.string(), actor: z.string(), at: instant })),
      stale,
      loose,
      /** Nobody has written it yet, and the program cannot. */
      isUnwritten: z.boolean(),
    }),
  ),
  /** What the program words, in the order of the report, then the office's words whose paragraph is gone. */
  paragraphs: z.array(
    z.strictObject({
      key: paragraph,
      /** Null: the sentence at the end. */
      section: section.nullable(),
      /** The program's words now; null: it has none there any more. */
      generated: z.string().nullable(),
      /** The office's words instead; empty: left out. `isChanged`: the program's words were others (`base`) when they were written. */
      own: z.strictObject({ text: z.string(), base: z.string(), at: instant, actor: z.string(), isChanged: z.boolean() }).nullable(),
      /** Newest first; a null text put the program's words back. */
      versions: z.array(z.strictObject({ id, text: z.string().nullable(), actor: z.string(), at: instant })),
      stale,
      loose,
    }),
  ),
  tasks: z.array(
    z.strictObject({
      code: task,
      label: z.string(),
      /** `isLost`: the unit's narrative no longer says it. */
      pins: z.array(z.strictObject({ unit: unitCode, unitName: z.string(), text: z.string(), isLost: z.boolean() })),
    }),
  ),
  figures: z.array(z.strictObject({ ref, label: z.string(), shown: z.string() })),
})
export type ReportTextView = z.infer<typeof reportTextView>

export const returnedView = z.strictObject({
  places: z.array(
    z.strictObject({
      key: paragraph,
      section: section.nullable(),
      /** `number`: nothing but figures differs; they are put right where they come from and not taken. */
      state: z.enum(['unchanged', 'changed', 'added', 'removed', 'number']),
      /** Figures stand in both as `[[ref|shown]]`; in `after` as they are now. */
      before: z.string(),
      after: z.string(),
      changes: z.array(z.strictObject({ kind: z.enum(['same', 'out', 'in']), text: z.string() })),
      /** Numbers of the file that are not what their figure shows `now`. */
      numbers: stale,
      print: z.string(),
    }),
  ),
  /** Lines that were edited where nothing is taken from. */
  untaken: z.array(z.string()),
  /** Numbers of tables that are not the report's. */
  cells: z.array(z.strictObject({ cell: z.string(), shown: z.string(), now: z.string() })),
})
export type ReturnedReportView = z.infer<typeof returnedView>

export const reportTexts = {
  /** What the office wrote by section and chose by task, with what is stale in it. Refuses with `period.not_found`. */
  list: queryOf('reports', 'periods', 'units', 'submissions', 'figures', 'adjustments').input(z.strictObject(scope)).output(reportTextView),
  /** A new version of a section; the one before stays. Refuses with `report_text.no_section | unknown_figure`. */
  write: command('reports')
    .input(z.strictObject({ ...scope, section, text: z.string().max(100_000) }))
    .output(reportTextView),
  /**
   * The office's words in place of a paragraph that the program words; null: the program's words again, empty: left out. Refuses
   * with `report_text.no_paragraph | unknown_figure`.
   */
  override: command('reports')
    .input(z.strictObject({ ...scope, paragraph, text: z.string().max(100_000).nullable() }))
    .output(reportTextView),
  /**
   * A Word file of this report that was edited elsewhere, place by place; nothing is taken. Refuses with `file.not_found`,
   * `report_text.no_word | other_report | not_ours`.
   */
  intake: queryOf('reports', 'periods', 'units', 'submissions', 'figures', 'adjustments')
    .input(z.strictObject({ ...scope, file: fileId }))
    .output(returnedView),
  /** What of it becomes the office's words, as it was shown. Refuses with the same and `report_text.seen_otherwise`. */
  take: command('reports')
    .input(z.strictObject({ ...scope, file: fileId, places: z.array(z.strictObject({ key: paragraph, print: z.string() })).min(1) }))
    .output(reportTextView),
  /** An earlier version becomes the newest. Refuses with `report_text.no_version`. */
  restore: command('reports')
    .input(z.strictObject({ version: id }))
    .output(reportTextView),
  /** Every stale figure as it is now. Refuses with `report_text.no_section`. */
  refresh: command('reports')
    .input(z.strictObject({ ...scope, section: section.optional() }))
    .output(z.strictObject({ refreshed: count, texts: reportTextView })),
  /** Refuses with `report_text.no_task | not_said`. */
  pin: command('reports').input(z.strictObject(pin)).output(reportTextView),
  /** Refuses with `report_text.not_pinned`. */
  unpin: command('reports').input(z.strictObject(pin)).output(reportTextView),
  /** To a place of its task's list, from 1. Refuses with `report_text.not_pinned`. */
  order: command('reports')
    .input(z.strictObject({ ...pin, place: z.int().min(1).max(1000) }))
    .output(reportTextView),
  /** Sentences worth quoting, a few per task; none is chosen by itself. */
  suggest: queryOf('submissions', 'units', 'periods')
    .input(z.strictObject({ ...scope, task: task.optional() }))
    .output(z.array(z.strictObject({ task, unit: unitCode, text: z.string(), reasons: z.array(z.enum(suggestionReasons)) }))),
}
