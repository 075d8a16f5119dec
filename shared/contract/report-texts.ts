import { z } from 'zod'
import { reportKind } from '../domain/programme-terms.ts'
import { suggestionReasons } from '../domain/report-text.ts'
import { command, queryOf } from './call.ts'
import { count, id, instant, periodCode, unitCode } from './values.ts'

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
