import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { TaskStatus } from '../../shared/domain/task-status.ts'
import type { Store } from './database.ts'
import { getPeriodKey } from './period-store.ts'
import { getUnitKey } from './unit-store.ts'

/** What a person said of one unit and one task, with what it rests on. */
export type StatedStatus = { id: Id; unit: string; task: string; status: TaskStatus; evidence: string; actor: string; at: Instant }

export const insertTaskStatus = (store: Store, period: string, { unit, ...stated }: StatedStatus): void =>
  void store
    .prepare(
      `INSERT INTO task_status (id, period, unit, task, status, evidence, actor, at)
       VALUES (@id, @period, @unit, @task, @status, @evidence, @actor, @at)`,
    )
    .run({ ...stated, period: getPeriodKey(store, period), unit: getUnitKey(store, unit) })

/** The latest of each unit and task of a period; null bounds let everything through. */
export const listTaskStatuses = (
  store: Store,
  period: string,
  { unit, task }: { unit?: string | undefined; task?: string | undefined } = {},
): StatedStatus[] =>
  store
    .prepare<[{ period: number; unit: string | null; task: string | null }], StatedStatus>(
      `SELECT t.id, u.code AS unit, t.task, t.status, t.evidence, t.actor, t.at FROM task_status t JOIN unit u ON u.key = t.unit
       WHERE t.key IN (SELECT max(key) FROM task_status WHERE period = @period GROUP BY unit, task)
         AND (@unit IS NULL OR u.code = @unit) AND (@task IS NULL OR t.task = @task) ORDER BY u.rank, u.code, t.task`,
    )
    .all({ period: getPeriodKey(store, period), unit: unit ?? null, task: task ?? null })
