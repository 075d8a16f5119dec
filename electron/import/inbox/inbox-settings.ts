import { stat } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { runCommand, type CommandContext } from '../../audit/run-command.ts'
import type { Store } from '../../store/database.ts'
import { findSetting, updateSetting } from '../../store/setting-store.ts'

/** `folder`: absolute; null where none was chosen. */
export type InboxSettings = { folder: string | null; watchesMedia: boolean }

export const readInboxSettings = (store: Store): InboxSettings => ({
  folder: null,
  watchesMedia: true,
  ...(JSON.parse(findSetting(store, 'inbox') ?? '{}') as Partial<InboxSettings>),
})

export const describeInboxSettings = ({ folder, watchesMedia }: InboxSettings) => ({
  folder: folder === null ? null : { name: basename(folder), place: folder },
  watchesMedia,
})

/** What is left out stays. Refuses with `inbox.not_folder`, `inbox.own_folder`. */
export async function updateInboxSettings(context: CommandContext, change: Partial<InboxSettings>): Promise<InboxSettings> {
  const { store } = context
  if (typeof change.folder === 'string') await checkFolder(change.folder, store.directory)
  return runCommand(context, () => {
    const next = { ...readInboxSettings(store), ...change }
    updateSetting(store, 'inbox', JSON.stringify(next))
    return {
      entry: {
        action: 'settings.inbox',
        params: { folder: next.folder ?? '–', media: next.watchesMedia ? '✓' : '–' },
        rows: [{ table: 'setting', key: 'inbox' }],
      },
      result: next,
    }
  })
}

async function checkFolder(folder: string, workspace: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined)
  if (found?.isDirectory() !== true) throw new AppError('inbox.not_folder', { name: basename(folder) })
  const own = resolve(workspace)
  if (isWithin(folder, own) || isWithin(own, folder)) throw new AppError('inbox.own_folder')
}

const isWithin = (path: string, folder: string): boolean =>
  join(folder, relative(folder, path)) === path && !relative(folder, path).startsWith('..')
