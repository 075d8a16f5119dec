import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { archivePath, getFreeze } from '../../../electron/report/report-archive.ts'
import { findReportFile, type ReportFileRole } from '../../../electron/store/report-freeze-store.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { codeOf, engineWithAccounts, stepTaken, type Client } from '../../kit/test-accounts.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

const [period, unit] = ['2026-H1', 'org.du_xa.11953']

it('open findings and one changed byte in the archive stop a report; nothing but the bytes themselves lets it go on', async () => {
  const { engine, signedIn } = await engineWithAccounts({
    lan: ['clerk'],
    mai: ['clerk'],
    minh: ['reviewer'],
    toan: ['leader'],
    hoa: ['registrar'],
  })
  const [lan, mai, minh, toan, hoa] = (await Promise.all(['lan', 'mai', 'minh', 'toan', 'hoa'].map(signedIn))).map(
    ({ client }) => client,
  ) as [Client, Client, Client, Client, Client]
  const { store, staging } = engine.context
  storeFigures(engine.context, { period, unit }, { um_total: 10, um_informed: 8 })
  await mai.adjustments.add({ period, unit, field: 'um_informed', value: 9, basis: 'phone', reason: 'Thống nhất' })
  // The agreed figure no longer lies over what the unit reports.
  storeFigures(engine.context, { period, unit }, { um_total: 10, um_informed: 7 })
  const { result } = await engine.context.jobs.wait((await lan.reports.build({ period, kind: 'periodic' })).jobId)
  const { report, blocking } = result as { report: string; blocking: number }
  expect(blocking).toBeGreaterThan(0)
  await minh.reports.review({ report })
  expect(await codeOf(stepTaken(engine, lan.reports.submit({ report })))).toBe('report.blocked')
  await stepTaken(engine, lan.reports.submit({ report, reservations: 'Trình để kịp hạn' }))
  expect(await codeOf(stepTaken(engine, toan.reports.approve({ report })))).toBe('report.reservations_missing')

  /** What is done while one byte of a kept file is another one. */
  const flipped = async <Result>(role: ReportFileRole, work: () => Promise<Result>): Promise<Result> => {
    const path = archivePath(store, findReportFile(store, getFreeze(store, report).id, role)!)
    const whole = readFileSync(path)
    const changed = Buffer.from(whole)
    changed[whole.length >> 1]! ^= 1
    writeFileSync(path, changed)
    try {
      return await work()
    } finally {
      writeFileSync(path, whole)
    }
  }
  const approve = () => stepTaken(engine, toan.reports.approve({ report, reservations: 'Xử lý ở kỳ sau' }))
  for (const role of ['submitted', 'snapshot'] as const) expect(await flipped(role, () => codeOf(approve()))).toBe('report.audit_failed')
  await approve()
  const scan = join(temporaryFolder(), 'da-ky.pdf')
  writeFileSync(scan, '%PDF-1.7 scan')
  const issue = () => hoa.reports.issue({ report, number: 1, day: '2026-06-22', scan: staging.addInput(scan) })
  for (const role of ['submitted', 'snapshot'] as const) expect(await flipped(role, () => codeOf(issue()))).toBe('report.bytes_lost')
  expect((await hoa.reports.register({})).numbers).toEqual([])
  const noScan = join(temporaryFolder(), 'anh.pdf')
  writeFileSync(noScan, 'không phải bản chụp')
  const withoutScan = hoa.reports.issue({ report, number: 1, day: '2026-06-22', scan: staging.addInput(noScan) })
  expect(await codeOf(withoutScan)).toBe('report.scan_unreadable')
  expect((await issue()).state).toBe('issued')
  expect(await codeOf(lan.reports.withdraw({ report, reason: 'Nhầm' }))).toBe('report.wrong_state')
  expect(await lan.trust.audit({ language: 'vi' })).toMatchObject({ ok: true })
})
