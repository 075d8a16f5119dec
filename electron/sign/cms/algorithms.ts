import { constants, verify, type KeyObject, type VerifyKeyObjectInput } from 'node:crypto'
import { DerTrouble, oidOf, tags, type DerValue } from './der.ts'

/** Digests that are accepted; SHA-1 and MD5 are not. */
export const digests: Readonly<Record<string, 'sha256' | 'sha384' | 'sha512'>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
export type Digest = (typeof digests)[string]

const fixedDigest: Readonly<Record<string, { key: 'rsa' | 'ec'; digest: Digest }>> = {
  '1.2.840.113549.1.1.11': { key: 'rsa', digest: 'sha256' },
  '1.2.840.113549.1.1.12': { key: 'rsa', digest: 'sha384' },
  '1.2.840.113549.1.1.13': { key: 'rsa', digest: 'sha512' },
  '1.2.840.10045.4.3.2': { key: 'ec', digest: 'sha256' },
  '1.2.840.10045.4.3.3': { key: 'ec', digest: 'sha384' },
  '1.2.840.10045.4.3.4': { key: 'ec', digest: 'sha512' },
}
const rsaEncryption = '1.2.840.113549.1.1.1'
const rsaPss = '1.2.840.113549.1.1.10'

/**
 * Whether `signature` is one over `data` (RFC 5652 §5.4): RSA PKCS#1 1.5 and PSS, ECDSA, SHA-256, 384, 512. False too for an
 * algorithm that is not among them. `digest`: the one that the signer named apart, which the algorithm may leave open.
 */
export function isSignature(algorithm: DerValue, digest: Digest, key: KeyObject, data: Uint8Array, signature: Uint8Array): boolean {
  const oid = oidOf(algorithm.children[0])
  try {
    if (oid === rsaPss) return checkPss()
    const [, parameters] = algorithm.children
    if (parameters && (parameters.tag !== tags.null || parameters.content.length > 0)) return false
    if (oid === rsaEncryption) return check(digest, { key, padding: constants.RSA_PKCS1_PADDING }, 'rsa')
    const fixed = fixedDigest[oid]
    if (!fixed || fixed.digest !== digest) return false
    return check(digest, fixed.key === 'rsa' ? { key, padding: constants.RSA_PKCS1_PADDING } : { key, dsaEncoding: 'der' }, fixed.key)
  } catch (error) {
    if (error instanceof DerTrouble) throw error
    return false
  }

  function check(hash: Digest, how: VerifyKeyObjectInput, kind: string): boolean {
    return key.asymmetricKeyType === kind && verify(hash, data, how, signature)
  }

  /** RFC 4055 §3.1; what is left out means SHA-1, which is not accepted. */
  function checkPss(): boolean {
    const parms = algorithm.children[1]
    const part = (number: number): DerValue | undefined => parms?.children.find(({ tag }) => tag === 160 + number)?.children[0]
    const hash = digests[oidOf(part(0)?.children[0])]
    const mask = part(1)
    const salt = part(2)
    if (hash !== digest || !mask || digests[oidOf(mask.children[1]?.children[0])] !== hash) return false
    const saltLength = salt?.tag === tags.integer ? Number.parseInt(Buffer.from(salt.content).toString('hex'), 16) : 20
    return check(hash, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }, 'rsa')
  }
}
