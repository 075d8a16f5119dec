import { describe, expect, it } from 'vitest'
import { severities } from '../../../shared/domain/finding.ts'
import { unpackParams } from '../../../shared/domain/packed-params.ts'
import { neededNumerator } from '../../../shared/rules/weigh-units.ts'
import { testEngine } from '../../kit/test-engine.ts'
import { storeTestSubmission, testPeriod } from '../../kit/test-submission.ts'

const period = testPeriod.code

async function engineWithUnits(count: number) {
  const { engine, client } = testEngine()
  const units = (await client.units.list({})).filter(({ line }) => line === 'territorial').slice(0, count)
  for (const [index, { code }] of units.entries()) storeTestSubmission(engine.context, code, index + 1)
  return { engine, client, units }
}

describe('what weighs on an indicator of a period', () => {
  it('[W1] [W2] adds up to the figures, in effect, heaviest first', async () => {
    const { client, units } = await engineWithUnits(14)
    const { indicators } = await client.figures.get({ period })
    const { indicators: terms } = await client.workspace.programme({ period })
    for (const [index, figures] of indicators.entries()) {
      const weights = await client.overview.weights({ period, indicator: figures.code })
      expect(weights.total).toMatchObject({
        numerator: figures.numerator,
        denominator: figures.denominator,
        units: figures.coverage.reported,
      })
      expect(weights.total.needed).toBe(neededNumerator(figures, terms[index]!))
      const needed = weights.units.map((unit) => unit.needed)
      expect(needed).toEqual(needed.toSorted((a, b) => b - a))
      expect(weights.below).toBeGreaterThanOrEqual(weights.units.length)
    }
    const all = await Promise.all(terms.map(({ code }) => client.overview.weights({ period, indicator: code })))
    const before = all.find(({ units: below }) => below.length > 0)!
    const first = terms.find(({ code }) => code === before.code)
    const heaviest = before.units[0]!
    const value = heaviest.numerator + heaviest.needed
    await client.adjustments.add({ period, unit: heaviest.unit, field: first!.numerator, value, basis: 'phone', reason: 'đếm lại' })
    const after = await client.overview.weights({ period, indicator: first!.code })
    expect(after.units.map(({ unit }) => unit)).not.toContain(heaviest.unit)
    expect(after.total.numerator).toBe(before.total.numerator + heaviest.needed)
    expect(units.map(({ code }) => code)).toContain(heaviest.unit)
  })

  it('refuses an indicator that is not there', async () => {
    const { client } = testEngine()
    await expect(client.overview.weights({ period, indicator: 'x' })).rejects.toMatchObject({ data: { code: 'indicator.not_found' } })
  })
})

describe('the overview and the list of findings', () => {
  it('count the same, before and after adjustments, and name the same first disputes', async () => {
    const { client, units } = await engineWithUnits(6)
    const { indicators } = await client.workspace.programme({ period })
    const check = async (): Promise<void> => {
      const view = await client.overview.get({ period })
      const open = await client.findings.list({ period, open: true })
      expect(view.findings).toEqual(
        Object.fromEntries(severities.map((severity) => [severity, open.filter((one) => one.severity === severity).length])),
      )
      const blocking = open.filter(({ severity }) => severity === 'blocking')
      expect(view.disputes.map(({ id }) => id)).toEqual(blocking.slice(0, 5).map(({ id }) => id))
      const columns = await client.findings.browse({ period })
      const all = await client.findings.list({ period })
      expect(columns.id).toEqual(all.map(({ id }) => id))
      expect(columns.unit.map((place) => columns.units[place]?.code ?? null)).toEqual(all.map(({ unit }) => unit))
      expect(columns.params.rows.map((row) => unpackParams(columns.params, row))).toEqual(all.map(({ params }) => params))
    }
    await check()
    const [unit] = units
    // More than the whole: an adjustment that makes a finding must be counted like a reported one.
    await client.adjustments.add({
      period,
      unit: unit!.code,
      field: indicators[0]!.numerator,
      value: 999_999_999,
      basis: 'other',
      reason: 'thử',
    })
    await check()
    const { adjustments } = await client.figures.trace({ period, unit: unit!.code, input: indicators[0]!.numerator })
    await client.adjustments.withdraw({ id: adjustments[0]!.id, reason: 'nhầm' })
    await check()
  })

  it('a finding names its cells, their files and what was agreed on them, and is gone when it no longer stands', async () => {
    const { client, units } = await engineWithUnits(1)
    const { indicators } = await client.workspace.programme({ period })
    const [unit, field] = [units[0]!.code, indicators[0]!.numerator]
    await client.adjustments.add({ period, unit, field, value: 999_999_999, basis: 'other', reason: 'thử' })
    const found = (await client.findings.list({ period, unit, open: true })).find((one) => one.rule === 'C6' && one.field === field)!
    const full = (await client.findings.get({ period, unit, id: found.id }))!
    const cell = full.cells.find(({ input }) => input === field)!
    expect(cell).toMatchObject({ unit, isField: true, originalName: `${unit}.xlsx`, sheet: 'So lieu', value: 999_999_999, state: 'value' })
    expect(cell.adjustments).toMatchObject([{ state: 'active', value: 999_999_999, reason: 'thử' }])
    expect(full.cells.map(({ input }) => input)).toContain(indicators[0]!.denominator)
    await client.adjustments.withdraw({ id: cell.adjustments[0]!.id, reason: 'nhầm' })
    expect(await client.findings.get({ period, unit, id: 'x' })).toBeNull()
  })

  it('an adjustment of a figure that changed meanwhile is asked again', async () => {
    const { client, units } = await engineWithUnits(1)
    const { indicators } = await client.workspace.programme({ period })
    const target = { period, unit: units[0]!.code, field: indicators[0]!.numerator, basis: 'phone', reason: 'gọi lại' } as const
    const { value, state } = await client.figures.trace({ period, unit: target.unit, input: target.field })
    const seen = { state, value: Number(value) }
    await client.adjustments.add({ ...target, value: 1, seen })
    await expect(client.adjustments.add({ ...target, value: 2, seen })).rejects.toMatchObject({
      data: { code: 'adjustment.changed', params: { now: '1' } },
    })
    await client.adjustments.add({ ...target, value: 2, seen: { state: 'value', value: 1 } })
  })
})
