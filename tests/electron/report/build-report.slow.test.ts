import { existsSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { sha256 } from '../../../electron/audit/canonical.ts'
import type { ServiceContext } from '../../../electron/audit/context.ts'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { buildReport } from '../../../electron/report/build-report.ts'
import { listReports } from '../../../electron/report/list-reports.ts'
import { createWorkerPool } from '../../../electron/workers/pool.ts'
import type { ReportSource } from '../../../shared/domain/report.ts'
import { makeReportSource } from '../../kit/report-source.ts'
import { temporaryFolder, testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

const source: ReportSource = makeReportSource({ communes: 12, missing: 1 })

function workspace(): ServiceContext {
  const { context } = testWorkspaceWithPeriod()
  const pool = createWorkerPool({ size: 1 })
  onTestFinished(() => pool.close())
  return { ...context, pool }
}
const entries = ({ store }: ServiceContext): number => store.pluck<[], number>('SELECT count(*) FROM journal_entry').get()!

describe('building a report', () => {
  it('keeps the PDF under its hash, writes it to the target, and records one entry', async () => {
    const context = workspace()
    const target = join(temporaryFolder(), 'sub', 'bao-cao.pdf')
    const before = entries(context)
    const built = await buildReport(context, { ...source, openFindings: { blocking: 2, warning: 0, info: 0 } }, { target })
    const bytes = readFileSync(target)
    expect(sha256(bytes)).toBe(built.sha256)
    expect(readFileSync(join(context.store.reportsDirectory, `${built.sha256}.pdf`)).equals(bytes)).toBe(true)
    expect(built).toMatchObject({ blocking: 2, report: expect.stringMatching(/^[0-9a-f]{32}$/) })
    expect(built.pages).toBeGreaterThan(5)
    expect(entries(context)).toBe(before + 1)
    expect(listReports(context, { period: '2026-H1' })).toEqual([
      {
        report: built.report,
        period: '2026-H1',
        kind: 'periodic',
        state: 'draft',
        profile: 'party_hd05_2026',
        sha256: built.sha256,
        pages: built.pages,
        builtAt: expect.any(String),
        actor: 'Lan',
      },
    ])
    expect(listReports(context, { period: '2025' })).toEqual([])
    expect((await verifyAudit(context)).checks.filter(({ ok }) => !ok)).toEqual([])
  })

  it('gives the report that is already there for the same source, without an entry, whatever the order of its parts', async () => {
    const context = workspace()
    const first = await buildReport(context, source)
    const before = entries(context)
    const shuffled = Object.fromEntries(Object.entries(structuredClone(source)).toReversed()) as ReportSource
    expect(await buildReport(context, shuffled)).toEqual(first)
    expect(entries(context)).toBe(before)
    const other = await buildReport(context, { ...source, written: { causes: 'Do thiếu cán bộ.' } })
    expect(other.report).not.toBe(first.report)
    expect(other.sha256).not.toBe(first.sha256)
    expect(entries(context)).toBe(before + 1)
    expect(listReports(context).map(({ report }) => report)).toEqual([other.report, first.report])
  })

  it('records one report when two are asked for at once', async () => {
    const context = workspace()
    const [one, two] = await Promise.all([buildReport(context, source), buildReport(context, source)])
    expect(two).toEqual(one)
    expect(listReports(context)).toHaveLength(1)
  })

  it('makes a lost or damaged file again, the same to the last byte', async () => {
    const context = workspace()
    const { sha256: hash } = await buildReport(context, source)
    const path = join(context.store.reportsDirectory, `${hash}.pdf`)
    const bytes = readFileSync(path)
    rmSync(path)
    expect((await buildReport(context, source)).sha256).toBe(hash)
    expect(readFileSync(path).equals(bytes)).toBe(true)
    writeFileSync(path, 'x')
    await buildReport(context, source)
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  it('refuses a broken source before anything is written', async () => {
    const context = workspace()
    const before = entries(context)
    await expect(buildReport(context, { ...source, figures: { ...source.figures, indicators: [] } })).rejects.toMatchObject({
      code: 'report.source_broken',
    })
    expect(entries(context)).toBe(before)
    expect(listReports(context)).toEqual([])
  })

  it('says where it could not write, and has the report all the same', async () => {
    const context = workspace()
    const folder = temporaryFolder()
    const file = join(folder, 'file')
    writeFileSync(file, 'kept')
    await expect(buildReport(context, source, { target: join(file, 'bao-cao.pdf') })).rejects.toMatchObject({ code: 'report.not_written' })
    expect(readFileSync(file, 'utf8')).toBe('kept')
    expect(listReports(context)).toHaveLength(1)
    if (process.getuid?.() === 0) return
    chmodSync(folder, 0o500)
    await expect(buildReport(context, source, { target: join(folder, 'bao-cao.pdf') })).rejects.toMatchObject({
      code: 'report.not_written',
    })
    expect(existsSync(join(folder, 'bao-cao.pdf'))).toBe(false)
  })

  it('stops when asked to and leaves nothing behind', async () => {
    const context = workspace()
    const stop = new AbortController()
    const building = buildReport(context, source, { signal: stop.signal })
    stop.abort(new Error('stopped'))
    await expect(building).rejects.toThrow('stopped')
    expect(listReports(context)).toEqual([])
  })
})
