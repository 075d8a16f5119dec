import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Application } from './open-application.ts'
import { ownFolder } from './own-folder.ts'

/** What the window is still writing. */
const partSuffix = '.part'

type Asking = () => Promise<unknown>

/** Does what asks a person for files or a folder, and gives these. */
export async function chooseFiles({ page, electron }: Application, paths: readonly string[], ask: Asking): Promise<void> {
  if (electron) {
    await electron.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] })
    }, paths)
    return void (await ask())
  }
  const choosing = page.waitForEvent('filechooser')
  // Listening is asked for over another way than keys are sent on, and may come after them: what is answered on its own way is over.
  const asked = page.evaluate('undefined').then(ask)
  const [chooser] = await Promise.all([choosing, asked])
  await chooser.setFiles([...paths])
}

/** Does what ends in a file that is handed over, waits until `isDone`, and gives where the file lies, under the name it was given. */
export async function takeFile({ page, electron }: Application, ask: Asking, isDone: Asking = async () => undefined): Promise<string> {
  const folder = ownFolder()
  if (electron) {
    await electron.evaluate(({ dialog }, to) => {
      dialog.showSaveDialog = (...asked: unknown[]) => {
        const { defaultPath = '' } = asked.at(-1) as { defaultPath?: string }
        return Promise.resolve({ canceled: false, filePath: `${to}/${defaultPath.split(/[\\/]/).at(-1)}` })
      }
    }, folder)
    await ask()
    await isDone()
    await expect.poll(() => readdirSync(folder).filter((name) => !name.endsWith(partSuffix))).toHaveLength(1)
    return join(folder, readdirSync(folder)[0]!)
  }
  const [download] = await Promise.all([page.waitForEvent('download'), ask().then(isDone)])
  const path = join(folder, download.suggestedFilename())
  copyFileSync(await download.path(), path)
  return path
}
