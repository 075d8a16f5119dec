import type { Instant } from './identity.ts'

/** Why a later revision is more than an addition that a signed paper may get. */
export const changeProblems = [
  'page_added',
  'page_removed',
  'page_swapped',
  'page_changed',
  'content_changed',
  'catalog_changed',
  'form_changed',
  'field_changed',
  'annotation_added',
  'covered',
  'information_changed',
  'no_changes_allowed',
  'unreadable',
] as const
export type ChangeProblem = (typeof changeProblems)[number]

/**
 * `trusted`: leads to a pinned certificate, every one on the way was valid then and may do what it does. `unknown`: leads to none
 * that is pinned, or the time is not known. `untrusted`: leads there, but not rightly: `why`.
 */
export type ChainVerdict =
  | { trust: 'trusted'; anchor: string }
  | { trust: 'unknown'; why: 'no_anchor' | 'no_time' }
  | { trust: 'untrusted'; why: 'not_valid_then' | 'not_an_authority' | 'not_for_signing' }

/** Everything that can be said of one signature by itself; what came after it is judged apart. */
export type SignatureFinding = {
  field: string
  kind: 'signature' | 'timestamp'
  /** Where the signature itself stands, and the first byte behind what it covers. */
  at: number
  end: number
  range: 'exact' | 'gap' | 'no_range'
  digest: 'right' | 'wrong' | 'weak' | 'unreadable'
  signer: string
  organisation: string | undefined
  /** Undefined when the empty field was made for nobody by name. */
  isIntendedSigner: boolean | undefined
  intendedFor: string | undefined
  signedAt: Instant | undefined
  hasTimestamp: boolean
  chain: ChainVerdict
}

/**
 * What the bytes of a file say about themselves; only a `readable` one has findings. `later`: what was done to the paper after
 * its first signature; `tail`: bytes that no signature covers; `identifier`: the file's own, hex.
 */
export type PdfVerdict = {
  readable: 'yes' | 'not_pdf' | 'damaged' | 'encrypted' | 'too_large'
  identifier: string | undefined
  signatures: readonly SignatureFinding[]
  later: { problems: readonly ChangeProblem[]; signatures: number; number: boolean; day: boolean }
  tail: number
  integrity: boolean
  trust: 'trusted' | 'unknown' | 'untrusted'
}
