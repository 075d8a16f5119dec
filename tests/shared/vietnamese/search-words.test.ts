import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptAround, findWords, hasWords, rankWords, searchWords } from '../../../shared/vietnamese/search-words.ts'
import { searchFold } from '../../../shared/vietnamese/text-key.ts'

const letters = 'aăâàáảãạđĐeêuưoơyỳ NGHiêng123.,-'
const vietnamese = fc.array(fc.constantFrom(...Array.from(letters)), { maxLength: 60 }).map((parts) => parts.join(''))

describe('searchWords', () => {
  it('gives folded words once', () => expect(searchWords('  Đào-tạo NGHỀ, đào ')).toEqual(['dao', 'tao', 'nghe']))

  it('finds words by their beginnings only', () => {
    expect(hasWords(searchFold('Đào tạo nghề'), searchWords('ngh đao'))).toBe(true)
    expect(hasWords(searchFold('Đào tạo nghề'), searchWords('ghe'))).toBe(false)
    expect(hasWords('', [])).toBe(true)
  })

  it('puts what begins with the query before what holds it, and that before scattered words', () => {
    const words = searchWords('xã tiên')
    expect(['Xã Tiên La', 'Đảng ủy xã Tiên La', 'Tiên Lữ, xã'].map((text) => rankWords(searchFold(text), words))).toEqual([0, 1, 2])
    expect(rankWords(searchFold('Phường Thái Bình'), words)).toBeUndefined()
  })

  it('finds every text by any of its own words, whatever the marks', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        const words = searchWords(text)
        return hasWords(searchFold(text), words) && hasWords(searchFold(text.normalize('NFD')), words)
      }),
    )
  })

  it('shows places that hold exactly what was looked for, in order and apart', () => {
    fc.assert(
      fc.property(vietnamese, vietnamese, (text, query) => {
        const words = searchWords(query)
        let last = 0
        for (const { from, to } of findWords(text, words)) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(words).toContain(searchFold(text.slice(from, to)))
          last = to
        }
      }),
    )
  })

  it('cuts an excerpt round the first place, between words', () => {
    const text = `${'mở đầu '.repeat(30)}kinh phí đào tạo ${'phần cuối '.repeat(30)}`
    const excerpt = excerptAround(text, searchWords('dao tao'), 80)
    expect(excerpt).toMatch(/^….*kinh phí đào tạo phần cuối.*…$/)
    expect(excerpt.length).toBeLessThanOrEqual(90)
    expect(excerptAround(' ngắn\n thôi ', [], 80)).toBe('ngắn thôi')
  })
})
