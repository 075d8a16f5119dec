/** Open syllables on oa, oe, uy, where two orthographies put the tone on different vowels: hòa and hoà, ủy and uỷ. */
const rhymes = [
  { first: 'òóỏõọ', closing: 'a', plain: 'o', second: 'àáảãạ' },
  { first: 'òóỏõọ', closing: 'e', plain: 'o', second: 'èéẻẽẹ' },
  { first: 'ùúủũụ', closing: 'y', plain: 'u', second: 'ỳýỷỹỵ' },
]
const pairs = rhymes.flatMap(({ first, closing, plain, second }) =>
  Array.from(first, (tone, index): [string, string] => [`${tone}${closing}`, `${plain}${second.charAt(index)}`]),
)

const inCases = (pair: readonly [string, string]): [string, string][] => {
  const cases = [(text: string) => text, (text: string) => text.toLocaleUpperCase('vi'), upperFirst]
  return cases.map((cased) => [cased(pair[0]), cased(pair[1])])
}
const upperFirst = (text: string): string => `${text.slice(0, 1).toLocaleUpperCase('vi')}${text.slice(1)}`

const toSecond = new Map(pairs.flatMap(inCases))
const toFirst = new Map([...toSecond].map(([first, second]) => [second, first]))

/** A rhyme at the end of its syllable; after `q` the u belongs to the onset, and `quý` has one spelling only. */
const rhymeOf = (known: ReadonlyMap<string, string>): RegExp =>
  new RegExp(`(?<![qQ])(?:${[...known.keys()].join('|')})(?![\\p{L}\\p{M}])`, 'gu')
const firstForms = rhymeOf(toSecond)
const secondForms = rhymeOf(toFirst)

export type TonePlacement = 'first_vowel' | 'second_vowel'

/** NFC text with the tones of open oa, oe, uy on the vowel that is asked for; nothing else changes. */
export function placeTones(text: string, placement: TonePlacement): string {
  const [forms, known] = placement === 'second_vowel' ? [firstForms, toSecond] : [secondForms, toFirst]
  return text.replace(forms, (rhyme) => known.get(rhyme) ?? rhyme)
}
