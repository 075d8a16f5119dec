import { EventEmitter } from 'node:events'
import type { Chromium, Devtools } from './chromium.ts'
import { Menu } from './menu.ts'
import { NotStoodIn, onlyTellsOf, onlyWhatStandsIn } from './not-stood-in.ts'
import type { Session } from './session.ts'
import { WebContents, type WebPreferences } from './web-contents.ts'

type Bounds = { x: number; y: number; width: number; height: number }
type WindowOptions = Partial<Bounds> & { title?: string; webPreferences?: WebPreferences } & Record<string, unknown>

const events = ['close', 'closed', 'ready-to-show', 'show', 'focus', 'session-end', 'query-session-end']

/** What windows need of the process that holds them. */
export const house: {
  chromium: Promise<Chromium>
  session: Session | undefined
  onCreated: (contents: WebContents) => void
  onAllClosed: () => void
} = { chromium: new Promise(() => undefined), session: undefined, onCreated: () => undefined, onAllClosed: () => undefined }

const windows: BrowserWindow[] = []

/** A window is a page of the headless Chromium; what only a screen would show is remembered, not done. */
export class BrowserWindow extends EventEmitter {
  static #lastId = 0
  readonly id = (BrowserWindow.#lastId += 1)
  readonly webContents: WebContents
  readonly options: WindowOptions
  #bounds: Bounds
  #state = { shown: false, maximized: false, minimized: false, fullScreen: false, destroyed: false }

  constructor(options: WindowOptions = {}) {
    super()
    onlyTellsOf('BrowserWindow', this, events)
    this.options = options
    this.#bounds = { x: 0, y: 0, width: 800, height: 600, ...pick(options) }
    const { width, height } = this.#bounds
    this.webContents = new WebContents(house.session!, options.webPreferences ?? {}, {
      create: () => createTarget(width, height),
      close: () => this.close(),
      onKeys: (keys) => Menu.getApplicationMenu()?.press(keys),
    }).shown
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    const shown = onlyWhatStandsIn('BrowserWindow', this)
    windows.push(shown)
    house.onCreated(this.webContents)
    return shown
  }

  static getAllWindows = (): BrowserWindow[] => [...windows]
  static getFocusedWindow = (): BrowserWindow | null => windows.at(-1) ?? null
  static fromWebContents = (contents: WebContents): BrowserWindow | null =>
    windows.find((window) => window.webContents.id === contents.id) ?? null

  loadURL = (url: string): Promise<void> => this.webContents.loadURL(url)
  show(): void {
    this.#state.shown = true
    this.emit('show')
  }
  focus(): void {
    this.emit('focus')
  }
  maximize(): void {
    this.#state.maximized = true
  }
  minimize(): void {
    this.#state.minimized = true
  }
  restore(): void {
    this.#state.minimized = false
  }
  setFullScreen(isFull: boolean): void {
    this.#state.fullScreen = isFull
  }
  setMenu = (): void => undefined
  setTitle = (): void => undefined
  isVisible = (): boolean => this.#state.shown
  isMaximized = (): boolean => this.#state.maximized
  isMinimized = (): boolean => this.#state.minimized
  isFullScreen = (): boolean => this.#state.fullScreen
  isDestroyed = (): boolean => this.#state.destroyed
  getBounds = (): Bounds => this.#bounds
  getNormalBounds = (): Bounds => this.#bounds

  close(): void {
    let isPrevented = false
    this.emit('close', { preventDefault: () => (isPrevented = true) })
    if (!isPrevented) this.destroy()
  }

  destroy(): void {
    if (this.#state.destroyed) return
    this.#state.destroyed = true
    const at = windows.findIndex(({ id }) => id === this.id)
    windows.splice(at, 1)
    void house.chromium.then(({ devtools }) => this.webContents.destroyed(devtools))
    this.emit('closed')
    if (windows.length === 0) setImmediate(house.onAllClosed)
  }
}

Menu.windowInFront = () => windows.at(-1)

const pick = ({ x, y, width, height }: WindowOptions): Partial<Bounds> =>
  Object.fromEntries(Object.entries({ x, y, width, height }).filter(([, value]) => value !== undefined))

async function createTarget(width: number, height: number): Promise<{ targetId: string; devtools: Devtools; browser: Devtools }> {
  const chromium = await house.chromium
  const { targetId } = await chromium.devtools.send<{ targetId: string }>('Target.createTarget', {
    url: 'about:blank',
    width,
    height,
    newWindow: true,
  })
  return { targetId, devtools: await chromium.attach(targetId), browser: chromium.devtools }
}

/** However a page of Chromium came to open another one: the window's program would have been asked, and was not. */
export async function watchOpened(chromium: Chromium): Promise<void> {
  chromium.devtools.on('Target.targetCreated', ({ targetInfo }: { targetInfo: { openerId?: string } }) => {
    if (windows.some(({ webContents }) => webContents.targetId === targetInfo.openerId))
      throw new NotStoodIn('this way to open a window from a page')
  })
  await chromium.devtools.send('Target.setDiscoverTargets', { discover: true })
}
