import { createHash, X509Certificate } from 'node:crypto'
import { digests, isSignature, type Digest } from './algorithms.ts'
import { contextTag, derInstant, DerTrouble, octetsOf, oidOf, readDer, tags, type DerValue } from './der.ts'

/** One signer's signature (RFC 5652), and what was found about it before anybody asks whom to trust. */
export type CmsSignature = {
  certificates: readonly X509Certificate[]
  /** Undefined when it is not among the certificates. */
  signer: X509Certificate | undefined
  digest: Digest | undefined
  /** The attribute, or without attributes the signature itself, is about these bytes. */
  isAboutContent: boolean
  /** The signature is the signer's, over its attributes. */
  isSigned: boolean
  /** ESS signing-certificate: undefined when there is none. */
  namesSigner: boolean | undefined
  /** Claimed by the signer. */
  signingTime: string | undefined
  timestamp: Uint8Array | undefined
  /** What stands inside, where the content is not kept apart. */
  content: Uint8Array | undefined
  signature: Uint8Array
  /** How many of the given bytes it takes up. */
  length: number
}

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timestamp: '1.2.840.113549.1.9.16.2.14',
} as const

/** `parts`: the content that was signed apart from its signature; left out where it stands inside. Throws DerTrouble. */
export function readCms(bytes: Uint8Array, parts?: readonly Uint8Array[]): CmsSignature {
  const outer = readDer(bytes)
  expectTag(outer, tags.sequence)
  if (oidOf(outer.children[0]) !== oids.signedData) throw new DerTrouble('not signed data')
  const signed = expectTag(expectTag(outer.children[1], contextTag(0)).children[0], tags.sequence)
  const [version, digestAlgorithms, encapsulated, ...rest] = signed.children
  const contentType = oidOf(expectTag(encapsulated, tags.sequence).children[0])
  const inner = encapsulated?.children[1]?.children[0]
  const content = inner ? octetsOf(inner) : undefined
  // Two contents would let a reader choose.
  if (content && content.length > 0 && parts) throw new DerTrouble('content inside and outside')
  const certificates = certificatesOf(rest.find(({ tag }) => tag === contextTag(0)))
  const infos = rest.findLast(({ tag }) => tag === tags.set)?.children ?? []
  const info = infos[0]
  if (!info || infos.length !== 1) throw new DerTrouble('signers')
  expectTag(info, tags.sequence)

  const [infoVersion, identifier, digestAlgorithm, ...others] = info.children
  const attributes = others.find(({ tag }) => tag === contextTag(0))
  const [algorithm, value] = others.filter(({ tag }) => tag !== contextTag(0) && tag !== contextTag(1))
  if (!identifier || !algorithm || !value) throw new DerTrouble('signer')
  const digest = digests[oidOf(digestAlgorithm?.children[0])]
  const signer = certificates.find((certificate) => isNamedBy(certificate, identifier))
  // Nothing that no signature covers is passed over: versions follow from the rest (§5.1, §5.3), algorithms are named twice.
  const isBySubject = identifier.tag !== tags.sequence
  expectVersion(infoVersion, isBySubject ? 3 : 1)
  expectVersion(version, isBySubject || contentType !== oids.data ? 3 : 1)
  expectTag(algorithm, tags.sequence)
  if (!hasNoParameters(digestAlgorithm)) throw new DerTrouble('parameters')
  const named = expectTag(digestAlgorithms, tags.set).children.filter((one) => hasNoParameters(one))
  if (!named.some((one) => oidOf(one.children[0]) === oidOf(digestAlgorithm?.children[0]))) throw new DerTrouble('digests')
  if (parts && contentType !== oids.data) throw new DerTrouble('content type')
  const signature = octetsOf(value)
  const data = parts ?? [content ?? new Uint8Array()]
  const about = attributes ? attributeOf(attributes, oids.messageDigest) : undefined
  const message = attributes ? retagged(attributes) : Buffer.concat(data)
  const isSigned = digest !== undefined && signer !== undefined && isSignature(algorithm, digest, signer.publicKey, message, signature)
  const isAboutContent =
    digest !== undefined && (attributes ? about !== undefined && hashOf(digest, data).equals(octetsOf(about)) : isSigned)
  const time = attributes ? attributeOf(attributes, oids.signingTime) : undefined
  const unsigned = others.find(({ tag }) => tag === contextTag(1))
  return {
    certificates,
    signer,
    digest,
    isAboutContent,
    isSigned,
    namesSigner: attributes && signer ? namesSigner(attributes, signer, certificates) : undefined,
    signingTime: time ? derInstant(time) : undefined,
    timestamp: unsigned ? attributeOf(unsigned, oids.timestamp)?.bytes : undefined,
    content,
    signature,
    length: outer.length,
  }
}

/** What is signed is the set itself, not the tag it wears inside (RFC 5652 §5.4). */
function retagged(attributes: DerValue): Uint8Array {
  const bytes = Uint8Array.from(attributes.bytes)
  bytes[0] = tags.set
  return bytes
}

function expectTag(value: DerValue | undefined, tag: number): DerValue {
  if (value?.tag !== tag) throw new DerTrouble('tag')
  return value
}

