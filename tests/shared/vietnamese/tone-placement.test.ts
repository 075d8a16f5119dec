import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textKey } from '../../../shared/vietnamese/text-key.ts'
import { placeTones, type TonePlacement } from '../../../shared/vietnamese/tone-placement.ts'

const placements: readonly TonePlacement[] = ['first_vowel', 'second_vowel']
const words = 'ỦY Uỷ ủy uỷ hòa hoà HOÀ Hòa khỏe khoẻ Thụy thuỷ quý quỷ quỳ khuỷu hoàn toàn hoài huỳnh xoá òa'.split(' ')

describe('ST5: the place of tone marks', () => {
  it('moves the tone of open oa, oe, uy, in every case of letters', () => {
    expect(placeTones('Tỉnh ủy, ỦY BAN, hòa giải, khỏe, Thụy Anh', 'second_vowel')).toBe('Tỉnh uỷ, UỶ BAN, hoà giải, khoẻ, Thuỵ Anh')
    expect(placeTones('Tỉnh uỷ, UỶ BAN, hoà giải, khoẻ, Thuỵ Anh', 'first_vowel')).toBe('Tỉnh ủy, ỦY BAN, hòa giải, khỏe, Thụy Anh')
  })

  it('leaves what has one spelling only: quý, closed rhymes, rhymes of three vowels', () => {
    const fixed = 'quý, quỷ, quỳ, hoàn toàn, hoài, huỳnh, khuỷu, thuở, qùa'
    for (const placement of placements) expect(placeTones(fixed, placement)).toBe(fixed)
  })

  it('never changes the identity of a text, and there is a way back', () => {
    const texts = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(texts, fc.constantFrom(...placements), (text, placement) => {
        const placed = placeTones(text, placement)
        expect(textKey(placed)).toBe(textKey(text))
        expect(placeTones(placed, placement)).toBe(placed)
        expect(placed).toBe(placed.normalize('NFC'))
      }),
    )
  })
})
