import { verify, X509Certificate } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { DerTrouble, readDer, tags } from './cms/der.ts'

/** A private key with its certificate, in memory for one signature. Certificates are DER. */
export type OpenedKey = {
  type: 'RSA' | 'EC'
  certificate: Uint8Array
  chain: readonly Uint8Array[]
  /** SHA-256 with PKCS#1 1.5 or ECDSA; DER. */
  sign(data: Uint8Array): Promise<Uint8Array>
}

const largest = 1_048_576

/**
 * Opens a PKCS#12 file once; a wrong password is not tried again in another spelling. Refuses with `sign.not_certificate |
 * wrong_password | no_key`.
 */
export async function openP12(bytes: Uint8Array, password: string): Promise<OpenedKey> {
  if (!looksLikeP12(bytes)) throw new AppError('sign.not_certificate')
  const { P12Signer } = await import('@libpdf/core')
  const signer = await P12Signer.create(bytes, password).catch((error: unknown) => {
    const text = error instanceof Error ? error.message : ''
    if (/No private key|No certificates|Unsupported/.test(text)) throw new AppError('sign.no_key')
    throw new AppError('sign.wrong_password')
  })
  const sign = (data: Uint8Array): Promise<Uint8Array> => signer.sign(data, 'SHA-256')
  const certificates = [signer.certificate, ...signer.certificateChain]
  // The file may hold its authorities first: the certificate is the one whose key this is.
  const probe = Buffer.from('tonghop')
  const signature = await sign(probe)
  const certificate = certificates.find((one) => isKeyOf(one, probe, signature))
  if (!certificate) throw new AppError('sign.no_key')
  return { type: signer.keyType, certificate, chain: wayUp(certificate, certificates), sign }
}

/** Authorities on the way up from a certificate, as far as the file has them; whatever else it holds is nobody's business. */
function wayUp(certificate: Uint8Array, certificates: readonly Uint8Array[]): Uint8Array[] {
  const way: Uint8Array[] = []
  for (let last = new X509Certificate(certificate); ;) {
    const next = certificates.find((one) => one !== certificate && !way.includes(one) && last.checkIssued(new X509Certificate(one)))
    if (!next) return way
    way.push(next)
    last = new X509Certificate(next)
  }
}

function isKeyOf(certificate: Uint8Array, data: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify('sha256', data, new X509Certificate(certificate).publicKey, signature)
  } catch {
    return false
  }
}

/** PFX ::= SEQUENCE { version 3, … } (RFC 7292 §4). */
function looksLikeP12(bytes: Uint8Array): boolean {
  if (bytes.length > largest) return false
  try {
    const { tag, children } = readDer(bytes)
    return tag === tags.sequence && children[0]?.tag === tags.integer && children[0].content[0] === 3 && children[1]?.tag === tags.sequence
  } catch (error) {
    if (error instanceof DerTrouble) return false
    throw error
  }
}
