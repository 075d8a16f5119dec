import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CertificateFiles } from './make-certificates.ts'

type P12Order = { name: string; leaf: CertificateFiles; root: CertificateFiles; password: string }

/** As an authority hands it out: key, certificate and the way up, under a password. Gives where it lies. */
export function writeP12(folder: string, { name, leaf, root, password }: P12Order): string {
  const at = (ending: string): string => join(folder, `${name}.${ending}`)
  writeFileSync(at('key'), leaf.keyPem)
  writeFileSync(at('crt'), leaf.pem)
  writeFileSync(at('ca'), root.pem)
  const files = ['-inkey', at('key'), '-in', at('crt'), '-certfile', at('ca'), '-out', at('p12')]
  execFileSync('openssl', ['pkcs12', '-export', ...files, '-passout', `pass:${password}`])
  return at('p12')
}
