import { app, protocol, session } from 'electron'
import { answerPage, type Page } from '../transport/page.ts'
import { isOwnAddress, scheme } from './own-address.ts'

/** Before the application is ready; later it has no effect. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Nothing but the built page is ever loaded; no page goes elsewhere, opens a window or gets a permission. */
export function lockDown(page: Page): void {
  const { defaultSession } = session
  defaultSession.protocol.handle(scheme, ({ method, url }) => {
    const answer = isOwnAddress(url) && method === 'GET' ? answerPage(page, new URL(url).pathname) : undefined
    return answer ? new Response(answer.bytes, { headers: answer.headers }) : new Response(null, { status: 404 })
  })
  defaultSession.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOwnAddress(url) }))
  defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}
