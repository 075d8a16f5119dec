/** Everything the window may ever show or load lies under this address; the scheme is ours, so nothing of it is on a network. */
export const scheme = 'app'
export const ownOrigin = `${scheme}://tonghop`
export const startAddress = `${ownOrigin}/index.html`

/** By prefix, because an origin of a scheme that Node does not know parses as `null`. */
export const isOwnAddress = (address: string): boolean => address.startsWith(`${ownOrigin}/`)

/** As handlers of permissions are told it, with or without the stroke at its end. */
export const isOwnOrigin = (origin: string): boolean => origin.replace(/\/$/, '') === ownOrigin

/** What the page may ask for: its own files, and what it made itself or carries in its own address. */
export const isOwnRequest = (address: string): boolean =>
  isOwnAddress(address) || address.startsWith(`blob:${ownOrigin}/`) || address.startsWith('data:')

export type Sender = { readonly origin: string; readonly url: string; readonly parent: unknown }

/** Only our own page in the top frame is listened to; a frame that is gone is null. */
export const isOwnPage = (frame: Sender | null): boolean =>
  frame !== null && frame.parent === null && frame.origin === ownOrigin && isOwnAddress(frame.url)
