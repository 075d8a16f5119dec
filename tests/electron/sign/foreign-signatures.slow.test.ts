import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { contextTag, der, derOid, readDer, tags, type DerValue } from '../../../electron/sign/cms/der.ts'
import { signPdf } from '../../../electron/sign/sign-pdf.ts'
import { verifyPdf } from '../../../electron/sign/verify-pdf.ts'
import { reportFields } from '../../../shared/domain/report-fields.ts'
import { buildPaper } from '../../kit/build-paper.ts'
import { keyOf, makeCertificate, type MadeCertificate } from '../../kit/make-certificates.ts'
import { describeWithTools } from '../../kit/system-tools.ts'

const at = '2026-06-29T03:00:00.000Z'
let folder: string
let root: MadeCertificate
let rsa: MadeCertificate
let ec: MadeCertificate
const path = (name: string): string => join(folder, name)
const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tonghop-'))
  root = await makeCertificate({ name: 'CN=Goc', isAuthority: true })
  rsa = await makeCertificate({ name: 'CN=Tran Quoc Toan', kind: 'rsa', issuer: root })
  ec = await makeCertificate({ name: 'CN=Tinh uy', issuer: root })
  writeFileSync(path('root.pem'), root.pem)
  for (const [name, who] of Object.entries({ rsa, ec })) {
    writeFileSync(path(`${name}.pem`), who.pem)
    writeFileSync(path(`${name}.key`), who.keyPem)
  }
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A signed file whose signature another tool makes over the same places: `make` gets what is signed, as a file. */
async function signElsewhere(
  subFilter: 'ETSI.CAdES.detached' | 'adbe.pkcs7.detached',
  make: (content: string) => Uint8Array,
): Promise<Buffer> {
  const signed = await signPdf(buildPaper(), {
    field: reportFields.person,
    key: keyOf(rsa, [root]),
    at,
    draw: () => ({ content: 'q Q', images: [] }),
  })
  const bytes = Buffer.from(Buffer.from(signed).toString('latin1').replace('ETSI.CAdES.detached', subFilter), 'latin1')
  const [, from = 0, to = 0] = (/\/ByteRange \[0 (\d+) (\d+) \d+ *\]/.exec(bytes.toString('latin1')) ?? []).map(Number)
  writeFileSync(path('content'), Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]))
  const cms = Buffer.from(make(path('content')))
  bytes.write(cms.toString('hex').padEnd(to - from - 2, '0'), from + 1, 'latin1')
  return bytes
}

const cms = (content: string, who: 'rsa' | 'ec', ...more: string[]): Buffer =>
  openssl(
    'cms',
    '-sign',
    '-binary',
    '-outform',
    'DER',
    '-in',
    content,
    '-signer',
    path(`${who}.pem`),
    '-inkey',
    path(`${who}.key`),
    '-certfile',
    path('root.pem'),
    ...more,
  )

const judge = (bytes: Uint8Array) => verifyPdf(bytes, [root.der])
const right = { integrity: true, trust: 'trusted', signatures: [{ digest: 'right', range: 'exact', hasTimestamp: false }] }

