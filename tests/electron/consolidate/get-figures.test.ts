import * as fc from 'fast-check'
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { getFigures } from '../../../electron/consolidate/get-figures.ts'
import { traceInput } from '../../../electron/consolidate/trace-input.ts'
import { adjustFigure, withdrawAdjustment } from '../../../electron/reconcile/adjust-figure.ts'
import { openPeriod } from '../../../electron/setup/open-period.ts'
import { listAdjustments } from '../../../electron/store/adjustment-store.ts'
import { listExpectedUnits, upsertRegisteredCounts } from '../../../electron/store/period-store.ts'
import { diffRollups, recomputeRollups } from '../../../electron/store/rollup-audit.ts'
import { figuresView, trace as traceSchema } from '../../../shared/contract/figures.ts'
import { countedValue } from '../../../shared/domain/figure.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { addPools, emptyPool, poolUnit } from '../../../shared/rules/pool-indicator.ts'
import { readingOf, storeFigures, type Figures } from '../../kit/store-figures.ts'
import { testPeriod } from '../../kit/test-submission.ts'
import { testWorkspace, testWorkspaceWithPeriod, type TestWorkspace } from '../../kit/test-workspace.ts'

const programme = bundledProgramme()
const period = testPeriod.code
const communesOf = ({ context }: TestWorkspace): string[] =>
  listExpectedUnits(context.store, period).flatMap((unit) => (unit.line === 'territorial' ? [unit.code] : []))
const informed = (workspace: TestWorkspace, unit?: string) =>
  getFigures(workspace.context, unit === undefined ? { period } : { period, unit }).indicators[0]!

describe('getFigures', () => {
  it('has one element per indicator before anything came, and fits the contract', () => {
    const figures = getFigures(testWorkspaceWithPeriod().context, { period })
    expect(figuresView.parse(figures)).toEqual(figures)
    expect(figures.indicators.map(({ code }) => code)).toEqual(programme.indicators.map(({ code }) => code))
    expect(figures.indicators[0]).toMatchObject({
      verdict: 'no_data',
      rate: null,
      final: false,
      coverage: { reported: 0, expected: 104 },
      bounds: { low: null, high: null, basis: 'none' },
    })
    expect(figures.crossChecks).toHaveLength(22)
    expect(new Set(Object.values(figures.states))).toEqual(new Set(['blank']))
  })

  it('takes the basis of a missing denominator: its own, registered, last period, the largest peer', () => {
    const workspace = testWorkspace()
    openPeriod(workspace.context, { code: 'old', from: '2025-01-01', to: '2025-06-30', due: '2025-07-05' })
    openPeriod(workspace.context, testPeriod)
    const units = listExpectedUnits(workspace.context.store, period).filter(({ line, kind }) => line === 'territorial' && kind === 'xa')
    const [own, registered, last, peer] = units.map(({ code }) => code)
    const ward = listExpectedUnits(workspace.context.store, period).find(({ kind }) => kind === 'phuong')!
    for (const unit of [ward.code, units[4]!.code]) storeFigures(workspace.context, { period, unit }, { um_informed: 9, um_total: 10 })
    storeFigures(workspace.context, { period, unit: own! }, { um_total: 3 })
    storeFigures(workspace.context, { period: 'old', unit: last! }, { um_total: 5 })
    workspace.context.store.transaction(() =>
      upsertRegisteredCounts(workspace.context.store, period, [{ unit: registered!, field: 'um_total', value: 4 }]),
    )
    expect(informed(workspace, own)).toMatchObject({ bounds: { basis: 'reported' }, coverage: { reported: 0, expected: 1 } })
    expect(informed(workspace, registered).bounds.basis).toBe('registered')
    expect(informed(workspace, last).bounds.basis).toBe('last_period')
    expect(informed(workspace, peer).bounds.basis).toBe('peer_max')
    // 18/20, and room for 3 + 4 + 5 and 99 times 10 more.
    expect(informed(workspace)).toMatchObject({
      numerator: 18,
      denominator: 20,
      coverage: { reported: 2, expected: 104 },
      bounds: { low: (1800 / 1022).toFixed(4), high: (102_000 / 1022).toFixed(4), basis: 'mixed' },
      verdict: 'undetermined',
    })
  })

  it('keeps nil, blank and zero apart for one unit', () => {
    const workspace = testWorkspaceWithPeriod()
    const [unit] = communesOf(workspace)
    storeFigures(workspace.context, { period, unit: unit! }, { um_total: 0, um_informed: 'nil', w_total: 'unreadable' })
    const { fields, states } = getFigures(workspace.context, { period, unit: unit! })
    expect([
      fields['um_total'],
      states['um_total'],
      fields['um_informed'],
      states['um_informed'],
      states['w_total'],
      states['uc_total'],
    ]).toEqual([0, 'value', null, 'nil', 'unreadable', 'blank'])
  })

  it('refuses what it does not know', () => {
    const { context } = testWorkspaceWithPeriod()
    expect(() => getFigures(context, { period: 'x' })).toThrow(expect.objectContaining({ code: 'period.not_found' }))
    expect(() => getFigures(context, { period, unit: 'x' })).toThrow(expect.objectContaining({ code: 'unit.not_found' }))
  })
})

const fieldsUsed = ['um_total', 'um_informed', 'ub_with_source', 'um_introduced'] as const
const reading = fc.oneof(
  fc.integer({ min: 0, max: 50 }),
  fc.constantFrom('nil' as const, 'blank' as const, 'not_applicable' as const, 'unreadable' as const),
)
type Step =
  | { kind: 'submit'; unit: number; figures: Figures }
  | { kind: 'adjust'; unit: number; field: string; value: number }
  | { kind: 'withdraw'; which: number }
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('submit' as const),
    unit: fc.nat(3),
    figures: fc.record(Object.fromEntries(fieldsUsed.map((code) => [code, reading]))),
  }),
  fc.record({ kind: fc.constant('adjust' as const), unit: fc.nat(3), field: fc.constantFrom(...fieldsUsed), value: fc.nat(50) }),
  fc.record({ kind: fc.constant('withdraw' as const), which: fc.nat(5) }),
)

