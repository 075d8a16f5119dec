import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { meantAddress, originOf, shownAddress } from './addresses.ts'
import type { Devtools, Params } from './chromium.ts'
import { packValue, unpackValue } from './copy-value.ts'
import { Ipc, type Sender } from './ipc.ts'
import { NotStoodIn, onlyTellsOf, onlyWhatStandsIn } from './not-stood-in.ts'
import { bindingName, pageScript, tellExpression, type Said, type Told } from './page-side.ts'
import type { MessagePortMain } from './ports.ts'
import type { PausedRequest, Session } from './session.ts'

export type WebPreferences = Record<string, unknown> & { preload?: string }
type OpenHandler = (details: { url: string }) => { action: 'deny' | 'allow' }
type Target = { targetId: string; devtools: Devtools; browser: Devtools }
type Keys = Extract<Said, { kind: 'key' }>

const events = [
  'will-navigate',
  'will-redirect',
  'will-frame-navigate',
  'will-attach-webview',
  'did-navigate',
  'did-finish-load',
  'did-create-window',
  'render-process-gone',
  'destroyed',
]

/** A page of Chromium, seen from the main process as Electron shows it. */
export class WebContents extends EventEmitter {
  static #lastId = 0
  readonly id = (WebContents.#lastId += 1)
  readonly session: Session
  readonly #preferences: WebPreferences
  readonly #ready: Promise<Devtools>
  readonly #ports = new Map<number, MessagePortMain>()
  readonly #expected = new Set<string>()
  #targetId = ''
  #url = 'about:blank'
  #lastPort = 0
  #zoomLevel = 0
  #isGone = false
  #onOpen: OpenHandler | undefined
  readonly #onKeys: (keys: Keys) => void
  readonly close: () => void

  constructor(
    session: Session,
    preferences: WebPreferences,
    doors: {
      create: () => Promise<Target>
      onKeys: (keys: Keys) => void
      close: () => void
    },
  ) {
    super()
    onlyTellsOf('webContents', this, events)
    this.session = session
    this.#preferences = preferences
    this.#onKeys = doors.onKeys
    this.close = () => doors.close()
    this.#ready = this.#open(doors.create)
    this.#ready.catch((error: unknown) => setImmediate(() => this.emit('render-process-gone', {}, { reason: String(error) })))
  }

  async #open(create: () => Promise<Target>): Promise<Devtools> {
    const { preload } = this.#preferences
    const script = preload === undefined ? undefined : pageScript(readFileSync(preload, 'utf8'), preload)
    const { targetId, devtools, browser } = await create()
    this.#targetId = targetId
    this.#listen(devtools)
    for (const domain of ['Page', 'Runtime', 'Debugger']) await devtools.send(`${domain}.enable`)
    await devtools.send('Runtime.addBinding', { name: bindingName })
    await devtools.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    if (script !== undefined) await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: script })
    for (const scheme of this.session.schemes) await this.session.applyPermissions(browser, `${scheme}://tonghop`, this)
    return devtools
  }

  #listen(devtools: Devtools): void {
    devtools.on('Fetch.requestPaused', (paused: PausedRequest) => void this.#answer(devtools, paused))
    devtools.on('Runtime.bindingCalled', ({ payload }: { payload: string }) => this.#hear(JSON.parse(payload) as Said))
    devtools.on('Page.frameNavigated', ({ frame }: { frame: { parentId?: string; url: string } }) => {
      if (frame.parentId !== undefined) return
      this.#url = meantAddress(frame.url, this.session.schemes)
      for (const port of this.#ports.values()) port.peer.close()
      this.#ports.clear()
      this.emit('did-navigate', {}, this.#url)
    })
    devtools.on('Page.navigatedWithinDocument', ({ url }: { url: string }) => {
      this.#url = meantAddress(url, this.session.schemes)
    })
    devtools.on('Page.loadEventFired', () => this.emit('did-finish-load'))
    devtools.on('Inspector.targetCrashed', () => this.emit('render-process-gone', {}, { reason: 'crashed' }))
    devtools.on(
      'Debugger.paused',
      (paused: { callFrames: { callFrameId: string }[] }) => void this.#tellPath(devtools, paused.callFrames[0]!),
    )
  }

  async #answer(devtools: Devtools, paused: PausedRequest): Promise<void> {
    try {
      if (paused.resourceType === 'Document' && !this.#mayNavigate(paused))
        return void (await devtools.send('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Aborted' }))
      await this.session.answer(devtools, paused)
    } catch (error) {
      // A page that is gone meanwhile needs no answer.
      if (!this.#isGone && !/Invalid InterceptionId|Session with given id/.test(String(error))) throw error
    }
  }

  /** What the main process asked for, and loading the same page again, is not asked about; every other way to a page is. */
  #mayNavigate({ request, frameId }: PausedRequest): boolean {
    const url = meantAddress(request.url, this.session.schemes)
    const isMainFrame = frameId === this.#targetId
    if (isMainFrame && (this.#expected.delete(url) || url === this.#url.split('#')[0])) return true
    let isPrevented = false
    const event = { url, isMainFrame, isSameDocument: false, frame: this.mainFrame, preventDefault: () => (isPrevented = true) }
    this.emit('will-frame-navigate', event)
    if (isMainFrame) this.emit('will-navigate', event, url)
    return !isPrevented
  }

  #hear(said: Said): void {
    const event = { sender: this, senderFrame: this.mainFrame, type: 'frame' }
    switch (said.kind) {
      case 'send':
        return void Ipc.main.emit(said.channel, event, ...(unpackValue(said.args) as unknown[]))
      case 'invoke':
        return void this.#answerCall(said.call, Ipc.main.answer(said.channel, event, unpackValue(said.args) as unknown[]))
      case 'port':
        return this.#ports.get(said.port)?.peer.deliver(said.data)
      case 'port-close':
        return this.#ports.get(said.port)?.close()
      case 'open':
        if (this.#mayOpen(said.url)) throw new NotStoodIn('a window that a page opened')
        return
      case 'key':
        return this.#onKeys(said)
    }
  }

  async #answerCall(call: number, answer: Promise<unknown>): Promise<void> {
    const told: Told = await answer.then(
      (value) => ({ kind: 'answer', call, value: packValue(value) }),
      (error: unknown) => ({ kind: 'answer', call, error: `Error invoking remote method: ${String(error)}` }),
    )
    this.#tell(told)
  }

  #tell(told: Told): void {
    void this.#ready.then((devtools) => devtools.send('Runtime.evaluate', { expression: tellExpression(told) })).catch(() => undefined)
  }

  /** Only the debugger can say where a file of the page lies, and only while the page stands still. */
  async #tellPath(devtools: Devtools, { callFrameId }: { callFrameId: string }): Promise<void> {
    const evaluate = (expression: string): Promise<{ result: { objectId: string } }> =>
      devtools.send('Debugger.evaluateOnCallFrame', { callFrameId, expression })
    const { result } = await evaluate('box.file')
    const { path } = await devtools.send<{ path: string }>('DOM.getFileInfo', { objectId: result.objectId })
    await evaluate(`box.path = ${JSON.stringify(path)}`)
    await devtools.send('Debugger.resume')
  }

  get mainFrame(): Sender {
    return {
      url: this.#url,
      origin: originOf(this.#url),
      parent: null,
      postMessage: (channel, message, transfer = []) => this.#send(channel, [message], transfer),
    }
  }

  send(channel: string, ...args: unknown[]): void {
    this.#send(channel, args, [])
  }

  #send(channel: string, args: unknown[], transfer: readonly MessagePortMain[]): void {
    const ports = transfer.map((port) => {
      this.#lastPort += 1
      const id = this.#lastPort
      this.#ports.set(id, port)
      return { id, port }
    })
    this.#tell({ kind: 'send', channel, args: packValue(args), ports: ports.map(({ id }) => id) })
    // After the page was told of them.
    for (const { id, port } of ports)
      port.handOver({
        send: (data) => this.#tell({ kind: 'port', port: id, data }),
        close: () => this.#tell({ kind: 'port-close', port: id }),
      })
  }

  async loadURL(url: string): Promise<void> {
    const devtools = await this.#ready
    this.#expected.add(url.split('#')[0]!)
    const loaded = new Promise((resolve) => this.once('did-finish-load', resolve))
    const { errorText } = await devtools.send<{ errorText?: string }>('Page.navigate', { url: shownAddress(url, this.session.schemes) })
    if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`)
    await loaded
  }

  reload(): void {
    void this.#ready.then((devtools) => devtools.send('Page.reload'))
  }

  async printToPDF(options: Params): Promise<Buffer> {
    const devtools = await this.#ready
    const known = ['printBackground', 'preferCSSPageSize', 'landscape']
    for (const name of Object.keys(options)) if (!known.includes(name)) throw new NotStoodIn(`printToPDF option ${name}`)
    const { data } = await devtools.send<{ data: string }>('Page.printToPDF', options)
    return Buffer.from(data, 'base64')
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#onOpen = handler
  }

  #mayOpen(url: string): boolean {
    return (this.#onOpen?.({ url: meantAddress(url, this.session.schemes) }).action ?? 'allow') === 'allow'
  }

  getLastWebPreferences = (): WebPreferences => this.#preferences
  getURL = (): string => this.#url
  getZoomLevel = (): number => this.#zoomLevel
  setZoomLevel(level: number): void {
    this.#zoomLevel = level
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.session.settings['webRtcIpHandlingPolicy'] = policy
  }
  setIgnoreMenuShortcuts = (): void => undefined
  isDestroyed = (): boolean => this.#isGone
  isDevToolsOpened = (): boolean => false
  get targetId(): string {
    return this.#targetId
  }

  async destroyed(browser: Devtools): Promise<void> {
    if (this.#isGone) return
    this.#isGone = true
    for (const port of this.#ports.values()) port.peer.close()
    await this.#ready.catch(() => undefined)
    await browser.send('Target.closeTarget', { targetId: this.#targetId }).catch(() => undefined)
    this.emit('destroyed')
  }

  /** What a module of Electron hands out: whatever is not here throws by its name. */
  readonly shown = onlyWhatStandsIn('webContents', this)
}
