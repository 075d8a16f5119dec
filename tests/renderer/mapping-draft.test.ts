import { assert, constantFrom, array, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  assignCell,
  changeRole,
  clearCell,
  doubtfulOf,
  inputAt,
  mappingOf,
  nextDoubtful,
  settleAll,
  startDraft,
  stateOf,
  type MappingDraft,
  type ProposedMapping,
} from '../../renderer/features/intake/mapping-draft.ts'
import type { ColumnRole, Confidence } from '../../shared/domain/layout-mapping.ts'

const at = (cell: string, sheet = 'Biểu') => ({ sheet, cell })
const suggest = (name: string, cell: string | null, confidence: Confidence, more: string[] = []) => ({
  name,
  cell: cell === null ? null : at(cell),
  more: more.map((one) => at(one)),
  label: cell === null ? '' : `nhãn ${name}`,
  confidence,
  others: [],
})
const role = (column: number, is: ColumnRole) => ({ column, role: is, head: '' })

const proposal: ProposedMapping = {
  reading: { encoding: 'unicode', separators: 'ask' },
  tables: [
    {
      sheet: 'Biểu',
      top: 5,
      left: 1,
      bottom: 20,
      right: 6,
      headRows: [5],
      columns: [
        role(1, 'number'),
        role(2, 'label'),
        role(3, 'previous_period'),
        role(4, 'in_period'),
        role(5, 'cumulative'),
        role(6, 'percent'),
      ],
      rows: [],
    },
  ],
  suggestions: [
    suggest('fld.a', 'E6', 'sure'),
    suggest('fld.b', 'E7', 'doubtful'),
    suggest('fld.c', 'E8', 'weak'),
    suggest('fld.d', null, 'weak'),
    suggest('nar.tsk.1.1', 'B12', 'doubtful', ['B13']),
  ],
}
const draft = startDraft(proposal)
const statesOf = (one: MappingDraft): string[] => proposal.suggestions.map(({ name }) => stateOf(one, proposal, name))

describe('what a person makes of a proposed mapping', () => {
  it('begins with what was found; weak suggestions are only offered', () => {
    expect(statesOf(draft)).toEqual(['sure', 'doubtful', 'missing', 'missing', 'doubtful'])
    expect(doubtfulOf(draft, proposal)).toEqual(['fld.b', 'nar.tsk.1.1'])
    expect(mappingOf(draft, proposal).inputs).toEqual([
      { name: 'fld.a', ...at('E6'), label: 'nhãn fld.a' },
      { name: 'fld.b', ...at('E7'), label: 'nhãn fld.b' },
      { name: 'nar.tsk.1.1', ...at('B12'), label: 'nhãn nar.tsk.1.1' },
      { name: 'nar.tsk.1.1', ...at('B13'), label: 'nhãn nar.tsk.1.1' },
    ])
  })

  it('goes from one doubtful input to the next and ends after the last', () => {
    expect(nextDoubtful(draft, proposal, 'fld.a')).toBe('fld.b')
    expect(nextDoubtful(draft, proposal, 'fld.b')).toBe('nar.tsk.1.1')
    expect(nextDoubtful(draft, proposal, 'nar.tsk.1.1')).toBeUndefined()
  })

  it('takes the same cell as confirmed, another one without the words of the first, and none', () => {
    const same = assignCell(draft, 'nar.tsk.1.1', at('B12'))
    expect(mappingOf(same, proposal).inputs.filter(({ name }) => name === 'nar.tsk.1.1')).toHaveLength(2)
    const other = assignCell(same, 'fld.b', at('E9'))
    expect(mappingOf(other, proposal).inputs[1]).toEqual({ name: 'fld.b', ...at('E9') })
    expect(statesOf(clearCell(other, 'fld.d'))).toEqual(['sure', 'settled', 'missing', 'left_out', 'settled'])
    expect(statesOf(settleAll(draft, doubtfulOf(draft, proposal)))).toEqual(['sure', 'settled', 'missing', 'missing', 'settled'])
  })

  it('gives a cell to one input only: who had it before has none and is open again', () => {
    const next = assignCell(draft, 'fld.d', at('E6'))
    expect(statesOf(next)).toEqual(['missing', 'doubtful', 'missing', 'settled', 'doubtful'])
    expect(inputAt(next, at('E6'))).toBe('fld.d')
  })

  it('adds cells to a text, never to a count', () => {
    expect(assignCell(draft, 'nar.tsk.1.1', at('B15'), true).cells.get('nar.tsk.1.1')).toEqual([at('B12'), at('B13'), at('B15')])
    expect(assignCell(draft, 'fld.a', at('E15'), true).cells.get('fld.a')).toEqual([at('E15')])
  })

  it('moves the figures of a table when another column is said to be the cumulative one, and asks again', () => {
    const next = changeRole(settleAll(draft, ['fld.a']), proposal, { table: 0, column: 4, role: 'cumulative' })
    expect([next.cells.get('fld.a'), next.cells.get('fld.b')]).toEqual([[at('D6')], [at('D7')]])
    expect(statesOf(next).slice(0, 2)).toEqual(['doubtful', 'doubtful'])
    expect(next.cells.get('nar.tsk.1.1')).toEqual([at('B12'), at('B13')])
  })

  it('gives the figures of a column that is none to the other one of the period', () => {
    const next = changeRole(draft, proposal, { table: 0, column: 5, role: 'previous_period' })
    expect(next.cells.get('fld.a')).toEqual([at('D6')])
    expect(changeRole(next, proposal, { table: 0, column: 4, role: 'percent' }).cells.has('fld.a')).toBe(false)
  })

  it('never reads one cell for two inputs, whatever is done', () => {
    const names = constantFrom(...proposal.suggestions.map(({ name }) => name))
    const step = record({
      name: names,
      cell: constantFrom('D6', 'D7', 'E6', 'E7', 'B12', 'B13'),
      act: constantFrom('take', 'add', 'clear', 'role'),
    })
    assert(
      property(array(step, { maxLength: 12 }), (steps) => {
        const end = steps.reduce(
          (one, { name, cell, act }) =>
            act === 'clear'
              ? clearCell(one, name)
              : act === 'role'
                ? changeRole(one, proposal, { table: 0, column: cell.startsWith('D') ? 4 : 5, role: 'cumulative' })
                : assignCell(one, name, at(cell), act === 'add'),
          draft,
        )
        const read = mappingOf(end, proposal).inputs.map(({ sheet, cell }) => `${sheet}!${cell}`)
        expect(new Set(read).size).toBe(read.length)
      }),
    )
  })
})
