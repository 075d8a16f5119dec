import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largestCount } from '../../../shared/domain/figure.ts'
import type { PlainCell } from '../../../shared/domain/workbook.ts'
import { formatCount } from '../../../shared/vietnamese/format-number.ts'
import { parseNumberWords } from '../../../shared/vietnamese/number-words.ts'
import type { CountOptions } from '../../../shared/vietnamese/read-count.ts'
import { readCount } from '../../../shared/vietnamese/read-count.ts'
import { suggestCount } from '../../../shared/vietnamese/suggest-count.ts'

const cell = (part: Partial<PlainCell>): PlainCell => ({
  row: 5,
  column: 3,
  kind: 'text',
  value: '',
  numberFormat: 'General',
  fontName: 'Times New Roman',
  ...part,
})
const read = (value: string, options?: CountOptions) => readCount(cell({ value }), options)
const outcome = (value: string, options?: CountOptions) => {
  const { reading, trouble } = read(value, options)
  return trouble ?? (reading.state === 'value' ? reading.value : reading.state)
}

describe('text', () => {
  it.each([
    ['45', 45],
    ['0', 0],
    ['02', 2],
    ['0045', 45],
    [' 45 ', 45],
    ['\u00a045\u00a0', 45],
    ["'45", 45],
    ['’45', 45],
    ["''45", 45],
    ['1.234', 1234],
    ['1.234.567', 1_234_567],
    ['12.345', 12_345],
    ['1,234,567', 1_234_567],
    ['1\u00a0234', 1234],
    ['1\u202f234\u202f567', 1_234_567],
    ['45,0', 45],
    ['1.234,00', 1234],
    ['1,234.00', 1234],
    ['4\u200b5', 45],
    ['50 (năm mươi)', 50],
    ['1.234 (một nghìn hai trăm ba mươi tư)', 1234],
    ['999.999.999.999', largestCount],
  ])('reads %j as %d', (text, value) => {
    expect(outcome(text)).toBe(value)
  })

  it.each([
    ['1,234', 'ambiguous'],
    ['45,000', 'ambiguous'],
    ['1.5', 'ambiguous'],
    ['1.23', 'ambiguous'],
    ['1.2345', 'ambiguous'],
    ['0.500', 'ambiguous'],
    ['45.', 'ambiguous'],
    ['1 234', 'ambiguous'],
    ['12 345 678', 'ambiguous'],
    ['1.234\u00a0567', 'ambiguous'],
    ['1.234.5', 'ambiguous'],
    ['1,234,5', 'ambiguous'],
    ['12,34,567', 'ambiguous'],
    ['1,5', 'fraction'],
    ['1.234,5', 'fraction'],
    ['1,234.5', 'fraction'],
    ['0,500', 'fraction'],
    ['1234,567', 'fraction'],
    ['-5', 'negative'],
    ['−1.234', 'negative'],
    ['– 5', 'negative'],
    ['1.000.000.000.000', 'too_large'],
    ['1000000000000', 'too_large'],
    ['99999999999999999999999999', 'too_large'],
    ['90%', 'percent'],
    ['90,5 %', 'percent'],
    ['>90%', 'percent'],
    ['đạt 90%', 'percent'],
    ['90 phần trăm', 'percent'],
    ['45/50', 'ratio'],
    ['45 / 50', 'ratio'],
    ['05/02/2026', 'date'],
    ['ngày 05 tháng 02 năm 2026', 'date'],
    ['120 lượt', 'turns'],
    ['120 lượt người', 'turns'],
    ['lượt: 120', 'turns'],
    ['50 người, 120 lượt', 'turns'],
    ['02 cuộc', 'other_unit'],
    ['45 người', 'other_unit'],
    ['khoảng 50', 'approximate'],
    ['Ước đạt 1.200 người', 'approximate'],
    ['gần 50 cuộc', 'approximate'],
    ['>50', 'approximate'],
    ['≥ 5', 'approximate'],
    ['>= 5', 'approximate'],
    ['~50', 'approximate'],
    ['50+', 'approximate'],
    ['50 người trở lên', 'approximate'],
    ['50-60', 'range'],
    ['50 – 60', 'range'],
    ['từ 50 đến 60 người', 'range'],
    ['50*', 'noted'],
    ['50 (*)', 'noted'],
    ['50(1)', 'noted'],
    ['50¹', 'noted'],
    ['50[2]', 'noted'],
    ['năm mươi', 'words'],
    ['Một trăm linh năm.', 'words'],
    ['50 (năm mốt)', 'not_a_number'],
    ['50 (sáu mươi)', 'ambiguous'],
    ['50 (không)', 'ambiguous'],
    ['02/2026', 'date'],
    ['T2/2026', 'date'],
    ['tháng 2/2026', 'date'],
    ['+5', 'not_a_number'],
    ['1E5', 'not_a_number'],
    ['(5)', 'not_a_number'],
    ['abc', 'not_a_number'],
    ['5O', 'not_a_number'],
    ['12²', 'noted'],
    ['khong', 'not_a_number'],
    ['có', 'not_a_number'],
    ['45 con gà', 'not_a_number'],
    ['/', 'not_a_number'],
  ])('does not guess %j: %s', (text, trouble) => {
    expect(outcome(text)).toBe(trouble)
    expect(read(text)).toMatchObject({ reading: { state: 'unreadable', value: null }, raw: text, how: 'text' })
  })

  it.each([
    ['-', 'nil'],
    ['–', 'nil'],
    ['—', 'nil'],
    ['không', 'nil'],
    ['Không.', 'nil'],
    ['KHÔNG CÓ', 'nil'],
    ['không phát sinh', 'nil'],
    ['0 phát sinh', 'nil'],
    ['Không phát sinh'.normalize('NFD'), 'nil'],
    ['không\u00a0 có', 'nil'],
    ["'-", 'nil'],
    ['x', 'not_applicable'],
    ['X', 'not_applicable'],
    ['không áp dụng', 'not_applicable'],
    ['Không thuộc đối tượng', 'not_applicable'],
    ['…', 'blank'],
    ['...', 'blank'],
    ['chưa có số liệu', 'blank'],
    ['', 'blank'],
    [' \u00a0 ', 'blank'],
    ["'", 'blank'],
  ])('takes the word %j for %s', (text, state) => {
    expect(read(text)).toEqual({ reading: { state, value: null }, raw: text, how: 'text', trouble: null })
  })

  it('accepts the word of what the field counts, and only that', () => {
    expect(outcome('02 cuộc', { unitOfCount: 'session' })).toBe(2)
    expect(outcome('1.234 người', { unitOfCount: 'person' })).toBe(1234)
    expect(outcome('45 đ/c', { unitOfCount: 'person' })).toBe(45)
    expect(outcome('12 CĐCS.', { unitOfCount: 'union' })).toBe(12)
    expect(outcome('120 lượt người', { unitOfCount: 'turn' })).toBe(120)
    expect(outcome('120 lượt người', { unitOfCount: 'person' })).toBe('turns')
    expect(outcome('12 CĐCS', { unitOfCount: 'enterprise' })).toBe('other_unit')
    expect(outcome('1,234 người', { unitOfCount: 'person' })).toBe('ambiguous')
    expect(outcome('1,5 vụ', { unitOfCount: 'case' })).toBe('fraction')
    expect(outcome('50 (năm mươi) người', { unitOfCount: 'person' })).toBe(50)
    expect(outcome('50 (năm mươi) người', { unitOfCount: 'case' })).toBe('other_unit')
  })

  it('reads a single comma or dot before three digits as the column or a person says', () => {
    expect(outcome('1,234', { separators: 'groups' })).toBe(1234)
    expect(outcome('1,234', { separators: 'decimals' })).toBe('fraction')
    expect(outcome('1,234', { separators: 'ask' })).toBe('ambiguous')
    expect(outcome('1.234', { dots: 'groups' })).toBe(1234)
    expect(outcome('1.234', { dots: 'ask' })).toBe('ambiguous')
    expect(outcome('1,234 người', { separators: 'groups', unitOfCount: 'person' })).toBe(1234)
    expect(outcome('45,000', { separators: 'decimals' })).toBe('ambiguous')
    expect(outcome('1,234', { separators: 'groups', dots: 'ask' })).toBe(1234)
    expect(outcome('0,234', { separators: 'groups' })).toBe('fraction')
  })

  it('never gives two numbers for one text, whatever was settled about marks', () => {
    const settled = (['groups', 'decimals', 'ask'] as const).flatMap((separators) =>
      (['groups', 'ask'] as const).map((dots) => ({ separators, dots })),
    )
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789.,- '.split('')), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(typed, (text) => {
        const values = [undefined, ...settled].map((manner) => read(text, manner).reading.value).filter((value) => value !== null)
        expect(new Set(values).size).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('decodes legacy fonts before reading and keeps what was typed', () => {
    expect(readCount(cell({ value: 'kh«ng ph¸t sinh', fontName: '.VnTime' }))).toEqual({
      reading: { state: 'nil', value: null },
      raw: 'kh«ng ph¸t sinh',
      how: 'text+tcvn3',
      trouble: null,
    })
    expect(readCount(cell({ value: 'khoâng', fontName: 'VNI-Times' }))).toMatchObject({ reading: { state: 'nil' }, how: 'text+vni' })
    expect(readCount(cell({ value: '120 l­ît', fontName: '.VnTime' })).trouble).toBe('turns')
    expect(readCount(cell({ value: '1.234', fontName: '.VnTime' }))).toMatchObject({
      reading: { state: 'value', value: 1234 },
      how: 'text',
    })
  })

  it('decodes as a person settled where the font is silent, and never against the font', () => {
    expect(readCount(cell({ value: 'kh«ng' }), { encoding: 'tcvn3' })).toMatchObject({ reading: { state: 'nil' }, how: 'text+tcvn3' })
    expect(readCount(cell({ value: 'khoâng' }), { encoding: 'vni' })).toMatchObject({ reading: { state: 'nil' }, how: 'text+vni' })
    expect(readCount(cell({ value: 'kh«ng', fontName: '.VnTime' }), { encoding: 'vni' }).how).toBe('text+tcvn3')
    expect(readCount(cell({ value: 'không' }), { encoding: 'vni' })).toMatchObject({ reading: { state: 'nil' }, how: 'text' })
    expect(readCount(cell({ value: '1.234' }), { encoding: 'tcvn3' })).toMatchObject({ reading: { value: 1234 }, how: 'text' })
  })

  it('reads back every count as printed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: largestCount }),
        (count) => outcome(formatCount(count)) === count && outcome(String(count)) === count,
      ),
    )
  })

  it('gives a whole number within bounds or a reason, whatever is typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'0123456789.,- %/xkhôngượt\u00a0'.split('')) }),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const { reading, trouble } = read(text)
        if (reading.state === 'value')
          expect(
            Number.isInteger(reading.value) && reading.value! >= 0 && reading.value! <= largestCount && !Object.is(reading.value, -0),
          ).toBe(true)
        else expect(reading.value).toBeNull()
        expect(reading.state === 'unreadable').toBe(trouble !== null)
      }),
    )
  })
})

