import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { adjustFigure } from '../../../electron/reconcile/adjust-figure.ts'
import { countFindings, listFindings } from '../../../electron/reconcile/list-findings.ts'
import { openPeriod } from '../../../electron/setup/open-period.ts'
import { readAtOnce } from '../../../electron/store/one-moment.ts'
import { listExpectedUnits } from '../../../electron/store/period-store.ts'
import { storeFigures, type Figures } from '../../kit/store-figures.ts'
import { testWorkspace, type TestWorkspace } from '../../kit/test-workspace.ts'

const spans = {
  '2025-N': { from: '2024-12-15', to: '2025-12-14', due: '2025-12-17' },
  '2026-H1': { from: '2025-12-15', to: '2026-06-14', due: '2026-06-17' },
  '2026-N': { from: '2025-12-15', to: '2026-12-14', due: '2026-12-17' },
  '2027-H1': { from: '2026-12-15', to: '2027-06-14', due: '2027-06-17' },
} as const
type Code = keyof typeof spans

function withPeriods(...codes: readonly Code[]): TestWorkspace & { communes: string[] } {
  const workspace = testWorkspace()
  for (const code of codes) openPeriod(workspace.context, { code, ...spans[code] })
  const communes = listExpectedUnits(workspace.context.store, codes[0]!)
    .filter(({ kind }) => kind === 'xa')
    .map(({ code }) => code)
  return { ...workspace, communes }
}

const found = ({ context }: TestWorkspace, period: Code, rules: RegExp) =>
  listFindings(context, { period })
    .filter(({ rule }) => rules.test(rule))
    .map(({ rule, unit, field, expected, actual }) => [rule, unit, field, expected, actual])

describe('doubts about figures', () => {
  it('[R9] [R10] compare with the right earlier period, on values in effect, and name the cell', () => {
    const workspace = withPeriods('2026-H1', '2026-N', '2027-H1')
    const [unit] = workspace.communes
    const report = (period: Code, figures: Figures): string => storeFigures(workspace.context, { period, unit: unit! }, figures)
    report('2026-H1', { um_informed: 300, uc_total: 70 })
    report('2026-N', { um_informed: 290, uc_total: 90 })
    report('2027-H1', { um_informed: 310, uc_total: 91 })
    expect(found(workspace, '2026-N', /^R(9|10)$/)).toEqual([
      ['R9', unit, 'um_informed', '300', '290'],
      ['R10', unit, 'uc_total', '70', '90'],
    ])
    // A flow begins again with the year: 310 stands against the 300 of a year before, not against 290.
    expect(found(workspace, '2027-H1', /^R(9|1\d|2\d)$/)).toEqual([])
    const [fallen] = listFindings(workspace.context, { period: '2026-N' }).filter(({ rule }) => rule === 'R9')
    expect(fallen?.sources).toMatchObject([{ sheet: 'Số liệu', cell: 'E8' }])
    expect(existsSync(fallen!.sources[0]!.path)).toBe(true)
    // Who missed the last period is compared with the one before it.
    const other = workspace.communes[1]!
    storeFigures(workspace.context, { period: '2026-H1', unit: other }, { uc_total: 40 })
    storeFigures(workspace.context, { period: '2027-H1', unit: other }, { uc_total: 60 })
    expect(found(workspace, '2027-H1', /^R10$/)).toEqual([['R10', other, 'uc_total', '40', '60']])
    adjustFigure(workspace.context, { period: '2026-N', unit: unit!, field: 'um_informed', value: 301, reason: 'đếm lại' })
    expect(found(workspace, '2026-N', /^R9$/)).toEqual([])
    adjustFigure(workspace.context, { period: '2026-H1', unit: unit!, field: 'um_informed', value: 302, reason: 'đếm lại' })
    expect(found(workspace, '2026-N', /^R9$/)).toEqual([['R9', unit, 'um_informed', '302', '301']])
  })

  it('[R10] [R13] a series that was broken in 2025 is not compared, but the same figures again are seen', () => {
    const workspace = withPeriods('2025-N', '2026-H1')
    const [unit] = workspace.communes
    const last = { um_total: 400, w_total: 900, ub_total: 20, ub_state: 7, ub_nonstate: 13, ent_total: 51, ent_union: 33, uc_total: 64 }
    storeFigures(workspace.context, { period: '2025-N', unit: unit! }, last)
    storeFigures(workspace.context, { period: '2026-H1', unit: unit! }, { ...last, um_total: 200, ub_total: 40 })
    // `ub_total` is no denominator of an indicator, so that its series goes on.
    expect(found(workspace, '2026-H1', /^R10$/)).toEqual([['R10', unit, 'ub_total', '20', '40']])
    storeFigures(workspace.context, { period: '2026-H1', unit: unit! }, last)
    expect(found(workspace, '2026-H1', /^R13$/)).toHaveLength(1)
  })

  it('[R12] [R14] among units; a new version takes its finding away, and the counts say as much as the list', () => {
    const workspace = withPeriods('2026-H1')
    const { communes, context } = workspace
    const report = (index: number, rate: number): string =>
      storeFigures(
        context,
        { period: '2026-H1', unit: communes[index]! },
        { um_total: 100 + index, um_informed: Math.round(((100 + index) * rate) / 100) },
      )
    for (const [index, rate] of [88, 90, 91, 89, 92, 90, 31].entries()) report(index, rate)
    expect(found(workspace, '2026-H1', /^R12$/)).toEqual([['R12', communes[6], 'um_informed', null, '33/106']])
    const all = listFindings(context, { period: '2026-H1', open: true })
    const counts = readAtOnce(countFindings(context, '2026-H1'))
    for (const severity of ['blocking', 'warning', 'info'] as const)
      expect(counts[severity]).toBe(all.filter((finding) => finding.severity === severity).length)
    report(6, 90)
    expect(found(workspace, '2026-H1', /^R12$/)).toEqual([])
  })
})
