import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../audit/canonical.ts'
import type { Store } from '../store/database.ts'
import { asRefusal } from '../store/store-trouble.ts'
import { writeWhole } from './write-whole.ts'

export const reportPath = (store: Store, hash: string): string => join(store.reportsDirectory, `${hash}.pdf`)

/** Undefined when the file is gone or is not what was built. */
export async function findReportBytes(store: Store, hash: string): Promise<Uint8Array | undefined> {
  const bytes = await readFile(reportPath(store, hash)).catch(() => undefined)
  return bytes && sha256(bytes) === hash ? bytes : undefined
}

/** Refuses with `workspace.disk_full | read_only`. */
export async function keepReportBytes(store: Store, hash: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeWhole(reportPath(store, hash), bytes)
  } catch (error) {
    throw asRefusal(error, store.reportsDirectory)
  }
}
