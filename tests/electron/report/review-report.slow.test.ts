import { describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../../../electron/engine/engine.ts'
import { createRouterClient } from '@orpc/server'
import { codeOf, engineWithAccounts, passwordOf, type Client } from '../../kit/test-accounts.ts'
import { testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'
import { storeFigures } from '../../kit/store-figures.ts'

/** A draft of the period's report, built over this client. */
async function build(engine: Engine, client: Client): Promise<string> {
  const { jobId } = await client.reports.build({ period: '2026-H1', kind: 'periodic' })
  const job = await engine.context.jobs.wait(jobId)
  return (job.result as { report: string }).report
}

describe('a review', () => {
  it('is another person’s than whoever built the report, and is made once', async () => {
    const { signedIn, engine } = await engineWithAccounts({ lan: ['clerk', 'reviewer'], mai: ['reviewer'], hoa: ['reviewer'] })
    const [lan, mai, hoa] = await Promise.all(['lan', 'mai', 'hoa'].map(signedIn))
    const report = await build(engine, lan!.client)
    expect((await mai!.client.reports.list({}))[0]).toMatchObject({ report, state: 'draft', actor: 'Chị lan' })
    expect(engine.context.jobs.list()[0]).toMatchObject({ kind: 'report', actor: 'Chị lan' })
    expect(await codeOf(lan!.client.reports.review({ report }))).toBe('report.own_work')
    expect(await codeOf(mai!.client.reports.review({ report: 'f'.repeat(32) }))).toBe('report.not_found')
    expect(await mai!.client.reports.review({ report })).toMatchObject({ report, state: 'reviewed' })
    expect((await hoa!.client.reports.list({ period: '2026-H1' }))[0]).toMatchObject({ state: 'reviewed' })
    expect(await codeOf(hoa!.client.reports.review({ report }))).toBe('report.not_draft')
    expect(() => engine.context.store.database.exec('DELETE FROM report_step')).toThrow('append-only')
    // Reviewing changes nothing that a report is made from: the same one comes out.
    expect(await build(engine, lan!.client)).toBe(report)
    expect(await mai!.client.trust.audit({ language: 'vi' })).toMatchObject({ ok: true })
  })

  it('is not made by whoever adjusted a figure of the period, under any name they ever had', async () => {
    const { directory, context } = testWorkspaceWithPeriod()
    storeFigures(context, { period: '2026-H1', unit: 'org.du_xa.11953' }, { um_total: 10, um_informed: 8 })
    context.store.close()
    const engine = createEngine({ directory, mode: 'write', actor: 'Lan', poolSize: 1, clock: () => '2026-06-22T02:00:00.000Z' })
    try {
      const client: Client = createRouterClient(engine.router, { context: engine.context })
      const roles = ['clerk', 'reviewer'] as const
      await client.accounts.createFirst({ name: 'quan', displayName: 'Quản', password: passwordOf('quan'), roles: [...roles] })
      for (const name of ['mai', 'hoa'])
        await client.accounts.create({ name, displayName: `Chị ${name}`, password: passwordOf(name), roles: [...roles] })
      const signedIn = async (name: string): Promise<Client> => {
        const of: Client = createRouterClient(engine.router, { context: { connection: engine.connect(), logBug: engine.context.logBug } })
        await of.session.signIn({ name, password: passwordOf(name) })
        return of
      }
      const mai = await signedIn('mai')
      const { id } = await mai.adjustments.add({
        period: '2026-H1',
        unit: 'org.du_xa.11953',
        field: 'um_informed',
        value: 9,
        basis: 'minutes',
        reason: 'Biên bản ngày 20/6/2026',
      })
      const hoa = await signedIn('hoa')
      const report = await build(engine, hoa)
      const account = (await client.accounts.list({})).find(({ name }) => name === 'mai')!
      await client.accounts.update({ id: account.id, displayName: 'Trần Thị Mai' })
      expect(await codeOf(mai.reports.review({ report }))).toBe('report.own_work')
      await mai.adjustments.withdraw({ id, reason: 'Nhầm' })
      // Her figure stands in that one for ever; it does not stand in the next one.
      expect(await codeOf(mai.reports.review({ report }))).toBe('report.own_work')
      expect(await codeOf(mai.reports.review({ report: await build(engine, hoa) }))).toBe('none')
    } finally {
      await engine.close()
    }
  })

  it('tells who prepared it by the order of what was done, whatever the clock said', async () => {
    const { engine, signedIn, setClock } = await engineWithAccounts({
      lan: ['clerk'],
      mai: ['reviewer', 'clerk'],
      hoa: ['reviewer', 'clerk'],
      minh: ['reviewer'],
    })
    const [period, unit] = ['2026-H1', 'org.du_xa.11953']
    storeFigures(engine.context, { period, unit }, { um_total: 10, um_informed: 8 })
    setClock('2026-06-22T02:04:00.000Z')
    const [lan, mai, hoa, minh] = (await Promise.all(['lan', 'mai', 'hoa', 'minh'].map(signedIn))).map(({ client }) => client) as [
      Client,
      Client,
      Client,
      Client,
    ]
    await mai.reportTexts.write({ period, kind: 'periodic', section: 'causes', text: 'Do thiếu cán bộ.' })
    const { id } = await hoa.adjustments.add({ period, unit, field: 'um_informed', value: 9, basis: 'phone', reason: 'Thống nhất' })
    // So little is borne without a question.
    setClock('2026-06-22T02:01:00.000Z')
    const report = await build(engine, lan)
    await hoa.adjustments.withdraw({ id, reason: 'Nhầm' })
    for (const client of [mai, hoa]) expect(await codeOf(client.reports.review({ report }))).toBe('report.own_work')
    expect(await codeOf(minh.reports.review({ report }))).toBe('none')
  })

  it('compares the names of those who act where there are no accounts', async () => {
    const { directory, context } = testWorkspaceWithPeriod()
    context.store.close()
    const as = async <Result>(actor: string, work: (engine: Engine, client: Client) => Promise<Result>): Promise<Result> => {
      const engine = createEngine({ directory, mode: 'write', actor, poolSize: 1, clock: () => '2026-06-22T02:00:00.000Z' })
      try {
        return await work(engine, createRouterClient(engine.router, { context: engine.context }))
      } finally {
        await engine.close()
      }
    }
    const report = await as('Lan', build)
    expect(await as(' LAN', (_engine, client) => codeOf(client.reports.review({ report })))).toBe('report.own_work')
    expect(await as('Mai', (_engine, client) => client.reports.review({ report }))).toMatchObject({ state: 'reviewed' })
  })
})