function expectVersion(value: DerValue | undefined, version: number): void {
  if (value?.tag !== tags.integer || value.content.length !== 1 || value.content[0] !== version) throw new DerTrouble('version')
}

const hasNoParameters = (algorithm: DerValue | undefined): boolean => {
  const [, parameters, ...more] = expectTag(algorithm, tags.sequence).children
  return more.length === 0 && (parameters === undefined || (parameters.tag === tags.null && parameters.content.length === 0))
}

/** The one value of an attribute; an attribute that comes twice is read by nobody. */
function attributeOf(attributes: DerValue, oid: string): DerValue | undefined {
  const found = attributes.children.filter(({ children }) => oidOf(children[0]) === oid)
  if (found.length > 1) throw new DerTrouble('attribute twice')
  return found[0]?.children[1]?.children[0]
}

function certificatesOf(set: DerValue | undefined): X509Certificate[] {
  return (set?.children ?? []).flatMap(({ tag, bytes }) => {
    if (tag !== tags.sequence) throw new DerTrouble('certificate')
    try {
      const certificate = new X509Certificate(bytes)
      // A key that is none shows only when it is asked for.
      return certificate.publicKey.type === 'public' ? [certificate] : []
    } catch {
      throw new DerTrouble('certificate')
    }
  })
}

/** Certificate parts by place (RFC 5280 §4.1); the version in front is optional. */
export function certificateFields(certificate: X509Certificate): { serial: DerValue; issuer: DerValue; extensions: readonly DerValue[] } {
  const fields = readDer(certificate.raw).children[0]?.children ?? []
  const [serial, , issuer] = fields[0]?.tag === contextTag(0) ? fields.slice(1) : fields
  if (!serial || !issuer) throw new DerTrouble('certificate')
  return { serial, issuer, extensions: fields.find(({ tag }) => tag === contextTag(3))?.children[0]?.children ?? [] }
}

export function extensionOf(certificate: X509Certificate, oid: string): DerValue | undefined {
  const found = certificateFields(certificate).extensions.find(({ children }) => oidOf(children[0]) === oid)
  const value = found?.children.at(-1)
  return value ? readDer(octetsOf(value)) : undefined
}

const subjectKeyIdentifier = '2.5.29.14'

function isNamedBy(certificate: X509Certificate, identifier: DerValue): boolean {
  if (identifier.tag === tags.sequence) {
    const [issuer, serial] = identifier.children
    expectTag(serial, tags.integer)
    const own = certificateFields(certificate)
    return (
      Buffer.compare(own.issuer.bytes, issuer?.bytes ?? Buffer.of()) === 0 &&
      Buffer.compare(own.serial.content, serial?.content ?? Buffer.of()) === 0
    )
  }
  const key = extensionOf(certificate, subjectKeyIdentifier)
  return key !== undefined && Buffer.compare(octetsOf(key), identifier.content) === 0
}

/** RFC 5035 (version 2, SHA-256 where none is named) and RFC 2634 (SHA-1, by which nothing but the name is taken). */
function namesSigner(attributes: DerValue, signer: X509Certificate, certificates: readonly X509Certificate[]): boolean | undefined {
  const second = attributeOf(attributes, oids.signingCertificateV2)
  if (second) {
    const named = second.children[0]?.children ?? []
    const isNamed = (entry: DerValue | undefined, certificate: X509Certificate): boolean => {
      const parts = entry?.children ?? []
      const hasDigest = parts[0]?.tag === tags.sequence
      const digest = hasDigest ? digests[oidOf(parts[0]?.children[0])] : 'sha256'
      return digest !== undefined && hashOf(digest, [certificate.raw]).equals(octetsOf(parts[hasDigest ? 1 : 0]))
    }
    // Who names the whole way has named everything that comes along.
    const others = certificates.filter((certificate) => certificate !== signer)
    const isWhole = named.length < 2 || others.every((certificate) => named.some((entry) => isNamed(entry, certificate)))
    return isWhole && isNamed(named[0], signer)
  }
  const first = attributeOf(attributes, oids.signingCertificate)
  if (first) return createHash('sha1').update(signer.raw).digest().equals(octetsOf(first.children[0]?.children[0]?.children[0]))
  return undefined
}

const hashOf = (digest: Digest, parts: readonly Uint8Array[]): Buffer => {
  const sum = createHash(digest)
  for (const part of parts) sum.update(part)
  return sum.digest()
}

/**
 * When a time-stamping authority says that a signature was there (RFC 3161): its token is sound and about this signature.
 * Undefined when it is not. Whom to trust is not asked here.
 */
export function readTimestamp(token: Uint8Array, signature: Uint8Array): { at: string; cms: CmsSignature } | undefined {
  const cms = readCms(token)
  if (!cms.isSigned || !cms.isAboutContent || !cms.content) return undefined
  const [, , imprint, , time] = readDer(cms.content).children
  const digest = digests[oidOf(imprint?.children[0]?.children[0])]
  if (digest === undefined || !hashOf(digest, [signature]).equals(octetsOf(imprint?.children[1]))) return undefined
  return { at: derInstant(time), cms }
}
