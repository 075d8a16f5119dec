/**
 * What becomes of each file of one run: a function of the set of files and of what stands in the store, never of the
 * order or timing in which they were read.
 */

import type { Id } from '../../shared/domain/identity.ts'

export type IdentifiedFile = {
  path: string
  sha256: string
  /** Hash over what the file says; for a file that could not be mapped, of its bytes. */
  contentSha256: string
  unit: string | null
  /** A person must decide before the file can belong to a unit's versions: unit, period, programme or layout. */
  isInDoubt: boolean
}

/** A version in the store that counts or waits. */
export type StandingVersion = {
  submission: string
  unit: string | null
  state: 'effective' | 'held'
  sha256: string
  contentSha256: string
  /** Held only because of another version of the same unit or the closing; false while it is in doubt itself. */
  isVersion: boolean
}

export type Decision =
  | { outcome: 'imported' }
  /** `file` = index of the file of this run whose content it repeats; `receipt` = that of the attached paper with the same bytes. */
  | { outcome: 'duplicate'; of: { submission: string } | { file: number } | { receipt: Id } }
  | { outcome: 'held'; why: 'in_doubt' | 'differs' | 'several' | 'after_close' }

const byPath = (a: ArrivedPaper, b: ArrivedPaper): number =>
  a.path === b.path ? (a.sha256 < b.sha256 ? -1 : a.sha256 > b.sha256 ? 1 : 0) : a.path < b.path ? -1 : 1

/** One decision per file, in the order of `files`. Of equal contents the first by path stands for the others. */
export function decideOutcomes(files: readonly IdentifiedFile[], standing: readonly StandingVersion[], isClosed: boolean): Decision[] {
  const decisions = new Map<number, Decision>()
  const order = files.map((_, index) => index).toSorted((a, b) => byPath(files[a]!, files[b]!))
  const sure = order.filter((index) => !files[index]!.isInDoubt)
  for (const [unit, own] of Map.groupBy(sure, (index) => files[index]!.unit))
    decideUnit(
      files,
      own,
      standing.filter((version) => version.unit === unit && (version.state === 'effective' || version.isVersion)),
      isClosed,
      decisions,
    )
  // The same bytes under a doubtful name say nothing new: they count as what they are, once.
  const firstByBytes = new Map<string, number>()
  for (const index of sure) if (!firstByBytes.has(files[index]!.sha256)) firstByBytes.set(files[index]!.sha256, index)
  for (const index of order.filter((one) => files[one]!.isInDoubt)) {
    const { sha256 } = files[index]!
    const stands = standing.find((version) => version.sha256 === sha256)
    const first = firstByBytes.get(sha256)
    if (stands) decisions.set(index, { outcome: 'duplicate', of: { submission: stands.submission } })
    else if (first !== undefined) decisions.set(index, { outcome: 'duplicate', of: { file: first } })
    else {
      firstByBytes.set(sha256, index)
      decisions.set(index, { outcome: 'held', why: 'in_doubt' })
    }
  }
  return files.map((_, index) => decisions.get(index)!)
}

function decideUnit(
  files: readonly IdentifiedFile[],
  own: readonly number[],
  standing: readonly StandingVersion[],
  isClosed: boolean,
  decisions: Map<number, Decision>,
): void {
  const hasEffective = standing.some((version) => version.state === 'effective')
  const contents = [...Map.groupBy(own, (index) => files[index]!.contentSha256)]
  const isKnown = (content: string): StandingVersion | undefined => standing.find((version) => version.contentSha256 === content)
  const fresh = contents.filter(([content]) => !isKnown(content)).length
  for (const [content, [first, ...others]] of contents) {
    const known = isKnown(content)
    if (known) for (const index of [first!, ...others]) decisions.set(index, { outcome: 'duplicate', of: { submission: known.submission } })
    else {
      decisions.set(first!, decideFresh(isClosed, hasEffective, fresh > 1 || standing.length > 0))
      for (const index of others) decisions.set(index, { outcome: 'duplicate', of: { file: first! } })
    }
  }
}

function decideFresh(isClosed: boolean, hasEffective: boolean, hasRivals: boolean): Decision {
  if (isClosed) return { outcome: 'held', why: 'after_close' }
  if (hasEffective) return { outcome: 'held', why: 'differs' }
  return hasRivals ? { outcome: 'held', why: 'several' } : { outcome: 'imported' }
}

export type ArrivedPaper = { path: string; sha256: string }

/**
 * Papers are told apart by their bytes alone: `attached` gives the receipt that brought them before. null = attached now, the
 * first by path for all that are equal.
 */
export function decidePapers(
  papers: readonly ArrivedPaper[],
  attached: ReadonlyMap<string, Id>,
): ({ outcome: 'duplicate'; of: { file: number } | { receipt: Id } } | null)[] {
  const firsts = new Map<string, number>()
  for (const index of papers.map((_, at) => at).toSorted((a, b) => byPath(papers[a]!, papers[b]!)))
    if (!firsts.has(papers[index]!.sha256)) firsts.set(papers[index]!.sha256, index)
  return papers.map(({ sha256 }, index) => {
    const receipt = attached.get(sha256)
    if (receipt !== undefined) return { outcome: 'duplicate', of: { receipt } }
    const first = firsts.get(sha256)!
    return first === index ? null : { outcome: 'duplicate', of: { file: first } }
  })
}
