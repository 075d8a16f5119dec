import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Programme } from '../../shared/domain/programme.ts'
import { printSubmission } from '../../shared/rules/narratives/print-submission.ts'
import { countRollups, countRowsPointingNowhere, iterateSubmissionMarks, listPageDamage, listTables } from '../store/audit-store.ts'
import type { Store } from '../store/database.ts'
import { listTextsInEffect } from '../store/laid-text-store.ts'
import { iterateKeptPrints } from '../store/narrative-print-store.ts'
import { listPeriods } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { listReceivedFiles } from '../store/received-file-store.ts'
import { listReportFiles } from '../store/report-freeze-store.ts'
import { listReports } from '../store/report-store.ts'
import { diffRollupsOf } from '../store/rollup-audit.ts'
import { hashSubmissionRows } from '../store/row-hash.ts'
import { countSearchDifferences } from '../store/text-search-store.ts'
import type { AuditProblem, CheckFindings } from './audit-problem.ts'
import type { Pause } from './check-journal.ts'

/** The pages and constraints of every table, and that every reference leads somewhere. */
export async function checkPages(store: Store, pause: Pause): Promise<CheckFindings> {
  const problems: AuditProblem[] = store.damage === null ? [] : [{ code: 'page', params: { detail: store.damage } }]
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
    if (hashSubmissionRows(store, key) !== rowSha256)
      problems.push({ code: 'submission_changed', params: { submission: id, unit: unit ?? '?', period } })
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

/** The sums that screens read are what the figures in effect add up to. */
export async function checkRollups(store: Store, pause: Pause): Promise<CheckFindings> {
  const problems: AuditProblem[] = []
  for (const { code } of listPeriods(store)) {
    await pause()
    for (const { period, line, name, stored, computed } of diffRollupsOf(store, code))
      problems.push({
        code: 'rollup_differs',
        params: { period, line, name, stored: stored.join(' ') || '–', computed: computed.join(' ') || '–' },
      })
  }
  return { count: countRollups(store), problems }
}

/** What copies are found by is what the texts in effect give, and is kept of no version that does not count. */
export async function checkPrints(store: Store, pause: Pause): Promise<CheckFindings> {
  const problems: AuditProblem[] = []
  const programmes = new Map<number, Programme>()
  let count = 0
  for (const { key, id, unit, period, programmeVersion, isEffective, tasks, prints, mentions } of iterateKeptPrints(store)) {
    count++
    await pause()
    let programme = programmes.get(programmeVersion)
    if (!programme) programmes.set(programmeVersion, (programme = getProgramme(store, programmeVersion)))
    const computed = printSubmission(listTextsInEffect(store, { key, period, unit }), programme)
    const isSame = computed.tasks === tasks && computed.mentions === mentions && Buffer.compare(computed.prints, prints) === 0
    if (!isEffective || !isSame) problems.push({ code: 'print_differs', params: { submission: id, unit, period } })
  }
  return { count, problems }
}

/** A report printed again must be the one that was built. */
export async function checkReports(store: Store, pause: Pause): Promise<CheckFindings> {
  const reports = listReports(store)
  const problems: AuditProblem[] = []
  for (const { bytes, sha256 } of reports) {
    await pause()
    problems.push(...(await problemsOfFile(join(store.reportsDirectory, `${sha256}.pdf`), bytes, sha256)))
  }
  const files = listReportFiles(store)
  for (const { bytes, sha256, ending } of files) {
    await pause()
    problems.push(...(await problemsOfFile(join(store.reportsDirectory, `${sha256}${ending}`), bytes, sha256)))
  }
  return { count: reports.length + files.length, problems }
}

/** Who searches finds every text that counts, and none that does not. */
export async function checkSearch(store: Store, pause: Pause): Promise<CheckFindings> {
  await pause()
  const { count, differences } = countSearchDifferences(store)
  return { count, problems: differences === 0 ? [] : [{ code: 'search_differs', params: { count: differences } }] }
}

async function problemsOfFile(path: string, bytes: number, sha256: string): Promise<AuditProblem[]> {
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
