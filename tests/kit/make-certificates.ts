import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { createSign, KeyObject, webcrypto } from 'node:crypto'
import type { OpenedKey } from '../../electron/sign/open-p12.ts'

x509.cryptoProvider.set(webcrypto as never)

export type KeyKind = 'rsa' | 'ec'
export type CertificateFiles = { der: Uint8Array; pem: string; keyPem: string }
export type MadeCertificate = CertificateFiles & {
  keys: webcrypto.CryptoKeyPair
  certificate: x509.X509Certificate
}

const algorithms = {
  rsa: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: Uint8Array.from([1, 0, 1]), modulusLength: 2048 },
  ec: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
} as const

const generateKeys = (kind: KeyKind): Promise<webcrypto.CryptoKeyPair> =>
  kind === 'rsa'
    ? webcrypto.subtle.generateKey(algorithms.rsa, true, ['sign', 'verify'])
    : webcrypto.subtle.generateKey(algorithms.ec, true, ['sign', 'verify'])

export type CertificateOrder = {
  name: string
  kind?: KeyKind
  from?: string
  to?: string
  /** Self-signed without. */
  issuer?: MadeCertificate
  isAuthority?: boolean
}

/** A certificate as an authority would give it, made now by a library. */
export async function makeCertificate({
  name,
  kind = 'ec',
  from = '2026-01-01',
  to = '2031-01-01',
  issuer,
  isAuthority = false,
}: CertificateOrder): Promise<MadeCertificate> {
  const algorithm = algorithms[kind]
  const keys = await generateKeys(kind)
  const common = {
    serialNumber: Buffer.from(webcrypto.getRandomValues(new Uint8Array(8))).toString('hex'),
    notBefore: new Date(from),
    notAfter: new Date(to),
    extensions: [
      new x509.BasicConstraintsExtension(isAuthority, undefined, true),
      new x509.KeyUsagesExtension(
        isAuthority ? x509.KeyUsageFlags.keyCertSign : x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation,
        true,
      ),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  }
  const certificate = issuer
    ? await x509.X509CertificateGenerator.create({
        ...common,
        subject: name,
        issuer: issuer.certificate.subject,
        publicKey: keys.publicKey,
        signingKey: issuer.keys.privateKey,
        signingAlgorithm: { ...issuer.keys.privateKey.algorithm, hash: 'SHA-256' } as typeof algorithm,
      })
    : await x509.X509CertificateGenerator.createSelfSigned({ ...common, name, keys, signingAlgorithm: algorithm })
  return {
    certificate,
    keys,
    der: new Uint8Array(certificate.rawData),
    pem: certificate.toString('pem'),
    keyPem: KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

/** The key as `openP12` would give it, without the file round it. */
export const keyOf = (leaf: CertificateFiles, chain: readonly CertificateFiles[] = []): OpenedKey => ({
  type: leaf.keyPem.length < 400 ? 'EC' : 'RSA',
  certificate: leaf.der,
  chain: chain.map(({ der }) => der),
  sign: async (data) => createSign('sha256').update(data).sign(leaf.keyPem),
})
