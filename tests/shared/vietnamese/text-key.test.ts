import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasWords, nameKey, searchFold, textKey, tidyText } from '../../../shared/vietnamese/text-key.ts'
import { compareVietnamese } from '../../../shared/vietnamese/collation.ts'

const word = fc.string({
  unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ '.split('')),
  maxLength: 30,
})

describe('textKey', () => {
  it.each([
    ['Thuỵ Anh', 'Thụy Anh'],
    ['Uỷ ban', 'Ủy ban'],
    ['khoẻ', 'khỏe'],
    ['58 - CT/TW', '58-CT/TW'],
    ['58 – CT/TW', '58-CT/TW'],
    ['hoà', 'hòa'],
    ['Hưng\u00a0 Yên ', 'Hưng Yên'],
    ['e\u0301\u0302', 'ế'],
    ['Ðông Hưng', 'Đông Hưng'],
    ['Diên\u200b Hà', 'Diên Hà'],
  ])('takes %j and %j for the same text', (left, right) => {
    expect(textKey(left)).toBe(textKey(right))
  })

  it.each([
    ['Toàn', 'Toản'],
    ['Đông', 'Dông'],
    ['Tân Tiến', 'Tiên Tiến'],
    ['ma', 'mà'],
    ['HƯNG', 'Hưng'],
    ['Vũ Thư', 'Thư Vũ'],
  ])('keeps %j and %j apart', (left, right) => {
    expect(textKey(left)).not.toBe(textKey(right))
  })

  it('knows a text without words from one with some', () => {
    const odd = fc.stringMatching(/^[ \u00a0\u00ad\u200b\ufeff\n\tàa.]{0,4}$/)
    fc.assert(fc.property(fc.oneof(odd, fc.string()), (text) => hasWords(text) === (tidyText(text) !== '')))
  })
  it('does not depend on the normal form of its input', () => {
    fc.assert(fc.property(word, (text) => textKey(text.normalize('NFD')) === textKey(text) && textKey(tidyText(text)) === textKey(text)))
  })

  it('nameKey ignores case, also in NFD', () => {
    expect(nameKey('ĐẢNG UỶ XÃ DIÊN HÀ'.normalize('NFD'))).toBe(nameKey('Đảng ủy xã Diên Hà'))
  })
})

describe('searchFold', () => {
  it.each([
    ['Đông Hưng', 'dong hung'],
    ['Thái Thuỵ', 'thai thuy'],
    ['ƯU ĐIỂM', 'uu diem'],
    ['58 - CT/TW', '58-ct/tw'],
  ])('folds %j to %j', (text, folded) => {
    expect(searchFold(text)).toBe(folded)
    expect(searchFold(text.normalize('NFD'))).toBe(folded)
  })
})

describe('compareVietnamese', () => {
  it('orders tones huyền, hỏi, ngã, sắc, nặng', () => {
    expect(['mạ', 'má', 'mã', 'mả', 'mà', 'ma'].toSorted(compareVietnamese)).toEqual(['ma', 'mà', 'mả', 'mã', 'má', 'mạ'])
  })
  it('puts đ after d, ă and â after a, numbers by value', () => {
    expect(['Đại Đồng', 'Ân Thi', 'Diên Hà', 'Ái Quốc', 'Yên Mỹ'].toSorted(compareVietnamese)).toEqual([
      'Ái Quốc',
      'Ân Thi',
      'Diên Hà',
      'Đại Đồng',
      'Yên Mỹ',
    ])
    expect(['Biểu 10', 'Biểu 2'].toSorted(compareVietnamese)).toEqual(['Biểu 2', 'Biểu 10'])
  })
  it('is 0 only for the same string', () => {
    expect(compareVietnamese('Hà', 'Hà'.normalize('NFD'))).not.toBe(0)
    expect(compareVietnamese('Hà', 'Hà')).toBe(0)
  })
})