describeWithTools(['openssl'], 'what other tools sign', () => {
  const manners: readonly (readonly [string, 'rsa' | 'ec', readonly string[]])[] = [
    ['RSA, SHA-256', 'rsa', ['-md', 'sha256']],
    ['RSA, SHA-384', 'rsa', ['-md', 'sha384']],
    ['RSA, SHA-512', 'rsa', ['-md', 'sha512']],
    ['RSA-PSS, SHA-256', 'rsa', ['-md', 'sha256', '-keyopt', 'rsa_padding_mode:pss']],
    ['RSA-PSS, SHA-512, another salt', 'rsa', ['-md', 'sha512', '-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:20']],
    ['P-256, SHA-384', 'ec', ['-md', 'sha384']],
    ['signer by key identifier', 'ec', ['-md', 'sha256', '-keyid']],
  ]
  it.each(manners)('%s is read, in both forms that papers carry', async (_, who, more) => {
    for (const [subFilter, ...form] of [['adbe.pkcs7.detached'], ['ETSI.CAdES.detached', '-cades']] as const) {
      const bytes = await signElsewhere(subFilter, (content) => cms(content, who, ...more, ...form))
      expect(judge(bytes), subFilter).toMatchObject(right)
      bytes[200]! ^= 1
      expect(judge(bytes).integrity).toBe(false)
    }
  })

  it('lengths may be left open round what is signed (BER); content that stands inside as well is not taken', async () => {
    const open = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array =>
      Buffer.concat([Uint8Array.from([tag, 128]), ...parts, Uint8Array.from([0, 0])])
    const bytes = await signElsewhere('ETSI.CAdES.detached', (content) => {
      const plain = readDer(cms(content, 'rsa', '-md', 'sha256', '-cades'))
      const { signed } = signerOf(plain.bytes)
      return open(
        tags.sequence,
        plain.children[0]!.bytes,
        open(contextTag(0), open(tags.sequence, ...signed.children.map((one) => one.bytes))),
      )
    })
    expect(judge(bytes)).toMatchObject(right)
    const both = await signElsewhere('adbe.pkcs7.detached', (content) => cms(content, 'rsa', '-md', 'sha256', '-stream'))
    expect(judge(both)).toMatchObject({ integrity: false, signatures: [{ digest: 'unreadable' }] })
  })

  it('SHA-1 is named weak, and the European form without the name of its certificate is not taken', async () => {
    const weak = await signElsewhere('adbe.pkcs7.detached', (content) => cms(content, 'rsa', '-md', 'sha1'))
    expect(judge(weak)).toMatchObject({ integrity: false, signatures: [{ digest: 'weak' }] })
    const nameless = await signElsewhere('ETSI.CAdES.detached', (content) => cms(content, 'rsa', '-md', 'sha256'))
    expect(judge(nameless)).toMatchObject({ integrity: false, signatures: [{ digest: 'wrong' }] })
  })

  it('a timestamp beside a signature gives its time; one of another signature is none', async () => {
    makeAuthority()
    const stamped = await signElsewhere('ETSI.CAdES.detached', (content) => {
      const plain = cms(content, 'rsa', '-md', 'sha256', '-cades')
      return withUnsigned(plain, stampOf(signatureOf(plain)))
    })
    const [signature] = judge(stamped).signatures
    expect(judge(stamped)).toMatchObject({ integrity: true, signatures: [{ digest: 'right', hasTimestamp: true }] })
    expect(Math.abs(Date.parse(signature!.signedAt!) - Date.now())).toBeLessThan(600_000)
    const borrowed = await signElsewhere('ETSI.CAdES.detached', (content) =>
      withUnsigned(cms(content, 'rsa', '-md', 'sha256', '-cades'), stampOf(Buffer.from('another signature'))),
    )
    expect(judge(borrowed)).toMatchObject({ signatures: [{ digest: 'right', hasTimestamp: false }] })
  })
})

function makeAuthority(): void {
  writeFileSync(
    path('tsa.cnf'),
    [
      '[req]\ndistinguished_name=dn\nx509_extensions=ext\nprompt=no\n[dn]\nCN=Gio\n[ext]\nextendedKeyUsage=critical,timeStamping\nkeyUsage=digitalSignature\nsubjectKeyIdentifier=hash',
      `[tsa]\ndefault_tsa=one\n[one]\nserial=${path('serial')}\ndigests=sha256\ndefault_policy=1.2.3.4\nsigner_digest=sha256\ness_cert_id_alg=sha256\n`,
    ].join('\n'),
  )
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-config',
    path('tsa.cnf'),
    '-keyout',
    path('tsa.key'),
    '-out',
    path('tsa.pem'),
  )
}

/** The token that an authority of our own gives for a signature (RFC 3161). */
function stampOf(signature: Uint8Array): Buffer {
  writeFileSync(path('signature'), signature)
  openssl('ts', '-query', '-data', path('signature'), '-sha256', '-cert', '-out', path('query'))
  openssl(
    'ts',
    '-reply',
    '-config',
    path('tsa.cnf'),
    '-queryfile',
    path('query'),
    '-signer',
    path('tsa.pem'),
    '-inkey',
    path('tsa.key'),
    '-token_out',
    '-out',
    path('token'),
  )
  return readFileSync(path('token'))
}

const signerOf = (bytes: Uint8Array): { signed: DerValue; infos: DerValue; info: DerValue } => {
  const signed = readDer(bytes).children[1]!.children[0]!
  const infos = signed.children.at(-1)!
  return { signed, infos, info: infos.children[0]! }
}
const signatureOf = (bytes: Uint8Array): Uint8Array => signerOf(bytes).info.children.at(-1)!.content

/** The same with a timestamp among what is not signed. */
function withUnsigned(bytes: Uint8Array, token: Uint8Array): Uint8Array {
  const { signed, info } = signerOf(bytes)
  const attribute = der(tags.sequence, derOid('1.2.840.113549.1.9.16.2.14'), der(tags.set, token))
  const stamped = der(tags.sequence, ...info.children.map((one) => one.bytes), der(contextTag(1), attribute))
  const content = der(tags.sequence, ...signed.children.slice(0, -1).map((one) => one.bytes), der(tags.set, stamped))
  return der(tags.sequence, readDer(bytes).children[0]!.bytes, der(contextTag(0), content))
}
