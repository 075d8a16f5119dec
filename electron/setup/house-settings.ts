import { runCommand, type CommandContext } from '../audit/run-command.ts'
import type { Store } from '../store/database.ts'
import { findSetting, updateSetting } from '../store/setting-store.ts'

/** Minutes; long enough for a telephone call, short enough for lunch. */
const usualIdleMinutes = 15

export const readIdleMinutes = (store: Store): number => Number(findSetting(store, 'idle_minutes') ?? usualIdleMinutes)

export const getHouseSettings = ({ store }: Pick<CommandContext, 'store'>): { idleMinutes: number } => ({
  idleMinutes: readIdleMinutes(store),
})

export function updateHouseSettings(context: CommandContext, { idleMinutes }: { idleMinutes: number }): { idleMinutes: number } {
  const { store } = context
  return runCommand(context, () => {
    updateSetting(store, 'idle_minutes', String(idleMinutes))
    return {
      entry: { action: 'settings.update', params: { idleMinutes }, rows: [{ table: 'setting', key: 'idle_minutes' }] },
      result: { idleMinutes },
    }
  })
}
