import { describe, expect, it } from 'vitest'
import type { LayoutMapping, MappingProposal } from '../../shared/domain/layout-mapping.ts'
import { bundledUnits } from '../../shared/programmes/bundled-units.ts'
import { mapSubmission } from '../../shared/rules/map-submission.ts'
import { labelMapping } from '../../shared/rules/off-template/label-of-cell.ts'
import { mapByLayout } from '../../shared/rules/off-template/map-by-layout.ts'
import { proposeMapping } from '../../shared/rules/off-template/propose-mapping.ts'
import type { AwkwardCase } from './awkward-case.ts'
import { programme } from './build-tables.ts'
import { listCases } from './list-cases.ts'

const units = bundledUnits()
const cases = listCases()

type Seen = { one: AwkwardCase; proposal: MappingProposal; sureRight: number; sureWrong: string[]; found: number; lost: string[] }

const seen = cases.map((one): Seen => {
  const proposal = proposeMapping(one.workbook, programme, units, one.known ? { known: one.known } : {})
  const result: Seen = { one, proposal, sureRight: 0, sureWrong: [], found: 0, lost: [] }
  for (const { name, cell, confidence, label } of proposal.suggestions) {
    if (!name.startsWith('fld.')) continue
    const fact = one.truth[name.slice(4)]
    const isRight = fact !== undefined && cell?.sheet === fact.sheet && cell.cell === fact.cell
    if (isRight) result.found++
    else if (fact) result.lost.push(`${name} ${fact.cell} ≠ ${cell?.cell ?? '–'}`)
    if (confidence === 'sure' && isRight) result.sureRight++
    if (confidence === 'sure' && !isRight && cell) result.sureWrong.push(`${name} ${cell.cell} ${label}`)
  }
  return result
})

/** The mapping a careful person would confirm: what is true, called as the sheet calls it. */
const trueMapping = ({ truth, workbook }: AwkwardCase): LayoutMapping =>
  labelMapping(workbook, programme, {
    inputs: Object.entries(truth).map(([code, { sheet, cell }]) => ({ name: `fld.${code}`, sheet, cell })),
    reading: { encoding: 'unicode', separators: 'ask' },
  })

const readings = cases.map((one) => ({ one, ...mapByLayout(one.workbook, programme, trueMapping(one)) }))

describe('the corpus of awkward workbooks', () => {
  it('has more than three hundred, each of another shape', () => {
    expect(cases.length).toBeGreaterThanOrEqual(300)
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
  })

  it('[M45] none is taken for our own workbook: all are held', () => {
    expect(cases.filter(({ workbook }) => !('offTemplate' in mapSubmission(workbook, programme))).map(({ id }) => id)).toEqual([])
  })

  it('nothing wrong is ever sure', () => {
    expect(seen.flatMap(({ one, sureWrong }) => sureWrong.map((wrong) => `${one.id}: ${wrong}`))).toEqual([])
  })

  it('nothing is sure where two cells have the same claim', () => {
    expect(seen.filter(({ one, sureRight }) => one.wanted === 'none' && sureRight > 0).map(({ one }) => one.id)).toEqual([])
  })

  it('[M29] a file of two units says which they are, no other file does', () => {
    const shared = seen.filter(({ proposal }) => proposal.owners.length > 1).map(({ one }) => one.id)
    expect(shared).toEqual(cases.filter(({ kind }) => kind.startsWith('two units')).map(({ id }) => id))
  })

  it('every true cell is offered', () => {
    expect(seen.flatMap(({ one, lost }) => (one.wanted === 'all' ? lost.map((cell) => `${one.id}: ${cell}`) : []))).toEqual([])
  })

  it('the true cells read as what a person reads there', () => {
    const wrong = readings.flatMap(({ one, figures }) => {
      return figures.flatMap(({ field, state, value }) => {
        const wanted = one.truth[field]?.reading ?? { state: 'blank', value: null }
        return state === wanted.state && value === wanted.value ? [] : [`${one.id}: ${field} ${state} ${value}`]
      })
    })
    expect(wrong).toEqual([])
  })

  it('[M20] a kept mapping finds its labels again, and what else is said is expected', () => {
    const said = readings.map(({ one, findings }) => ({ one, rules: findings.map(({ rule }) => rule) }))
    expect(said.filter(({ rules }) => rules.includes('M20')).map(({ one }) => one.id)).toEqual([])
    expect(
      said.flatMap(({ one, rules }) =>
        (one.rules ?? []).filter((rule) => !rules.includes(rule as never)).map((rule) => `${one.id} ${rule}`),
      ),
    ).toEqual([])
  })

  it('prints what became of it', () => {
    const kinds = [...new Set(cases.map(({ kind }) => kind))]
    const rows = kinds.map((kind) => {
      const these = seen.filter(({ one }) => one.kind === kind)
      const truth = these.reduce((sum, { one }) => sum + Object.keys(one.truth).length, 0)
      const sum = (of: (one: Seen) => number): number => these.reduce((total, one) => total + of(one), 0)
      return {
        kind,
        workbooks: these.length,
        cells: truth,
        sure: sum((one) => one.sureRight),
        wrong: sum((one) => one.sureWrong.length),
        offered: sum((one) => one.found),
      }
    })
    const total = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((sum, row) => sum + of(row), 0)
    console.log(
      [
        ...rows,
        {
          kind: 'all',
          workbooks: total((row) => row.workbooks),
          cells: total((row) => row.cells),
          sure: total((row) => row.sure),
          wrong: total((row) => row.wrong),
          offered: total((row) => row.offered),
        },
      ]
        .map(
          (row) =>
            `${row.kind.padEnd(48)} ${String(row.workbooks).padStart(4)} workbooks ${String(row.cells).padStart(5)} cells ${String(row.sure).padStart(5)} sure ${String(row.wrong).padStart(3)} wrong ${String(row.offered).padStart(5)} offered`,
        )
        .join('\n'),
    )
    expect(total((row) => row.wrong)).toBe(0)
    expect(total((row) => row.sure) / total((row) => row.cells)).toBeGreaterThan(0.85)
  })
})
