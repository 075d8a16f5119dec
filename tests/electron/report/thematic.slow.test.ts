import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { storeFigures } from '../../kit/store-figures.ts'
import { codeOf, engineWithAccounts, stepTaken, type Client } from '../../kit/test-accounts.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

const period = '2026-H1'
const first = { indicators: ['ind.union_members_informed'], tasks: [] }
const second = { indicators: [], tasks: ['tsk.2.1'] }

it('[TP1] one thematic report is on its way at a time, who chose its topic prepared it, and the next one is no later version of it', async () => {
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
  storeFigures(engine.context, { period, unit: 'org.du_xa.11953' }, { um_total: 100, um_informed: 90 })
  const build = async (): Promise<string> => {
    const { result } = await engine.context.jobs.wait((await lan.reports.build({ period, kind: 'thematic' })).jobId)
    return (result as { report: string }).report
  }
  await mai.reports.chooseTopic({ period, ...first })
  const one = await build()
  expect(await codeOf(mai.reports.review({ report: one }))).toBe('report.own_work')
  await minh.reports.review({ report: one })
  expect(await codeOf(lan.reports.chooseTopic({ period, ...second }))).toBe('report.topic_on_its_way')
  // The same again is no change.
  expect(await lan.reports.chooseTopic({ period, ...first })).toEqual({ topic: first })
  await stepTaken(engine, lan.reports.submit({ report: one }))
  await toan.reports.read({ report: one })
  await stepTaken(engine, toan.reports.approve({ report: one }))
  expect(await codeOf(lan.reports.chooseTopic({ period, ...second }))).toBe('report.topic_on_its_way')
  const scan = join(temporaryFolder(), 'da-ky.pdf')
  writeFileSync(scan, '%PDF-1.7 scan')
  await hoa.reports.issue({ report: one, number: 1, day: '2026-06-22', scan: engine.context.staging.addInput(scan) })

  await lan.reports.chooseTopic({ period, ...second })
  const other = await build()
  expect(other).not.toBe(one)
  expect((await toan.reports.changes({ report: other })).since).toBeNull()
  expect((await lan.reports.list({ period })).map(({ report, state }) => [report, state])).toEqual([
    [other, 'draft'],
    [one, 'issued'],
  ])
})
