import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bundledUnits } from '../../../shared/programmes/bundled-units.ts'
import { findUnitNames, indexUnits } from '../../../shared/rules/find-unit-names.ts'

const units = bundledUnits()
const index = indexUnits(units)
const communes = units.filter((unit) => unit.line === 'territorial')
const codeOf = (place: string): string => communes.find((unit) => unit.name.endsWith(` ${place}`))!.code
const named = (text: string): string[] => findUnitNames(text, index).map((one) => one.unit)
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')

describe('findUnitNames', () => {
  it('finds a commune by every way offices write its name', () => {
    for (const text of [
      'BC xã Tiên La lần 2 (sửa)',
      'bc_xa_tien_la_2026',
      'BaoCaoXaTienLa',
      'TienLa',
      'xatienla',
      'tienla v2',
      'Đảng uỷ xã Tiên La',
      'X. Tiên La',
      'Xã Tiên La'.normalize('NFD'),
    ])
      expect(named(text), text).toEqual([codeOf('Tiên La')])
  })

  it('knows codes, whole and by their number', () => {
    expect(findUnitNames('org.du_xa.12634', index)).toEqual([{ unit: 'org.du_xa.12634', form: 'code' }])
    expect(findUnitNames('12634-tien-lu', index)).toEqual(
      [
        { unit: codeOf('Tiên Lữ'), form: 'bare' },
        { unit: 'org.du_xa.12634', form: 'code' },
      ].toSorted((a, b) => (a.unit < b.unit ? -1 : 1)),
    )
    expect(named('126341')).toEqual([])
  })

  it('takes the longest name: a name inside another one names nobody', () => {
    expect(named('BC xã Nam Thái Ninh')).toEqual([codeOf('Nam Thái Ninh')])
    expect(named('bac dong hung')).toEqual([codeOf('Bắc Đông Hưng')])
    expect(named('Dong Hung')).toEqual([codeOf('Đông Hưng')])
    expect(named('Thuỵ Anh')).toEqual(named('Thụy Anh'))
  })

  it('does not take a former district, town or province for the commune of that name', () => {
    for (const text of ['huyện Tiên Lữ', 'huyen_dong_hung', 'tỉnh Thái Bình', 'TP Thái Bình', 'thành phố Thái Bình', 'thị trấn Khoái Châu'])
      expect(named(text), text).toEqual([])
  })

  it('compares marked words with their marks', () => {
    expect(named('tiến hóa')).toEqual([])
    expect(named('Tiên Hoa')).toEqual([codeOf('Tiên Hoa')])
    expect(named('chị minh')).toEqual([])
  })

  it('takes a name that is there to the letter, where the text has marks, before one that would need more of them', () => {
    const alike = indexUnits([
      { code: 'a', name: 'Đảng ủy xã An La', kind: 'xa', aliases: [] },
      { code: 'b', name: 'Đảng ủy xã Ân La', kind: 'xa', aliases: [] },
    ])
    const of = (text: string): string[] => findUnitNames(text, alike).map((one) => one.unit)
    expect(of('Báo cáo xã An La')).toEqual(['a'])
    expect(of('Báo cáo xã Ân La')).toEqual(['b'])
    expect(of('Đảng ủy xã An La và xã Ân La')).toEqual(['a', 'b'])
    // Written without any mark it may be either, and a person says which.
    expect(of('BC xa An La')).toEqual(['a', 'b'])
    expect(of('bc_xa_anla')).toEqual(['a', 'b'])
  })

  it('names each of the 104 alone, with and without marks, and never a neighbour', () => {
    expect(communes).toHaveLength(104)
    for (const unit of communes) {
      const place = unit.name.replace('Đảng ủy ', '')
      expect(named(place), place).toEqual([unit.code])
      expect(named(fold(place)), fold(place)).toEqual([unit.code])
      expect(named(fold(place).replace(/ /g, '_').toLowerCase())).toEqual([unit.code])
    }
  })

  it('is total and finds nothing in other words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(findUnitNames(text, index))),
      { numRuns: 50 },
    )
    for (const text of ['', 'Báo cáo 6 tháng đầu năm 2026.xlsx', 'BC lan 2 sua (1)', 'Book1']) expect(named(text), text).toEqual([])
  })
})
