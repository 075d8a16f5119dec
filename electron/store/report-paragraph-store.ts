import type { Id } from '../../shared/domain/identity.ts'
import type { ParagraphText } from '../../shared/domain/report-text.ts'
import type { Store } from './database.ts'
import type { TextScope } from './report-text-store.ts'

const columns = 'report_paragraph.id, paragraph, text, base, report_paragraph.actor, report_paragraph.at'
const from = 'FROM report_paragraph JOIN period ON period.key = report_paragraph.period'

/** Every version of every paragraph, oldest first. */
export const listParagraphTexts = (store: Store, { period, kind }: TextScope): ParagraphText[] =>
  store
    .prepare<[string, string], ParagraphText>(
      `SELECT ${columns} ${from} WHERE period.code = ? AND report_paragraph.kind = ? ORDER BY report_paragraph.key`,
    )
    .all(period, kind)

export const findParagraphText = (store: Store, id: Id): (ParagraphText & TextScope) | undefined =>
  store
    .prepare<[string], ParagraphText & TextScope>(
      `SELECT ${columns}, period.code AS period, report_paragraph.kind ${from} WHERE report_paragraph.id = ?`,
    )
    .get(id)

/** The newest version of each paragraph, those whose words are the program's again left out. */
export const paragraphTextsInForce = (store: Store, scope: TextScope): ReadonlyMap<string, ParagraphText & { text: string }> =>
  new Map(
    [...new Map(listParagraphTexts(store, scope).map((text) => [text.paragraph, text])).values()].flatMap(({ text, ...version }) =>
      text === null ? [] : [[version.paragraph, { ...version, text }] as const],
    ),
  )

export function insertParagraphText(store: Store, text: ParagraphText & TextScope): void {
  store
    .prepare(
      `INSERT INTO report_paragraph (id, period, kind, paragraph, text, base, actor, at)
       VALUES (@id, (SELECT key FROM period WHERE code = @period), @kind, @paragraph, @text, @base, @actor, @at)`,
    )
    .run(text)
}
