import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Id } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import { sha256 } from '../audit/canonical.ts'
import type { ServiceContext } from '../audit/context.ts'
import type { RowReference } from '../audit/run-command.ts'
import type { Store } from '../store/database.ts'
import {
  findFreeze,
  findReportFile,
  insertReportFile,
  type ReportFile,
  type ReportFileRole,
  type ReportFreeze,
} from '../store/report-freeze-store.ts'
import type { StoredReport } from '../store/report-store.ts'
import { asRefusal } from '../store/store-trouble.ts'
import { writeWhole } from './write-whole.ts'

/** Files of submitted reports lie among the drafts, under their hashes; none is ever written over. */

export const archivePath = (store: Store, { sha256, ending }: Pick<ReportFile, 'sha256' | 'ending'>): string =>
  join(store.reportsDirectory, `${sha256}${ending}`)

export const roleWords = {
  submitted: 'ban-trinh',
  signed: 'ban-da-ky',
  issued: 'ban-phat-hanh',
  snapshot: 'ban-chot',
  approval: 'ban-duyet-tay',
}

/** What a file is called when it is handed out: `bao-cao-periodic-2026-H1-ban-trinh.pdf`. */
export const paperName = (
  { kind, period }: Pick<StoredReport, 'kind' | 'period'>,
  { role, ending }: Pick<ReportFile, 'role' | 'ending'>,
): string => `bao-cao-${kind}-${period}-${roleWords[role]}${ending}`

export type KeptBytes = { sha256: string; bytes: number; ending: string }

/** On the disk before anything names it. Refuses with `workspace.disk_full | read_only`. */
export async function keepArchived(store: Store, bytes: Uint8Array, ending: string): Promise<KeptBytes> {
  const kept = { sha256: sha256(bytes), bytes: bytes.length, ending }
  try {
    await writeWhole(archivePath(store, kept), bytes)
  } catch (error) {
    throw asRefusal(error, store.reportsDirectory)
  }
  return kept
}

/** In the caller's transaction. */
export function recordArchived(
  { store, clock, newId, actor }: ServiceContext,
  freeze: Id,
  role: ReportFileRole,
  kept: KeptBytes,
): RowReference {
  const file: ReportFile = { id: newId(), freeze, role, ...kept, at: clock(), actor }
  insertReportFile(store, file)
  return { table: 'report_file', key: file.id }
}

/** Refuses with `report.not_submitted`. */
export function getFreeze(store: Store, report: Id): ReportFreeze {
  const freeze = findFreeze(store, report)
  if (!freeze) throw new AppError('report.not_submitted', { report })
  return freeze
}

/** How far the paper itself has come: the one that was issued, else signed, else submitted. */
export function latestPaper(store: Store, freeze: Id): ReportFile {
  const found = (['issued', 'signed', 'submitted'] as const).map((role) => findReportFile(store, freeze, role)).find((file) => file)
  if (!found) throw new Error(`freeze ${freeze} has no paper`)
  return found
}

/** After a look at its hash. Refuses with `report.bytes_lost`. */
export async function readArchived(store: Store, report: Id, file: ReportFile): Promise<Uint8Array> {
  const bytes = await readFile(archivePath(store, file)).catch(() => undefined)
  if (!bytes || sha256(bytes) !== file.sha256) throw new AppError('report.bytes_lost', { report })
  return bytes
}
