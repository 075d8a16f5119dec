import type { Id } from '../../shared/domain/identity.ts'
import type { Period } from '../../shared/domain/period.ts'
import type { Store } from '../store/database.ts'
import { findLastEntry } from '../store/journal-store.ts'
import { listPeriods } from '../store/period-store.ts'
import { getLatestProgramme } from '../store/programme-store.ts'
import { getSetting } from '../store/setting-store.ts'
import { listUnits } from '../store/unit-store.ts'

export type WorkspaceDescription = {
  workspace: Id
  machine: Id
  directory: string
  programme: { code: string; version: number; title: { vi: string; en: string } }
  units: number
  periods: Period[]
  readOnly: boolean
  /** What is broken, or null. */
  damage: string | null
  /** The journal's newest entry on this machine; note its hash elsewhere to prove the journal against it later. */
  head: { seq: number; hash: string; at: string } | null
}

export function describeWorkspace({ store }: { store: Store }): WorkspaceDescription {
  const { code, version, title } = getLatestProgramme(store)
  const machine = getSetting(store, 'machine')
  const last = findLastEntry(store, machine)
  return {
    workspace: getSetting(store, 'workspace'),
    machine,
    directory: store.directory,
    programme: { code, version, title },
    units: listUnits(store).length,
    periods: listPeriods(store),
    readOnly: store.readOnly,
    damage: store.damage,
    head: last ? { seq: last.seq, hash: last.hash, at: last.at } : null,
  }
}
