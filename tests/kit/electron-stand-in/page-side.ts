import { Script } from 'node:vm'
import { packValue, unpackValue } from './copy-value.ts'

/** The name under which the page's half of the stand-in is reached, and by which it speaks to the main process. */
export const bindingName = '__electronStandIn'

/** What the page's half says. Values are packed by `packValue`. */
export type Said =
  | { kind: 'send'; channel: string; args: string }
  | { kind: 'invoke'; call: number; channel: string; args: string }
  | { kind: 'port'; port: number; data: string }
  | { kind: 'port-close'; port: number }
  | { kind: 'open'; url: string }
  | { kind: 'key'; key: string; code: string; control: boolean; shift: boolean; alt: boolean; meta: boolean }

/** What is told to it. */
export type Told =
  | { kind: 'send'; channel: string; args: string; ports: readonly number[] }
  | { kind: 'answer'; call: number; value?: string; error?: string }
  | { kind: 'port'; port: number; data: string }
  | { kind: 'port-close'; port: number }

type Doors = {
  pack: typeof packValue
  unpack: typeof unpackValue
  say: (text: string) => void
  /** Stops in the debugger, where the main process looks at `box.file` and fills in `box.path`. */
  pause: (box: { file: unknown; path: string }) => void
  global: Record<string, unknown> & { addEventListener: typeof EventTarget.prototype.addEventListener; location: { href: string } }
  preload: (require: (name: string) => unknown) => void
}

type PagePort = InstanceType<typeof MessagePort>
type KeyEvent = Event & { key: string; code: string; ctrlKey: boolean; shiftKey: boolean; altKey: boolean; metaKey: boolean }

/** Runs in the page by its source, before anything of the page: gives the preload its `electron`. Uses nothing outside itself. */
function installPageSide({ pack, unpack, say, pause, global, preload }: Doors): (told: Told) => void {
  const listeners = new Map<string, Set<(event: unknown, ...args: unknown[]) => void>>()
  const calls = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const ports = new Map<number, PagePort>()
  let lastCall = 0
  const speak = (said: Said): void => say(JSON.stringify(said))

  const openPort = (id: number): PagePort => {
    const { port1, port2 } = new MessageChannel()
    ports.set(id, port1)
    port1.addEventListener('message', (event) => speak({ kind: 'port', port: id, data: pack((event as MessageEvent).data) }))
    port1.addEventListener('close', () => speak({ kind: 'port-close', port: id }))
    port1.start()
    return port2
  }

  /** A copy, as the real bridge makes one: plain data, functions, promises and files pass, nothing else. */
  const across = (value: unknown): unknown => {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return value
    if (typeof value === 'function')
      return (...args: unknown[]): unknown => across((value as (...args: unknown[]) => unknown)(...args.map(across)))
    if (value instanceof Promise)
      return value.then(across, (error: unknown) => {
        throw new Error(error instanceof Error ? error.message : String(error))
      })
    if (Array.isArray(value)) return value.map(across)
    if (value instanceof Blob) return value
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return structuredClone(value)
    if (Object.prototype.toString.call(value) !== '[object Object]')
      throw new Error(`the stand-in for Electron's bridge does not pass ${Object.prototype.toString.call(value)}`)
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([name, part]) => [name, across(part)])))
  }

  const ipcRenderer = {
    on(channel: string, listener: (event: unknown, ...args: unknown[]) => void) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
    },
    off(channel: string, listener: (event: unknown, ...args: unknown[]) => void) {
      listeners.get(channel)?.delete(listener)
    },
    send: (channel: string, ...args: unknown[]) => speak({ kind: 'send', channel, args: pack(args) }),
    invoke: (channel: string, ...args: unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        lastCall += 1
        calls.set(lastCall, { resolve, reject })
        speak({ kind: 'invoke', call: lastCall, channel, args: pack(args) })
      }),
  }
  const electron: Record<string, unknown> = {
    ipcRenderer,
    contextBridge: {
      exposeInMainWorld: (name: string, value: unknown) =>
        Object.defineProperty(global, name, { value: across(value), writable: false, configurable: false }),
    },
    webUtils: {
      getPathForFile(file: unknown): string {
        if (!(file instanceof File)) throw new TypeError('getPathForFile takes a File')
        const box = { file, path: '' }
        pause(box)
        return box.path
      },
    },
  }
  // A new window is asked for here and never made: one that Chromium had made first and that was closed at once left the page
  // standing still on a busy machine, because both share a process that waits for whoever debugs it.
  const askToOpen = (address: unknown): null => {
    speak({ kind: 'open', url: new URL(String(address), global.location.href).href })
    return null
  }
  global['open'] = askToOpen
  global.addEventListener('click', (event) => {
    const link = (event.composedPath() as { tagName?: string; target?: string; href?: string }[]).find(({ tagName }) => tagName === 'A')
    if (event.defaultPrevented || !link?.target || ['_self', '_top', '_parent'].includes(link.target)) return
    event.preventDefault()
    askToOpen(link.href)
  })
  // What the page leaves unused goes to the menu, as Electron does on Windows and Linux.
  global.addEventListener('keydown', (event) => {
    const { key, code, ctrlKey, shiftKey, altKey, metaKey } = event as KeyEvent
    if (!event.defaultPrevented) speak({ kind: 'key', key, code, control: ctrlKey, shift: shiftKey, alt: altKey, meta: metaKey })
  })
  preload((name) => {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`)
    return new Proxy(electron, {
      get(target, key) {
        if (!(key in target)) throw new Error(`the stand-in for Electron has no ${String(key)} in the page`)
        return target[String(key)]
      },
    })
  })

  return (told) => {
    switch (told.kind) {
      case 'send':
        for (const listener of listeners.get(told.channel) ?? [])
          listener({ ports: told.ports.map(openPort) }, ...(unpack(told.args) as unknown[]))
        return
      case 'answer': {
        const call = calls.get(told.call)
        calls.delete(told.call)
        if (told.error !== undefined) call?.reject(new Error(told.error))
        else call?.resolve(unpack(told.value ?? '{"u":0}'))
        return
      }
      case 'port':
        return ports.get(told.port)?.postMessage(unpack(told.data))
      case 'port-close':
        return ports.get(told.port)?.close()
    }
  }
}

/** The script for every new document: the page's half around the built preload. Throws on a preload that is no CommonJS script. */
export function pageScript(preload: string, path: string): string {
  const wrapped = `(require) => { const module = { exports: {} }; const exports = module.exports;\n${preload}\n}`
  // Here rather than in the page, where a module would be lost as an error of a console.
  void new Script(`(${wrapped})`, { filename: path })
  return `(() => {
  if (window !== window.top) return
  const say = window.${bindingName}
  const pause = (box) => { debugger }
  const receive = (${installPageSide.toString()})({
    pack: ${packValue.toString()},
    unpack: ${unpackValue.toString()},
    say: (text) => say(text),
    pause,
    global: window,
    preload: ${wrapped},
  })
  Object.defineProperty(window, ${JSON.stringify(receiverName)}, { value: receive })
})()`
}

const receiverName = `${bindingName}Receive`

/** The expression that tells the page's half something. */
export const tellExpression = (told: Told): string => `window.${receiverName}?.(${JSON.stringify(told)})`
