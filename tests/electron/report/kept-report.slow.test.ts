import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reportPath } from '../../../electron/report/report-file.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'
import { testEngine } from '../../kit/test-engine.ts'
import { sha256Of, storeTestSubmission, testPeriod } from '../../kit/test-submission.ts'

const period = testPeriod.code

async function engineWithReport() {
  const { engine, client } = testEngine()
  const [unit, other] = (await client.units.list({})).filter(({ line }) => line === 'territorial')
  storeTestSubmission(engine.context, unit!.code, 1)
  const build = async () => {
    const { jobId } = await client.reports.build({ period, kind: 'periodic' })
    const job = await engine.context.jobs.wait(jobId)
    expect(job.error).toBeNull()
    return (job.result as { report: string; sha256: string }).report
  }
  return { engine, client, unit: unit!.code, other: other!.code, build, report: await build() }
}

describe('a kept report', () => {
  it('is handed out byte for byte, and refused when a byte of it was changed', async () => {
    const { engine, client, report } = await engineWithReport()
    const [{ sha256 } = { sha256: '' }] = await client.reports.list({ period })
    const opened = await client.reports.open({ report })
    expect(sha256Of(readFileSync(engine.context.staging.get(opened.file).path))).toBe(sha256)
    const target = engine.context.staging.addOutput(join(temporaryFolder(), 'bao-cao.pdf'))
    const saved = await client.reports.save({ report, target })
    expect(sha256Of(readFileSync(engine.context.staging.get(saved.file).path))).toBe(sha256)
    const path = reportPath(engine.context.store, sha256)
    const bytes = readFileSync(path)
    bytes[bytes.length - 1]! ^= 1
    writeFileSync(path, bytes)
    await expect(client.reports.open({ report })).rejects.toMatchObject({ data: { code: 'report.bytes_lost' } })
    await expect(client.reports.open({ report: '0'.repeat(32) })).rejects.toMatchObject({ data: { code: 'report.not_found' } })
  })

  it('is never written over through the file it was handed out as, nor is what somebody brought in', async () => {
    const { engine, client, report } = await engineWithReport()
    const before = readFileSync(engine.context.staging.get((await client.reports.open({ report })).file).path)
    const own = join(temporaryFolder(), 'BC.xlsx')
    writeFileSync(own, 'brought in')
    const handedOut = [(await client.reports.open({ report })).file, (await client.reports.save({ report })).file]
    for (const target of [...handedOut, engine.context.staging.addInput(own)]) {
      const { jobId } = await client.figures.exportGrid({ period, language: 'vi', columns: ['um_total'], rows: [], target })
      expect((await engine.context.jobs.wait(jobId)).error).toMatchObject({ code: 'file.not_found' })
      await expect(client.reports.save({ report, target })).rejects.toMatchObject({ data: { code: 'file.not_found' } })
    }
    expect(readFileSync(engine.context.staging.get(handedOut[0]!).path)).toEqual(before)
    expect(readFileSync(own, 'utf8')).toBe('brought in')
  })

  it('is current until something is recorded that building it again would show, and exactly then another one is built', async () => {
    const { engine, client, unit, other, build, report } = await engineWithReport()
    expect(await client.reports.road({ report })).toMatchObject({ changedAt: null, steps: [] })
    expect(await build()).toBe(report)
    expect((await client.reports.road({ report })).changedAt).toBeNull()
    const { indicators } = await client.workspace.programme({ period })
    await client.adjustments.add({ period, unit, field: indicators[0]!.numerator, value: 1, basis: 'phone', reason: 'gọi lại' })
    expect((await client.reports.road({ report })).changedAt).not.toBeNull()
    const later = await build()
    expect(later).not.toBe(report)
    expect((await client.reports.road({ report: later })).changedAt).toBeNull()
    storeTestSubmission(engine.context, other, 2)
    expect((await client.reports.road({ report: later })).changedAt).not.toBeNull()
  })
})
