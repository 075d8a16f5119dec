import { BrowserWindow, ipcMain, Menu, MessageChannelMain, nativeTheme, screen } from 'electron'
import { readFileSync, writeFileSync } from 'node:fs'
import type { EngineThread } from './engine-thread.ts'
import { isOwnPage, startAddress } from './own-address.ts'
import { relayPorts } from './relay-ports.ts'
import { placeWindow, readWindowPlace, smallestWindow, type WindowPlace } from './window-place.ts'
import { zoomAfter } from './zoom-step.ts'

/** A page asks for its port once it listens; whoever else asks gets no answer. */
export function connectPages(engine: EngineThread): void {
  ipcMain.on('engine:connect', (event) => {
    const frame = event.senderFrame
    if (!frame || !isOwnPage(frame)) return
    const { port1, port2 } = new MessageChannelMain()
    relayPorts(engine.connect(), port1)
    frame.postMessage('engine:port', null, [port2])
  })
}

export function openWindow({ preload, placeFile }: { preload: string; placeFile: string }): BrowserWindow {
  // No menu: its commands would need words, and the page has all of ours.
  Menu.setApplicationMenu(null)
  const place = placeWindow(
    readPlaceFile(placeFile),
    screen.getAllDisplays().map(({ workArea }) => workArea),
  )
  const window = new BrowserWindow({
    ...place,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Tổng Hợp',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16191d' : '#f6f7f9',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // The dictionary would be fetched from a network.
      spellcheck: false,
    },
  })
  if (place.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => writePlaceFile(placeFile, { ...window.getNormalBounds(), maximized: window.isMaximized() }))
  window.webContents.on('before-input-event', (event, input) => {
    // Without a menu the window has no keys but these.
    if (input.type === 'keyDown' && input.key === 'F5') return window.webContents.reload()
    const level = zoomAfter(window.webContents.getZoomLevel(), input)
    if (level === undefined) return
    event.preventDefault()
    window.webContents.setZoomLevel(level)
  })
  void window.loadURL(startAddress)
  return window
}

function readPlaceFile(path: string): WindowPlace | undefined {
  try {
    return readWindowPlace(readFileSync(path, 'utf8'))
  } catch {
    // The first start, or a folder that cannot be read: the usual place is the answer.
    return undefined
  }
}

function writePlaceFile(path: string, place: WindowPlace): void {
  try {
    writeFileSync(path, JSON.stringify(place))
  } catch {
    // A window that forgets its place is no reason not to close.
  }
}
