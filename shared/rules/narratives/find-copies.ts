import { readSyllables } from './read-syllables.ts'
import { countShared, listShingles, sortedOnce } from './shingles.ts'
import type { NarrativePrint } from './narrative-print.ts'

/** One unit's text under one heading; `owner` is its place in the list. */
export type CopyQuery = {
  prints: readonly (NarrativePrint | undefined)[]
  /** Shingles that everybody was given: the programme, its labels, the guideline. */
  reference: ReadonlySet<number>
  textOf: (owner: number) => string
  copyPercent: number
  /** Texts below this say too little to be copied. */
  fewestSyllables: number
}

/** The text most like this one, how much of the two together is alike (percent), and how many texts are like it. */
export type Copy = { owner: number; other: number; percent: number; alike: number }

/** A shingle that stands in more texts than this is a turn of phrase: the whole province says it so, and nobody copied it. */
const commonFrom = 20
/** What two texts must share of what is kept of them before they are read: as many, and as much of the smaller, percent. */
const fewestShared = 2
const leastShared = 15

/** How much of what has to be alike is more than turns of phrase, percent: nearly all, or one word changed in twelve would hide a copy. */
const ownShare = 95

const ownerRoom = 2 ** 20

/** Up to so many texts all are read to know its turns of phrase; of more, those that are compared. */
const readWhole = 600

/** Pairs that are read before others are served. */
const readAtOnce = 100

/**
 * Copies among texts under one heading: those whose kept shingles meet are read and compared whole (Jaccard over their shingles
 * of four syllables, the reference left out, at least `copyPercent`, nearly all of it more than turns of phrase). Texts that are the
 * same from end to end are found by their whole hash, because a copy that very many sent would pass for a turn of phrase. Does not
 * depend on the order of `prints`, but for ties, which go to the first. In steps, so that others can be served between them.
 */
export function* findCopies(query: CopyQuery): Generator<void, Copy[], void> {
  const { prints, copyPercent } = query
  const kept = keptOf(query)
  const shinglesOf = rememberShingles(query)
  const best = new Map<number, Copy>()
  const like = (owner: number, other: number, percent: number, alike: number): void => {
    const known = best.get(owner)
    if (!known) best.set(owner, { owner, other, percent, alike })
    else if (percent > known.percent || (percent === known.percent && other < known.other))
      Object.assign(known, { other, percent, alike: known.alike + alike })
    else known.alike += alike
  }
  yield
  const groups = sameTexts(query)
  for (const group of groups) for (const owner of group) like(owner, group[0] === owner ? group[1]! : group[0]!, 100, group.length - 1)
  const groupOf = new Map(groups.flatMap((group) => group.map((owner) => [owner, group] as const)))
  yield
  const pairs = candidatePairs(kept, prints.length)
  const texts = prints.length <= readWhole ? [...prints.keys()].filter((owner) => kept[owner]) : [...new Set(pairs.flat())]
  const common = pairs.length === 0 ? new Set<number>() : yield* turnsOfPhrase(texts, shinglesOf)
  const rests = new Map<number, Uint32Array>()
  const restOf = (owner: number): Uint32Array => {
    let rest = rests.get(owner)
    if (!rest) rests.set(owner, (rest = without(shinglesOf(owner), common)))
    return rest
  }
  for (const [index, [a, b]] of pairs.entries()) {
    if (index % readAtOnce === 0) yield
    if (groupOf.has(a) && groupOf.get(a) === groupOf.get(b)) continue
    const [own, other] = [shinglesOf(a), shinglesOf(b)]
    const shared = countShared(own, other)
    const union = own.length + other.length - shared
    if (union === 0 || shared * 100 < copyPercent * union) continue
    if (countShared(restOf(a), restOf(b)) * 10_000 < ownShare * copyPercent * union) continue
    const percent = Math.floor((shared * 100) / union)
    like(a, b, percent, 1)
    like(b, a, percent, 1)
  }
  return [...best.values()].toSorted((a, b) => a.owner - b.owner)
}

