import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listPooledIndicators } from '../../../electron/store/pooled-indicators.ts'
import { getPeriodKey, listExpectedUnits } from '../../../electron/store/period-store.ts'
import { sumFields, sumIndicator } from '../../../electron/store/sum-figures.ts'
import { surveyLine } from '../../../electron/store/line-survey.ts'
import { readAtOnce } from '../../../electron/store/one-moment.ts'
import { getUnitKey } from '../../../electron/store/unit-store.ts'
import { largestCount } from '../../../shared/domain/figure.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { storeTestSubmission, testPeriod } from '../../kit/test-submission.ts'
import { testWorkspaceWithPeriod, type TestWorkspace } from '../../kit/test-workspace.ts'

/** What stands in one figure row and over it, as stored. */
type Cell = { state: number; value: number | null; adjusted: number | null }
type Grid = readonly (readonly (Cell | null)[])[]

const count = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.constantFrom(0, largestCount, largestCount - 1))
const cell: fc.Arbitrary<Cell | null> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ state: fc.constant(0), value: count, adjusted: fc.option(count, { freq: 4 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ state: fc.integer({ min: 1, max: 4 }), value: fc.constant(null), adjusted: fc.option(count, { freq: 4 }) }),
  },
  { weight: 1, arbitrary: fc.constant(null) },
)
const fields = bundledProgramme().fields.map(({ code }) => code)
const unitsUsed = 5
const grids: fc.Arbitrary<Grid> = fc.array(fc.array(cell, { minLength: fields.length, maxLength: fields.length }), {
  minLength: unitsUsed,
  maxLength: unitsUsed,
})

type Scene = { workspace: TestWorkspace; period: number; units: { key: number; line: string; kind: string }[]; submissions: number[] }

/** Four communes and the federation, each with a version that counts; the grids are laid into it afterwards. */
function scene(): Scene {
  const workspace = testWorkspaceWithPeriod()
  const { store } = workspace.context
  const expected = listExpectedUnits(store, testPeriod.code)
  const chosen = [
    ...expected.filter(({ line }) => line === 'territorial').slice(0, unitsUsed - 1),
    expected.find(({ line }) => line === 'federation')!,
  ]
  for (const [index, { code }] of chosen.entries()) storeTestSubmission(workspace.context, code, index)
  return {
    workspace,
    period: getPeriodKey(store, testPeriod.code),
    units: chosen.map(({ code, line, kind }) => ({ key: getUnitKey(store, code), line, kind })),
    submissions: store.pluck<[], number>('SELECT key FROM submission ORDER BY key').all(),
  }
}

function lay({ workspace, period, units, submissions }: Scene, grid: Grid, fieldKeys: readonly number[]): void {
  const { database } = workspace.context.store
  database.exec('BEGIN; DELETE FROM figure; DELETE FROM adjustment')
  const figure = database.prepare("INSERT INTO figure VALUES (?, ?, ?, ?, (SELECT min(key) FROM cell_form), 'E7', NULL)")
  const adjustment = database.prepare(
    "INSERT INTO adjustment (id, period, unit, field, value, state, reported_state, reported_value, basis, reason, actor, at) VALUES (?, ?, ?, ?, ?, 'active', ?, ?, 'phone', 'x', 'Lan', '2026')",
  )
  grid.forEach((row, unit) =>
    row.forEach((given, index) => {
      if (!given) return
      figure.run(submissions[unit], fieldKeys[index], given.state, given.value)
      if (given.adjusted !== null)
        adjustment.run(`${unit} ${index}`, period, units[unit]!.key, fieldKeys[index], given.adjusted, given.state, given.value)
    }),
  )
  database.exec('COMMIT')
}

const inEffect = (given: Cell | null | undefined): { state: number; value: number } =>
  !given
    ? { state: 3, value: 0 }
    : given.adjusted === null
      ? { state: given.state, value: given.value ?? 0 }
      : { state: 0, value: given.adjusted }

