import type { X509Certificate } from 'node:crypto'
import type { SignatureFinding } from '../../shared/domain/pdf-verdict.ts'
import { nameKey } from '../../shared/vietnamese/text-key.ts'
import { judgeChain } from './cms/build-chain.ts'
import { DerTrouble } from './cms/der.ts'
import { readCms, readTimestamp, type CmsSignature } from './cms/read-cms.ts'
import type { SignatureValue } from './pdf/find-fields.ts'

const subFilters = new Set(['adbe.pkcs7.detached', 'ETSI.CAdES.detached', 'ETSI.RFC3161'])

/** One signature by itself: its place, its bytes, its signer. `pinned`: certificates that a chain may end at. */
export function judgeSignature(bytes: Uint8Array, value: SignatureValue, pinned: readonly X509Certificate[]): SignatureFinding {
  const [start, length, from, rest] = value.byteRange
  const { contents } = value
  const isWhole =
    value.byteRange.length === 4 &&
    value.byteRange.every((part) => Number.isInteger(part) && part >= 0) &&
    start === 0 &&
    from! + rest! <= bytes.length
  // The gap must be the very token that holds the signature: anything else in it is signed by nobody.
  const isExact = isWhole && contents.isHex && length === contents.from && from === contents.to && isPlainHex(bytes.subarray(length, from))
  const range = isExact ? 'exact' : isWhole ? 'gap' : 'no_range'
  const kind = value.subFilter === 'ETSI.RFC3161' ? 'timestamp' : 'signature'
  const base = {
    field: value.field,
    kind,
    at: contents.from,
    end: isWhole ? from! + rest! : 0,
    range,
    intendedFor: value.intendedFor,
  } as const
  const nobody = { signer: '', organisation: undefined, isIntendedSigner: undefined, hasTimestamp: false } as const
  const unreadable = {
    ...base,
    ...nobody,
    digest: 'unreadable',
    signedAt: undefined,
    chain: { trust: 'unknown', why: 'no_anchor' },
  } as const
  if (!isWhole || !subFilters.has(value.subFilter ?? '')) return unreadable
  const parts = [bytes.subarray(0, length), bytes.subarray(from, from! + rest!)]
  try {
    const der = Buffer.from(contents.bytes, 'latin1')
    const cms = kind === 'timestamp' ? readCms(der) : readCms(der, parts)
    // Only filling may follow: whatever else stands there was put in by somebody.
    const isFilledUp = der.subarray(cms.length).every((byte) => byte === 0)
    const time = timeOf(value, cms, kind === 'timestamp' ? { token: der.subarray(0, cms.length), over: Buffer.concat(parts) } : undefined)
    const isSound =
      cms.isSigned &&
      cms.isAboutContent &&
      isFilledUp &&
      (kind === 'signature' ? cms.namesSigner !== false : time.isStamped) &&
      !lacksName(value, cms)
    const names = namesOf(cms.signer)
    return {
      ...base,
      digest: cms.digest === undefined ? 'weak' : isSound ? 'right' : 'wrong',
      signer: names.person,
      organisation: names.organisation,
      isIntendedSigner: value.intendedFor === undefined ? undefined : isCalled(names, value.intendedFor),
      signedAt: time.at,
      hasTimestamp: time.isStamped,
      chain: cms.signer ? judgeChain(cms.signer, cms.certificates, pinned, time.at) : { trust: 'unknown', why: 'no_anchor' },
    }
  } catch (error) {
    if (error instanceof DerTrouble) return unreadable
    throw error
  }
}

/** Signs of one case and nothing between them: another spelling of the same bytes is another file. */
const isPlainHex = (gap: Uint8Array): boolean => /^<(?:[0-9a-f]*|[0-9A-F]*)>$/.test(Buffer.from(gap).toString('latin1'))

/** The profile of the European standard (EN 319 142-1 §6.3) names its certificate, so that no other can take its place. */
const lacksName = ({ subFilter }: SignatureValue, cms: CmsSignature): boolean =>
  subFilter === 'ETSI.CAdES.detached' && cms.namesSigner === undefined

/** A sound timestamp counts before what the signer claims. */
function timeOf(
  value: SignatureValue,
  cms: CmsSignature,
  own: { token: Uint8Array; over: Uint8Array } | undefined,
): { at: string | undefined; isStamped: boolean } {
  const stamp = own ? readTimestamp(own.token, own.over) : cms.timestamp ? readTimestamp(cms.timestamp, cms.signature) : undefined
  return stamp ? { at: stamp.at, isStamped: true } : { at: value.claimedTime ?? cms.signingTime, isStamped: false }
}

function namesOf(certificate: X509Certificate | undefined): { person: string; organisation: string | undefined } {
  const part = (key: string): string | undefined =>
    certificate?.subject
      .split('\n')
      .find((line) => line.startsWith(`${key}=`))
      ?.slice(key.length + 1)
      .normalize('NFC')
  return { person: part('CN') ?? part('O') ?? certificate?.subject ?? '', organisation: part('O') }
}

const isCalled = ({ person, organisation }: { person: string; organisation: string | undefined }, wanted: string): boolean =>
  [person, organisation ?? ''].some((name) => name !== '' && nameKey(name) === nameKey(wanted))
