import type { Id } from '../../shared/domain/identity.ts'
import type { Store } from './database.ts'

/** One version's prints as they are stored; what they mean, see `shared/rules/narratives`. */
export type StoredPrints = { tasks: string; prints: Uint8Array; mentions: string }

/** In the caller's transaction. */
export const insertNarrativePrints = (store: Store, submission: number, { tasks, prints, mentions }: StoredPrints): void =>
  void store
    .prepare('INSERT OR REPLACE INTO narrative_print (submission, tasks, prints, mentions) VALUES (?, ?, ?, ?)')
    .run(submission, tasks, prints, mentions)

/** A version that no longer counts is compared with nothing. */
export const dropNarrativePrints = (store: Store, submission: number): void =>
  void store.prepare('DELETE FROM narrative_print WHERE submission = ?').run(submission)

/** `laid`: keys of the passages that are laid over its texts; the same version with others says something else. */
export type PrintedSubmission = { unit: string; submission: number; laid: string }

/** Versions that count of expected units, in protocol order. */
export const listPrintedSubmissions = (store: Store, period: number): PrintedSubmission[] =>
  store
    .prepare<[number], PrintedSubmission>(
      `SELECT u.code AS unit, s.key AS submission, coalesce((SELECT group_concat(l.key, ' ' ORDER BY l.key) FROM laid_text l
         WHERE l.period = s.period AND l.unit = s.unit AND l.state = 'active'), '') AS laid
       FROM expected_unit e JOIN submission s ON s.period = e.period AND s.unit = e.unit AND s.state = 'effective'
       JOIN unit u ON u.key = e.unit WHERE e.period = ? ORDER BY e.rank, u.code`,
    )
    .all(period)

/** Undefined for a version that came in before prints were kept. */
export const findNarrativePrints = (store: Store, submission: number): StoredPrints | undefined =>
  store.prepare<[number], StoredPrints>('SELECT tasks, prints, mentions FROM narrative_print WHERE submission = ?').get(submission)

/** Words of one text of one version, as they are in effect, and where the workbook has them; empty where it has none. */
export const findTextOf = (store: Store, submission: number, name: string): { text: string; sheet: string; cell: string } | undefined =>
  store
    .prepare<[{ submission: number; name: string }], { text: string; sheet: string; cell: string }>(
      `SELECT coalesce(l.text, t.text) AS text, coalesce(c.sheet, '') AS sheet, coalesce(t.cell, '') AS cell
       FROM submission s LEFT JOIN text_input t ON t.submission = s.key AND t.name = @name LEFT JOIN cell_form c ON c.key = t.form
         LEFT JOIN laid_text l ON l.period = s.period AND l.unit = s.unit AND l.name = @name AND l.state = 'active'
       WHERE s.key = @submission AND (t.name IS NOT NULL OR l.text IS NOT NULL)`,
    )
    .get({ submission, name })

/** The words alone, of a version that nothing is laid over: comparing looks at some thousand. Undefined where it has none. */
export const findOwnText = (store: Store, submission: number, name: string): string | undefined =>
  store.pluck<[number, string], string>('SELECT text FROM text_input WHERE submission = ? AND name = ?').get(submission, name)

/** The kept file of a version. */
export const findFileOf = (store: Store, submission: number): { sha256: string; keptAs: string } | undefined =>
  store
    .prepare<[number], { sha256: string; keptAs: string }>(
      'SELECT r.sha256, r.kept_as AS keptAs FROM submission s JOIN received_file r ON r.sha256 = s.sha256 WHERE s.key = ?',
    )
    .get(submission)

/** What is kept of one version and whose it is; `isEffective`: it counts. */
export type KeptPrints = StoredPrints & {
  key: number
  id: Id
  period: string
  programmeVersion: number
  unit: string
  isEffective: boolean
}

/** Of every period, in the order the versions came in. */
export function* iterateKeptPrints(store: Store): IterableIterator<KeptPrints> {
  const rows = store.database
    .prepare<[], Omit<KeptPrints, 'isEffective'> & { state: string }>(
      `SELECT n.tasks, n.prints, n.mentions, s.key, s.id, s.state, p.code AS period, p.programme_version AS programmeVersion, u.code AS unit
       FROM narrative_print n JOIN submission s ON s.key = n.submission JOIN period p ON p.key = s.period JOIN unit u ON u.key = s.unit
       ORDER BY n.submission`,
    )
    .iterate()
  for (const { state, ...row } of rows) yield { ...row, isEffective: state === 'effective' }
}
