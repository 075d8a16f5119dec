import type { MenuItemConstructorOptions } from 'electron'
import { pageTexts } from '../../shared/messages/page.ts'
import { menuTexts } from '../../shared/messages/window.ts'
import type { ShellTold } from '../../shared/contract/shell.ts'
import { say } from './words.ts'

export type MenuDoors = {
  tell: (told: ShellTold) => void
  print: () => void
  zoom: (step: 1 | -1 | 0) => void
  showAbout: () => void
  /** Closes the window as its own cross does. */
  close: () => void
}

type Items = MenuItemConstructorOptions[]
const separator = { type: 'separator' } as const

/** The menus in the language of the page. Only Ctrl with a letter, function keys and Alt: nothing that Unikey composes. */
export const buildMenu = (doors: MenuDoors): Items => [
  { id: 'file', label: say(menuTexts.file), submenu: fileItems(doors) },
  { id: 'edit', label: say(menuTexts.edit), submenu: editItems() },
  { id: 'view', label: say(menuTexts.view), submenu: viewItems(doors) },
  { id: 'help', label: say(menuTexts.help), submenu: helpItems(doors) },
]

const fileItems = ({ tell, print, close }: MenuDoors): Items => [
  { id: 'intake', label: say(menuTexts.intake), accelerator: 'Ctrl+O', click: () => tell({ tell: 'page', page: 'intake' }) },
  separator,
  { id: 'print', label: say(menuTexts.print), accelerator: 'Ctrl+P', click: print },
  { id: 'preview', label: say(menuTexts.preview), accelerator: 'Ctrl+Shift+P', click: () => tell({ tell: 'preview' }) },
  separator,
  { id: 'quit', label: say(menuTexts.quit), accelerator: 'Alt+F4', click: close },
]

const editItems = (): Items => [
  ...(['undo', 'redo'] as const).map((role) => ({ id: role, role, label: say(menuTexts[role]) })),
  separator,
  ...(['cut', 'copy', 'paste', 'selectAll'] as const).map((role) => ({ id: role, role, label: say(menuTexts[role]) })),
]

const viewItems = ({ tell, zoom }: MenuDoors): Items => [
  ...Object.entries(pageTexts).map(([page, text]) => ({ id: `page.${page}`, label: say(text), click: () => tell({ tell: 'page', page }) })),
  separator,
  { id: 'larger', label: say(menuTexts.larger), accelerator: 'Ctrl+Plus', click: () => zoom(1) },
  // The same key without Shift, and that of the number pad.
  ...['Ctrl+=', 'Ctrl+numadd'].map((accelerator) => hidden(accelerator, () => zoom(1))),
  { id: 'smaller', label: say(menuTexts.smaller), accelerator: 'Ctrl+-', click: () => zoom(-1) },
  hidden('Ctrl+numsub', () => zoom(-1)),
  { id: 'usual', label: say(menuTexts.usual), accelerator: 'Ctrl+0', click: () => zoom(0) },
  separator,
  { id: 'fullScreen', role: 'togglefullscreen', label: say(menuTexts.fullScreen), accelerator: 'F11' },
  { id: 'reload', role: 'reload', label: say(menuTexts.reload), accelerator: 'F5' },
]

const helpItems = ({ tell, showAbout }: MenuDoors): Items => [
  { id: 'guide', label: say(menuTexts.guide), accelerator: 'F1', click: () => tell({ tell: 'help' }) },
  { id: 'about', label: say(menuTexts.about), click: showAbout },
]

const hidden = (accelerator: string, click: () => void): MenuItemConstructorOptions => ({
  label: accelerator,
  accelerator,
  click,
  visible: false,
  acceleratorWorksWhenHidden: true,
})
