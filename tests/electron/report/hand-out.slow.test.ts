import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readWorkbook } from '../../../electron/workers/workbook/read-workbook.ts'
import { sha256 } from '../../../electron/audit/canonical.ts'
import { listExpectedUnits } from '../../../electron/store/period-store.ts'
import { checkWithQpdf, textOf } from '../../kit/read-pdf.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { describeWithTools } from '../../kit/system-tools.ts'
import { codeOf, engineWithAccounts, stepTaken, type Client } from '../../kit/test-accounts.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

const period = '2026-H1'

describeWithTools(['poppler-utils', 'qpdf'], 'what is handed out of a period’s reports', () => {
  it('TB4: tables are those of the paper; every kept paper goes out whole, a damaged one is named', async () => {
    const { engine, signedIn, setClock } = await engineWithAccounts({ lan: ['clerk'], mai: ['reviewer'], hoa: ['registrar'] })
    const [lan, mai] = (await Promise.all(['lan', 'mai'].map(signedIn))).map(({ client }) => client) as [Client, Client]
    const { staging, store } = engine.context
    const [first, second] = listExpectedUnits(store, period).map(({ code }) => code) as [string, string]
    const folder = temporaryFolder()
    storeFigures(engine.context, { period, unit: first }, { um_total: 1200, um_informed: 1100 })
    const built = await engine.context.jobs.wait((await lan.reports.build({ period, kind: 'periodic' })).jobId)
    const { report } = built.result as { report: string }
    const tables = async (): Promise<string> => (await mai.reports.tables({ report })).sha256
    const draft = await tables()
    expect(await tables()).toBe(draft)
    expect(await lan.reports.exportPapers({ period })).toEqual({ files: [], damaged: 0, name: 'van-ban_2026-H1.zip' })

    // Of a draft nothing is handed out that its pages do not say.
    storeFigures(engine.context, { period, unit: second }, { um_total: 700, um_informed: 690 })
    expect(await codeOf(mai.reports.tables({ report }))).toBe('report.tables_stale')
    const again = await engine.context.jobs.wait((await lan.reports.build({ period, kind: 'periodic' })).jobId)
    const { report: next } = again.result as { report: string }
    await mai.reports.review({ report: next })
    await stepTaken(engine, lan.reports.submit({ report: next, reservations: 'Trình để kịp hạn' }))
    const fixed = (await mai.reports.tables({ report: next })).sha256
    storeFigures(engine.context, { period, unit: second }, { um_total: 5, um_informed: 5 })
    expect((await mai.reports.tables({ report: next })).sha256).toBe(fixed)

    const scan = join(folder, 'duyet.pdf')
    const target = staging.addOutput(join(folder, 'bản trình.pdf'))
    await mai.reports.reprint({ report: next, target })
    writeFileSync(scan, readFileSync(join(folder, 'bản trình.pdf')))
    // [ST10] A hand’s approval is recorded later than it was given: what counts then is the day that the paper was submitted.
    setClock('2026-06-29T02:00:00.000Z')
    const [later, hoa] = (await Promise.all(['mai', 'hoa'].map(signedIn))).map(({ client }) => client) as [Client, Client]
    const order = { report: next, reservations: 'Đồng ý', scan: staging.addInput(scan) }
    await stepTaken(engine, later.reports.approveOnPaper(order))
    const issue = (day: string) => hoa.reports.issue({ report: next, number: 12, day, scan: staging.addInput(scan) })
    expect(await codeOf(issue('2026-06-21'))).toBe('report.day_before_submission')
    await issue('2026-06-28')
    const out = join(folder, 'lưu trữ')
    const exported = await hoa.reports.exportPapers({ period, target: staging.addOutput(out) })
    expect(exported.files.map(({ name }) => name)).toEqual([
      '01_bao-cao-dinh-ky_2026-H1_ban-trinh.pdf',
      '01_bao-cao-dinh-ky_2026-H1_ban-duyet-tay.pdf',
      '01_bao-cao-dinh-ky_2026-H1_ban-phat-hanh.pdf',
      '01_bao-cao-dinh-ky_2026-H1_ban-duyet-tay-2.pdf',
      '01_bao-cao-dinh-ky_2026-H1_phieu-kiem-chung.pdf',
    ])
    expect(readdirSync(out).toSorted()).toEqual([...exported.files.map(({ name }) => name), 'danh-sach.xlsx'].toSorted())
    for (const { name, sha256: hash, bytes } of exported.files) {
      const written = readFileSync(join(out, name))
      expect([sha256(written), written.length]).toEqual([hash, bytes])
      checkWithQpdf(written)
    }
    const list = readWorkbook(readFileSync(join(out, 'danh-sach.xlsx'))).sheets[0]!.cells.map((cell) => cell.value)
    for (const said of ['Bản phát hành', 'Bản chụp bản ký tay', '12-BC/TU, ngày 28/6/2026']) expect(list).toContain(said)
    expect(textOf(readFileSync(join(out, '01_bao-cao-dinh-ky_2026-H1_ban-phat-hanh.pdf')))).toContain('12')

    // One byte in the archive: that paper is named and left out, the others go on.
    const issued = exported.files.find(({ role }) => role === 'issued')
    const kept = join(store.reportsDirectory, `${issued!.sha256}.pdf`)
    const bytes = readFileSync(kept)
    bytes[1000]! ^= 1
    writeFileSync(kept, bytes)
    const archive = await hoa.reports.exportPapers({ period })
    expect([archive.damaged, archive.files.map(({ state }) => state)]).toEqual([1, ['written', 'written', 'damaged', 'written', 'written']])
    expect(staging.bytesOf(staging.get(archive.file!))).toBeGreaterThan(10_000)
  })
})
