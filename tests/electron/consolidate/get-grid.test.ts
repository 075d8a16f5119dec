import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gridOfPeriod } from '../../../electron/engine/grid-of-period.ts'
import { getFigures } from '../../../electron/consolidate/get-figures.ts'
import { adjustFigure } from '../../../electron/reconcile/adjust-figure.ts'
import { listExpectedUnits } from '../../../electron/store/period-store.ts'
import { figuresGrid } from '../../../shared/contract/figures.ts'
import { cellAt, decodeColumn } from '../../../shared/domain/figures-grid.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { poolOf, readGridFigures, sumCount, viewGridCell } from '../../../shared/rules/grid-cells.ts'
import { planGridColumns } from '../../../shared/rules/grid-columns.ts'
import { storeFigures, type Figures } from '../../kit/store-figures.ts'
import { testPeriod } from '../../kit/test-submission.ts'
import { testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

const programme = bundledProgramme()
const period = testPeriod.code
const codes = programme.fields.map(({ code }) => code)
const figure = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 5000 }) },
  fc.constantFrom('nil' as const, 'blank' as const, 'not_applicable' as const, 'unreadable' as const),
)
const version = fc.record(Object.fromEntries(codes.map((code) => [code, figure])), { noNullPrototype: true }) as fc.Arbitrary<Figures>

describe('the grid of a period', () => {
  it('adds up to what the consolidation says, for every field and indicator, under any adjustments', async () => {
    const workspace = testWorkspaceWithPeriod()
    const { context } = workspace
    const units = listExpectedUnits(context.store, period)
    const chosen = [...units.slice(0, 6), ...units.slice(-3)].map(({ code }) => code)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...chosen), version), { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(fc.nat(3), fc.constantFrom(...codes), fc.nat(9000)), { maxLength: 4 }),
        async (versions, adjustments) => {
          for (const [unit, figures] of versions) storeFigures(context, { period, unit }, figures)
          for (const [which, field, value] of adjustments)
            adjustFigure(context, { period, unit: versions[which % versions.length]![0], field, value, reason: 'điện thoại' })
          const answer = await gridOfPeriod(context, period)
          expect(figuresGrid.parse(answer)).toEqual(answer)
          const grid = readGridFigures(answer)
          const province = getFigures(context, { period })
          expect(answer.province).toEqual(province)
          const summed = answer.units.lines.flatMap((line, place) => (line === 'territorial' ? [place] : []))
          for (const code of codes) {
            const { state, value } = sumCount(grid.columnOf(code), summed)
            expect([code, state, value]).toEqual([code, province.states[code], province.fields[code]])
          }
          for (const indicator of programme.indicators) {
            const { numerator, denominator, reported, notApplicable } = poolOf(grid, indicator, summed)
            const found = province.indicators.find(({ code }) => code === indicator.code)!
            expect([numerator, denominator, { reported, expected: summed.length - notApplicable }]).toEqual([
              found.numerator,
              found.denominator,
              found.coverage,
            ])
          }
          // Unit by unit it says what is asked of one unit.
          for (const unit of chosen) {
            const place = answer.units.codes.indexOf(unit)
            const own = getFigures(context, { period, unit })
            for (const code of codes) {
              const { state, value } = cellAt(grid.columnOf(code), place)
              expect([unit, code, state === 'unsent' ? 'blank' : state, value]).toEqual([unit, code, own.states[code], own.fields[code]])
            }
            for (const column of planGridColumns(programme, 'indicators', false).flatMap(({ columns }) => columns)) {
              const cell = viewGridCell(grid, { kind: 'unit', place }, column)!
              const rate = own.indicators.find(({ code }) => code === column.id)!
              expect(cell.fraction === null).toBe(rate.rate === null)
            }
          }
        },
      ),
      { numRuns: 8 },
    )
  })

  it('keeps what the unit reported beside an adjustment, the raw text of what could not be read, and who has sent', async () => {
    const { context } = testWorkspaceWithPeriod()
    const [unit, other] = listExpectedUnits(context.store, period).map(({ code }) => code)
    storeFigures(context, { period, unit: unit! }, { um_total: 940, um_informed: 'unreadable', w_total: 'nil' })
    adjustFigure(context, { period, unit: unit!, field: 'um_total', value: 950, reason: 'đếm lại' })
    const { fields, states, units } = await gridOfPeriod(context, period)
    const cell = (field: string, place: number) => cellAt(decodeColumn(fields[field]!, units.codes.length), place)
    expect(units.codes.slice(0, 2)).toEqual([unit, other])
    expect(cell('um_total', 0)).toEqual({ state: 'value', value: 950, reported: { state: 'value', value: 940 } })
    expect(cell('um_informed', 0)).toEqual({ state: 'unreadable', value: null, raw: 'unreadable' })
    expect(cell('w_total', 0)).toEqual({ state: 'nil', value: null })
    expect(cell('uc_total', 0)).toEqual({ state: 'blank', value: null })
    expect(cell('um_total', 1)).toEqual({ state: 'unsent', value: null })
    expect(states.slice(0, 2)).toEqual(['on_time', 'missing'])
  })

  it('is of one moment: what is written while it is read is not in it', async () => {
    const { context } = testWorkspaceWithPeriod()
    const units = listExpectedUnits(context.store, period).map(({ code }) => code)
    const reading = gridOfPeriod(context, period)
    storeFigures(context, { period, unit: units[0]! }, { um_total: 5 })
    const { fields, province } = await reading
    expect([fields['um_total']!.replace(/,/g, ''), province.fields['um_total']]).toEqual(['', null])
  })

  it('refuses a period it does not know', async () => {
    const { context } = testWorkspaceWithPeriod()
    await expect(gridOfPeriod(context, 'x')).rejects.toMatchObject({ code: 'period.not_found' })
  })
})
