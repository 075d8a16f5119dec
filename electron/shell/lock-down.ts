import { app, protocol, session } from 'electron'
import { answerPage, pageHeaders, type Page } from '../transport/page.ts'
import { isOwnAddress, isOwnOrigin, isOwnRequest, scheme } from './own-address.ts'
import { silenceSession } from './silence-network.ts'

/** Before the application is ready; later it has no effect. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** The one thing a page may have of the machine, because copying cells is its work; reading what others copied is not. */
const given = 'clipboard-sanitized-write'

/** Nothing but the built page is ever loaded; no page goes elsewhere, opens a window, downloads, or gets a permission but `given`. */
export async function lockDown(page: Page): Promise<void> {
  const { defaultSession } = session
  await silenceSession(defaultSession)
  defaultSession.protocol.handle(scheme, ({ method, url }) => {
    const answer = isOwnAddress(url) && method === 'GET' ? answerPage(page, new URL(url).pathname) : undefined
    return answer ? new Response(answer.bytes, { headers: answer.headers }) : new Response(null, { status: 404, headers: pageHeaders })
  })
  defaultSession.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOwnRequest(url) }))
  defaultSession.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) =>
    decide(permission === given && isOwnAddress(requestingUrl)),
  )
  defaultSession.setPermissionCheckHandler((_contents, permission, origin) => permission === given && isOwnOrigin(origin))
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.setDisplayMediaRequestHandler((_request, give) => give({}))
  // What the page hands over goes through a dialog of ours.
  defaultSession.on('will-download', (event) => event.preventDefault())
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}
