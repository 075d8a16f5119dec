import type { Devtools, Params } from './chromium.ts'
import { meantAddress, originOf, shownAddress } from './addresses.ts'
import { EventEmitter } from 'node:events'
import { NotStoodIn, onlyTellsOf, onlyWhatStandsIn } from './not-stood-in.ts'

type Handler = (request: Request) => Response | Promise<Response>
type BeforeRequest = (
  details: { url: string; method: string; resourceType: string },
  decide: (answer: { cancel?: boolean }) => void,
) => void
type PermissionCheck = (contents: unknown, permission: string, origin: string, details: object) => boolean

export type PausedRequest = {
  requestId: string
  request: { url: string; method: string }
  frameId: string
  resourceType: string
}

/** Electron's names and the protocol's. */
const permissions = {
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
  geolocation: 'geolocation',
  midi: 'midi',
  notifications: 'notifications',
} as const

/** The default session: what a scheme answers, what a request may do, what a page may have. There is no other session. */
export class Session extends EventEmitter {
  readonly schemes = new Set<string>()
  readonly #handlers = new Map<string, Handler>()
  #beforeRequest: BeforeRequest | undefined
  #checkPermission: PermissionCheck | undefined
  /** What was set, to be looked at by a test. */
  readonly settings: Record<string, unknown> = {}

  constructor() {
    super()
    onlyTellsOf('session', this, ['will-download'])
  }

  readonly protocol = onlyWhatStandsIn('protocol', {
    handle: (scheme: string, handler: Handler): void => {
      if (!this.schemes.has(scheme)) throw new NotStoodIn(`scheme ${scheme}, which was not registered before the application was ready`)
      this.#handlers.set(scheme, handler)
    },
    isProtocolHandled: (scheme: string): boolean => this.#handlers.has(scheme),
  })

  readonly webRequest = onlyWhatStandsIn('webRequest', {
    onBeforeRequest: (listener: BeforeRequest): void => {
      this.#beforeRequest = listener
    },
  })

  setPermissionRequestHandler(handler: unknown): void {
    this.settings['permissionRequestHandler'] = handler
  }

  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.#checkPermission = handler
    this.settings['permissionCheckHandler'] = handler
  }

  setDevicePermissionHandler(handler: unknown): void {
    this.settings['devicePermissionHandler'] = handler
  }

  setDisplayMediaRequestHandler(handler: unknown): void {
    this.settings['displayMediaRequestHandler'] = handler
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    this.settings['spellCheckerEnabled'] = enabled
  }

  setProxy(proxy: unknown): Promise<void> {
    this.settings['proxy'] = proxy
    return Promise.resolve()
  }

  /** As the page's own origin would be answered, whatever it asks for later. */
  async applyPermissions(devtools: Devtools, address: string, contents: unknown): Promise<void> {
    const origin = originOf(shownAddress(address, this.schemes))
    if (!origin.startsWith('https:')) return
    for (const [permission, name] of Object.entries(permissions)) {
      const isGiven = this.#checkPermission?.(contents, permission, `${originOf(address)}/`, {}) ?? true
      await devtools.send('Browser.setPermission', { permission: { name }, setting: isGiven ? 'granted' : 'denied', origin })
    }
  }

  /** Answers a request that Chromium holds back: denied, by the handler of its scheme, or left to fail without a network. */
  async answer(devtools: Devtools, { requestId, request, resourceType }: PausedRequest): Promise<void> {
    const url = meantAddress(request.url, this.schemes)
    const fail = (errorReason: string): Promise<Params> => devtools.send('Fetch.failRequest', { requestId, errorReason })
    const { cancel = false } = await new Promise<{ cancel?: boolean }>((resolve) => {
      if (this.#beforeRequest) this.#beforeRequest({ url, method: request.method, resourceType }, resolve)
      else resolve({})
    })
    if (cancel) return void (await fail('BlockedByClient'))
    const handler = this.#handlers.get(url.slice(0, url.indexOf(':')))
    if (!handler) return void (await fail('NameNotResolved'))
    const response = await handler(new Request(url, { method: request.method }))
    await devtools.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    })
  }
}
