import { app, dialog, type BrowserWindow, type FileFilter } from 'electron'
import { join } from 'node:path'
import { windowBoxTexts } from '../../shared/messages/window.ts'
import { say } from './words.ts'

/** The paths that a person picked; empty when they changed their mind. `accept` as in an input element. */
export async function chooseFiles(
  window: BrowserWindow,
  { accept, many }: { accept?: string | undefined; many: boolean },
): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say(windowBoxTexts.chooseFiles),
    properties: ['openFile', ...(many ? (['multiSelections'] as const) : [])],
    filters: filtersOf(accept),
  })
  return canceled ? [] : filePaths
}

export async function chooseFolder(window: BrowserWindow): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say(windowBoxTexts.chooseFolder),
    properties: ['openDirectory'],
  })
  return canceled ? [] : filePaths
}

/** Where to write; the system itself asks before a file is overwritten. */
export async function chooseTarget(window: BrowserWindow, name: string): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: say(windowBoxTexts.saveHere),
    buttonLabel: say(windowBoxTexts.saveHere),
    defaultPath: join(app.getPath('documents'), fileName(name)),
    filters: filtersOf(/\.\w{1,20}$/.exec(name)?.[0]),
  })
  return canceled || filePath === '' ? undefined : filePath
}

export async function chooseTargetFolder(window: BrowserWindow): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say(windowBoxTexts.saveFolder),
    buttonLabel: say(windowBoxTexts.saveFolder),
    properties: ['openDirectory', 'createDirectory'],
  })
  return canceled ? undefined : filePaths[0]
}

/** A page suggests a name, never a place. */
const fileName = (name: string): string =>
  name
    .split(/[\\/]/)
    .at(-1)
    ?.replaceAll(/[<>:"|?*]/g, '_') ?? ''

const filtersOf = (accept: string | undefined): FileFilter[] => [
  ...(accept === undefined ? [] : [{ name: say(windowBoxTexts.kinds), extensions: accept.split(',').map((kind) => kind.slice(1)) }]),
  { name: say(windowBoxTexts.everything), extensions: ['*'] },
]
