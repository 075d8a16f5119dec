import { describe, expect, it } from 'vitest'
import { overviewOfPeriod } from '../../../electron/engine/overview-of-period.ts'
import { storeTestSubmission } from '../../kit/test-submission.ts'
import { testEngine } from '../../kit/test-engine.ts'

describe('the overview of a period', () => {
  it('counts who sent, tells the indicators’ words their facts, and agrees with the figures it is drawn from', async () => {
    const { engine, client } = testEngine()
    const communes = (await client.units.list({})).filter(({ line }) => line === 'territorial')
    for (const [index, { code }] of communes.slice(0, 2).entries()) storeTestSubmission(engine.context, code, index + 1)
    const view = await client.overview.get({ period: '2026-H1' })
    expect(view.register).toEqual({ expected: 108, received: 2, onTime: 2, late: 0, pending: 0, unsent: 106 })
    const { indicators } = await client.figures.get({ period: '2026-H1' })
    expect(view.indicators).toMatchObject(indicators)
    expect(view.indicators.every(({ coverage, allUnsent }) => coverage.reported === 2 && allUnsent)).toBe(true)
    const open = await client.findings.list({ period: '2026-H1', open: true })
    for (const severity of ['blocking', 'warning', 'info'] as const)
      expect(view.findings[severity]).toBe(open.filter((finding) => finding.severity === severity).length)
    expect(view).toMatchObject({ waiting: 0, drafts: 0 })
    const { findings: _findings, disputes: _disputes, ...standing } = view
    expect(await client.overview.standing({ period: '2026-H1' })).toEqual(standing)
  })

  it('what is missing to the target is the target minus what is shown, digit for digit', async () => {
    const { engine, client } = testEngine()
    const unit = (await client.units.list({})).find(({ line }) => line === 'territorial')!
    storeTestSubmission(engine.context, unit.code, 3)
    const { indicators } = overviewOfPeriod(engine.context, '2026-H1')
    const below = indicators.filter(({ shortfall }) => shortfall !== null)
    expect(below.length).toBeGreaterThan(0)
    for (const { shown, shortfall, target } of below) {
      const scaled = (decimal: string): bigint => BigInt(decimal.replace('.', ''))
      const places = shown!.split('.')[1]!.length
      expect(scaled(shown!) + scaled(shortfall!)).toBe(BigInt(target) * 10n ** BigInt(places))
    }
    for (const { shown, shortfall, target } of indicators)
      if (shortfall === null && shown !== null) expect(Number(shown)).toBeGreaterThanOrEqual(target)
  })

  it('refuses an unknown period', async () => {
    await expect(testEngine().client.overview.get({ period: 'không có' })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { code: 'period.not_found' },
    })
  })
})