const without = (shingles: Uint32Array, common: ReadonlySet<number>): Uint32Array =>
  common.size === 0 ? shingles : shingles.filter((shingle) => !common.has(shingle))

/** What more than `commonFrom` of the texts say. */
function* turnsOfPhrase(owners: readonly number[], shinglesOf: (owner: number) => Uint32Array): Generator<void, Set<number>, void> {
  const lists: Uint32Array[] = []
  for (const [index, owner] of owners.entries()) {
    if (index % readAtOnce === 0) yield
    lists.push(shinglesOf(owner))
  }
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0))
  let end = 0
  for (const list of lists) {
    all.set(list, end)
    end += list.length
  }
  yield
  all.sort()
  const common = new Set<number>()
  for (let at = commonFrom; at < all.length; at++) if (all[at] === all[at - commonFrom]) common.add(all[at]!)
  return common
}

function rememberShingles({ textOf, reference }: CopyQuery): (owner: number) => Uint32Array {
  const known = new Map<number, Uint32Array>()
  return (owner) => {
    let shingles = known.get(owner)
    if (!shingles)
      known.set(owner, (shingles = sortedOnce(listShingles(readSyllables(textOf(owner))).filter((shingle) => !reference.has(shingle)))))
    return shingles
  }
}

const keptOf = ({ prints, reference, fewestSyllables }: CopyQuery): (Uint32Array | undefined)[] =>
  prints.map((print) =>
    print === undefined || print.syllables < fewestSyllables ? undefined : print.kept.filter((shingle) => !reference.has(shingle)),
  )

/** Owners whose texts are the same, by group; those that say only what everybody was given are left out. */
function sameTexts({ prints, reference, textOf, fewestSyllables }: CopyQuery): number[][] {
  const byWhole = new Map<number, number[]>()
  prints.forEach((print, owner) => {
    if (print === undefined || print.syllables < fewestSyllables) return
    const group = byWhole.get(print.whole)
    if (group) group.push(owner)
    else byWhole.set(print.whole, [owner])
  })
  return [...byWhole.values()].filter((group) => {
    if (group.length < 2) return false
    const shingles = listShingles(readSyllables(textOf(group[0]!)))
    return shingles.some((shingle) => !reference.has(shingle))
  })
}

/** Pairs that share enough of what is kept of them; turns of phrase do not count, on either side. */
function candidatePairs(kept: readonly (Uint32Array | undefined)[], owners: number): [number, number][] {
  let total = 0
  for (const some of kept) total += some?.length ?? 0
  const places = new Float64Array(total)
  let at = 0
  kept.forEach((some, owner) => {
    for (const shingle of some ?? []) places[at++] = shingle * ownerRoom + owner
  })
  places.sort()
  const sizes = new Uint32Array(owners)
  const pairs: number[] = []
  for (let from = 0; from < total;) {
    const shingle = Math.floor(places[from]! / ownerRoom)
    let to = from + 1
    while (to < total && Math.floor(places[to]! / ownerRoom) === shingle) to++
    if (to - from <= commonFrom)
      for (let one = from; one < to; one++) {
        const owner = places[one]! % ownerRoom
        sizes[owner]!++
        for (let two = one + 1; two < to; two++) pairs.push(owner * ownerRoom + (places[two]! % ownerRoom))
      }
    from = to
  }
  const sorted = Float64Array.from(pairs).sort()
  const found: [number, number][] = []
  for (let from = 0; from < sorted.length;) {
    let to = from + 1
    while (to < sorted.length && sorted[to] === sorted[from]) to++
    const [a, b] = [Math.floor(sorted[from]! / ownerRoom), sorted[from]! % ownerRoom]
    const shared = to - from
    if (shared >= fewestShared && shared * 100 >= leastShared * Math.min(sizes[a]!, sizes[b]!)) found.push([a, b])
    from = to
  }
  return found
}
