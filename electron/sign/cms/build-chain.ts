import type { X509Certificate } from 'node:crypto'
import type { ChainVerdict } from '../../../shared/domain/pdf-verdict.ts'
import { DerTrouble, tags } from './der.ts'
import { extensionOf } from './read-cms.ts'

const longestChain = 8

/** Certificates from outside help to find the way; only pinned ones end it. `at`: an instant. */
export function judgeChain(
  leaf: X509Certificate,
  helpers: readonly X509Certificate[],
  pinned: readonly X509Certificate[],
  at: string | undefined,
): ChainVerdict {
  const isPinned = new Set(pinned.map(({ fingerprint256 }) => fingerprint256))
  const paths = findPaths(leaf, [...pinned, ...helpers], isPinned)
  if (paths.length === 0) return { trust: 'unknown', why: 'no_anchor' }
  if (at === undefined) return { trust: 'unknown', why: 'no_time' }
  const verdicts = paths.map((path) => judgePath(path, at))
  return verdicts.find(({ trust }) => trust === 'trusted') ?? verdicts[0]!
}

function findPaths(leaf: X509Certificate, others: readonly X509Certificate[], isPinned: ReadonlySet<string>): X509Certificate[][] {
  const found: X509Certificate[][] = []
  const visit = (path: readonly X509Certificate[]): void => {
    const last = path.at(-1)!
    if (isPinned.has(last.fingerprint256)) found.push([...path])
    else if (path.length < longestChain)
      for (const issuer of others)
        if (!path.some(({ fingerprint256 }) => fingerprint256 === issuer.fingerprint256) && isIssuer(issuer, last)) visit([...path, issuer])
  }
  visit([leaf])
  return found
}

function isIssuer(issuer: X509Certificate, subject: X509Certificate): boolean {
  try {
    return subject.checkIssued(issuer) && subject.verify(issuer.publicKey)
  } catch {
    return false
  }
}

function judgePath(path: readonly X509Certificate[], at: string): ChainVerdict {
  const time = Date.parse(at)
  if (path.some(({ validFromDate, validToDate }) => time < validFromDate.getTime() || time > validToDate.getTime()))
    return { trust: 'untrusted', why: 'not_valid_then' }
  const [leaf, ...authorities] = path
  for (const [below, authority] of authorities.entries())
    if (!authority.ca || !mayUse(authority, keyUses.certSign) || below > pathLength(authority))
      return { trust: 'untrusted', why: 'not_an_authority' }
  if (!mayUse(leaf!, keyUses.digitalSignature) && !mayUse(leaf!, keyUses.nonRepudiation))
    return { trust: 'untrusted', why: 'not_for_signing' }
  return { trust: 'trusted', anchor: path.at(-1)!.subject }
}

/** Bits of RFC 5280 §4.2.1.3, the first one is the highest. */
const keyUses = { digitalSignature: 0, nonRepudiation: 1, certSign: 5 } as const

function mayUse(certificate: X509Certificate, bit: number): boolean {
  const usage = extensionOf(certificate, '2.5.29.15')
  if (!usage) return true
  if (usage.tag !== tags.bitString) throw new DerTrouble('key usage')
  return ((usage.content[1] ?? 0) & (128 >> bit)) !== 0
}

function pathLength(certificate: X509Certificate): number {
  const length = extensionOf(certificate, '2.5.29.19')?.children.find(({ tag }) => tag === tags.integer)
  return length ? Number.parseInt(Buffer.from(length.content).toString('hex'), 16) : Number.POSITIVE_INFINITY
}
