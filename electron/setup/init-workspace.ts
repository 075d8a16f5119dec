import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { Programme } from '../../shared/domain/programme.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import { sha256 } from '../audit/canonical.ts'
import { runCommand } from '../audit/run-command.ts'
import { createStore, type Store } from '../store/database.ts'
import { insertProgramme } from '../store/programme-store.ts'
import { updateSetting } from '../store/setting-store.ts'
import { upsertUnit } from '../store/unit-store.ts'

export type InitOrder = {
  directory: string
  /** Checked against its schema by the caller. */
  programme: Programme
  units: readonly Unit[]
  clock: () => Instant
  newId: () => Id
  actor: string
  /** Made up to be looked at: every page and every print says so. */
  isSample?: boolean
}

/**
 * A new workspace, open for writing: random ids of workspace and machine, one programme, its units; one entry.
 * Refuses with `workspace.exists | in_use | read_only | disk_full`; an interrupted one is simply begun again.
 */
export function initWorkspace(order: InitOrder): { store: Store; workspace: Id } {
  const { directory, programme, units, clock, newId, actor, isSample = false } = order
  const store = createStore(directory)
  const workspace = newId()
  const body = JSON.stringify(programme)
  const bodySha256 = sha256(body)
  try {
    runCommand({ store, clock, actor }, () => {
      updateSetting(store, 'workspace', workspace)
      updateSetting(store, 'machine', newId())
      if (isSample) updateSetting(store, 'sample', '1')
      insertProgramme(store, programme, body, bodySha256)
      for (const unit of units) upsertUnit(store, unit)
      return {
        entry: {
          action: 'workspace.init',
          params: { workspace, programme: programme.code, version: programme.version, sha256: bodySha256, units: units.length },
          rows: [
            { table: 'setting', key: 'workspace' },
            { table: 'setting', key: 'machine' },
            ...(isSample ? [{ table: 'setting', key: 'sample' } as const] : []),
            { table: 'programme', key: String(programme.version) },
            { table: 'field', key: 'all' },
            ...units.map(({ code }) => ({ table: 'unit', key: code }) as const),
          ],
        },
        result: undefined,
      }
    })
  } catch (error) {
    store.close()
    throw error
  }
  return { store, workspace }
}
