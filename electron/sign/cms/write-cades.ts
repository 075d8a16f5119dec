import { createHash, X509Certificate } from 'node:crypto'
import type { OpenedKey } from '../open-p12.ts'
import { contextTag, der, derOid, derSetOf, tags } from './der.ts'
import { certificateFields } from './read-cms.ts'

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha256WithRsa: '1.2.840.113549.1.1.11',
  sha256WithEcdsa: '1.2.840.10045.4.3.2',
} as const

const nothing = der(tags.null)
const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part)
  return sum.digest()
}

/**
 * A detached signature as PAdES baseline B-B wants it (EN 319 142-1 §6.3): content type, digest, and the certificate by its hash
 * among what is signed, with all that come along; no signing time, which stands in the PDF's /M.
 */
export async function writeCades(key: OpenedKey, parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const leaf = new X509Certificate(key.certificate)
  const { serial, issuer } = certificateFields(leaf)
  const digestAlgorithm = der(tags.sequence, derOid(oids.sha256), nothing)
  const issuerAndSerial = der(tags.sequence, issuer.bytes, serial.bytes)
  // [4] directoryName: the issuer as a general name (RFC 5035 §5.4.1). The hash is SHA-256, which is the default and left out.
  const named = [key.certificate, ...key.chain].map((certificate) => {
    const fields = certificateFields(new X509Certificate(certificate))
    const names = der(tags.sequence, der(contextTag(4), fields.issuer.bytes))
    return der(tags.sequence, der(tags.octetString, sha256(certificate)), der(tags.sequence, names, fields.serial.bytes))
  })
  const attribute = (oid: string, value: Uint8Array): Uint8Array => der(tags.sequence, derOid(oid), der(tags.set, value))
  const attributes = [
    attribute(oids.contentType, derOid(oids.data)),
    attribute(oids.messageDigest, der(tags.octetString, sha256(...parts))),
    attribute(oids.signingCertificateV2, der(tags.sequence, der(tags.sequence, ...named))),
  ]
  const signature = await key.sign(derSetOf(tags.set, attributes))
  const signatureAlgorithm =
    key.type === 'RSA' ? der(tags.sequence, derOid(oids.sha256WithRsa), nothing) : der(tags.sequence, derOid(oids.sha256WithEcdsa))
  const version = der(tags.integer, Uint8Array.from([1]))
  const signer = der(
    tags.sequence,
    version,
    issuerAndSerial,
    digestAlgorithm,
    derSetOf(contextTag(0), attributes),
    signatureAlgorithm,
    der(tags.octetString, signature),
  )
  const signed = der(
    tags.sequence,
    version,
    der(tags.set, digestAlgorithm),
    der(tags.sequence, derOid(oids.data)),
    derSetOf(contextTag(0), [key.certificate, ...key.chain]),
    der(tags.set, signer),
  )
  return der(tags.sequence, derOid(oids.signedData), der(contextTag(0), signed))
}
