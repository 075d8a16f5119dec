import { describe, expect, it } from 'vitest'
import { copyCells } from '../../../renderer/features/figures/copy-cells.ts'
import { countSelection } from '../../../renderer/features/figures/count-selection.ts'
import { describeCell } from '../../../renderer/features/figures/describe-cell.ts'
import { findCell } from '../../../renderer/features/figures/find-cell.ts'
import { moveSelection, type Selection } from '../../../renderer/features/figures/move-cell.ts'
import { rowAt } from '../../../renderer/features/figures/table-view.ts'
import { tableOf, type FixtureUnit } from './table-fixture.ts'

const units: readonly FixtureUnit[] = [
  { code: 'a', name: 'Xã Tiên La', cells: { um_informed: 1234, um_total: 1300, um_introduced: 0 } },
  {
    code: 'b',
    name: '=cmd|xã "B"',
    cells: {
      um_informed: { state: 'unreadable', value: null, raw: '=HYPERLINK("x")\t9' },
      um_total: { state: 'value', value: 950, reported: { state: 'value', value: 940 } },
    },
  },
  { code: 'c', name: 'Xã Chờ', state: 'pending', cells: {} },
  { code: 'f', name: 'Liên đoàn', kind: 'ldld', line: 'federation', cells: { um_total: 5000 } },
]
const fields = tableOf(units, { view: 'fields' })
const whole = { top: 0, bottom: 4, left: 0, right: 3 }
const at = (row: number, column: number, toRow = row, toColumn = column): Selection => ({
  anchor: { row, column },
  active: { row: toRow, column: toColumn },
})

describe('what is copied', () => {
  it('has the heads of its columns and the names of its rows, numbers as on the screen, states in words', () => {
    const { text } = copyCells(fields, whole, 'vi')
    const rows = text.split('\r\n').map((row) => row.split('\t'))
    expect(rows.map((row) => row.length)).toEqual([4, 4, 4, 4, 4, 4])
    expect(rows[0]![0]).toBe('Đơn vị')
    expect(rows[1]).toEqual(['Toàn tỉnh', '12.345', 'Chưa có số liệu', 'Chưa có số liệu'])
    expect(rows[2]).toEqual(['Xã Tiên La', '1.300', '1.234', '0'])
    expect(rows[3]!.slice(1)).toEqual(['950', 'Không rõ số: =HYPERLINK("x") 9', 'Để trống'])
    expect(rows[4]!.slice(1)).toEqual(['Chờ xử lý', 'Chờ xử lý', 'Chờ xử lý'])
  })

  it('says in HTML what each number is, and that every other cell is text', () => {
    const { html } = copyCells(fields, whole, 'en')
    expect(html).toContain('<td x:num="1234" sdval="1234">1,234</td>')
    expect(html).toContain(`<td style="mso-number-format:'\\@'">=cmd|xã &quot;B&quot;</td>`)
    expect(html).not.toContain('<td>=')
  })

  it('writes rates with the decimal comma', () => {
    const { text } = copyCells(tableOf(units), { top: 1, bottom: 1, left: 1, right: 1 }, 'vi')
    expect(text.split('\r\n')[1]).toBe('Xã Tiên La\t94,9%')
  })
})

describe('what is selected', () => {
  it('is added up only for one unit of count and one line, and rows that are sums are left out', () => {
    expect(countSelection(fields, at(0, 1, 2, 2))).toEqual({ cells: 6, numbers: 4, sum: 1300n + 1234n + 950n, unitOfCount: 'person' })
    expect(countSelection(fields, at(1, 1, 4, 1)).sum).toBeNull()
    const union = fields.columns.findIndex(({ id }) => id === 'ub_total') + 1
    expect(countSelection(fields, at(1, 1, 1, union)).sum).toBeNull()
    expect(countSelection(tableOf(units), at(1, 1, 2, 1)).sum).toBeNull()
  })

  it('moves as in a sheet', () => {
    const size = { rows: 100, columns: 10, pageRows: 20 }
    const press = (from: Selection, key: string, more: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey', boolean>> = {}) =>
      moveSelection(from, { key, ctrlKey: false, shiftKey: false, altKey: false, ...more }, size)
    expect(press(at(0, 0), 'ArrowUp')).toEqual(at(0, 0))
    expect(press(at(5, 5), 'ArrowDown', { shiftKey: true })).toEqual(at(5, 5, 6, 5))
    expect(press(at(5, 5, 8, 8), 'ArrowRight')).toEqual(at(8, 9))
    expect(press(at(5, 5), 'End')).toEqual(at(5, 9))
    expect(press(at(5, 5), 'Home', { ctrlKey: true })).toEqual(at(0, 0))
    expect(press(at(5, 5), 'End', { ctrlKey: true, shiftKey: true })).toEqual(at(5, 5, 99, 9))
    expect(press(at(90, 5), 'PageDown')).toEqual(at(99, 5))
    expect(press(at(5, 5), 'a', { ctrlKey: true })).toEqual(at(0, 0, 99, 9))
    expect([press(at(5, 5), 'w'), press(at(5, 5), 'F2'), press(at(5, 5), 'ArrowDown', { altKey: true })]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('what is searched for', () => {
  it('is found without tone marks, by name, head or number, and goes round', () => {
    expect(findCell(fields, 'tien la', { row: 0, column: 0 }, 'vi')).toEqual({ row: 1, column: 0 })
    expect(findCell(fields, 'tien la', { row: 1, column: 0 }, 'vi')).toEqual({ row: 1, column: 0 })
    expect(findCell(fields, 'cong doan co so noi co nguon', { row: 2, column: 2 }, 'vi')?.row).toBe(0)
    expect(findCell(fields, '1.234', { row: 0, column: 1 }, 'vi')).toEqual({ row: 1, column: 2 })
    expect(findCell(fields, '1234', { row: 4, column: 1 }, 'vi', true)).toEqual({ row: 1, column: 2 })
    expect(findCell(fields, 'lien doan', { row: 0, column: 0 }, 'vi', true)).toEqual({ row: 4, column: 0 })
    expect(findCell(fields, 'không có', { row: 0, column: 0 }, 'vi')).toBeUndefined()
  })
})

describe('a cell in words', () => {
  const wordsOf = (table: typeof fields, row: number, column: number) =>
    describeCell(table, rowAt(table, row), table.columns[column - 1], 'vi').says

  it('says what a rate is made of, and why there is none', () => {
    const rates = tableOf(units)
    expect(wordsOf(rates, 1, 1)).toBe('94,9% = 1.234/1.300 · mục tiêu ≥ 90%')
    expect(wordsOf(rates, 2, 1)).toBe('Không rõ số · Tử số: Không rõ số · Mẫu số: 950 · mục tiêu ≥ 90% · đã điều chỉnh')
    expect(wordsOf(rates, 3, 1)).toBe('Chờ xử lý · mục tiêu ≥ 90%')
  })

  it('says both numbers of an adjusted figure, and the text of an unreadable one', () => {
    expect(wordsOf(fields, 2, 1)).toBe('950 người · đã điều chỉnh · đơn vị báo 940')
    expect(wordsOf(fields, 2, 2)).toContain('nguyên văn “=HYPERLINK("x")')
    expect(wordsOf(fields, 1, 3)).toBe('0 người')
  })
})
