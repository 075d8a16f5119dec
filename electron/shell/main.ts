import { app, dialog } from 'electron'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { errorTexts } from '../../shared/messages/catalogue.ts'
import { windowTexts } from '../../shared/messages/page.ts'
import { fillText, languages, type Text } from '../../shared/messages/text.ts'
import { AppError } from '../../shared/errors.ts'
import { defaultDataFolder } from '../cli/data-folder.ts'
import { systemClock } from '../engine/identity.ts'
import { createBugLog } from '../engine/log.ts'
import { readPage } from '../transport/page.ts'
import { EngineTrouble, startEngineThread, type EngineThread } from './engine-thread.ts'
import { lockDown, registerScheme } from './lock-down.ts'
import { connectPages, openWindow } from './open-window.ts'

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const { values } = parseArgs({ args: process.argv.slice(1), options: { data: { type: 'string' } }, strict: false })
const directory = typeof values['data'] === 'string' ? values['data'] : defaultDataFolder(process.env)

/** The shell does not know which language the page speaks, so it says the little it has to say in both. */
const inBoth = (text: Text, params: Readonly<Record<string, string | number>> = {}): string =>
  languages.map((language) => fillText(text, language, params)).join('\n\n')

function describeTrouble(error: unknown): string {
  if (error instanceof AppError) return inBoth(errorTexts[error.code], error.params)
  const known = error instanceof EngineTrouble ? error.reference : null
  return inBoth(windowTexts.engineLost, { reference: known ?? createBugLog(directory, systemClock)(error, 'window') })
}

function giveUp(error: unknown): void {
  dialog.showErrorBox('Tổng Hợp', describeTrouble(error))
  app.exit(1)
}

/** The window goes first, the engine finishes what it writes, and only then does the process end. */
function closeBeforeQuitting(engine: EngineThread): void {
  let closing: Promise<void> | undefined
  app.on('before-quit', (event) => {
    event.preventDefault()
    closing ??= engine.close().finally(() => setImmediate(() => app.exit(0)))
  })
  app.on('window-all-closed', () => app.quit())
}

async function start(): Promise<void> {
  const page = await readPage(beside('../renderer'))
  await app.whenReady()
  lockDown(page)
  const engine = await startEngineThread(new URL('./engine.js', import.meta.url), { directory, actor: userInfo().username }, giveUp)
  closeBeforeQuitting(engine)
  connectPages(engine)
  const window = openWindow({ preload: beside('../preload/preload.cjs'), placeFile: join(app.getPath('userData'), 'window.json') })
  app.on('second-instance', () => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
}

app.enableSandbox()
registerScheme()
// Apart from the workspace: what the browser engine keeps for itself is no data of the office.
app.setPath('userData', join(app.getPath('appData'), 'tonghop-window'))
// Awaiting readiness at the top of a module would wait for itself.
if (app.requestSingleInstanceLock()) start().catch(giveUp)
else app.exit(0)
