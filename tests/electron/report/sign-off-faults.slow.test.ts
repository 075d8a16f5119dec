import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { composeReport } from '../../../electron/engine/compose-report.ts'
import { buildReport } from '../../../electron/report/build-report.ts'
import { reviewReport } from '../../../electron/report/review-report.ts'
import { openStore } from '../../../electron/store/database.ts'
import { findFreeze, listReportFiles } from '../../../electron/store/report-freeze-store.ts'
import { findNumberOf } from '../../../electron/store/document-number-store.ts'
import { listReports } from '../../../electron/store/report-store.ts'
import { createWorkerPool } from '../../../electron/workers/pool.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { temporaryFolder, testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

const child = new URL('./sign-off-child.ts', import.meta.url).pathname
const clock = (): string => '2026-06-22T02:10:00.000Z'
const period = '2026-H1'

/** How many steps the whole of it has; null where it was ended. */
function take(workspace: string, deed: string, lastStep = 0): number | null {
  const { signal, status, stderr, stdout } = spawnSync(process.execPath, [child, workspace, deed, String(lastStep)], { encoding: 'utf8' })
  expect([signal, status, stderr]).toEqual(signal === 'SIGKILL' ? ['SIGKILL', null, ''] : [null, 0, ''])
  return signal === null ? (JSON.parse(stdout) as { steps: number }).steps : null
}

/** How far the report is, with which papers and number; the workspace is whole. */
async function standOf(workspace: string): Promise<{ state: string; papers: string[]; number: number | undefined; isFrozen: boolean }> {
  const store = openStore(workspace, { mode: 'read', clock })
  try {
    const { checks } = await verifyAudit({ store })
    expect(checks.flatMap(({ name, ok }) => (ok ? [] : [name]))).toEqual([])
    const [report] = listReports(store)
    return {
      state: report!.state,
      papers: listReportFiles(store).map(({ role }) => role),
      number: findNumberOf(store, report!.id)?.number,
      isFrozen: findFreeze(store, report!.id) !== undefined,
    }
  } finally {
    store.close()
  }
}

it('kill -9 at steps of submitting, approving, signing and issuing leaves the report before it or after it, and the step can be taken', async () => {
  const { directory, context } = testWorkspaceWithPeriod()
  storeFigures(context, { period, unit: 'org.du_xa.11953' }, { um_total: 10, um_informed: 8 })
  const pool = createWorkerPool({ size: 1 })
  const { report } = await buildReport({ ...context, pool, actor: 'Lan' }, composeReport(context, { period, kind: 'periodic' }))
  reviewReport({ ...context, pool, actor: 'Mai' }, report)
  await pool.close()
  context.store.close()
  let killed = 0
  for (const deed of ['submit', 'approve', 'sign', 'issue']) {
    const before = await standOf(directory)
    const after = join(temporaryFolder(), 'after')
    cpSync(directory, after, { recursive: true })
    const steps = take(after, deed)!
    const done = await standOf(after)
    expect(done).not.toEqual(before)
    for (const step of new Set([1, Math.ceil(steps / 3), Math.ceil((2 * steps) / 3), steps])) {
      const copy = join(temporaryFolder(), 'copy')
      cpSync(directory, copy, { recursive: true })
      expect(take(copy, deed, step)).toBeNull()
      killed++
      const stands = await standOf(copy)
      expect([before, done]).toContainEqual(stands)
      // What was left lying about is in nobody's way.
      if (stands.state === before.state) take(copy, deed)
      expect(await standOf(copy)).toEqual(done)
      rmSync(copy, { recursive: true })
    }
    rmSync(directory, { recursive: true })
    cpSync(after, directory, { recursive: true })
  }
  expect(killed).toBeGreaterThan(12)
})
