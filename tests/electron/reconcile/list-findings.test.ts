import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { adjustFigure, withdrawAdjustment } from '../../../electron/reconcile/adjust-figure.ts'
import { listFindings } from '../../../electron/reconcile/list-findings.ts'
import { getFigures } from '../../../electron/consolidate/get-figures.ts'
import { closePeriod } from '../../../electron/setup/open-period.ts'
import { listExpectedUnits } from '../../../electron/store/period-store.ts'
import { diffRollups } from '../../../electron/store/rollup-audit.ts'
import { finding as findingSchema } from '../../../shared/contract/findings.ts'
import { ruleTexts } from '../../../shared/messages/catalogue.ts'
import { fillText, languages } from '../../../shared/messages/text.ts'
import type { CommuneRow } from '../../../shared/domain/submission.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { testPeriod } from '../../kit/test-submission.ts'
import { testWorkspaceWithPeriod, type TestWorkspace } from '../../kit/test-workspace.ts'

const period = testPeriod.code
const federation = 'org.ldld_tinh'
const communesOf = ({ context }: TestWorkspace): string[] =>
  listExpectedUnits(context.store, period).flatMap((unit) => (unit.line === 'territorial' ? [unit.code] : []))
const list = ({ context }: TestWorkspace, rule: string) => listFindings(context, { period }).filter((found) => found.rule === rule)
const row = (unit: string, um_total: number): CommuneRow => ({
  unit,
  readings: { um_total: { state: 'value', value: um_total } },
  sheet: 'Theo xã',
  row: 9,
})

describe('listFindings', () => {
  it('[R1] [R2] names who has not sent, and who sent late; neither blocks', () => {
    const workspace = testWorkspaceWithPeriod()
    const [first, second] = communesOf(workspace)
    storeFigures(workspace.context, { period, unit: first! }, {})
    storeFigures(workspace.context, { period, unit: second! }, {}, { receivedAt: '2026-06-20T10:00:00.001Z' })
    expect(list(workspace, 'R1')).toHaveLength(listExpectedUnits(workspace.context.store, period).length - 2)
    expect(list(workspace, 'R1')[0]).toMatchObject({ severity: 'warning' })
    expect(list(workspace, 'R2')).toMatchObject([{ unit: second, severity: 'info' }])
  })

  it('[R4] [R5] compares a line that reports one sum: not enough, then disagreement outside what can still come', () => {
    const workspace = testWorkspaceWithPeriod()
    const [unit] = communesOf(workspace)
    storeFigures(workspace.context, { period, unit: unit! }, { um_total: 10, um_informed: 9 })
    storeFigures(workspace.context, { period, unit: federation }, { um_total: 20, um_informed: 15 })
    expect(list(workspace, 'R5')).toMatchObject([{ field: 'um_total', severity: 'info', expected: '104', actual: '1' }])
    storeFigures(workspace.context, { period, unit: federation }, { um_total: 9, um_informed: 15 })
    expect(list(workspace, 'R5')).toEqual([])
    expect(list(workspace, 'R4')).toMatchObject([
      { unit: null, field: 'um_total', severity: 'warning', actual: '9', sources: [{ sheet: 'Số liệu', cell: 'E7' }] },
    ])
  })

  it('[R6] says per commune where the other line has rows, on values in effect', () => {
    const workspace = testWorkspaceWithPeriod()
    const [first, second] = communesOf(workspace)
    for (const unit of [first!, second!]) storeFigures(workspace.context, { period, unit }, { um_total: 10, um_informed: 9 })
    storeFigures(workspace.context, { period, unit: federation }, { um_total: 500 }, { communeRows: [row(first!, 10), row(second!, 11)] })
    const [found] = list(workspace, 'R6')
    expect(list(workspace, 'R6')).toHaveLength(1)
    expect(found).toMatchObject({
      unit: second,
      field: 'um_total',
      expected: '10',
      actual: '11',
      severity: 'warning',
      sources: [{ cell: 'E7' }, { sheet: 'Theo xã', cell: 'B9' }],
    })
    adjustFigure(workspace.context, { period, unit: second!, field: 'um_total', value: 11, reason: 'đối chiếu' })
    expect(list(workspace, 'R6')).toEqual([])
  })

  it('does not depend on the order of imports, fits the contract, and fills every message', () => {
    const results = [false, true].map((reversed) => {
      const workspace = testWorkspaceWithPeriod()
      const [first, second] = communesOf(workspace)
      const imports = [
        () => storeFigures(workspace.context, { period, unit: first! }, { um_total: 10, um_informed: 11 }),
        () => storeFigures(workspace.context, { period, unit: second! }, { um_total: 10, um_informed: 9 }),
        () =>
          storeFigures(
            workspace.context,
            { period, unit: federation },
            { um_total: 9, um_informed: 1 },
            { communeRows: [row(second!, 7)] },
          ),
      ]
      for (const run of reversed ? imports.toReversed() : imports) run()
      const findings = listFindings(workspace.context, { period })
      for (const found of findings) {
        expect(findingSchema.parse(found)).toEqual(found)
        for (const { path } of found.sources) expect(existsSync(path)).toBe(true)
        for (const language of languages) expect(fillText(ruleTexts[found.rule], language, found.params)).not.toMatch(/[{}]/)
      }
      expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
      expect(findings[0]).toMatchObject({ rule: 'C6', severity: 'blocking' })
      return findings.map(({ id, rule, unit, field, expected, actual, state }) => ({ id, rule, unit, field, expected, actual, state }))
    })
    expect(results[0]).toEqual(results[1])
  })
})

