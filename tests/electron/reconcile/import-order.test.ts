import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { listFindings } from '../../../electron/reconcile/list-findings.ts'
import { openPeriod } from '../../../electron/setup/open-period.ts'
import { honestReport, planted, seededPeriods, type SeededReport } from '../../kit/seeded-year.ts'
import { listExpectedUnits } from '../../../electron/store/period-store.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { testWorkspace } from '../../kit/test-workspace.ts'

const [halfYear, year] = [seededPeriods[2], seededPeriods[3]]
const rules = ['R9', 'R10', 'R13', 'R14', 'R15', 'N3', 'N4', 'N6'] as const

/** Reports of two periods: one truth of each of these rules, and a unit that is copied from. */
function reports(): { unit: number; period: string; report: SeededReport }[] {
  const source = honestReport(40, year.code)
  return rules
    .flatMap((rule, unit) => {
      const before = honestReport(unit, halfYear.code)
      const now: SeededReport = honestReport(unit, year.code)
      planted[rule]!.truth(now, { halfYear: before, yearAgo: honestReport(unit, '2026-N'), other: source })
      return [
        { unit, period: halfYear.code, report: before },
        { unit, period: year.code, report: now },
      ]
    })
    .concat([{ unit: rules.length, period: year.code, report: source }])
}

it('[R9] [R14] [N3] [N4] what is found does not depend on the order of imports, of either period', () => {
  const all = reports()
  const found = (order: readonly (typeof all)[number][]): string[] => {
    const { context } = testWorkspace()
    for (const period of [halfYear, year]) openPeriod(context, period)
    const units = listExpectedUnits(context.store, year.code).map(({ code }) => code)
    for (const { unit, period, report } of order) {
      const texts = Object.entries(report.texts).map(([task, words]) => ({
        name: `nar.${task}`,
        text: words,
        raw: words,
        sheet: 'Nhiệm vụ',
        cell: 'C7',
        how: 'text',
      }))
      storeFigures(context, { period, unit: units[unit]! }, report.figures, { texts })
    }
    return listFindings(context, { period: year.code })
      .filter(({ rule }) => rule !== 'R1')
      .map(({ id, rule, unit, field, expected, actual, params }) => JSON.stringify([id, rule, unit, field, expected, actual, params]))
  }
  const plain = found(all)
  expect(plain.length).toBeGreaterThan(8)
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (order) => {
      expect(found(order)).toEqual(plain)
    }),
    { numRuns: 3 },
  )
})
