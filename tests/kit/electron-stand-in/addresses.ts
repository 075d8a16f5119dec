/** Chromium loads no schemes of ours, so `app://host/x` is shown as `https://host.app.invalid/x`; the main process never sees that. */
const suffix = '.invalid'

export function shownAddress(address: string, schemes: ReadonlySet<string>): string {
  const [, scheme, host, rest] = /^([a-z][\w+.-]*):\/\/([^/]*)(.*)$/i.exec(address) ?? []
  return scheme !== undefined && schemes.has(scheme) ? `https://${host}.${scheme}${suffix}${rest}` : address
}

export function meantAddress(address: string, schemes: ReadonlySet<string>): string {
  const [, host, scheme, rest] = /^(?:blob:)?https:\/\/([^/]*)\.([\w+-]+)\.invalid(.*)$/.exec(address) ?? []
  if (scheme === undefined || !schemes.has(scheme)) return address
  return `${address.startsWith('blob:') ? 'blob:' : ''}${scheme}://${host}${rest}`
}

/** As a frame's `origin` is told: that of a scheme of ours by its name, `null` where there is none. */
export function originOf(address: string): string {
  const [, origin] = /^([a-z][\w+.-]*:\/\/[^/?#]*)/i.exec(address) ?? []
  return origin ?? 'null'
}
