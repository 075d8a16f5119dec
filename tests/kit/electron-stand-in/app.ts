import { createHash } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { NotStoodIn, onlyTellsOf } from './not-stood-in.ts'
import { BrowserWindow } from './window.ts'

const events = [
  'ready',
  'will-finish-launching',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'second-instance',
  'open-file',
  'web-contents-created',
  'render-process-gone',
  'child-process-gone',
  'certificate-error',
  'login',
  'select-client-certificate',
]

/** `app`, and what the starter of the stand-in needs of it. */
export class App extends EventEmitter {
  readonly name = 'tonghop'
  readonly isPackaged = false
  readonly switches = new Map<string, string>()
  readonly #paths = new Map<string, string>()
  #tellReady!: () => void
  readonly #ready = new Promise<void>((resolve) => {
    this.#tellReady = resolve
  })
  #isReady = false
  #isQuitting = false
  #lock: Server | undefined
  isSandboxed = false
  /** Set by the starter: ends Chromium. */
  endChromium: () => Promise<void> = () => Promise.resolve()

  constructor() {
    super()
    onlyTellsOf('app', this, events)
  }

  readonly commandLine = {
    appendSwitch: (name: string, value = ''): void => {
      if (this.#isReady) throw new Error(`--${name} comes too late, the application is ready`)
      this.switches.set(name, value)
    },
    hasSwitch: (name: string): boolean => this.switches.has(name),
    getSwitchValue: (name: string): string => this.switches.get(name) ?? '',
  }

  whenReady = (): Promise<void> => this.#ready
  isReady = (): boolean => this.#isReady
  getVersion = (): string => '0.0.0'
  getName = (): string => this.name
  getLocale = (): string => 'vi'
  setAppUserModelId = (): void => undefined

  enableSandbox(): void {
    if (this.#isReady) throw new Error('enableSandbox comes too late, the application is ready')
    this.isSandboxed = true
  }

  getPath(name: string): string {
    const known = this.#paths.get(name)
    if (known !== undefined) return known
    if (name === 'appData') return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
    if (name === 'documents' || name === 'home') return homedir()
    if (name === 'temp') return tmpdir()
    throw new NotStoodIn(`path ${name}`)
  }

  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`Failed to set path ${path}, which does not exist`)
    this.#paths.set(name, path)
  }

  /** Held by a socket in the folder for temporary files, named after the user's data, as long as this process lives. */
  requestSingleInstanceLock(additionalData?: unknown): boolean {
    const key = createHash('sha256').update(this.getPath('userData')).digest('hex').slice(0, 24)
    const folder = join(tmpdir(), `electron-stand-in-lock-${key}`)
    try {
      mkdirSync(folder)
    } catch {
      const told = JSON.stringify({ argv: process.argv, cwd: process.cwd(), additionalData })
      this.#toldFirst = new Promise((resolve) => {
        const socket = connect(join(folder, 'socket'), () => socket.end(told))
        socket.once('close', () => resolve())
        socket.once('error', () => resolve())
      })
      return false
    }
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    this.#lock = createServer((socket) => {
      let text = ''
      socket.setEncoding('utf8')
      socket.on('data', (piece: string) => (text += piece))
      socket.on('end', () => {
        const second = JSON.parse(text) as { argv: string[]; cwd: string; additionalData: unknown }
        this.emit('second-instance', {}, second.argv, second.cwd, second.additionalData)
      })
    }).listen(join(folder, 'socket'))
    this.#lock.unref()
    return true
  }

  #toldFirst: Promise<void> = Promise.resolve()

  becomeReady(): void {
    this.#isReady = true
    this.emit('ready', {}, {})
    this.#tellReady()
  }

  /** A tick later than asked: who asked from a debugger must get its answer first. */
  quit(): void {
    if (this.#isQuitting) return
    this.#isQuitting = true
    setTimeout(() => {
      let isPrevented = false
      const event = { preventDefault: () => (isPrevented = true) }
      this.emit('before-quit', event)
      if (!isPrevented) for (const window of BrowserWindow.getAllWindows()) window.close()
      this.#isQuitting = false
      if (!isPrevented && BrowserWindow.getAllWindows().length === 0) {
        this.emit('will-quit', event)
        if (!isPrevented) this.exit(0)
      }
    }, 0)
  }

  exit(code = 0): void {
    for (const window of BrowserWindow.getAllWindows()) window.destroy()
    this.emit('quit', {}, code)
    void Promise.all([this.endChromium(), this.#toldFirst]).finally(() => process.exit(code))
  }

  allClosed(): void {
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }
}