describe('other cells', () => {
  const number = (value: number, part: Partial<PlainCell> = {}) => readCount(cell({ kind: 'number', value, ...part }))

  it('a missing cell is blank', () => {
    expect(readCount(undefined)).toEqual({ reading: { state: 'blank', value: null }, raw: '', how: 'missing', trouble: null })
  })
  it('true numbers must be whole, not negative, not shown as percent', () => {
    expect(number(45)).toEqual({ reading: { state: 'value', value: 45 }, raw: '45', how: 'number', trouble: null })
    expect(number(0).reading).toEqual({ state: 'value', value: 0 })
    expect(Object.is(number(-0).reading.value, 0)).toBe(true)
    expect(number(1.234).trouble).toBe('fraction')
    expect(number(12.5).trouble).toBe('fraction')
    expect(number(-3).trouble).toBe('negative')
    expect(number(1e15).trouble).toBe('too_large')
    expect(number(largestCount).reading.value).toBe(largestCount)
    expect(number(Number.POSITIVE_INFINITY).trouble).toBe('not_a_number')
    expect(number(0.9, { numberFormat: '0%' }).trouble).toBe('percent')
    expect(number(1, { numberFormat: '0.0%' }).trouble).toBe('percent')
    expect(number(45, { numberFormat: '0" %"' }).reading.value).toBe(45)
    expect(number(1234, { numberFormat: '#,##0' }).reading.value).toBe(1234)
  })
  it('drops only the noise beyond the 15 digits Excel shows', () => {
    expect(number(0.07 * 100).reading).toEqual({ state: 'value', value: 7 })
    expect(number(7.000001).trouble).toBe('fraction')
    expect(number(123_456_789_012.5).trouble).toBe('fraction')
  })
  it('formulas count by their cached result, and without one are unreadable', () => {
    expect(number(45, { formula: 'SUM(A1:A9)' })).toMatchObject({ reading: { state: 'value', value: 45 }, how: 'formula' })
    expect(readCount(cell({ value: '', formula: 'A1&""' }))).toMatchObject({ reading: { state: 'blank' }, how: 'formula' })
    expect(readCount(cell({ value: '', formula: 'SUM(A1)', withoutResult: true }))).toEqual({
      reading: { state: 'unreadable', value: null },
      raw: '=SUM(A1)',
      how: 'formula_without_result',
      trouble: 'formula_without_result',
    })
  })
  it('errors, truth values and dates are no counts', () => {
    expect(readCount(cell({ kind: 'error', value: '#REF!' }))).toMatchObject({
      raw: '#REF!',
      how: 'error',
      trouble: 'error_cell',
      reading: { state: 'unreadable' },
    })
    expect(readCount(cell({ kind: 'boolean', value: 1 }))).toMatchObject({ raw: 'TRUE', trouble: 'not_a_number' })
    expect(readCount(cell({ kind: 'date', value: 46081 }))).toMatchObject({ raw: '28/02/2026', trouble: 'date' })
    expect(readCount(cell({ kind: 'date', value: 44619 }), { date1904: true })).toMatchObject({ raw: '28/02/2026', trouble: 'date' })
  })
})

describe('proposals', () => {
  it.each([
    ['50*', 50],
    ['50 (1)', 50],
    ['1.250 (*)', 1250],
    ['năm mươi', 50],
    ['1,234', 1234],
    ['12 345', 12_345],
    ['5O', 50],
    ['l2', 12],
    ['khoảng 50', undefined],
    ['45/50', undefined],
    ['50-60', undefined],
    ['12 3', undefined],
    ['90%', undefined],
    ['abc', undefined],
  ])('%s most likely means %s', (text, count) => {
    expect(suggestCount(text)).toBe(count)
    expect(read(text).reading.state).toBe('unreadable')
  })

  it.each([
    ['mười', 10],
    ['mười lăm', 15],
    ['hai mươi tư', 24],
    ['năm mốt', undefined],
    ['một trăm linh năm', 105],
    ['hai trăm năm', undefined],
    ['hai nghìn không trăm ba mươi mốt', 2031],
    ['một triệu hai trăm nghìn', 1_200_000],
    ['mười nghìn tỷ', undefined],
    ['mươi', undefined],
    ['không có', undefined],
  ])('%s in words is %s', (words, count) => {
    expect(parseNumberWords(words)).toBe(count)
  })
})
