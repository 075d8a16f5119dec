import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { TaskStatus } from '../../shared/domain/task-status.ts'
import type { Store } from './database.ts'
import { getPeriodKey } from './period-store.ts'
import { getUnitKey } from './unit-store.ts'

/** A kept file that shows something; `name` as it was called. */
export type EvidenceFile = { sha256: string; name: string }

/** What a person said of one unit and one task, with what it rests on. */
export type StatedStatus = {
  id: Id
  unit: string
  task: string
  status: TaskStatus
  evidence: string
  files: EvidenceFile[]
  actor: string
  at: Instant
}

/** The files themselves are kept already. */
export function insertTaskStatus(store: Store, period: string, { unit, files, ...stated }: StatedStatus): void {
  const { lastInsertRowid } = store
    .prepare(
      `INSERT INTO task_status (id, period, unit, task, status, evidence, actor, at)
       VALUES (@id, @period, @unit, @task, @status, @evidence, @actor, @at)`,
    )
    .run({ ...stated, period: getPeriodKey(store, period), unit: getUnitKey(store, unit) })
  const insert = store.prepare('INSERT INTO task_evidence (status, sha256, name) VALUES (?, ?, ?)')
  for (const { sha256, name } of files) insert.run(lastInsertRowid, sha256, name)
}

/** The latest of each unit and task of a period; null bounds let everything through. */
export const listTaskStatuses = (
  store: Store,
  period: string,
  { unit, task }: { unit?: string | undefined; task?: string | undefined } = {},
): StatedStatus[] =>
  store
    .prepare<[{ period: number; unit: string | null; task: string | null }], Omit<StatedStatus, 'files'> & { files: string }>(
      `SELECT t.id, u.code AS unit, t.task, t.status, t.evidence, t.actor, t.at,
         (SELECT json_group_array(json_object('sha256', e.sha256, 'name', e.name) ORDER BY e.key) FROM task_evidence e WHERE e.status = t.key) AS files
       FROM task_status t JOIN unit u ON u.key = t.unit
       WHERE t.key IN (SELECT max(key) FROM task_status WHERE period = @period GROUP BY unit, task)
         AND (@unit IS NULL OR u.code = @unit) AND (@task IS NULL OR t.task = @task) ORDER BY u.rank, u.code, t.task`,
    )
    .all({ period: getPeriodKey(store, period), unit: unit ?? null, task: task ?? null })
    .map(({ files, ...stated }) => ({ ...stated, files: JSON.parse(files) as EvidenceFile[] }))

/** What the file of a hash is called where it is evidence, of a task or of a note; undefined where it is none. */
export const findEvidence = (store: Store, sha256: string): { name: string | null } | undefined =>
  store
    .prepare<[{ sha256: string }], { name: string | null }>(
      `SELECT name FROM task_evidence WHERE sha256 = @sha256
       UNION ALL SELECT NULL FROM note_entry WHERE sha256 = @sha256 LIMIT 1`,
    )
    .get({ sha256 })
