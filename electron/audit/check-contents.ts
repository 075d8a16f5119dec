import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { countRowsPointingNowhere, iterateSubmissionMarks, listPageDamage, listTables } from '../store/audit-store.ts'
import type { Store } from '../store/database.ts'
import { listReceivedFiles } from '../store/received-file-store.ts'
import { hashSubmissionRows } from '../store/submission-rows.ts'
import type { AuditProblem, CheckFindings } from './audit-problem.ts'
import type { Pause } from './check-journal.ts'

/** The pages and constraints of every table, and that every reference leads somewhere. */
export async function checkPages(store: Store, pause: Pause): Promise<CheckFindings> {
  const problems: AuditProblem[] = []
  const tables = listTables(store)
  for (const table of tables) {
    await pause()
    for (const detail of listPageDamage(store, table)) problems.push({ code: 'page', params: { detail } })
  }
  for (const { table, count } of countRowsPointingNowhere(store)) problems.push({ code: 'pointing_nowhere', params: { table, count } })
  return { count: tables.length, problems }
}

/** SQLite does not see a flipped bit inside a figure; the hash over the figures of its submission does. */
export async function checkSubmissions(store: Store, pause: Pause): Promise<CheckFindings> {
  const problems: AuditProblem[] = []
  let count = 0
  for (const { key, id, unit, period, rowSha256 } of iterateSubmissionMarks(store)) {
    count++
    await pause()
    if (hashSubmissionRows(store, key) !== rowSha256) problems.push({ code: 'submission_changed', params: { submission: id, unit: unit ?? '?', period } })
  }
  return { count, problems }
}

/** Every file that was received is still there, byte for byte. */
export async function checkFiles(store: Store, pause: Pause): Promise<CheckFindings> {
  const files = listReceivedFiles(store)
  const problems: AuditProblem[] = []
  for (const { keptAs, bytes, sha256 } of files) {
    await pause()
    problems.push(...(await problemsOfFile(join(store.filesDirectory, keptAs), bytes, sha256)))
  }
  return { count: files.length, problems }
}

export async function problemsOfFile(path: string, bytes: number, sha256: string): Promise<AuditProblem[]> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return [{ code: 'file_missing', params: { path } }]
  if (found.size === bytes && (await sha256OfFile(path)) === sha256) return []
  return [{ code: 'file_changed', params: { path } }]
}

/** Lower-case hex; reads the file in pieces. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return hash.digest('hex')
}
