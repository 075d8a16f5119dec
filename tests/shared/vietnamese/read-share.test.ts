import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainCell } from '../../../shared/domain/workbook.ts'
import { exactDecimal, printExact } from '../../../shared/vietnamese/exact-decimal.ts'
import { compareShare, readShare, scaleOfShares, type ShareOptions } from '../../../shared/vietnamese/read-share.ts'

const base: PlainCell = { row: 1, column: 3, kind: 'text', value: '', numberFormat: 'General', fontName: 'Times New Roman' }
const text = (value: string, options?: ShareOptions) => readShare({ ...base, value }, options)
const stored = (value: number, numberFormat = 'General', options?: ShareOptions) =>
  readShare({ ...base, kind: 'number', value, numberFormat }, options)
const interval = ({ share, trouble, state }: ReturnType<typeof readShare>) =>
  share ? [share.low, share.high, share.decimals] : (trouble ?? state)

describe('texts', () => {
  it.each([
    ['90%', ['89.5', '90.5', 0]],
    ['90 %', ['89.5', '90.5', 0]],
    ['90,5 %', ['90.45', '90.55', 1]],
    ['90.5%', ['90.45', '90.55', 1]],
    ['90,00%', ['89.995', '90.005', 2]],
    ['100', ['99.5', '100.5', 0]],
    ['90,125%', ['90.1245', '90.1255', 3]],
    ['đạt 90%', ['89.5', '90.5', 0]],
    ['Đạt tỷ lệ: 90,5%.', ['90.45', '90.55', 1]],
    ['90 phần trăm', ['89.5', '90.5', 0]],
    ['>90%', ['89.5', null, 0]],
    ['≥ 90 %', ['89.5', null, 0]],
    ['trên 90%', ['89.5', null, 0]],
    ['đạt trên 90%', ['89.5', null, 0]],
    ['90% trở lên', ['89.5', null, 0]],
    ['<5%', ['0', '5.5', 0]],
    ['90-95%', ['89.5', '95.5', 0]],
    ['từ 90% đến 95,5%', ['89.5', '95.55', 1]],
    ['45/50', ['90.0000', '90.0000', 4]],
    ['1/3', ['33.3333', '33.3334', 4]],
    ['0%', ['0.0', '0.5', 0]],
    ['khoảng 90%', 'approximate'],
    ['~90%', 'approximate'],
    ['đạt gần 90%', 'approximate'],
    ['0,9', 'ambiguous'],
    ['1', 'ambiguous'],
    ['2/2026', 'ambiguous'],
    ['5/0', 'not_a_share'],
    ['05/02/2026', 'date'],
    ['nhiều', 'not_a_share'],
    ['90%%', 'not_a_share'],
    ['1.2.3%', 'not_a_share'],
    ['80% (45/50)', 'contradiction'],
    ['không', 'nil'],
    ['x', 'not_applicable'],
    ['…', 'blank'],
    ['', 'blank'],
  ] as const)('%j is %j', (typed, expected) => {
    expect(interval(text(typed))).toEqual(expected)
    expect(text(typed).raw).toBe(typed)
  })

  it.each(['90% (45/50)', '45/50 (90%)', '45/50 = 90%', '45/50 người, đạt 90%', '90% (45/50 CĐCS)'])(
    '%s holds rate and counts',
    (typed) => {
      expect(text(typed).share).toEqual({ low: '89.5', high: '90.5', decimals: 0, numerator: 45, denominator: 50 })
    },
  )

  it('reads a ratio column in its own unit and a small number as the column says', () => {
    expect(interval(text('1,2', { form: 'ratio' }))).toEqual(['1.15', '1.25', 1])
    expect(interval(text('40/32', { form: 'ratio' }))).toEqual(['1.2500', '1.2500', 4])
    expect(interval(text('90%', { form: 'ratio' }))).toBe('not_a_share')
    expect(interval(text('0,9', { scale: 'fraction' }))).toEqual(['89.5', '90.5', 0])
    expect(interval(text('0,9', { scale: 'points' }))).toEqual(['0.85', '0.95', 1])
    expect(interval(text('0,9%', { scale: 'fraction' }))).toEqual(['0.85', '0.95', 1])
    expect(interval(text('®¹t 90%', { encoding: 'tcvn3' }))).toEqual(['89.5', '90.5', 0])
  })
})

