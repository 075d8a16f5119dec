import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainCell } from '../../../shared/domain/workbook.ts'
import { formatCount } from '../../../shared/vietnamese/format-number.ts'
import { profileCounts } from '../../../shared/vietnamese/profile-counts.ts'
import { readCount } from '../../../shared/vietnamese/read-count.ts'

const base: PlainCell = { row: 1, column: 3, kind: 'text', value: '', numberFormat: 'General', fontName: 'Times New Roman' }
const typed = (value: string): PlainCell => ({ ...base, value })
const stored = (value: number, numberFormat = 'General'): PlainCell => ({ ...base, kind: 'number', value, numberFormat })
const column = (...values: (string | number)[]): PlainCell[] =>
  values.map((value) => (typeof value === 'number' ? stored(value) : typed(value)))

describe('what a comma before three digits means in a column', () => {
  it.each([
    [['1,234', '1,234,567'], 'groups'],
    [['1,234', '1,234.5'], 'groups'],
    [['1,234', '12.5'], 'groups'],
    [['1,234', '12,5'], 'decimals'],
    [['1,234', '0,123'], 'decimals'],
    [['1,234', '1.234.567'], 'decimals'],
    [['1,234', '1.234,5'], 'decimals'],
    [['1,234', '12,5 %'], 'decimals'],
    [['1,234', '1,234,567', '12,5'], 'ask'],
    [['1,234', '1,234,567', '1.234.567'], 'ask'],
    [['1,234'], 'ask'],
    [['1,234', '2,345', '45', 1234], 'ask'],
    [['1,234', '1.234'], 'ask'],
    [['1,234', '05/02/2026', '45/50', '15-BC/ĐU', 'chưa có'], 'ask'],
    [[], 'ask'],
  ] as const)('%j: %s', (values, separators) => {
    expect(profileCounts(column(...values)).separators).toBe(separators)
  })

  it('listens to the neighbours only where the column itself says nothing and holds whole numbers alone', () => {
    const beside = (values: string[], ...own: PlainCell[]) => profileCounts(own, { neighbours: column(...values) }).separators
    expect(beside(['90.5%'], typed('1,234'))).toBe('groups')
    expect(beside(['90,5%'], typed('1,234'))).toBe('decimals')
    expect(beside(['90.5%', '12,5'], typed('1,234'))).toBe('ask')
    expect(beside(['90.5%'], typed('1,234'), stored(12.5))).toBe('ask')
    expect(beside(['90.5%'], typed('1,234'), stored(12, '#,##0.00'))).toBe('ask')
    expect(beside(['90.5%'], typed('1,234'), stored(0.9, '0%'))).toBe('ask')
    expect(beside(['90.5%'], typed('1,234'), typed('1.234'))).toBe('ask')
    expect(beside(['90.5%'], typed('1,234'), typed('12,5'))).toBe('decimals')
  })

  it('asks about dots only where the column used them as decimal marks, or commas to group', () => {
    expect(profileCounts(column('1.234', '45')).dots).toBe('groups')
    expect(profileCounts(column('1.234', '1,234')).dots).toBe('groups')
    expect(profileCounts(column('1.234', '12.5')).dots).toBe('ask')
    expect(profileCounts(column('1.234', '1,234,567')).dots).toBe('ask')
  })

  it('says what it saw, formats and decoded fonts included', () => {
    const cells = [...column('1,234', '1.234', '12 người', 7, 'abc'), stored(0.9, '0%'), stored(1.5), undefined]
    expect(profileCounts(cells).evidence).toEqual({
      commaGroups: 0,
      commaDecimals: 0,
      dotGroups: 0,
      dotDecimals: 0,
      commaBeforeThree: 1,
      dotBeforeThree: 1,
      percents: 1,
      fractions: 1,
      plain: 2,
    })
  })

  const someCell = fc.oneof(
    fc.constantFrom('1,234', '1.234', '12,5', '12.5', '1,234,567', '1.234.567', '90,5%', '45', '-', '1.234,5', '02 cuộc').map(typed),
    fc.constantFrom(12, 12.5, 1234).map((value) => stored(value)),
  )
  const cells = fc.array(someCell, { maxLength: 8 })

  it('does not depend on the order of cells, and plain numbers change nothing', () => {
    fc.assert(
      fc.property(cells, fc.array(fc.nat({ max: 9999 })), (list, plain) => {
        const profile = profileCounts(list)
        expect(profileCounts(list.toReversed())).toEqual(profile)
        const { separators, dots } = profileCounts([...plain.map((value) => stored(value)), ...list])
        expect({ separators, dots }).toEqual({ separators: profile.separators, dots: profile.dots })
      }),
    )
  })

  it('reads a column of counts back as printed, in either language, or asks', () => {
    const counts = fc.array(fc.nat({ max: 99_999_999 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(counts, fc.constantFrom('vi' as const, 'en' as const), (list, language) => {
        const printed = list.map((count) => typed(formatCount(count, language)))
        const profile = profileCounts(printed)
        const read = printed.map((cell) => readCount(cell, profile))
        read.forEach(({ reading, trouble }, index) => expect(trouble ?? reading.value).toBe(trouble === null ? list[index] : 'ambiguous'))
        // Two groups anywhere settle the column; so does Vietnamese printing.
        if (language === 'vi' || list.some((count) => count >= 1_000_000)) expect(read.every(({ trouble }) => trouble === null)).toBe(true)
      }),
    )
  })
})