describe('the roll-up', () => {
  it('is the sum of what counts after any sequence of versions, adjustments and withdrawals', () => {
    const workspace = testWorkspaceWithPeriod()
    const { context } = workspace
    const units = communesOf(workspace).slice(0, 4)
    const reported = new Map<string, Figures>()
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        for (const one of steps) {
          if (one.kind === 'submit') {
            reported.set(units[one.unit]!, one.figures)
            storeFigures(context, { period, unit: units[one.unit]! }, one.figures)
          } else if (one.kind === 'adjust' && reported.has(units[one.unit]!))
            adjustFigure(context, { period, unit: units[one.unit]!, field: one.field, value: one.value, reason: 'điện thoại' })
          else if (one.kind === 'withdraw') {
            const standing = listAdjustments(context.store, period).filter(({ state }) => state === 'active' || state === 'suspended')
            const chosen = standing[one.which % Math.max(standing.length, 1)]
            if (chosen) withdrawAdjustment(context, { id: chosen.id, reason: 'nhầm' })
          }
        }
        expect(diffRollups(context.store)).toEqual([])
        const active = listAdjustments(context.store, period).filter(({ state }) => state === 'active')
        const inEffect = (unit: string, field: string) =>
          readingOf(active.find((one) => one.unit === unit && one.field === field)?.value ?? reported.get(unit)?.[field])
        const figures = getFigures(context, { period })
        for (const indicator of [programme.indicators[0]!, programme.indicators[3]!]) {
          const pool = units
            .map((unit) => poolUnit(inEffect(unit, indicator.numerator), inEffect(unit, indicator.denominator)))
            .reduce(addPools, emptyPool)
          const found = figures.indicators.find(({ code }) => code === indicator.code)!
          expect([found.numerator, found.denominator, found.coverage]).toEqual([
            pool.numerator,
            pool.denominator,
            { reported: pool.reported, expected: 104 - pool.notApplicable },
          ])
        }
        const total = units.reduce((sum, unit) => sum + (countedValue(inEffect(unit, 'um_total')) ?? 0), 0)
        expect(figures.fields['um_total'] ?? 0).toBe(total)
      }),
      { numRuns: 10 },
    )
    const before = JSON.stringify(getFigures(context, { period }))
    context.store.transaction(() => recomputeRollups(context.store, period))
    expect(JSON.stringify(getFigures(context, { period }))).toBe(before)
  })

  it('shows a sum that was changed behind its back', () => {
    const workspace = testWorkspaceWithPeriod()
    const [unit] = communesOf(workspace)
    storeFigures(workspace.context, { period, unit: unit! }, { um_total: 10, um_informed: 9 })
    expect(diffRollups(workspace.context.store)).toEqual([])
    workspace.context.store.database.exec("UPDATE indicator_rollup SET numerator = 8 WHERE indicator = 'ind.union_members_informed'")
    expect(diffRollups(workspace.context.store)).toMatchObject([
      { period, line: 'territorial', name: 'ind.union_members_informed', stored: [8, 10, 1, 0], computed: [9, 10, 1, 0] },
    ])
  })
})

describe('traceInput', () => {
  it('leads from a figure to its cell in the kept copy, and shows what lies over it', () => {
    const workspace = testWorkspaceWithPeriod()
    const [unit] = communesOf(workspace)
    const submission = storeFigures(
      workspace.context,
      { period, unit: unit! },
      { um_total: 10 },
      { texts: [{ name: 'nar.tsk.1.1', text: 'Đã làm.', raw: '§· lµm.', sheet: 'Lời', cell: 'B2', how: 'text+tcvn3' }] },
    )
    adjustFigure(workspace.context, { period, unit: unit!, field: 'um_total', value: 12, basis: 'phone', reason: 'đếm lại' })
    const found = traceInput(workspace.context, { period, unit: unit!, input: 'fld.um_total' })
    expect(traceSchema.parse(found)).toEqual(found)
    expect(found).toMatchObject({
      name: 'um_total',
      submission,
      version: 1,
      value: 12,
      reported: 10,
      state: 'value',
      raw: '10',
      sheet: 'Số liệu',
      cell: 'E7',
      adjustments: [{ value: 12, state: 'active', reportedState: 'value', reportedValue: 10, basis: 'phone' }],
    })
    expect(existsSync(found.path)).toBe(true)
    const text = traceInput(workspace.context, { period, unit: unit!, input: 'nar.tsk.1.1' })
    expect(traceSchema.parse(text)).toMatchObject({ value: 'Đã làm.', raw: '§· lµm.', sheet: 'Lời', cell: 'B2', adjustments: [] })
    expect(traceInput(workspace.context, { period, unit: unit!, input: 'doc.note' })).toMatchObject({
      value: null,
      state: 'blank',
      sheet: '',
    })
  })

  it('refuses unknown names and units without a version', () => {
    const workspace = testWorkspaceWithPeriod()
    const unit = communesOf(workspace)[0]!
    expect(() => traceInput(workspace.context, { period, unit, input: 'nar.tsk.9.9' })).toThrow(
      expect.objectContaining({ code: 'trace.unknown_input' }),
    )
    expect(() => traceInput(workspace.context, { period, unit, input: 'um_total' })).toThrow(
      expect.objectContaining({ code: 'trace.no_submission' }),
    )
  })
})
