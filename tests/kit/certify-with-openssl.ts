import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CertificateFiles, KeyKind } from './make-certificates.ts'
import { temporaryFolder } from './test-workspace.ts'

const newKey = {
  rsa: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  ec: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
} as const

const uses = {
  authority: ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign'],
  holder: ['basicConstraints=critical,CA:FALSE', 'keyUsage=critical,digitalSignature,nonRepudiation'],
} as const

/** Only an authority of the tool's own can date a certificate: the clocks of the tests stand in 2026. */
const authority = (folder: string): string => `[ca]
default_ca = own
[own]
database = ${join(folder, 'register')}
rand_serial = yes
new_certs_dir = ${folder}
default_md = sha256
policy = names
copy_extensions = copy
preserve = yes
[names]
commonName = supplied
`

type Order = { commonName: string; kind: KeyKind; /** Its own authority without. */ issuer?: CertificateFiles & { folder: string } }

/** A certificate that owes nothing to the libraries of the application: key, name and signature by the tool itself. */
export function certifyWithOpenssl({ commonName, kind, issuer }: Order): CertificateFiles & { folder: string } {
  const folder = temporaryFolder()
  const at = (name: string): string => join(folder, name)
  const run = (...words: string[]): unknown => execFileSync('openssl', words, { stdio: ['ignore', 'pipe', 'pipe'] })
  run('genpkey', ...newKey[kind], '-out', at('key.pem'))
  const extensions = (issuer ? uses.holder : uses.authority).flatMap((one) => ['-addext', one])
  run('req', '-new', '-key', at('key.pem'), '-utf8', '-subj', `/CN=${commonName}`, '-sha256', ...extensions, '-out', at('request.pem'))
  writeFileSync(at('register'), '')
  writeFileSync(at('authority.cnf'), authority(folder))
  const by = issuer
    ? ['-cert', join(issuer.folder, 'certificate.pem'), '-keyfile', join(issuer.folder, 'key.pem')]
    : ['-selfsign', '-keyfile', at('key.pem')]
  const term = ['-startdate', '20260101000000Z', '-enddate', '20310101000000Z']
  run(
    'ca',
    '-batch',
    '-notext',
    '-utf8',
    '-config',
    at('authority.cnf'),
    ...by,
    ...term,
    '-in',
    at('request.pem'),
    '-out',
    at('certificate.pem'),
  )
  run('x509', '-in', at('certificate.pem'), '-outform', 'DER', '-out', at('certificate.der'))
  return {
    folder,
    pem: readFileSync(at('certificate.pem'), 'utf8'),
    keyPem: readFileSync(at('key.pem'), 'utf8'),
    der: new Uint8Array(readFileSync(at('certificate.der'))),
  }
}
