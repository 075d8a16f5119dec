import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayNumber, displayText } from '../../../electron/workers/workbook/display-number.ts'
import { formatCount } from '../../../shared/vietnamese/format-number.ts'

const shown = (value: number, format: string): string => displayNumber(value, format, 'vi', false)

describe('a number as a cell shows it', () => {
  it.each([
    [1234567.5, '#,##0', '1.234.568'],
    [0, '#,##0', '0'],
    [0, '#', ''],
    [-5, '0', '-5'],
    [123, '0000', '0123'],
    [1.005, '0.00', '1,01'],
    [-0.001, '0.00', '0,00'],
    [0.5, '#,##0.0#', '0,5'],
    [1e15, '0', '1000000000000000'],
    [1234567, '#,##0,"k"', '1.235k'],
    [12, '"Số "0" người"', 'Số 12 người'],
    [0.12345, '0.00%', '12,35%'],
    [0.285, '0%', '29%'],
    [-1234.5, '#,##0.00;(#,##0.00)', '(1.234,50)'],
    [0, '#,##0;-#,##0;"-"', '-'],
    [0.00001234, '0.00E+00', '1,23E-05'],
    [1234, '[Red]#,##0', '1.234'],
  ])('%d under %s is %s', (value, format, text) => expect(shown(value, format)).toBe(text))

  it.each([
    [1234, '1234'],
    [0.1 + 0.2, '0,3'],
    [1 / 3, '0,333333333'],
    [123456789012, '1,23457E+11'],
    [-2.5, '-2,5'],
  ])('%d without a format is %s', (value, text) => expect(shown(value, 'General')).toBe(text))

  it.each([
    [46188, 'mm-dd-yy', '15/06/2026'],
    [46188.5, 'm/d/yy h:mm', '15/06/2026 12:00'],
    [46188, '[$-42A]dd/mm/yy', '15/06/26'],
    [46188, 'd mmmm yyyy', '15 June 2026'],
    [46188, 'ddd', 'Mon'],
    [46188.75, 'h:mm AM/PM', '6:00 PM'],
    [46188.123456, 'hh:mm:ss.00', '02:57:46,60'],
    [46188.999999, 'dd/mm/yyyy hh:mm', '16/06/2026 00:00'],
    [1.5, '[h]:mm', '36:00'],
    [0.25, 'hh:mm', '06:00'],
  ])('%d under %s is the time %s', (value, format, text) => expect(shown(value, format)).toBe(text))

  it('counts days from 1904 where the workbook does', () => expect(displayNumber(0, 'dd/mm/yyyy', 'vi', true)).toBe('01/01/1904'))

  it('shows the bare number under what it does not know, never nothing', () => {
    expect([shown(1234.5, '# ?/?'), shown(7, '[>100]0;[<5]"x"'), shown(3e9, 'dd/mm/yyyy')]).toEqual(['1234,5', '7', '3000000000'])
  })

  it('groups every count as the house does, in both languages', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }),
        fc.constantFrom('vi' as const, 'en' as const),
        (count, language) => {
          expect(displayNumber(count, '#,##0', language, false)).toBe(formatCount(count, language))
        },
      ),
    )
  })

  it('rounds as the decimal reads, half up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (cents) => {
        const expected = `${Math.floor((cents + 5) / 10)}`.padStart(2, '0')
        expect(shown(cents / 1000, '0.00').replace(',', '')).toBe(expected.padStart(3, '0'))
      }),
    )
  })

  it('puts a text into the place that a format has for it', () => {
    expect([displayText('chữ', '0;-0;0;"(" @ ")"'), displayText('chữ', '@'), displayText('', '0;0;0;"x"@')]).toEqual(['( chữ )', 'chữ', ''])
  })
})
