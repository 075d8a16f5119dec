import { App } from './app.ts'
import { Ipc } from './ipc.ts'
import { Menu as MenuClass, MenuItem as MenuItemClass } from './menu.ts'
import { onlyTellsOf, onlyWhatStandsIn } from './not-stood-in.ts'
import { Session } from './session.ts'
import { BrowserWindow as BrowserWindowClass, house } from './window.ts'
import { EventEmitter } from 'node:events'
import type { WebContents } from './web-contents.ts'

export { MessageChannelMain, MessagePortMain } from './ports.ts'

/** The module `electron` of the main process. Importing a name that is not here fails by that name. */
const defaultSession = new Session()
const application = new App()
house.session = defaultSession
house.onCreated = (contents) => void application.emit('web-contents-created', {}, contents)
house.onAllClosed = () => application.allClosed()

export const app = onlyWhatStandsIn('app', application)
export const BrowserWindow = onlyWhatStandsIn('BrowserWindow', BrowserWindowClass)
export const Menu = onlyWhatStandsIn('Menu', MenuClass)
export const MenuItem = MenuItemClass
export const ipcMain = onlyWhatStandsIn('ipcMain', Ipc.main)
export const session = onlyWhatStandsIn('session', { defaultSession: onlyWhatStandsIn('session', defaultSession) })

export const protocol = onlyWhatStandsIn('protocol', {
  registerSchemesAsPrivileged(schemes: readonly { scheme: string; privileges?: Record<string, boolean> }[]): void {
    if (application.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges = {} } of schemes) {
      defaultSession.schemes.add(scheme)
      defaultSession.settings[`scheme ${scheme}`] = privileges
    }
  },
})

const contentsOf = (): WebContents[] => BrowserWindowClass.getAllWindows().map((window) => window.webContents)
export const webContents = onlyWhatStandsIn('webContents', {
  getAllWebContents: contentsOf,
  fromId: (id: number) => contentsOf().find((contents) => contents.id === id),
  fromDevToolsTargetId: (targetId: string) => contentsOf().find((contents) => contents.targetId === targetId),
})

/** Nobody sits before the stand-in: a test says what is answered by putting its own function here. */
const unanswered =
  (kind: string) =>
  (...asked: unknown[]): never => {
    throw new Error(`nobody answers this ${kind} of the stand-in for Electron: ${JSON.stringify(asked.at(-1))}`)
  }
export const dialog = onlyWhatStandsIn('dialog', {
  showErrorBox: (title: string, content: string): void => void process.stderr.write(`${title}: ${content}\n`),
  showMessageBox: unanswered('message box'),
  showOpenDialog: unanswered('open dialog'),
  showSaveDialog: unanswered('save dialog'),
})
export const shell = onlyWhatStandsIn('shell', { showItemInFolder: unanswered('file manager') })

export const nativeTheme = onlyWhatStandsIn('nativeTheme', { shouldUseDarkColors: false, themeSource: 'system' })
export const screen = onlyWhatStandsIn('screen', {
  getAllDisplays: () => [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 }, scaleFactor: 1 }],
})
export const powerMonitor = onlyTellsOf('powerMonitor', new EventEmitter(), ['lock-screen', 'suspend'])
