import { app, dialog } from 'electron'
import { mkdirSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { errorTexts } from '../../shared/messages/catalogue.ts'
import { windowTexts } from '../../shared/messages/page.ts'
import { AppError } from '../../shared/errors.ts'
import { defaultDataFolder } from '../cli/data-folder.ts'
import { systemClock } from '../engine/identity.ts'
import { createBugLog } from '../engine/log.ts'
import { readPage } from '../transport/page.ts'
import { answerPages } from './answer-page.ts'
import { askBeforeClosing } from './ask-before-closing.ts'
import { EngineTrouble, startEngineThread, type EngineThread } from './engine-thread.ts'
import { lockDown, registerScheme } from './lock-down.ts'
import { connectPages, openWindow, setMenu } from './open-window.ts'
import { filesOpened } from './opened-files.ts'
import { pageOf } from './page-of.ts'
import { silenceNetwork } from './silence-network.ts'
import { OpenedFiles } from './tell-page.ts'
import { sayInBoth, speak, spokenLanguage } from './words.ts'

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const { values } = parseArgs({
  args: process.argv.slice(1),
  options: { data: { type: 'string' }, actor: { type: 'string' } },
  strict: false,
})
const given = (name: 'data' | 'actor'): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined)
const directory = given('data') ?? defaultDataFolder(process.env)
const actor = given('actor') ?? userInfo().username
const logBug = createBugLog(directory, systemClock)

function describeTrouble(error: unknown): string {
  if (error instanceof AppError) return sayInBoth(errorTexts[error.code], error.params)
  const known = error instanceof EngineTrouble ? error.reference : null
  return sayInBoth(windowTexts.engineLost, { reference: known ?? logBug(error, 'window') })
}

function giveUp(error: unknown): void {
  dialog.showErrorBox('Tổng Hợp', describeTrouble(error))
  app.exit(1)
}

/** The window goes first, which may ask; the engine finishes what it writes, and only then does the process end. */
function closeBeforeQuitting(engine: EngineThread, window: Electron.BrowserWindow): void {
  let closing: Promise<void> | undefined
  const close = (): void => {
    closing ??= engine.close().finally(() => setImmediate(() => app.exit(0)))
  }
  app.on('before-quit', (event) => {
    event.preventDefault()
    if (window.isDestroyed()) close()
    else window.close()
  })
  window.on('closed', close)
}

/** What a second start hands over to this one, whose arguments the browser engine may have turned about. */
const handedOver = z.strictObject({ files: z.array(z.string()).max(100) })
const openedHere = filesOpened(process.argv.slice(1), process.cwd())

async function start(): Promise<void> {
  const page = await readPage(beside('../renderer'))
  await app.whenReady()
  await lockDown(page)
  const engine = await startEngineThread(new URL('./engine.js', import.meta.url), { directory, actor }, giveUp)
  const opened = new OpenedFiles(engine)
  opened.add(openedHere)
  connectPages(engine)
  const window = openWindow({ preload: beside('../preload/preload.cjs'), placeFile: join(app.getPath('userData'), 'window.json') })
  answerPages({
    engine,
    logBug,
    onSpeak: (language) => {
      if (language === spokenLanguage()) return
      speak(language)
      setMenu(window)
    },
    onListen: () => void opened.handOver(window),
  })
  askBeforeClosing(window, () => engine.ask(pageOf(window), { ask: 'running' }))
  closeBeforeQuitting(engine, window)
  const openHere = (files: readonly string[]): void => {
    opened.add(files)
    void opened.handOver(window)
  }
  app.on('second-instance', (_event, _argv, _folder, told) => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
    openHere(handedOver.safeParse(told).data?.files ?? [])
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openHere(filesOpened([path], '/'))
  })
}

app.enableSandbox()
registerScheme()
silenceNetwork()
// Apart from the workspace: what the browser engine keeps for itself is no data of the office.
const windowFolder = join(app.getPath('appData'), 'tonghop-window')
mkdirSync(windowFolder, { recursive: true })
app.setPath('userData', windowFolder)
// Awaiting readiness at the top of a module would wait for itself.
if (app.requestSingleInstanceLock({ files: openedHere })) start().catch(giveUp)
else app.exit(0)
