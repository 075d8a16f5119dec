import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { KeyedDifference, KeyedFigure, KeyedState } from '../../shared/domain/keyed-entry.ts'
import type { Store } from './database.ts'

/** Figures keyed in for a unit. `receipt`: the paper; where there is none, who told it by phone and when. */
export type KeyedEntry = {
  id: Id
  period: string
  unit: string
  receipt: Id | null
  toldBy: string
  toldAt: Instant | null
  note: string
  figures: readonly KeyedFigure[]
  state: KeyedState
  submission: Id | null
  actor: string
  at: Instant
  checker: string | null
  checkedAt: Instant | null
  differences: readonly KeyedDifference[]
  reason: string
}

type Row = Omit<KeyedEntry, 'figures' | 'differences'> & { figures: string; differences: string }

const select = `SELECT e.id, p.code AS period, u.code AS unit, r.id AS receipt, e.told_by AS toldBy, e.told_at AS toldAt, e.note, e.figures, e.state,
    s.id AS submission, e.actor, e.at, e.checker, e.checked_at AS checkedAt, e.differences, e.reason
  FROM keyed_entry e JOIN period p ON p.key = e.period JOIN unit u ON u.key = e.unit LEFT JOIN receipt r ON r.key = e.receipt
    LEFT JOIN submission s ON s.key = e.submission`

const toEntry = (row: Row): KeyedEntry => ({
  ...row,
  figures: JSON.parse(row.figures) as KeyedFigure[],
  differences: JSON.parse(row.differences) as KeyedDifference[],
})

const toRow = (entry: KeyedEntry): Row => ({
  ...entry,
  figures: JSON.stringify(entry.figures),
  differences: JSON.stringify(entry.differences),
})

/** Newest first; of one unit where one is named. */
export const listKeyedEntries = (store: Store, of: { period: string; unit: string | null }): KeyedEntry[] =>
  store
    .prepare<[typeof of], Row>(`${select} WHERE p.code = @period AND (@unit IS NULL OR u.code = @unit) ORDER BY e.key DESC`)
    .all(of)
    .map(toEntry)

export function findKeyedEntry(store: Store, id: Id): KeyedEntry | undefined {
  const row = store.prepare<[string], Row>(`${select} WHERE e.id = ?`).get(id)
  return row && toEntry(row)
}

/** The entry that became this version. */
export function findKeyedEntryOf(store: Store, submission: Id): KeyedEntry | undefined {
  const row = store.prepare<[string], Row>(`${select} WHERE s.id = ?`).get(submission)
  return row && toEntry(row)
}

export const insertKeyedEntry = (store: Store, entry: KeyedEntry): void =>
  void store
    .prepare(
      `INSERT INTO keyed_entry (id, period, unit, receipt, told_by, told_at, note, figures, state, submission, actor, at, checker, checked_at,
         differences, reason)
       VALUES (@id, (SELECT key FROM period WHERE code = @period), (SELECT key FROM unit WHERE code = @unit),
         (SELECT key FROM receipt WHERE id = @receipt), @toldBy, @toldAt, @note, @figures, @state, (SELECT key FROM submission WHERE id = @submission),
         @actor, @at, @checker, @checkedAt, @differences, @reason)`,
    )
    .run(toRow(entry))

/** Everything of it that can change after it was begun. */
export const updateKeyedEntry = (store: Store, entry: KeyedEntry): void =>
  void store
    .prepare(
      `UPDATE keyed_entry SET figures = @figures, state = @state, submission = (SELECT key FROM submission WHERE id = @submission), actor = @actor,
         at = @at, checker = @checker, checked_at = @checkedAt, differences = @differences, reason = @reason WHERE id = @id`,
    )
    .run(toRow(entry))
