import { canonicalJson, sha256 } from '../audit/canonical.ts'
import type { JournalHead } from '../store/journal-store.ts'
import type { ContainerReader } from '../store/backup-container.ts'

/** One file of the workspace, by its path relative to it with `/`. */
export type BackupPart = { path: string; bytes: number; sha256: string }

export type BackupManifest = {
  format: 'tonghop-backup-1'
  workspace: string
  madeAt: string
  actor: string
  /** Migration step of the store inside. */
  step: number
  /** The end of each journal chain at that moment: a head kept outside the workspace. */
  heads: JournalHead[]
  parts: BackupPart[]
}

export function sealManifest(manifest: BackupManifest): { body: string; sha256: string } {
  const body = canonicalJson(manifest)
  return { body, sha256: sha256(body) }
}

/** Undefined when the manifest is not whole. A path that leads out of the workspace makes it not whole. */
export function readManifest({ manifest }: ContainerReader): BackupManifest | undefined {
  if (sha256(manifest.body) !== manifest.sha256) return undefined
  const body = JSON.parse(manifest.body) as BackupManifest
  return body.format === 'tonghop-backup-1' && body.parts.every(({ path }) => isInside(path)) ? body : undefined
}

const isInside = (path: string): boolean => /^(store\.db|(files|reports)\/[^\\:\0]+)$/.test(path) && !path.split('/').includes('..')
