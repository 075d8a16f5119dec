import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { backupWorkspace } from '../../../electron/backup/backup-workspace.ts'
import { restoreWorkspace } from '../../../electron/backup/restore-workspace.ts'
import { createEngine } from '../../../electron/engine/engine.ts'
import { checkRendering } from '../../../electron/report/check-rendering.ts'
import { readSnapshot } from '../../../electron/report/read-snapshot.ts'
import { keepArchived } from '../../../electron/report/report-archive.ts'
import { findFreeze, findReportFile, insertFreeze, insertReportFile } from '../../../electron/store/report-freeze-store.ts'
import { listExpectedUnits } from '../../../electron/store/period-store.ts'
import { usualReportStyle } from '../../../shared/domain/report-style.ts'
import { textOf } from '../../kit/read-pdf.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { describeWithTools } from '../../kit/system-tools.ts'
import { codeOf, engineWithAccounts, stepTaken, type Client } from '../../kit/test-accounts.ts'
import { countingIds } from '../../kit/test-submission.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

const scope = { period: '2026-H1', kind: 'periodic' } as const
const style = { ...usualReportStyle, sides: 'two', draftRound: 2, circulation: 'Lưu hành nội bộ', contents: 'always' } as const

describeWithTools(['poppler-utils'], 'the look of a report', () => {
  it('ST1–ST8: is chosen before submitting, stays with what is submitted, and is drawn again to the same bytes, after a restore too', async () => {
    const { engine, signedIn } = await engineWithAccounts({ lan: ['clerk'], mai: ['reviewer'] })
    const [lan, mai] = (await Promise.all(['lan', 'mai'].map(signedIn))).map(({ client }) => client) as [Client, Client]
    const { staging, store, jobs } = engine.context
    const folder = temporaryFolder()
    const [first, second] = listExpectedUnits(store, scope.period).map(({ code }) => code) as [string, string]
    storeFigures(engine.context, { period: scope.period, unit: first }, { um_total: 1200, um_informed: 1100 })
    const build = async (): Promise<string> =>
      ((await jobs.wait((await lan.reports.build(scope)).jobId)).result as { report: string }).report
    const written = async (call: 'save' | 'summary' | 'reprint', report: string, name: string): Promise<Uint8Array> => {
      const path = join(folder, name)
      await mai.reports[call]({ report, target: staging.addOutput(path) })
      return readFileSync(path)
    }

    const plain = await build()
    expect(await lan.reports.style(scope)).toEqual({ style: usualReportStyle, isOwn: false, nextRound: 1 })
    await lan.settings.updateReportStyle({ ...usualReportStyle, ending: './.' })
    expect((await lan.reports.road({ report: plain })).changedAt).not.toBeNull()
    const common = await build()
    expect(common).not.toBe(plain)

    expect(await lan.reports.setStyle({ ...scope, style })).toEqual({ style, isOwn: true, nextRound: 1 })
    const report = await build()
    const draft = textOf(await written('save', report, 'du-thao.pdf'))
    for (const words of ['DỰ THẢO lần 2', 'LƯU HÀNH NỘI BỘ', 'MỤC LỤC']) expect(draft).toContain(words)
    // A common look that changes is nothing to a report with its own.
    await lan.settings.updateReportStyle(usualReportStyle)
    expect((await lan.reports.road({ report })).changedAt).toBeNull()

    const summary = await written('summary', report, 'tom-tat.pdf')
    expect(await written('summary', report, 'tom-tat-2.pdf')).toEqual(summary)
    expect(textOf(summary)).toContain('Chưa có bản trình nào trước đó.')
    await mai.reports.review({ report })
    await stepTaken(engine, lan.reports.submit({ report, reservations: 'Trình để kịp hạn' }))
    expect((await lan.reports.style(scope)).nextRound).toBe(2)
    const paper = await written('reprint', report, 'ban-trinh.pdf')
    expect(textOf(paper)).not.toContain('DỰ THẢO')
    expect(textOf(paper)).toContain('LƯU HÀNH NỘI BỘ')

    // What comes later changes neither the paper nor its summary.
    const fixed = await written('summary', report, 'tom-tat-trinh.pdf')
    storeFigures(engine.context, { period: scope.period, unit: second }, { um_total: 700, um_informed: 690 })
    await lan.reports.setStyle({ ...scope, style: { ...style, sides: 'one' } })
    expect(await written('summary', report, 'tom-tat-sau.pdf')).toEqual(fixed)
    expect(await mai.reports.reprint({ report, compare: true })).toMatchObject({ identical: true, rendered: 'same' })
    expect(await codeOf(mai.reports.summary({ report: plain }))).toBe('report.summary_stale')
    const next = await build()
    expect(textOf(await written('summary', next, 'tom-tat-moi.pdf'))).toContain('thêm 01 đơn vị')

    const file = join(folder, 'sao-luu.tonghop')
    await backupWorkspace(engine.context, file)
    const directory = join(folder, 'khoi-phuc')
    await restoreWorkspace(file, directory, { clock: engine.context.clock, newId: countingIds(), actor: 'Lan' })
    const restored = createEngine({ directory, mode: 'read', actor: 'Lan', poolSize: 1 })
    try {
      expect(await checkRendering(restored.context, report)).toBe('same')
    } finally {
      await restored.close()
    }
  })

  it('[ST8] what an earlier program submitted is not drawn again, and is still read', async () => {
    const { engine, signedIn } = await engineWithAccounts({ lan: ['clerk'], mai: ['reviewer'] })
    const [lan, mai] = (await Promise.all(['lan', 'mai'].map(signedIn))).map(({ client }) => client) as [Client, Client]
    const { store, jobs, staging } = engine.context
    const { report } = (await jobs.wait((await lan.reports.build(scope)).jobId)).result as { report: string }
    await mai.reports.review({ report })
    await stepTaken(engine, lan.reports.submit({ report, reservations: 'Trình để kịp hạn' }))

    // The snapshot as it was written before reports compared, had a look, a topic or words of the office over a paragraph.
    const freeze = findFreeze(store, report)!
    const submitted = findReportFile(store, freeze.id, 'submitted')!
    const snapshot = await readSnapshot(store, report, freeze)
    const { earlier: _, style: __, topic: ___, overrides: ____, ...source } = snapshot.source
    const { breaks: _____, ...programme } = source.programme
    const indicators = programme.indicators.map((indicator) => ({ ...indicator, comparableBefore2026: false }))
    const former = { ...snapshot, renderingVersion: 2, source: { ...source, programme: { ...programme, indicators } } }
    const kept = await keepArchived(store, Buffer.from(JSON.stringify(former)), '.json')
    const id = engine.context.newId()
    insertFreeze(store, { ...freeze, id, snapshotSha256: kept.sha256, code: 'AAAA-BBBB' })
    insertReportFile(store, { ...submitted, id: engine.context.newId(), freeze: id })
    insertReportFile(store, { ...submitted, ...kept, id: engine.context.newId(), freeze: id, role: 'snapshot' })

    expect(await mai.reports.reprint({ report, compare: true })).toMatchObject({ identical: true, rendered: 'other_version' })
    const target = join(temporaryFolder(), 'tom-tat.pdf')
    await mai.reports.summary({ report, target: staging.addOutput(target) })
    expect(textOf(readFileSync(target))).toContain('PHIẾU TÓM TẮT')
    await mai.reports.tables({ report, target: staging.addOutput(join(temporaryFolder(), 'bang.xlsx')) })
    expect((await mai.reports.weights({ report })).length).toBeGreaterThan(0)
    expect((await mai.forms.marks({ ...scope, report })).length).toBeGreaterThan(0)
  })
})
