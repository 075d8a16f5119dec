import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAtOnce } from '../../../../electron/store/one-moment.ts'
import { bundledProgramme } from '../../../../shared/programmes/bundled-programme.ts'
import { findCopies, type Copy } from '../../../../shared/rules/narratives/find-copies.ts'
import { findPassages } from '../../../../shared/rules/narratives/find-passages.ts'
import { packPrints, printNarrative, unpackPrints } from '../../../../shared/rules/narratives/narrative-print.ts'
import { referenceShingles } from '../../../../shared/rules/narratives/reference-shingles.ts'
import { changeWords, turnsOfPhrase, writeNarrative } from '../../../kit/narrative-corpus.ts'
import { seededRandom } from '../../../kit/seeded-random.ts'

const draw = seededRandom(7)
const reference = referenceShingles(bundledProgramme())

function copiesIn(texts: readonly string[], given: ReadonlySet<number> = new Set()): Copy[] {
  const prints = texts.map((text) => printNarrative('tsk.1.1', text))
  return readAtOnce(findCopies({ prints, reference: given, textOf: (owner) => texts[owner]!, copyPercent: 30, fewestSyllables: 15 }))
}
const pairsOf = (copies: readonly Copy[]): number[][] => copies.map(({ owner, other, alike }) => [owner, other, alike])
const others = Array.from({ length: 60 }, () => writeNarrative(draw))

describe('findCopies', () => {
  it('[N3] finds a copy with some words changed, told to both, and no other', () => {
    const copy = changeWords(draw, others[4]!, 8)
    const found = copiesIn([...others, copy])
    expect(pairsOf(found)).toEqual([
      [4, 60, 1],
      [60, 4, 1],
    ])
    expect(found[0]!.percent).toBeGreaterThanOrEqual(30)
  })

  it('[N3] does not mind case, the form of letters, numbers and where lines break', () => {
    const copy = others[4]!.toUpperCase().replace(/\d+/g, '7').replaceAll(' ', '\n')
    expect(copiesIn([...others, copy])).toMatchObject([
      { owner: 4, other: 60, percent: 100 },
      { owner: 60, other: 4, percent: 100 },
    ])
  })

  it('[N3] sees what very many sent, which no shingle tells any more', () => {
    const same = writeNarrative(draw)
    const found = copiesIn([...others, ...Array.from({ length: 30 }, () => same)])
    expect(found).toHaveLength(30)
    expect(found[0]).toEqual({ owner: 60, other: 61, percent: 100, alike: 29 })
    expect(found[29]).toEqual({ owner: 89, other: 60, percent: 100, alike: 29 })
  })

  it('[N3] takes no turn of phrase for a copy, nor a text of the programme that two sent', () => {
    expect(copiesIn(others.map((text) => `${turnsOfPhrase.join(' ')} ${text}`))).toEqual([])
    const { text } = bundledProgramme().tasks[0]!.source
    expect(copiesIn([...others, text, text], reference)).toEqual([])
    expect(copiesIn([...others, text, text])).toHaveLength(2)
    expect(copiesIn(['Đã triển khai.', 'Đã triển khai.'])).toEqual([])
  })

  it('[N3] counts no sentence that half the province wrote as alike, though a few words of their own bring two together', () => {
    const sentences = Array.from({ length: 4 }, () => writeNarrative(draw))
    const said = (unit: number): string[] => sentences.filter((_, index) => index !== unit % 4)
    const [shared, own] = [writeNarrative(draw).slice(0, 120), (): string => writeNarrative(draw).slice(0, 90)]
    const texts = others.map((_, unit) => [...said(unit), unit < 6 ? shared : own(), own()].join('\n'))
    expect(copiesIn(texts)).toEqual([])
    expect(pairsOf(copiesIn([...texts, changeWords(draw, writeNarrative(draw), 0), others[4]!, changeWords(draw, others[4]!, 5)]))).toEqual(
      [
        [61, 62, 1],
        [62, 61, 1],
      ],
    )
  })

  it('[N3] does not depend on the order of the texts', () => {
    const texts = [...others.slice(0, 12), changeWords(draw, others[3]!, 5), changeWords(draw, others[3]!, 12), others[7]!]
    const places = texts.map((_, place) => place)
    const named = (order: readonly number[]): string[] =>
      copiesIn(order.map((place) => texts[place]!))
        .map(({ owner, percent, alike }) => `${order[owner]} ${percent} ${alike}`)
        .toSorted()
    const plain = named(places)
    expect(plain).toHaveLength(5)
    fc.assert(
      fc.property(fc.shuffledSubarray(places, { minLength: texts.length }), (order) => {
        expect(named(order)).toEqual(plain)
      }),
      { numRuns: 15 },
    )
  })
})

describe('prints', () => {
  it('[N4] come back as they were kept', () => {
    const prints = [printNarrative('tsk.1.1', others[0]!), printNarrative('tsk.5.2', 'Đã làm'), printNarrative('tsk.2.1', others[1]!)]
    expect(unpackPrints(packPrints(prints))).toEqual(prints)
    expect(unpackPrints(packPrints([]))).toEqual([])
  })

  it('[N4] tell texts apart that differ in a number only', () => {
    const [one, two] = [printNarrative('t', 'mở 12 lớp cho công nhân'), printNarrative('t', 'mở 13 lớp cho công nhân')]
    expect(one.kept).toEqual(two.kept)
    expect(one.whole).not.toBe(two.whole)
  })
})

describe('findPassages', () => {
  it('[N3] gives what is alike as ranges of both texts', () => {
    const own = `Mở đầu riêng của xã. ${others[0]!.slice(0, 200)} Kết thúc.`
    const passages = findPassages(own, others[0]!)
    expect(passages).toHaveLength(1)
    const [{ start, end, otherStart, otherEnd }] = passages as [(typeof passages)[number]]
    expect(own.slice(start, end)).toBe(others[0]!.slice(otherStart, otherEnd))
    expect(own.slice(0, start)).toBe('Mở đầu riêng của xã. ')
  })

  it('[N3] stays within both texts, in order, whatever the texts', () => {
    const words = fc
      .array(fc.constantFrom('đã', 'mở', 'lớp', '12', '1.234,5', 'Xã', 'é', '😀', '.', '\n'), { maxLength: 30 })
      .map((some) => some.join(' '))
    fc.assert(
      fc.property(words, words, (own, other) => {
        let from = 0
        for (const { start, end, otherStart, otherEnd } of findPassages(own, other)) {
          expect(from <= start && start < end && end <= own.length && otherStart < otherEnd && otherEnd <= other.length).toBe(true)
          const plain = (text: string): string =>
            text
              .toLowerCase()
              .replace(/\d[\d.,]*/g, '0')
              .replace(/[^\p{L}\d]+/gu, ' ')
              .trim()
          expect(plain(own.slice(start, end))).toBe(plain(other.slice(otherStart, otherEnd)))
          from = end
        }
      }),
    )
  })
})
