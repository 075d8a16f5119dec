import { basename } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { ServiceContext } from '../audit/context.ts'
import type { Store } from '../store/database.ts'
import { countEntriesSince, listHeads } from '../store/journal-store.ts'
import { migrationSteps } from '../store/migrations/migration-steps.ts'
import { listPeriods } from '../store/period-store.ts'
import { getSetting } from '../store/setting-store.ts'
import { readBackup } from './read-backup.ts'

export type BackupDescription = {
  name: string
  madeAt: string
  actor: string
  isSameWorkspace: boolean
  /** Without a period, an account or anything else that somebody did. */
  isHereEmpty: boolean
  /** Null where the present data are damaged and nothing in them can be counted on. */
  missing: { submissions: number; adjustments: number; others: number } | null
}

/** A restore takes back work of people; who came and went, and copies made, are no work. */
const noWork = /^(session|workspace|clock|report\.build)/

/**
 * What is in a backup, read whole, and how much of what was done here is not. A chain of the journal that the backup does
 * not know counts from its beginning. Refuses with `backup.not_found | damaged`, `workspace.newer`.
 */
export async function describeBackup(
  { store }: Pick<ServiceContext, 'store'>,
  file: string,
  name = basename(file),
): Promise<BackupDescription> {
  const backup = await readBackup(file, name)
  backup.close()
  const { manifest } = backup
  if (manifest.step > migrationSteps.length) throw new AppError('workspace.newer', { found: manifest.step, known: migrationSteps.length })
  const told = { name, madeAt: manifest.madeAt, actor: manifest.actor }
  if (store.damage !== null) return { ...told, isSameWorkspace: true, isHereEmpty: false, missing: null }
  return {
    ...told,
    isSameWorkspace: manifest.workspace === getSetting(store, 'workspace'),
    isHereEmpty: listPeriods(store).length === 0 && isNothing(countWorkSince(store, [])),
    missing: countWorkSince(store, manifest.heads),
  }
}

export const isNothing = (work: Readonly<Record<string, number>>): boolean => Object.values(work).every((count) => count === 0)

/** What people did after these heads of the journal's chains; a chain that is not among them counts whole. */
export function countWorkSince(
  store: Store,
  heads: readonly { machine: string; seq: number }[],
): { submissions: number; adjustments: number; others: number } {
  const known = new Map(heads.map(({ machine, seq }) => [machine, seq]))
  const work = { submissions: 0, adjustments: 0, others: 0 }
  for (const { machine } of listHeads(store))
    for (const { action, count } of countEntriesSince(store, machine, known.get(machine) ?? 0)) {
      if (action === 'submission.import') work.submissions += count
      else if (action === 'figure.adjust') work.adjustments += count
      else if (!noWork.test(action)) work.others += count
    }
  return work
}
