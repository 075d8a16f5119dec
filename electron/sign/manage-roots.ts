import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { AppError } from '../../shared/errors.ts'
import { sha256 } from '../audit/canonical.ts'
import { runCommand, type CommandContext } from '../audit/run-command.ts'
import type { Store } from '../store/database.ts'
import { deactivateTrustRoot, listTrustRoots, upsertTrustRoot, type TrustRoot } from '../store/trust-store.ts'

export type ListedRoot = Omit<TrustRoot, 'body'>

export const listRoots = ({ store }: { store: Store }): ListedRoot[] => listTrustRoots(store).map(toListed)

const toListed = ({ sha256, name, validFrom, validTo, at, actor }: TrustRoot): ListedRoot => ({
  sha256,
  name,
  validFrom,
  validTo,
  at,
  actor,
})

/**
 * Pins every certificate of a file (DER, or one or more in PEM): chains may end there. Refuses with `trust.not_certificate |
 * not_authority`.
 */
export async function addRoots(context: CommandContext, file: { path: string; name: string }): Promise<ListedRoot[]> {
  const certificates = await readCertificates(file)
  for (const certificate of certificates) if (!certificate.ca) throw new AppError('trust.not_authority', { name: nameOf(certificate) })
  const { store, clock, actor } = context
  return runCommand(context, () => {
    const at = clock()
    const roots = certificates.map((certificate): TrustRoot => ({
      sha256: sha256(certificate.raw),
      name: nameOf(certificate),
      validFrom: certificate.validFromDate.toISOString(),
      validTo: certificate.validToDate.toISOString(),
      body: certificate.raw.toString('base64'),
      at,
      actor,
    }))
    for (const root of roots) upsertTrustRoot(store, root)
    return {
      entry: {
        action: 'trust.add',
        params: { names: roots.map(({ name }) => name).join('; '), sha256: roots.map(({ sha256 }) => sha256).join(' ') },
        rows: roots.map(({ sha256 }) => ({ table: 'trust_root', key: sha256 })),
      },
      result: roots.map(toListed),
    }
  })
}

/** Refuses with `trust.not_found`. */
export function removeRoot(context: CommandContext, hash: string): ListedRoot {
  const { store } = context
  return runCommand(context, () => {
    const root = listTrustRoots(store).find((one) => one.sha256 === hash)
    if (!root) throw new AppError('trust.not_found', { sha256: hash })
    deactivateTrustRoot(store, hash)
    return {
      entry: { action: 'trust.remove', params: { names: root.name, sha256: hash }, rows: [{ table: 'trust_root', key: hash }] },
      result: toListed(root),
    }
  })
}

const largestFile = 1_048_576

/** Refuses with `trust.not_certificate`. */
export async function readCertificates({ path, name }: { path: string; name: string }): Promise<X509Certificate[]> {
  const bytes = await readFile(path).catch(() => Buffer.of())
  const text = bytes.length <= largestFile ? bytes.toString('latin1') : ''
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [bytes]
  try {
    return blocks.map((block) => new X509Certificate(block))
  } catch (error) {
    throw new AppError('trust.not_certificate', { file: name }, { cause: error })
  }
}

/** As people call it: the common name, else the organisation. */
function nameOf({ subject }: X509Certificate): string {
  const part = (key: string): string | undefined => subject.split('\n').find((line) => line.startsWith(`${key}=`))
  return (part('CN') ?? part('O') ?? subject).replace(/^\w+=/, '').normalize('NFC')
}