function expectedFieldSums({ units }: Scene, grid: Grid, fieldKeys: readonly number[]): Map<string, number[]> {
  const sums = new Map<string, number[]>()
  grid.forEach((row, unit) =>
    row.forEach((given, index) => {
      if (!given) return
      const { state, value } = inEffect(given)
      const key = `${units[unit]!.line} ${fieldKeys[index]}`
      const sum = sums.get(key) ?? [0, 0, 0, 0, 0, 0]
      sum[0]! += value
      sum[1 + state]! += 1
      sums.set(key, sum)
    }),
  )
  return sums
}

describe('sums straight from the figures', () => {
  it('give total and states of every line and field, to the last digit, with adjustments laid over', () => {
    const one = scene()
    const { store } = one.workspace.context
    const keys = fields.map((_, index) => index + 1)
    fc.assert(
      fc.property(grids, (grid) => {
        lay(one, grid, keys)
        expect(new Map(sumFields(store, one.period).map(({ line, field, sums }) => [`${line} ${field}`, sums]))).toEqual(
          expectedFieldSums(one, grid, keys),
        )
      }),
      { numRuns: 40 },
    )
  })

  it('hold for any number of fields', () => {
    const one = scene()
    const { store } = one.workspace.context
    const keys = [1, 2, 1022, 1023, 1024, 1025, 2047, 2048, 5000]
    for (const key of keys) store.database.prepare('INSERT INTO field VALUES (?, ?) ON CONFLICT DO NOTHING').run(key, `extra_${key}`)
    const grid = Array.from({ length: unitsUsed }, (_, unit) =>
      keys.map((key, index): Cell => ({ state: 0, value: largestCount - key, adjusted: index === unit ? key : null })),
    )
    lay(one, grid, keys)
    expect(new Map(sumFields(store, one.period).map(({ line, field, sums }) => [`${line} ${field}`, sums]))).toEqual(
      expectedFieldSums(one, grid, keys),
    )
  })

  it('pool an indicator over units whose two counts are there, and survey those who are not', () => {
    const one = scene()
    const { store } = one.workspace.context
    const keys = fields.map((_, index) => index + 1)
    const indicators = listPooledIndicators(store, one.period)
    fc.assert(
      fc.property(grids, (grid) => {
        lay(one, grid, keys)
        const surveys = readAtOnce(surveyLine(store, one.period, 'territorial', indicators))
        for (const indicator of indicators) {
          const pairs = grid.map((row, unit) => ({
            ...one.units[unit]!,
            top: inEffect(row[indicator.numerator - 1]),
            bottom: inEffect(row[indicator.denominator - 1]),
          }))
          const summed = pairs.filter(({ top, bottom }) => top.state < 2 && bottom.state < 2)
          const isOut = ({ top, bottom }: (typeof pairs)[number]): boolean => top.state === 2 || bottom.state === 2
          const expected = ['federation', 'territorial'].map((line) => {
            const own = summed.filter((pair) => pair.line === line)
            const total = (part: 'top' | 'bottom'): number => own.reduce((sum, pair) => sum + pair[part].value, 0)
            return {
              line,
              sums: [total('top'), total('bottom'), own.length, pairs.filter((pair) => pair.line === line && isOut(pair)).length],
            }
          })
          expect(sumIndicator(store, one.period, indicator)).toEqual(expected.filter(({ sums }) => sums.some((part) => part !== 0)))
          const communes = pairs.filter(({ line }) => line === 'territorial').toSorted((a, b) => a.key - b.key)
          const { incomplete, peerMaxima } = surveys.get(indicator.code)!
          expect(incomplete).toEqual(
            communes
              .filter((pair) => !isOut(pair) && !summed.includes(pair))
              .map(({ key, kind, bottom }) => ({ unit: key, kind, reported: bottom.state < 2 ? bottom.value : null })),
          )
          const kinds = Map.groupBy(
            communes.filter((pair) => summed.includes(pair)),
            ({ kind }) => kind,
          )
          expect(peerMaxima).toEqual(new Map([...kinds].map(([kind, own]) => [kind, Math.max(...own.map(({ bottom }) => bottom.value))])))
        }
      }),
      { numRuns: 40 },
    )
  })
})