describe('adjustFigure', () => {
  it('[C6] answers the finding it settles, raises the one it makes, and gives both back on withdrawal', () => {
    const workspace = testWorkspaceWithPeriod()
    const [unit] = communesOf(workspace)
    const target = { period, unit: unit!, reason: 'gọi điện' }
    storeFigures(workspace.context, { period, unit: unit! }, { um_total: 10, um_informed: 11 })
    const made = adjustFigure(workspace.context, { ...target, field: 'fld.um_informed', value: 9 })
    expect(made).toMatchObject({ field: 'um_informed', state: 'active', reportedState: 'value', reportedValue: 11, basis: 'other' })
    expect(list(workspace, 'C6')).toMatchObject([{ state: 'adjusted' }])
    expect(getFigures(workspace.context, { period, unit: unit! }).fields['um_informed']).toBe(9)
    adjustFigure(workspace.context, { ...target, field: 'um_total', value: 8 })
    expect(list(workspace, 'C6')).toMatchObject([{ state: 'open', expected: '8', actual: '9' }])
    withdrawAdjustment(workspace.context, { id: made.id, reason: 'nhầm' })
    expect(list(workspace, 'C6')).toMatchObject([{ state: 'open', expected: '8', actual: '11' }])
    expect(() => withdrawAdjustment(workspace.context, { id: made.id, reason: 'nhầm' })).toThrow(
      expect.objectContaining({ code: 'adjustment.not_in_force' }),
    )
  })

  it('[R3] is suspended and blocks when the reported figure changes, stays so when it changes back, until made again', () => {
    const workspace = testWorkspaceWithPeriod()
    const [unit] = communesOf(workspace)
    const effective = (): number | null => getFigures(workspace.context, { period, unit: unit! }).fields['um_total'] ?? null
    const report = (um_total: number): unknown => storeFigures(workspace.context, { period, unit: unit! }, { um_total, um_informed: 1 })
    report(10)
    adjustFigure(workspace.context, { period, unit: unit!, field: 'um_total', value: 12, reason: 'đếm lại' })
    report(10)
    expect([effective(), list(workspace, 'R3').length]).toEqual([12, 0])
    report(11)
    expect(effective()).toBe(11)
    expect(list(workspace, 'R3')).toMatchObject([
      { severity: 'blocking', unit, field: 'um_total', expected: '10', actual: '11', sources: [{ cell: 'E7' }] },
    ])
    report(10)
    expect([effective(), list(workspace, 'R3').length, diffRollups(workspace.context.store)]).toEqual([10, 1, []])
    adjustFigure(workspace.context, { period, unit: unit!, field: 'um_total', value: 12, reason: 'xác nhận lại' })
    expect([effective(), list(workspace, 'R3').length, diffRollups(workspace.context.store)]).toEqual([12, 0, []])
  })

  it('refuses what cannot be adjusted', () => {
    const workspace = testWorkspaceWithPeriod()
    const [unit] = communesOf(workspace)
    const request = { period, unit: unit!, field: 'um_total', value: 1, reason: 'x' }
    const refusal = (change: object): unknown => {
      try {
        return adjustFigure(workspace.context, { ...request, ...change })
      } catch (error) {
        return (error as { code?: string }).code
      }
    }
    expect(refusal({})).toBe('adjustment.no_submission')
    storeFigures(workspace.context, { period, unit: unit! }, { um_total: 3 })
    expect([
      refusal({ value: -1 }),
      refusal({ value: 1.5 }),
      refusal({ value: 1e12 }),
      refusal({ reason: ' ' }),
      refusal({ field: 'zzz' }),
      refusal({ unit: 'zzz' }),
    ]).toEqual([
      'adjustment.bad_value',
      'adjustment.bad_value',
      'adjustment.bad_value',
      'adjustment.no_reason',
      'field.not_found',
      'unit.not_found',
    ])
    closePeriod(workspace.context, period)
    expect(refusal({})).toBe('period.closed')
  })
})
