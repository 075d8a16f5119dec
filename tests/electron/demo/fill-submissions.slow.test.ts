import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, relative } from 'node:path'
import { expect, it } from 'vitest'
import { fillSubmissions } from '../../../electron/demo/fill-submissions.ts'
import { planSubmissions } from '../../../electron/demo/plan-submissions.ts'
import { createWorkerPool } from '../../../electron/workers/pool.ts'
import { readWorkbook } from '../../../electron/workers/workbook/read-workbook.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { firstHalf, mapped, units } from '../../kit/template-order.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

const order = { programme: bundledProgramme(), period: firstHalf, units, seed: 58 }

it('fills every planned workbook so that it maps back to what was planned, twice to the same bytes', async () => {
  const pool = createWorkerPool({ size: 2 })
  try {
    const directories = [temporaryFolder(), temporaryFolder()]
    const runs = []
    for (const directory of directories) runs.push(await fillSubmissions(pool, { ...order, directory }))
    const [first, second] = runs
    const plan = planSubmissions(order)
    const files = first!.batches.flatMap((batch) =>
      batch.files.map((file) => ({ ...file, receivedAt: batch.receivedAt, channel: batch.channel })),
    )
    expect(files).toHaveLength(plan.submissions.length)
    expect(first!.batches.length).toBeGreaterThan(5)
    expect(first!.missing).toEqual(plan.missing)

    for (const file of files) {
      const planned = plan.submissions.find(
        (one) => one.unit === file.unit && one.receivedAt === file.receivedAt && one.fileName === basename(file.path),
      )!
      const submission = mapped(readWorkbook(readFileSync(file.path)))
      expect([file.path, submission.identity?.unit, submission.identity?.intact]).toEqual([file.path, file.unit, true])
      expect(submission.layout).toBe(planned.common ? 'common_template' : 'template')
      expect([file.unit, submission.figures.filter(({ state }) => state === 'unreadable')]).toEqual([file.unit, []])
      for (const { field, value } of submission.figures) {
        const answer = planned.answers[`fld.${field}`]
        if (typeof answer === 'number') expect([file.unit, field, value]).toEqual([file.unit, field, answer])
      }
      expect([file.unit, submission.findings.map(({ rule }) => rule)]).toEqual([file.unit, file.kind === 'nil_report' ? ['M11'] : []])
      expect(submission.communeRows.length).toBe(['org.ldld_tinh', 'org.du_ubnd_tinh'].includes(file.unit) ? 104 : 0)
    }

    const digest = (run: typeof first, directory: string): string[] =>
      run!.batches.flatMap((batch) =>
        batch.files.map(({ path }) => `${relative(directory, path)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`),
      )
    expect(digest(second, directories[1]!)).toEqual(digest(first, directories[0]!))
  } finally {
    await pool.close()
  }
})
