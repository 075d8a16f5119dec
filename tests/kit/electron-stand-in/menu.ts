import { NotStoodIn } from './not-stood-in.ts'
import type { BrowserWindow } from './window.ts'

export type MenuItemOptions = {
  id?: string
  label?: string
  role?: string
  type?: string
  accelerator?: string
  enabled?: boolean
  visible?: boolean
  registerAccelerator?: boolean
  acceleratorWorksWhenHidden?: boolean
  submenu?: MenuItemOptions[]
  click?: (item: MenuItem, window: BrowserWindow | undefined, event: object) => void
}

/** Done by Chromium itself, keys included. */
const ofTheBrowser = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll']
const roles: Readonly<Record<string, (window: BrowserWindow | undefined) => void>> = {
  togglefullscreen: (window) => window?.setFullScreen(!window.isFullScreen()),
  reload: (window) => window?.webContents.reload(),
  close: (window) => window?.close(),
}

export class MenuItem {
  readonly id: string | undefined
  readonly label: string
  readonly role: string | undefined
  readonly type: string
  readonly accelerator: string | undefined
  readonly submenu: Menu | undefined
  enabled: boolean
  readonly #options: MenuItemOptions

  constructor(options: MenuItemOptions) {
    this.#options = options
    this.id = options.id
    this.label = options.label ?? ''
    this.role = options.role?.toLowerCase()
    this.type = options.type ?? (options.submenu ? 'submenu' : 'normal')
    this.accelerator = options.accelerator
    this.enabled = options.enabled ?? true
    this.submenu = options.submenu && Menu.buildFromTemplate(options.submenu)
    if (this.role !== undefined && !(this.role in roles) && !ofTheBrowser.map((role) => role.toLowerCase()).includes(this.role))
      throw new NotStoodIn(`menu role ${this.role}`)
  }

  click(_event?: object, window: BrowserWindow | undefined = Menu.windowInFront()): void {
    if (!this.enabled) return
    if (this.role === undefined) return this.#options.click?.(this, window, {})
    const act = roles[this.role]
    if (!act) throw new NotStoodIn(`menu role ${this.role} other than by its key`)
    act(window)
  }
}

export class Menu {
  static #application: Menu | null = null
  /** Set by the module that knows windows. */
  static windowInFront: () => BrowserWindow | undefined = () => undefined
  readonly items: MenuItem[]

  constructor(items: MenuItem[] = []) {
    this.items = items
  }

  static buildFromTemplate(template: MenuItemOptions[]): Menu {
    return new Menu(template.map((options) => new MenuItem(options)))
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#application
  }

  getMenuItemById(id: string): MenuItem | null {
    return this.#all().find((item) => item.id === id) ?? null
  }

  /** Clicks what has these keys; false where nothing has. */
  press(keys: { key: string; control: boolean; shift: boolean; alt: boolean; meta: boolean }): boolean {
    const item = this.#all().find(({ accelerator, enabled }) => enabled && accelerator !== undefined && isPressed(accelerator, keys))
    // Roles of the browser have their keys in the page.
    if (!item || (item.role !== undefined && !(item.role in roles))) return false
    item.click()
    return true
  }

  #all(): MenuItem[] {
    return this.items.flatMap((item) => [item, ...(item.submenu ? item.submenu.#all() : [])])
  }
}

const keyNames: Readonly<Record<string, string>> = { plus: '+', esc: 'escape', return: 'enter', num0: '0', numadd: '+', numsub: '-' }

function isPressed(accelerator: string, pressed: { key: string; control: boolean; shift: boolean; alt: boolean; meta: boolean }): boolean {
  const parts = accelerator.toLowerCase().split('+')
  const key = parts.at(-1)!
  const wants = (...names: string[]): boolean => parts.slice(0, -1).some((part) => names.includes(part))
  return (
    (keyNames[key] ?? key) === pressed.key.toLowerCase() &&
    wants('ctrl', 'control', 'cmdorctrl', 'commandorcontrol') === pressed.control &&
    wants('alt') === pressed.alt &&
    // A sign that needs Shift on this keyboard is pressed with it.
    (wants('shift') === pressed.shift || /^[+_?]$/.test(pressed.key)) &&
    !pressed.meta
  )
}
