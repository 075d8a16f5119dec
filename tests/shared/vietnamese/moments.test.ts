import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printDays, printInstant, printMoment } from '../../../shared/vietnamese/dates.ts'
import { parseMoment, parseTimeOfDay } from '../../../shared/vietnamese/moments.ts'

describe('times of a day', () => {
  it.each(['16:30', '16h30', '16 giờ 30', '16g30', '16.30', '16 giờ 30 phút', '16H30', '16 giờ 30'.normalize('NFD')])('%s', (text) => {
    expect(parseTimeOfDay(text)).toBe('16:30')
  })
  it('whole hours, and what is none', () => {
    expect(parseTimeOfDay('8h')).toBe('08:00')
    for (const text of ['', '24:00', '16:60', '1630', '16:3', 'chiều']) expect(parseTimeOfDay(text)).toBeUndefined()
  })
})

describe('days of a refusal', () => {
  it('are printed as papers have them, and what a person typed as it was typed', () => {
    const moment = '2026-06-30T02:00:00.000Z'
    expect(printDays({ day: '2026-06-30', value: '2026-06-30', until: moment, number: 127, period: '2026-H1' })).toEqual({
      day: '30/06/2026',
      value: '2026-06-30',
      until: moment,
      number: 127,
      period: '2026-H1',
    })
  })
})

describe('moments', () => {
  it.each([
    '17/06/2026 16:30',
    '17/6/2026, 16h30',
    '16:30 ngày 17/06/2026',
    'lúc 16 giờ 30, ngày 17 tháng 6 năm 2026',
    '17.6.2026 lúc 16h30',
    '2026-06-17 16:30',
    '2026-06-17T16:30',
    '2026-06-17T16:30:00+07:00',
    '2026-06-17T09:30:00Z',
  ])('%s', (text) => {
    expect(parseMoment(text, 'end')).toBe('2026-06-17T09:30:00.000Z')
  })
  it('a day alone is its first or last moment', () => {
    for (const text of ['17/06/2026', '2026-06-17', 'ngày 17 tháng 6 năm 2026'])
      expect([parseMoment(text, 'start'), parseMoment(text, 'end')]).toEqual(['2026-06-16T17:00:00.000Z', '2026-06-17T16:59:59.999Z'])
  })
  it.each([
    '',
    'hôm qua',
    '31/02/2026 09:00',
    '17/06/2026 25:00',
    '17/06/26 9:00',
    '06/2026',
    '16:30',
    '17.06 2026',
    '2026-06-17 16:30 17:30',
  ])('does not guess at “%s”', (text) => {
    expect(parseMoment(text, 'end')).toBeUndefined()
  })
  it('reads back what is printed, to the minute', () => {
    const minutes = fc.integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2099, 0, 1) / 60_000 })
    fc.assert(
      fc.property(minutes, (minute) => {
        const instant = new Date(minute * 60_000).toISOString()
        expect([parseMoment(printInstant(instant), 'end'), parseMoment(printMoment(instant), 'end')]).toEqual([instant, instant])
      }),
    )
  })
})
