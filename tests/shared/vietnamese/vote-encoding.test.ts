import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { isSyllable } from '../../../shared/vietnamese/syllables.ts'
import { encodeTcvn3 } from '../../../shared/vietnamese/tcvn3.ts'
import { encodeVni } from '../../../shared/vietnamese/vni.ts'
import { decodeAs, voteEncoding } from '../../../shared/vietnamese/vote-encoding.ts'

const { fields, tasks } = bundledProgramme()
const labels = [...fields, ...tasks].map(({ label }) => label.vi.normalize('NFC'))
const judged = (texts: readonly string[]) => {
  const { suggestion, confidence } = voteEncoding(texts)
  return [suggestion, confidence]
}

describe('syllables', () => {
  it('knows every word of the programme’s labels, abbreviations aside', () => {
    const words = new Set(labels.flatMap((label) => label.match(/[\p{L}\p{M}]+/gu) ?? []))
    expect([...words].filter((word) => word !== word.toUpperCase() && !isSyllable(word))).toEqual([])
  })

  it.each('một giếng gì giết quốc quyết nghiêng khuỷu ngoằn xoong yếu thuở quý giữa hoặc khoẻ khỏe uỷ ỷ nguyễn tuần'.split(' '))(
    '%s is one',
    (word) => {
      expect(isSyllable(word)).toBe(true)
      expect(isSyllable(word.normalize('NFD').toUpperCase())).toBe(true)
    },
  )

  it.each('Mờng Khơng Hng mêng kà cệ iêu ngê bàc bảt ®éng chaøo tænh xyz'.split(' '))('%s is none', (word) => {
    expect(isSyllable(word)).toBe(false)
  })
})

describe('voting over a column', () => {
  it('suggests what the labels were typed in, and shows them before and after', () => {
    expect(judged(labels)).toEqual(['unicode', 'sure'])
    expect(judged(labels.map(encodeTcvn3))).toEqual(['tcvn3', 'sure'])
    expect(judged(labels.map(encodeVni))).toEqual(['vni', 'sure'])
    const [best] = voteEncoding(labels.map(encodeTcvn3)).candidates
    expect(best).toMatchObject({ encoding: 'tcvn3', samples: { length: 5 } })
    expect(best!.samples.every(({ typed, decoded }) => typed !== decoded && decodeAs(typed, 'tcvn3') === decoded)).toBe(true)
  })

  it('stays unsure where few words tell, and where they are good text either way', () => {
    expect(judged(['mét'])).toEqual(['unicode', 'weak'])
    expect(judged(['Bé'])).toEqual(['unicode', 'weak'])
    expect(judged(['à thì là má, hè'])).toEqual(['unicode', 'weak'])
    expect(judged(['C§CS'])).toEqual(['tcvn3', 'weak'])
    expect(judged(['TØNH ñY H¦NG Y£N'])).toEqual(['tcvn3', 'doubtful'])
    expect(judged(['Liªn ®oµn Lao ®éng tØnh H\u00adng Yªn'])).toEqual(['tcvn3', 'sure'])
    expect(judged(['Lieân ñoaøn Lao ñoäng tænh Höng Yeân'])).toEqual(['vni', 'sure'])
    expect(judged(['abc', '12'])).toEqual(['unicode', 'doubtful'])
  })

  it('is never sure of an old encoding beside texts that can only be Unicode', () => {
    expect(judged(['Liên đoàn Lao động', 'Liªn ®oµn Lao ®éng tØnh H\u00adng Yªn'])).toEqual(['tcvn3', 'doubtful'])
  })

  it('decodes as chosen, but not what is good as typed and nonsense decoded', () => {
    expect(decodeAs('mét', 'tcvn3')).toBe('một')
    expect(decodeAs('khoâng', 'vni')).toBe('không')
    expect(decodeAs('không có', 'vni')).toBe('không có')
    expect(decodeAs('Đảng ủy', 'tcvn3')).toBe('Đảng ủy')
    expect(decodeAs('kh«ng', 'unicode')).toBe('kh«ng')
  })

  it('does not depend on the order or the number of equal texts, and is never surely wrong', () => {
    const encoded = fc.constantFrom(...(['unicode', 'tcvn3', 'vni'] as const))
    fc.assert(
      fc.property(fc.subarray(labels, { minLength: 1 }), encoded, (texts, encoding) => {
        const typed = texts.map((text) => (encoding === 'tcvn3' ? encodeTcvn3(text) : encoding === 'vni' ? encodeVni(text) : text))
        const vote = voteEncoding(typed)
        expect(judged([...typed.toReversed(), ...typed])).toEqual([vote.suggestion, vote.confidence])
        if (vote.confidence === 'sure') expect(vote.suggestion).toBe(encoding)
      }),
    )
  })
})
