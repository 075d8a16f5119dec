import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { TextInput } from '../../shared/domain/submission.ts'
import type { Store } from './database.ts'
import { listTexts } from './submission-rows.ts'

/**
 * A passage of a unit's paper over a text of its workbook. `reported` is what it was laid over, null where the workbook says
 * nothing there; `paragraph` is the block of the document it begins with, from 1.
 */
export type LaidText = {
  id: Id
  period: string
  unit: string
  name: string
  text: string
  reported: string | null
  receipt: Id
  sha256: string
  heading: string
  paragraph: number
  state: 'active' | 'replaced' | 'suspended' | 'withdrawn'
  reason: string
  actor: string
  at: Instant
}

const select = `SELECT l.id, p.code AS period, u.code AS unit, l.name, l.text, l.reported, r.id AS receipt, l.sha256, l.heading, l.paragraph, l.state,
    l.reason, l.actor, l.at
  FROM laid_text l JOIN period p ON p.key = l.period JOIN unit u ON u.key = l.unit JOIN receipt r ON r.key = l.receipt`

export const findLaidText = (store: Store, id: Id): LaidText | undefined =>
  store.prepare<[string], LaidText>(`${select} WHERE l.id = ?`).get(id)

/** Of one unit in one period, replaced and withdrawn ones included, oldest first. */
export const listLaidTexts = (store: Store, period: string, unit: string): LaidText[] =>
  store.prepare<[string, string], LaidText>(`${select} WHERE p.code = ? AND u.code = ? ORDER BY l.key`).all(period, unit)

/** Whether anything is or was laid over texts of this unit, by the store's own keys: asked for every version that begins to count. */
export const hasLaidTexts = (store: Store, period: number, unit: number): boolean =>
  store
    .pluck<[number, number], number>("SELECT 1 FROM laid_text WHERE period = ? AND unit = ? AND state IN ('active', 'suspended') LIMIT 1")
    .get(period, unit) !== undefined

/** The new one counts; what was in force or suspended over the same text is replaced. Gives the ids of those. */
export function insertLaidText(store: Store, next: Omit<LaidText, 'state' | 'reason'>): Id[] {
  const replaced = store
    .pluck<[Record<string, unknown>], string>(
      `UPDATE laid_text SET state = 'replaced' WHERE state IN ('active', 'suspended') AND period = (SELECT key FROM period WHERE code = @period)
         AND unit = (SELECT key FROM unit WHERE code = @unit) AND name = @name RETURNING id`,
    )
    .all({ period: next.period, unit: next.unit, name: next.name })
  store
    .prepare(
      `INSERT INTO laid_text (id, period, unit, name, text, reported, receipt, sha256, heading, paragraph, state, reason, actor, at)
       VALUES (@id, (SELECT key FROM period WHERE code = @period), (SELECT key FROM unit WHERE code = @unit), @name, @text, @reported,
         (SELECT key FROM receipt WHERE id = @receipt), @sha256, @heading, @paragraph, 'active', '', @actor, @at)`,
    )
    .run(next)
  return replaced
}

export const updateLaidTextWithdrawn = (store: Store, id: Id, reason: string): void =>
  void store.prepare("UPDATE laid_text SET state = 'withdrawn', reason = ? WHERE id = ?").run(reason, id)

/**
 * Suspends what was laid over a text that the version which counts now words otherwise than when it was laid; it stays so until
 * a person lays it again or withdraws it. Gives their ids.
 */
export const suspendStaleTexts = (store: Store, period: number, unit: number): Id[] =>
  store
    .pluck<[number, number], string>(
      `UPDATE laid_text SET state = 'suspended' WHERE period = ? AND unit = ? AND state = 'active' AND EXISTS (
         SELECT 1 FROM submission s JOIN text_input t ON t.submission = s.key AND t.name = laid_text.name
         WHERE s.period = laid_text.period AND s.unit = laid_text.unit AND s.state = 'effective' AND t.text <> ''
           AND t.text IS NOT coalesce(laid_text.reported, '')) RETURNING id`,
    )
    .all(period, unit)

/**
 * The texts of a version with what was laid over them from the unit's papers: `how` is then `paper`, `raw` the text that stands in
 * the workbook, and sheet and cell its place, empty where there is none. Only for a version that counts; by input name.
 */
export function listTextsInEffect(store: Store, version: { key: number; period: string; unit: string | null }): TextInput[] {
  const texts = listTexts(store, version.key)
  const laid = version.unit === null ? [] : listLaidTexts(store, version.period, version.unit).filter(({ state }) => state === 'active')
  if (laid.length === 0) return texts
  const own = new Map(texts.map((text) => [text.name, text]))
  for (const { name, text } of laid) {
    const reported = own.get(name)
    own.set(name, { name, text, raw: reported?.raw ?? '', sheet: reported?.sheet ?? '', cell: reported?.cell ?? '', how: 'paper' })
  }
  return [...own.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
