import { describe, expect, it } from 'vitest'
import { arrangeRows, countLevels, fileOf, filterRows, nextAfter, toRows } from '../../renderer/features/reconcile/arrange-findings.ts'
import type { FindingColumns } from '../../shared/contract/findings.ts'
import { createPacker } from '../../shared/domain/packed-params.ts'
import { ruleMessage } from '../../shared/rules/rule-message.ts'

const { packed, add } = createPacker()
for (let index = 0; index < 6; index++) add({ label: `Mục ${index}`, sheet: 'Số liệu', cell: 'D5' })
const columns: FindingColumns = {
  rules: ['C6', 'C10', 'R4'],
  units: [
    { code: 'a', name: 'Đảng ủy xã Tiên La' },
    { code: 'b', name: 'Đảng ủy phường Thái Bình' },
  ],
  id: ['1', '2', '3', '4', '5', '6'],
  rule: [0, 1, 1, 2, 1, 0],
  severity: [0, 1, 1, 1, 1, 0],
  state: [0, 0, 0, 0, 0, 3],
  unit: [0, 0, 1, -1, 1, 1],
  field: ['f', null, null, null, null, 'f'],
  params: packed,
  weight: [0, 0, 0, 0, 0, 0],
}
const rows = toRows(columns)
const say = (rule: string, params: Readonly<Record<string, string | number>>): string => ruleMessage(rule, params, 'vi')
const shape = (entries: ReturnType<typeof arrangeRows>): string[] =>
  entries.map((entry) => (entry.kind === 'group' ? `${entry.key || '*'}:${entry.rows}` : entry.row.id))

describe('the list of findings', () => {
  it('counts what is open by level, and what is settled apart', () => {
    expect(countLevels(rows)).toEqual({ blocking: 1, warning: 4, info: 0, settled: 1 })
  })

  it('stands under units in the engine’s order, or under causes, the commonest first', () => {
    const warnings = filterRows(rows, 'warning', '', say)
    expect(shape(arrangeRows(warnings, 'unit'))).toEqual(['a:1', '2', 'b:2', '3', '5', '*:1', '4'])
    expect(shape(arrangeRows(warnings, 'rule'))).toEqual(['C10:3', '2', '3', '5', 'R4:1', '4'])
  })

  it('[M45] names files whose unit nobody knows, and keeps them apart from what is of the whole province', () => {
    const { packed: params, add: pack } = createPacker()
    for (const file of ['Biểu của xã.xlsx', 'Bieu 2.ods']) pack({ file })
    pack({ label: 'Mục' })
    const held = { ...columns, params, rules: ['M45', 'M57', 'R4'], rule: [0, 1, 2], id: ['7', '8', '9'], unit: [-1, -1, -1] }
    const waiting = toRows({ ...held, severity: [0, 0, 0], state: [0, 0, 0], field: [null, null, null], weight: [0, 0, 0] })
    expect(shape(arrangeRows(waiting, 'unit'))).toEqual(['unknown:2', '7', '8', '*:1', '9'])
    expect(waiting.map(fileOf)).toEqual(['Biểu của xã.xlsx', 'Bieu 2.ods', undefined])
    expect(filterRows(waiting, 'blocking', 'bieu cua', say).map(({ id }) => id)).toEqual(['7'])
  })

  it('is searched without tones and case, by unit and by words of the sentence', () => {
    const ids = (find: string): string[] => filterRows(rows, 'warning', find, say).map(({ id }) => id)
    expect(ids('tien la')).toEqual(['2'])
    expect(ids('THÁI de trong')).toEqual(['3', '5'])
    expect(ids('muc 4 d5')).toEqual(['5'])
    expect(ids('không có')).toEqual([])
  })

  it('opens the next one, at the end the one before', () => {
    const entries = arrangeRows(filterRows(rows, 'warning', '', say), 'unit')
    expect(nextAfter(entries, '2')).toBe('3')
    expect(nextAfter(entries, '4')).toBe('5')
    expect(nextAfter(arrangeRows(filterRows(rows, 'blocking', '', say), 'unit'), '1')).toBeUndefined()
    expect(nextAfter(entries, 'gone')).toBe('2')
  })
})
