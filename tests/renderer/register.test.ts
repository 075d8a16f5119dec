import { describe, expect, it } from 'vitest'
import { writeMessageList } from '../../renderer/features/register/message-list.ts'
import { countStates, filterRows, readState, toRows } from '../../renderer/features/register/register-rows.ts'
import type { RegisterSheet } from '../../shared/contract/submissions.ts'

const sheet: RegisterSheet = {
  asOf: '2026-06-18T09:45:00.000Z',
  dueAt: '2026-06-17T09:30:00.000Z',
  codes: ['org.a', 'org.b', 'org.c', 'org.d'],
  names: ['Đảng ủy phường Phố Hiến', 'Đảng ủy xã Tiên La', 'Đảng ủy xã Tiên Lữ', 'Đảng ủy xã Ân Thi'],
  kinds: ['phuong', 'xa', 'xa', 'xa'],
  states: 'olpm',
  receivedAt: ['2026-06-15T02:00:00.000Z', '2026-06-19T02:00:00.000Z', '2026-06-16T02:00:00.000Z', null],
  channels: ['zalo', 'usb', 'usb', null],
  versions: [1, 2, 1, 0],
  keyed: [false, true, false, false],
}
const rows = toRows(sheet)
const names = (found: typeof rows): string[] => found.map(({ name }) => name)

describe('the register as rows', () => {
  it('keeps the order and every column of a unit together', () => {
    expect(rows[1]).toEqual({
      order: 2,
      code: 'org.b',
      name: 'Đảng ủy xã Tiên La',
      kind: 'xa',
      state: 'late',
      receivedAt: '2026-06-19T02:00:00.000Z',
      channel: 'usb',
      versions: 2,
      keyed: true,
    })
    expect(countStates(rows)).toEqual({ on_time: 1, late: 1, pending: 1, missing: 1 })
  })

  it('finds without tones and case, every word somewhere, together with a state', () => {
    expect(names(filterRows(rows, { state: null, find: 'tien' }))).toEqual(['Đảng ủy xã Tiên La', 'Đảng ủy xã Tiên Lữ'])
    expect(names(filterRows(rows, { state: null, find: ' LA  xã ' }))).toEqual(['Đảng ủy xã Tiên La'])
    expect(names(filterRows(rows, { state: 'pending', find: 'tiên' }))).toEqual(['Đảng ủy xã Tiên Lữ'])
    expect(filterRows(rows, { state: null, find: '' })).toHaveLength(4)
    expect([readState('late'), readState('x'), readState(undefined)]).toEqual(['late', null, null])
  })
})

describe('the list for a message', () => {
  const setting = { period: '2026-H1', dueAt: sheet.dueAt, asOf: sheet.asOf }

  it('says period, due time and moment, then who has not sent', () => {
    const list = writeMessageList(filterRows(rows, { state: 'missing', find: '' }), { ...setting, state: 'missing' }, 'vi')
    expect(list.split('\n')).toEqual([
      'Báo cáo kỳ 2026-H1, hạn 16:30 ngày 17/06/2026. Chưa gửi (01), tính đến 16:45 ngày 18/06/2026:',
      '1. Đảng ủy xã Ân Thi',
      'Đề nghị các đơn vị chưa gửi sớm gửi báo cáo theo biểu mẫu.',
    ])
  })

  it('names the state of each unit where they differ, and asks nobody who has sent', () => {
    const all = writeMessageList(rows, { ...setting, state: null }, 'vi').split('\n')
    expect(all[2]).toBe('2. Đảng ủy xã Tiên La: Chậm 02 ngày')
    const late = writeMessageList(filterRows(rows, { state: 'late', find: '' }), { ...setting, state: 'late' }, 'vi')
    expect(late).not.toContain('Đề nghị')
  })
})
