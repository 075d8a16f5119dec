import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { textOf } from '../../kit/read-pdf.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { describeWithTools } from '../../kit/system-tools.ts'
import { codeOf, engineWithAccounts, stepTaken, type Client } from '../../kit/test-accounts.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

const scope = { period: '2026-H1', kind: 'periodic' } as const
const unit = 'org.du_xa.11953'
const said = (path: string): string => textOf(readFileSync(path)).normalize('NFC').replaceAll(/\s+/gu, ' ')

describeWithTools(['poppler-utils'], 'a report that takes the place of another', () => {
  it('[RP1] names it by number and day, replaces that one and no other, and is not submitted when that one counts no more', async () => {
    const folder = temporaryFolder()
    const { engine, signedIn } = await engineWithAccounts({
      lan: ['clerk'],
      mai: ['reviewer', 'clerk'],
      minh: ['reviewer'],
      toan: ['leader'],
      hoa: ['registrar'],
    })
    const [lan, mai, minh, toan, hoa] = (await Promise.all(['lan', 'mai', 'minh', 'toan', 'hoa'].map(signedIn))).map(
      ({ client }) => client,
    ) as [Client, Client, Client, Client, Client]
    const { staging } = engine.context
    const scan = join(folder, 'da-ky.pdf')
    writeFileSync(scan, '%PDF-1.7 scan')
    const build = async (): Promise<string> => {
      const { result } = await engine.context.jobs.wait((await lan.reports.build(scope)).jobId)
      return (result as { report: string }).report
    }
    const approve = async (report: string): Promise<void> => {
      await minh.reports.review({ report })
      await stepTaken(engine, lan.reports.submit({ report }))
      await stepTaken(engine, toan.reports.approve({ report }))
    }
    const issue = (report: string, number: number, supersedes?: string) =>
      hoa.reports.issue({
        report,
        number,
        day: '2026-06-23',
        scan: staging.addInput(scan),
        ...(supersedes === undefined ? {} : { supersedes }),
      })
    storeFigures(engine.context, { period: scope.period, unit }, { um_total: 10, um_informed: 8 })
    const first = await build()
    expect(await lan.reports.replaced(scope)).toEqual({ replaces: null, issued: [] })
    expect(await codeOf(lan.reports.chooseReplaced({ ...scope, replaces: first }))).toBe('report.not_superseded')
    await approve(first)
    await issue(first, 127)
    // Nothing changed: what is out is what would be built.
    expect(await build()).toBe(first)

    storeFigures(engine.context, { period: scope.period, unit }, { um_total: 10, um_informed: 9 })
    const paper = { report: first, number: '127-BC/TU', day: '2026-06-23' }
    expect(await mai.reports.chooseReplaced({ ...scope, replaces: first })).toEqual({ replaces: paper, issued: [paper] })
    const second = await build()
    // Who chose it prepared it.
    expect(await codeOf(mai.reports.review({ report: second }))).toBe('report.own_work')
    await minh.reports.review({ report: second })
    expect(await codeOf(lan.reports.chooseReplaced({ ...scope, replaces: null }))).toBe('report.replacement_on_its_way')
    await stepTaken(engine, lan.reports.submit({ report: second }))
    await stepTaken(engine, toan.reports.approve({ report: second }))
    const base = join(folder, 'ban-trinh.pdf')
    await lan.reports.reprint({ report: second, target: staging.addOutput(base) })
    expect(said(base)).toContain('Báo cáo này thay thế Báo cáo số 127-BC/TU, ngày 23/6/2026.')
    expect(await codeOf(issue(second, 128, second))).toBe('report.replaces_other')
    await issue(second, 128)
    expect((await lan.reports.list({})).map(({ report, state }) => [report, state])).toEqual([
      [second, 'issued'],
      [first, 'superseded'],
    ])
    const notice = join(folder, 'thong-bao.pdf')
    await hoa.reports.notice({ report: second, target: staging.addOutput(notice) })
    expect(said(notice)).toContain('Báo cáo số 128-BC/TU, ngày 23/6/2026 thay thế Báo cáo số 127-BC/TU, ngày 23/6/2026')

    // Nobody chose anew: the text would name what is superseded already.
    storeFigures(engine.context, { period: scope.period, unit }, { um_total: 10, um_informed: 10 })
    const third = await build()
    await minh.reports.review({ report: third })
    expect(await codeOf(stepTaken(engine, lan.reports.submit({ report: third })))).toBe('report.not_superseded')
    await lan.reports.withdraw({ report: third, reason: 'Chọn lại văn bản được thay thế' })
    await lan.reports.chooseReplaced({ ...scope, replaces: second })
    const fourth = await build()
    await approve(fourth)
    await issue(fourth, 129)
    expect((await lan.reports.road({ report: second })).supersededBy).toMatchObject({ number: 129 })
    expect(await lan.trust.audit({ language: 'vi' })).toMatchObject({ ok: true })
  })
})
