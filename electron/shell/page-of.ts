import type { BrowserWindow, WebContents } from 'electron'

/** The name under which the engine knows a window; it outlives a page that is loaded again. */
export const pageOf = ({ webContents }: BrowserWindow): string => nameOf(webContents)
export const nameOf = ({ id }: Pick<WebContents, 'id'>): string => `window-${id}`
