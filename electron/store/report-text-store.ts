import type { Id } from '../../shared/domain/identity.ts'
import type { ReportKind } from '../../shared/domain/programme.ts'
import type { PinList, PinnedSentence, SectionText } from '../../shared/domain/report-text.ts'
import type { Store } from './database.ts'

/** Texts belong to all reports of one kind on one period. */
export type TextScope = { period: string; kind: ReportKind }

const textColumns = 'report_text.id, section, text, report_text.actor, report_text.at'
const textOf = 'FROM report_text JOIN period ON period.key = report_text.period'

/** Every version of every section, oldest first. */
export const listSectionTexts = (store: Store, { period, kind }: TextScope): SectionText[] =>
  store
    .prepare<[string, string], SectionText>(
      `SELECT ${textColumns} ${textOf} WHERE period.code = ? AND report_text.kind = ? ORDER BY report_text.key`,
    )
    .all(period, kind)

export const findSectionText = (store: Store, id: Id): (SectionText & TextScope) | undefined =>
  store
    .prepare<[string], SectionText & TextScope>(
      `SELECT ${textColumns}, period.code AS period, report_text.kind ${textOf} WHERE report_text.id = ?`,
    )
    .get(id)

/** The newest version of each section; one that was emptied is there, empty. */
export const sectionTextsInForce = (store: Store, scope: TextScope): ReadonlyMap<string, SectionText> =>
  new Map(listSectionTexts(store, scope).map((text) => [text.section, text]))

export function insertSectionText(store: Store, text: SectionText & TextScope): void {
  store
    .prepare(
      `INSERT INTO report_text (id, period, kind, section, text, actor, at)
       VALUES (@id, (SELECT key FROM period WHERE code = @period), @kind, @section, @text, @actor, @at)`,
    )
    .run(text)
}

type PinRow = Omit<PinList, 'pins'> & { pins: string }

/** The newest list of each task. */
export const pinsInForce = (store: Store, { period, kind }: TextScope): ReadonlyMap<string, PinList> =>
  new Map(
    store
      .prepare<[string, string], PinRow>(
        `SELECT report_pin_list.id, task, pins, report_pin_list.actor, report_pin_list.at
         FROM report_pin_list JOIN period ON period.key = report_pin_list.period
         WHERE period.code = ? AND report_pin_list.kind = ? ORDER BY report_pin_list.key`,
      )
      .all(period, kind)
      .map(({ pins, ...list }) => [list.task, { ...list, pins: JSON.parse(pins) as PinnedSentence[] }]),
  )

export function insertPinList(store: Store, { pins, ...list }: PinList & TextScope): void {
  store
    .prepare(
      `INSERT INTO report_pin_list (id, period, kind, task, pins, actor, at)
       VALUES (@id, (SELECT key FROM period WHERE code = @period), @kind, @task, @pins, @actor, @at)`,
    )
    .run({ ...list, pins: JSON.stringify(pins) })
}
