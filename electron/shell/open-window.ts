import { app, BrowserWindow, dialog, ipcMain, Menu, MessageChannelMain, nativeTheme, screen, type WebPreferences } from 'electron'
import { readFileSync, writeFileSync } from 'node:fs'
import { windowBoxTexts } from '../../shared/messages/window.ts'
import { buildMenu } from './build-menu.ts'
import type { EngineThread } from './engine-thread.ts'
import { isOwnPage, startAddress } from './own-address.ts'
import { nameOf } from './page-of.ts'
import { printPage } from './print-page.ts'
import { relayPorts } from './relay-ports.ts'
import { tellPage } from './tell-page.ts'
import { placeWindow, readWindowPlace, smallestWindow, type WindowPlace } from './window-place.ts'
import { say } from './words.ts'
import { zoomBy } from './zoom-step.ts'

/** A page asks for its port once it listens; whoever else asks gets no answer. */
export function connectPages(engine: EngineThread): void {
  ipcMain.on('engine:connect', (event) => {
    const frame = event.senderFrame
    if (!frame || !isOwnPage(frame)) return
    const { port1, port2 } = new MessageChannelMain()
    relayPorts(engine.connect(nameOf(event.sender)), port1)
    frame.postMessage('engine:port', null, [port2])
  })
}

/** Nothing of Node and nothing experimental reaches a page; its tools are there only while the application is being made. */
const preferences = (preload: string): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  devTools: !app.isPackaged,
  // The dictionary would be fetched from a network.
  spellcheck: false,
})

export function openWindow({ preload, placeFile }: { preload: string; placeFile: string }): BrowserWindow {
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
    webPreferences: preferences(preload),
  })
  if (place.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => writePlaceFile(placeFile, { ...window.getNormalBounds(), maximized: window.isMaximized() }))
  bringBack(window)
  setMenu(window)
  void window.loadURL(startAddress)
  return window
}

/** Anew whenever the page speaks another language. */
export function setMenu(window: BrowserWindow): void {
  const { webContents } = window
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      buildMenu({
        tell: (told) => tellPage(window, told),
        print: () => printPage(window),
        zoom: (step) => webContents.setZoomLevel(zoomBy(webContents.getZoomLevel(), step)),
        showAbout: () => showBox(window, say(windowBoxTexts.about, { version: app.getVersion() })),
        close: () => window.close(),
      }),
    ),
  )
}

/** A page whose process ended is loaded again, and the person is told so; an empty window tells nobody anything. */
function bringBack(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    window.webContents.reload()
    showBox(window, say(windowBoxTexts.pageGone))
  })
}

function showBox(window: BrowserWindow, message: string): void {
  void dialog.showMessageBox(window, {
    type: 'info',
    title: 'Tổng Hợp',
    message,
    buttons: [say(windowBoxTexts.understood)],
    noLink: true,
  })
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