describe('numbers', () => {
  it.each([
    [0.9, '0%', ['89.5', '90.5', 0]],
    [0.9, '0.00%', ['89.995', '90.005', 2]],
    [0.8996, '0%', ['89.5', '90.5', 0]],
    [0.905, '0.0%', ['90.45', '90.55', 1]],
    [90, 'General', ['89.5', '90.5', 0]],
    [90.5, 'General', ['90.45', '90.55', 1]],
    [90, '0.0', ['89.95', '90.05', 1]],
    [90, '0" %"', ['89.5', '90.5', 0]],
    [0, 'General', ['0.0', '0.5', 0]],
    [1e-7, '0.000%', ['0.0000', '0.0005', 3]],
    [0.9, 'General', 'ambiguous'],
    [1, 'General', 'ambiguous'],
    [-0.1, '0%', 'not_a_share'],
  ] as const)('%d shown by %s is %j', (value, format, expected) => {
    expect(interval(stored(value, format))).toEqual(expected)
  })

  it('other cells say what they are', () => {
    expect(readShare(undefined).state).toBe('blank')
    expect(readShare({ ...base, kind: 'date', value: 46_091 }).trouble).toBe('date')
    expect(readShare({ ...base, kind: 'error', value: '#DIV/0!' }).trouble).toBe('error_cell')
    expect(readShare({ ...base, kind: 'boolean', value: 1 }).trouble).toBe('not_a_share')
    expect(readShare({ ...base, formula: 'C1/C2', withoutResult: true })).toMatchObject({
      trouble: 'formula_without_result',
      raw: '=C1/C2',
    })
  })

  it('a column of bare numbers says whether 0.9 is nine tenths', () => {
    const column = (...values: number[]) => values.map((value): PlainCell => ({ ...base, kind: 'number', value }))
    expect(scaleOfShares(column(0.9, 1, 0))).toBe('fraction')
    expect(scaleOfShares(column(0.9, 85))).toBe('points')
    expect(scaleOfShares(column(1, 0))).toBe('ask')
    expect(scaleOfShares([...column(1), { ...base, kind: 'number', value: 0.9, numberFormat: '0%' }])).toBe('ask')
  })
})

describe('a rate beside its counts', () => {
  const check = (typed: string, numerator: number, denominator: number) => compareShare(text(typed).share!, { numerator, denominator })

  it('is judged by the decimals it was written with, in integers', () => {
    expect(check('90%', 8996, 10_000)).toBe('agrees')
    expect(check('90,0%', 8996, 10_000)).toBe('agrees')
    expect(check('90,00%', 8996, 10_000)).toBe('differs')
    expect(check('89%', 8996, 10_000)).toBe('rounding')
    expect(check('33,3%', 1, 3)).toBe('agrees')
    expect(check('66,6%', 2, 3)).toBe('rounding')
    expect(check('66,5%', 2, 3)).toBe('differs')
    expect(check('>90%', 95, 100)).toBe('agrees')
    expect(check('>90%', 80, 100)).toBe('differs')
    expect(check('45/50', 90, 100)).toBe('agrees')
    expect(check('45/50', 46, 50)).toBe('differs')
    expect(check('90%', 0, 0)).toBe('differs')
    expect(compareShare(text('1,2', { form: 'ratio' }).share!, { numerator: 12, denominator: 10 }, 'ratio')).toBe('agrees')
  })

  it('agrees with every true rate as printed, with any number of decimals, and never with one a whole unit away', () => {
    const counts = fc.record({ numerator: fc.nat({ max: 99_999 }), denominator: fc.integer({ min: 1, max: 99_999 }) })
    fc.assert(
      fc.property(counts, fc.nat({ max: 4 }), fc.constantFrom('vi' as const, 'en' as const), (pair, decimals, language) => {
        const unit = 10n ** BigInt(decimals)
        const doubled = BigInt(pair.numerator) * 200n * unit
        const rounded = (doubled + BigInt(pair.denominator)) / (2n * BigInt(pair.denominator))
        const bare = (units: bigint) => `${printExact({ units, decimals }).replace('.', language === 'vi' ? ',' : '.')}%`
        expect(compareShare(text(bare(rounded)).share!, pair)).toBe('agrees')
        expect(compareShare(text(bare(rounded + 2n)).share!, pair)).toBe('differs')
      }),
    )
  })

  it('decimals print as they were read', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.nat({ max: 8 }), (units, decimals) => {
        expect(exactDecimal(printExact({ units, decimals }))).toEqual({ units, decimals })
      }),
    )
  })
})
