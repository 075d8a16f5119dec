import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { communeCounts, sumCounts } from '../../../electron/demo/commune-counts.ts'
import { planSubmissions, type PlannedSubmission } from '../../../electron/demo/plan-submissions.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { firstHalf, units } from '../../kit/template-order.ts'

const programme = bundledProgramme()
const communes = units.filter((unit) => unit.line === 'territorial')
const plan = planSubmissions({ programme, period: firstHalf, units, seed: 58 })
const ofKind = (kind: PlannedSubmission['kind']): readonly PlannedSubmission[] =>
  plan.submissions.filter((submission) => submission.kind === kind)
const count = (submission: PlannedSubmission, field: string): number => Number(submission.answers[`fld.${field}`])

describe('a commune’s sample counts', () => {
  it('are consistent for every seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.constantFrom(...communes), (seed, unit) => {
        const counts = communeCounts(seed, unit)
        const of = (field: string): number => counts[field]!
        expect(Object.keys(counts).toSorted()).toEqual(programme.fields.map(({ code }) => code).toSorted())
        for (const value of Object.values(counts)) expect(Number.isInteger(value) && value >= 0).toBe(true)
        for (const { form, numerator, denominator } of programme.indicators)
          if (form === 'percent') expect(of(numerator)).toBeLessThanOrEqual(of(denominator))
        for (const { whole, parts } of programme.wholes) expect(parts.reduce((sum, part) => sum + of(part), 0)).toBe(of(whole))
        for (const { subset, of: set } of programme.subsets) expect(of(subset)).toBeLessThanOrEqual(of(set))
      }),
    )
  })
  it('are larger in wards, with some targets reached, some missed and some on the edge', () => {
    const mean = (kind: string): number => {
      const totals = communes.filter((unit) => unit.kind === kind).map((unit) => communeCounts(58, unit)['um_total']!)
      return totals.reduce((sum, total) => sum + total, 0) / totals.length
    }
    expect(mean('phuong')).toBeGreaterThan(2 * mean('xa'))
    const ratios = programme.indicators.map(({ form, threshold, numerator, denominator }) => {
      const sums = sumCounts(communes.map((unit) => communeCounts(58, unit)))
      return (sums[numerator]! * (form === 'percent' ? 100 : 1)) / (threshold * sums[denominator]!)
    })
    expect(ratios.filter((ratio) => ratio > 1.04).length).toBeGreaterThanOrEqual(4)
    expect(ratios.filter((ratio) => ratio < 0.97).length).toBeGreaterThanOrEqual(3)
    expect(ratios.filter((ratio) => ratio > 0.98 && ratio < 1.03).length).toBeGreaterThanOrEqual(2)
  })
})

describe('the sample plan', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(planSubmissions({ programme, period: firstHalf, units, seed: 58 })).toEqual(plan)
    expect(planSubmissions({ programme, period: firstHalf, units, seed: 59 })).not.toEqual(plan)
  })

  it('leaves three units out and has every planted case once', () => {
    expect(plan.missing).toHaveLength(3)
    const senders = new Set(plan.submissions.map(({ unit }) => unit))
    expect(
      units
        .filter((unit) => !senders.has(unit.code))
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(plan.missing.toSorted())
    expect(plan.submissions.length).toBe(units.length - 3 + 1)
    expect({
      late: ofKind('late').length,
      common: ofKind('common_workbook').length,
      second: ofKind('second_version').length,
      nil: ofKind('nil_report').length,
    }).toEqual({ late: 6, common: 3, second: 2, nil: 1 })
  })

  it('knows the denominators of all communes from outside', () => {
    expect(Object.keys(plan.registered)).toHaveLength(104)
    for (const counts of Object.values(plan.registered))
      expect(Object.keys(counts).toSorted()).toEqual([...new Set(programme.indicators.map(({ denominator }) => denominator))].toSorted())
  })

  it('plants contradictions that can be seen in the counts', () => {
    const [above] = ofKind('numerator_above')
    expect(count(above!, 'w_informed')).toBeGreaterThan(count(above!, 'w_total'))
    const [parts] = ofKind('parts_not_whole')
    expect(count(parts!, 'ub_state') + count(parts!, 'ub_nonstate')).not.toBe(count(parts!, 'ub_total'))
    const [subset] = ofKind('subset_above')
    expect(count(subset!, 'ub_with_source')).toBeGreaterThan(count(subset!, 'ub_total'))
  })

  it('has late ones after the due time and all others before, in the order they came', () => {
    for (const { kind, receivedAt } of plan.submissions) expect([kind, receivedAt > firstHalf.dueAt]).toEqual([kind, kind === 'late'])
    expect(plan.submissions.map(({ receivedAt }) => receivedAt)).toEqual(plan.submissions.map(({ receivedAt }) => receivedAt).toSorted())
    const [first, second] = ofKind('second_version')
    expect(first!.unit).toBe(second!.unit)
    expect(first!.receivedAt < second!.receivedAt).toBe(true)
    expect(first!.answers).not.toEqual(second!.answers)
  })

  it('gives federation and government the sums of all communes but for the planted gaps', () => {
    const sum = (field: string): number => communes.reduce((total, unit) => total + communeCounts(58, unit)[field]!, 0)
    const federation = plan.submissions.find(({ unit }) => unit === 'org.ldld_tinh')!
    const government = plan.submissions.find(({ unit }) => unit === 'org.du_ubnd_tinh')!
    expect([
      count(federation, 'um_total') - sum('um_total'),
      count(federation, 'um_informed') - sum('um_informed'),
      count(federation, 'ent_total') - sum('ent_total'),
    ]).toEqual([236, 192, 0])
    expect([count(government, 'w_total') - sum('w_total'), count(government, 'ent_total') - sum('ent_total')]).toEqual([240, 0])
    expect(government.answers['fld.um_total']).toBeUndefined()
    const rows = Object.entries(federation.answers).filter(([name]) => name.startsWith('row.') && name.endsWith('.um_total'))
    expect(rows).toHaveLength(104)
    expect(rows.reduce((total, [, value]) => total + Number(value), 0)).toBe(count(federation, 'um_total'))
  })

  it('writes passages that are no copies of each other and leave no gap unfilled', () => {
    const passages = plan.submissions
      .filter(({ kind }) => kind !== 'second_version')
      .flatMap(({ answers }) =>
        Object.entries(answers)
          .filter(([name]) => name.startsWith('nar.'))
          .map(([, text]) => String(text)),
      )
    expect(passages.length).toBeGreaterThan(1_200)
    expect(new Set(passages).size).toBeGreaterThan(passages.length * 0.97)
    const texts = plan.submissions.flatMap(({ answers }) => Object.values(answers).map(String))
    expect(texts.filter((text) => /[{}]|undefined|NaN/.test(text))).toEqual([])
    for (const text of texts) expect(text).toBe(text.normalize('NFC'))
  })
})
