import type { Passage } from '../../domain/review.ts'

/** How much of the surroundings is kept to tell two places with the same words apart. In UTF-16 units. */
const contextLength = 48
/** Surroundings shorter than this prove nothing about a passage whose own words have changed; neither do fewer words with what surrounds them. */
const leastContext = 12

/** `found`: the same words; `changed`: between the same surroundings stand other words; `lost`: nowhere, or nowhere for sure. */
export type Anchored = { state: 'found' | 'changed'; start: number; end: number } | { state: 'lost' }

/** The passage between two places of an NFC text; null where it is empty or outside. */
export function takePassage(text: string, start: number, end: number): Passage | null {
  if (!(start >= 0 && end <= text.length && start < end) || text.slice(start, end).trim() === '') return null
  return {
    start,
    end,
    quote: text.slice(start, end),
    before: text.slice(Math.max(0, start - contextLength), start),
    after: text.slice(end, end + contextLength),
  }
}

/**
 * S4: where a passage stands in another version of its text. Only one place can be the right one: of several with the same
 * words the one whose surroundings agree most, and none when two agree alike. White space is compared as one blank.
 */
export function anchorPassage(passage: Passage, text: string): Anchored {
  const plain = squeeze(text)
  const quote = squeeze(passage.quote).text.trim()
  if (quote === '') return { state: 'lost' }
  const places = placesOf(plain.text, quote)
  if (places.length === 0) return findBetween(passage, plain)
  const [before, after] = [squeeze(passage.before).text, squeeze(passage.after).text]
  const scored = places.map((at) => ({
    at,
    score: sharedEnd(plain.text.slice(0, at), before) + sharedStart(plain.text.slice(at + quote.length), after),
  }))
  const best = Math.max(...scored.map(({ score }) => score))
  const [only, second] = scored.filter(({ score }) => score === best)
  if (!only || second) return { state: 'lost' }
  // A word or a number alone stands somewhere by chance.
  const whole = before.trim().length + quote.length + after.trim().length
  if (quote.length + only.score < Math.min(leastContext, whole)) return { state: 'lost' }
  return { state: 'found', start: plain.places[only.at]!, end: plain.places[only.at + quote.length - 1]! + 1 }
}

/** Other words between the same surroundings, both of which stand exactly once and in order. */
function findBetween({ before, after, quote }: Passage, plain: Squeezed): Anchored {
  const [head, tail] = [squeeze(before).text.trim(), squeeze(after).text.trim()]
  if (head.length < leastContext || tail.length < leastContext) return { state: 'lost' }
  const [heads, tails] = [placesOf(plain.text, head), placesOf(plain.text, tail)]
  if (heads.length !== 1 || tails.length !== 1) return { state: 'lost' }
  const from = heads[0]! + head.length
  const to = tails[0]!
  const between = plain.text.slice(from, to).trim()
  if (to <= from || between === '' || between.length > quote.length * 2 + contextLength) return { state: 'lost' }
  const start = plain.text.indexOf(between, from)
  return { state: 'changed', start: plain.places[start]!, end: plain.places[start + between.length - 1]! + 1 }
}

type Squeezed = { text: string; places: readonly number[] }

/** Runs of white space as one blank; `places` leads back to the text as it was. */
function squeeze(text: string): Squeezed {
  let out = ''
  const places: number[] = []
  for (let at = 0; at < text.length; at++) {
    const isBlank = /\s/u.test(text[at]!)
    if (isBlank && out.endsWith(' ')) continue
    out += isBlank ? ' ' : text[at]!
    places.push(at)
  }
  return { text: out, places }
}

function placesOf(text: string, part: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) places.push(at)
  return places
}

function sharedEnd(a: string, b: string): number {
  let count = 0
  while (count < a.length && count < b.length && a[a.length - 1 - count] === b[b.length - 1 - count]) count++
  return count
}

function sharedStart(a: string, b: string): number {
  let count = 0
  while (count < a.length && count < b.length && a[count] === b[count]) count++
  return count
}
