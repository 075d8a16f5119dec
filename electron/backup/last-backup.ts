import type { ServiceContext } from '../audit/context.ts'
import { findLastEntryOf } from '../store/journal-store.ts'

/** What the journal says about a backup; entries of the first version knew only hash and size. */
export type BackupRecord = { sha256: string; bytes: number; name?: string; onOtherDrive?: boolean | null }

export type LastBackup = {
  at: string
  actor: string
  name: string
  bytes: number
  sha256: string
  verified: boolean
  onOtherDrive: boolean | null
}

/** The newest backup, or null. An entry is written only after the file was read back, so every recorded one is verified. */
export function findLastBackup({ store }: Pick<ServiceContext, 'store'>): LastBackup | null {
  const entry = findLastEntryOf(store, 'workspace.backup')
  if (!entry) return null
  const { sha256, bytes, name = '', onOtherDrive = null } = JSON.parse(entry.params) as BackupRecord
  return { at: entry.at, actor: entry.actor, name, bytes, sha256, verified: true, onOtherDrive }
}
