import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { keepFile } from '../../../electron/import/keep-file.ts'
import { listTasks, setTaskStatus } from '../../../electron/reconcile/task-status.ts'
import { openEvidence } from '../../../electron/review/open-evidence.ts'
import { taskOfUnit } from '../../../shared/contract/tasks.ts'
import { listExpectedUnits } from '../../../electron/store/period-store.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { testPeriod } from '../../kit/test-submission.ts'
import { temporaryFolder, testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

it('a person states how far a unit is, with evidence; the text only suggests; the last word counts and the first stays', () => {
  const { context } = testWorkspaceWithPeriod()
  const period = testPeriod.code
  const [a, b] = listExpectedUnits(context.store, period).map(({ code }) => code) as [string, string]
  const words = 'Đảng ủy đã ban hành kế hoạch, mở ba lớp cho công nhân ở khu nhà trọ và kiểm tra hai doanh nghiệp.'
  const text = (task: string, said: string) => ({ name: `nar.${task}`, text: said, raw: said, sheet: 'Nhiệm vụ', cell: 'C7', how: 'text' })
  storeFigures(context, { period, unit: a }, {}, { texts: [text('tsk.1.1', words), text('tsk.1.2', 'Đã làm.')] })
  const of = (unit: string) =>
    listTasks(context, { period, unit })
      .map((task) => taskOfUnit.parse(task))
      .slice(0, 3)
  expect(of(a).map(({ suggested }) => suggested)).toEqual(['regular', 'irregular', 'not_started'])
  expect(of(b).map(({ suggested }) => suggested)).toEqual([null, null, null])
  const order = { period, unit: a, task: 'tsk.1.1', evidence: 'Kế hoạch 12-KH/ĐU' } as const
  setTaskStatus(context, { ...order, status: 'irregular' })
  setTaskStatus(context, { ...order, status: 'regular' })
  expect(of(a)[0]).toMatchObject({ stated: { status: 'regular', evidence: 'Kế hoạch 12-KH/ĐU', actor: 'Lan' }, suggested: 'regular' })
  expect(listTasks(context, { period, task: 'tsk.1.1' }).filter(({ stated }) => stated !== null)).toHaveLength(1)
  for (const [change, code] of [
    [{ evidence: '  ' }, 'task.no_evidence'],
    [{ task: 'tsk.9.9' }, 'task.not_found'],
    [{ unit: 'org.none' }, 'unit.not_found'],
  ] as const)
    expect(() => setTaskStatus(context, { ...order, status: 'regular', ...change })).toThrow(expect.objectContaining({ code }))
})

it('keeps the files that show it, gives them back as they were, and opens nothing else', async () => {
  const { context } = testWorkspaceWithPeriod()
  const { store } = context
  const period = testPeriod.code
  const unit = listExpectedUnits(store, period)[0]!.code
  const path = join(temporaryFolder(), 'Kế hoạch 12.pdf')
  writeFileSync(path, 'kế hoạch')
  const kept = await keepFile(store, path, 'Kế hoạch 12.pdf')
  if (kept.kind !== 'kept') throw new Error(kept.reason)
  const file = { file: kept.file, name: 'Kế hoạch 12.pdf' }
  const order = { period, unit, task: 'tsk.1.1', status: 'regular', evidence: 'Kế hoạch 12-KH/ĐU' } as const
  const { sha256 } = kept.file
  await expect(openEvidence(context, sha256)).rejects.toMatchObject({ code: 'paper.not_found' })
  expect(setTaskStatus(context, { ...order, files: [file, file] }).files).toEqual([{ sha256, name: file.name }])
  expect(listTasks(context, { period, task: 'tsk.1.1', unit })[0]?.stated?.files).toEqual([{ sha256, name: file.name }])
  expect(await openEvidence(context, sha256)).toMatchObject({ name: file.name, bytes: readFileSync(path) })
  expect((await verifyAudit(context)).ok).toBe(true)
  store.database.exec("DROP TRIGGER task_evidence_is_append_only_update; UPDATE task_evidence SET name = 'khác.pdf'")
  expect(JSON.stringify((await verifyAudit(context)).checks)).toContain('task_evidence')
  writeFileSync(join(store.filesDirectory, kept.file.keptAs), 'đã sửa')
  await expect(openEvidence(context, sha256)).rejects.toMatchObject({ code: 'paper.file_changed' })
  rmSync(join(store.filesDirectory, kept.file.keptAs))
  await expect(openEvidence(context, sha256)).rejects.toMatchObject({ code: 'paper.file_missing' })
})

it('what was said of a task is under the audit', async () => {
  const { context } = testWorkspaceWithPeriod()
  const period = testPeriod.code
  const [unit] = listExpectedUnits(context.store, period)
  setTaskStatus(context, { period, unit: unit!.code, task: 'tsk.1.1', status: 'regular', evidence: 'Kế hoạch 12-KH/ĐU' })
  expect((await verifyAudit(context, { language: 'vi' })).ok).toBe(true)
  context.store.database.exec("DROP TRIGGER task_status_is_append_only_update; UPDATE task_status SET status = 'not_started'")
  const { ok, checks } = await verifyAudit(context, { language: 'vi' })
  expect([ok, JSON.stringify(checks)]).toEqual([false, expect.stringContaining('task_status')])
})
