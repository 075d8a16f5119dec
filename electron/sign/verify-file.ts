import { createReadStream } from 'node:fs'
import { createHash } from 'node:crypto'
import type { Id } from '../../shared/domain/identity.ts'
import type { PdfVerdict } from '../../shared/domain/pdf-verdict.ts'
import { AppError } from '../../shared/errors.ts'
import type { Archive } from '../../shared/rules/describe-verdict.ts'
import type { Store } from '../store/database.ts'
import { findInArchive } from '../store/report-freeze-store.ts'
import { listTrustRoots } from '../store/trust-store.ts'
import type { WorkerPool } from '../workers/pool.ts'
import { unread } from './verify-pdf.ts'

export type FileVerdict = { verdict: PdfVerdict; archive: Archive; report: Id | null }

/**
 * Checks any file that says it is a PDF, read in a worker. Without a store nothing is pinned and nothing archived; `roots`: further
 * certificates, DER. Refuses with `verify.unreadable_file` when there is no file to read.
 */
export async function verifyFile(
  { store, pool }: { store?: Store; pool: WorkerPool },
  { path, roots = [] }: { path: string; roots?: readonly Uint8Array[] },
): Promise<FileVerdict> {
  const sha256 = await hashOf(path)
  const pinned = store ? listTrustRoots(store).map(({ body }) => new Uint8Array(Buffer.from(body, 'base64'))) : []
  const { verdict } = await pool.run('verify_pdf', { path, roots: [...pinned, ...roots] }).catch((error: unknown) => {
    // Whatever brings the worker down is no paper that anybody signed.
    if (error instanceof Error && error.name === 'WorkerFailure') return { verdict: unread }
    throw error
  })
  return { verdict, ...(store ? findInArchive(store, sha256, verdict.identifier) : ({ archive: 'unknown', report: null } as const)) }
}

async function hashOf(path: string): Promise<string> {
  const sum = createHash('sha256')
  try {
    for await (const piece of createReadStream(path)) sum.update(piece as Buffer)
  } catch (error) {
    throw new AppError('verify.unreadable_file', { path }, { cause: error })
  }
  return sum.digest('hex')
}
