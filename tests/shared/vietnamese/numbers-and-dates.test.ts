import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainCell } from '../../../shared/domain/workbook.ts'
import { dayOfSerial, parseDay, printDay, printDayInWords, printInstant, readDay, serialOfDay } from '../../../shared/vietnamese/dates.ts'
import { formatCount, formatDecimal, formatSmallCount, parseDecimal } from '../../../shared/vietnamese/format-number.ts'

const isoDay = fc.integer({ min: -25_567, max: 2_932_896 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
const language = fc.constantFrom('vi' as const, 'en' as const)

describe('numbers', () => {
  it('prints as people read them', () => {
    expect(formatDecimal('1234567.5')).toBe('1.234.567,5')
    expect(formatDecimal('1234567.5', 'en')).toBe('1,234,567.5')
    expect(formatDecimal('90.50')).toBe('90,50')
    expect(formatCount(1234567)).toBe('1.234.567')
    expect(formatCount(-1000)).toBe('-1.000')
    expect([0, 1, 9, 10, 1234].map((count) => formatSmallCount(count))).toEqual(['0', '01', '09', '10', '1.234'])
    expect(formatSmallCount(5, 'en')).toBe('5')
    expect(() => formatCount(1.5)).toThrow(RangeError)
    expect(() => formatDecimal('1e3')).toThrow(RangeError)
  })
  it('agrees with the platform on whole numbers', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (count) => formatCount(count) === count.toLocaleString('vi-VN')))
  })
  it('parse ∘ format is the identity', () => {
    const decimal = fc
      .tuple(fc.constantFrom('', '-'), fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.stringMatching(/^(\.\d{1,6})?$/))
      .map((parts) => parts.join(''))
    fc.assert(fc.property(decimal, language, (text, lang) => parseDecimal(formatDecimal(text, lang), lang) === text))
  })
  it.each(['1.23', '1.2345', '1,2,3', '', '1 234', '90%', '.5', '12.34.567'])('parses nothing irregular: %j', (text) => {
    expect(parseDecimal(text)).toBeUndefined()
  })
})

describe('days', () => {
  it.each([
    ['05/02/2026', '2026-02-05'],
    ['5/2/2026', '2026-02-05'],
    ['05.02.2026', '2026-02-05'],
    ['05-02-2026', '2026-02-05'],
    ['05 / 02 / 2026', '2026-02-05'],
    ['ngày 05 tháng 02 năm 2026', '2026-02-05'],
    ['Ngày 5 tháng 3 năm 2026', '2026-03-05'],
    ['Hưng Yên, ngày 28 tháng 02 năm 2026', '2026-02-28'],
    ['ngày 28/02/2026', '2026-02-28'],
    ['nga\u0300y 05 tha\u0301ng 02 năm 2026', '2026-02-05'],
    ['2026-02-28', '2026-02-28'],
    ['2026-02-28 00:00:00', '2026-02-28'],
    ['29/02/2028', '2028-02-29'],
    ['29/02/2000', '2000-02-29'],
  ])('reads %j as %s', (text, day) => {
    expect(parseDay(text)).toBe(day)
  })
  it.each([
    'T2/2026',
    '05/02/26',
    '29/02/2026',
    '29/02/2100',
    '31/04/2026',
    '13/13/2026',
    '00/01/2026',
    '2/2026',
    '05/02-2026',
    'ngày mai',
    '',
    '46081',
    '05/02/2026 và 06/02/2026',
  ])('does not guess %j', (text) => {
    expect(parseDay(text)).toBeUndefined()
  })
  it('zero-pads days below 10 and months 1 and 2 only', () => {
    expect(printDayInWords('2026-02-03')).toBe('ngày 03 tháng 02 năm 2026')
    expect(printDayInWords('2026-01-15')).toBe('ngày 15 tháng 01 năm 2026')
    expect(printDayInWords('2026-06-09')).toBe('ngày 09 tháng 6 năm 2026')
    expect(printDayInWords('2026-06-09', 'en')).toBe('9 June 2026')
    expect(printDay('2026-06-09')).toBe('09/06/2026')
  })
  it('parse ∘ print is the identity', () => {
    fc.assert(fc.property(isoDay, (day) => parseDay(printDay(day)) === day && parseDay(printDayInWords(day)) === day))
  })
  it('knows the serials of both date systems', () => {
    expect(dayOfSerial(1)).toBe('1900-01-01')
    expect(dayOfSerial(59)).toBe('1900-02-28')
    expect(dayOfSerial(60)).toBeUndefined()
    expect(dayOfSerial(61)).toBe('1900-03-01')
    expect(dayOfSerial(46081)).toBe('2026-02-28')
    expect(dayOfSerial(46081.99)).toBe('2026-02-28')
    expect(dayOfSerial(44619, true)).toBe('2026-02-28')
    expect(dayOfSerial(0, true)).toBe('1904-01-01')
    expect([0, -1, Number.NaN, 3e6].map((serial) => dayOfSerial(serial))).toEqual([undefined, undefined, undefined, undefined])
    expect(dayOfSerial(2_958_465)).toBe('9999-12-31')
  })
  it('serial and day are inverse', () => {
    fc.assert(fc.property(isoDay, (day) => dayOfSerial(serialOfDay(day)) === day))
    fc.assert(
      fc.property(
        isoDay.filter((day) => day >= '1904-01-01'),
        (day) => dayOfSerial(serialOfDay(day, true), true) === day,
      ),
    )
  })
  it('reads a cell: true date, text, legacy text, never a bare number', () => {
    const cell = (part: Partial<PlainCell>): PlainCell => ({
      row: 1,
      column: 1,
      kind: 'text',
      value: '',
      numberFormat: 'General',
      fontName: 'Arial',
      ...part,
    })
    expect(readDay(undefined)).toEqual({ day: null, raw: '', trouble: null })
    expect(readDay(cell({ value: ' \u00a0' })).trouble).toBeNull()
    expect(readDay(cell({ kind: 'date', value: 46081 }))).toEqual({ day: '2026-02-28', raw: '28/02/2026', trouble: null })
    expect(readDay(cell({ kind: 'date', value: 44619 }), true).day).toBe('2026-02-28')
    expect(readDay(cell({ value: 'ngµy 28 th¸ng 02 n¨m 2026', fontName: '.VnTime' })).day).toBe('2026-02-28')
    expect(readDay(cell({ kind: 'number', value: 46081 }))).toEqual({ day: null, raw: '46081', trouble: 'not_a_day' })
    expect(readDay(cell({ value: 'tháng 2' }))).toEqual({ day: null, raw: 'tháng 2', trouble: 'not_a_day' })
  })
  it('prints instants in the time of Vietnam', () => {
    expect(printInstant('2026-06-17T09:30:00.000Z')).toBe('16:30 ngày 17/06/2026')
    expect(printInstant('2026-06-17T23:30:00+07:00', 'en')).toBe('23:30 on 17/06/2026')
    expect(printInstant('2026-06-17T18:00:00.000Z')).toBe('01:00 ngày 18/06/2026')
  })
})
