import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type ElectronApplication, type Page } from 'playwright-core'
import { inject, it } from 'vitest'
import { launchWindow, type WindowOptions } from './open-window.ts'
import { ownFolder } from './own-folder.ts'
import { startServe } from './serve-process.ts'

/** The application as a person has it before them, whatever shows it. */
export type Application = {
  page: Page
  /** Every address that was asked for, and everything that was complained of. */
  requested: string[]
  trouble: string[]
  /** The window's main process; undefined in a browser. */
  electron?: ElectronApplication
  close(): Promise<void>
}

/** What the page may ask for: the loopback host, the window's scheme as it is shown, and what needs no host. */
export const ownAddress = /^(?:http:\/\/127\.0\.0\.1:\d+\/|https:\/\/tonghop\.app\.invalid\/|app:\/\/tonghop\/|data:,$|blob:)/

export { ownFolder }

const chromiumArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** One for the files that a process runs one after the other: each application has a context of its own in it. */
let sharedChromium: Promise<Browser> | undefined
let leaving: NodeJS.Timeout | undefined
/** Longer than from one file to the next, shorter than a process is waited for at its end. */
const staysForMs = 3000

export const launchChromium = (): Promise<Browser> => chromium.launch({ executablePath: '/usr/bin/chromium', args: chromiumArguments })

/** For what asks nothing of whatever shows the page: tried in the browser, and not once more in the window. */
export const itOfPage = (name: string, work: () => Promise<void>): void => {
  if (inject('host') === 'browser') it(name, work)
}

/** As long as a wait for something on the page may last; a machine with other work takes its time. */
const waitsForMs = 60_000

/** A copy of the sample workspace, or of the large one, that may be written to. */
export function copySample(which: 'sample' | 'large' = 'sample'): string {
  const directory = join(ownFolder(), 'workspace')
  cpSync(inject(which), directory, { recursive: true })
  return directory
}

/** Opens the application over a workspace at 1366×768. Who opens it closes it, in `afterAll` or `onTestFinished`. */
export const openApplication = (directory: string, options: WindowOptions = {}): Promise<Application> =>
  inject('host') === 'window' ? openInWindow(directory, options) : openInBrowser(directory)

async function openInBrowser(directory: string): Promise<Application> {
  const served = await startServe(directory, join(inject('built'), 'renderer'))
  const closing = [served.stop]
  const close = async (): Promise<void> => {
    for (const end of closing.splice(0).toReversed()) await end()
  }
  try {
    const browser = await openChromium()
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce', acceptDownloads: true })
    closing.push(() => closeContext(context))
    const page = await context.newPage()
    page.setDefaultTimeout(waitsForMs)
    const application: Application = { page, requested: [], trouble: [], close }
    watchPage(page, application)
    await page.goto(served.url)
    await waitUntilOpen(page)
    return application
  } catch (cause) {
    // Nobody has it to close it, and what goes on would keep the run from its end.
    await close()
    throw cause
  }
}

async function openChromium(): Promise<Browser> {
  clearTimeout(leaving)
  const before = await sharedChromium
  if (before?.isConnected()) return before
  sharedChromium = launchChromium()
  return sharedChromium
}

/** The browser goes, too, when nobody asks for another context soon: the process cannot end before. */
async function closeContext(context: BrowserContext): Promise<void> {
  await context.close()
  const browser = context.browser()
  if (browser?.contexts().length === 0) leaving = setTimeout(() => void browser.close(), staysForMs)
}

async function openInWindow(directory: string, options: WindowOptions): Promise<Application> {
  const electron = await launchWindow(directory, options)
  const page = await electron.firstWindow()
  page.setDefaultTimeout(waitsForMs)
  const application: Application = {
    page,
    requested: [],
    trouble: [],
    electron,
    async close() {
      // Work that goes on is no reason to stay open after a test.
      await electron
        .evaluate(({ dialog }) => {
          dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false })
        })
        // A test may have ended it.
        .catch(() => undefined)
      await electron.close()
    },
  }
  watchPage(page, application)
  try {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 1366, height: 768 })
    await waitUntilOpen(page)
    return application
  } catch (cause) {
    await application.close()
    throw cause
  }
}

const waitUntilOpen = (page: Page): Promise<void> => page.locator('.frame, .gate').first().waitFor()

export function watchPage(page: Page, { requested, trouble }: Pick<Application, 'requested' | 'trouble'>): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') trouble.push(message.text())
  })
  page.on('pageerror', (error) => trouble.push(String(error)))
  page.on('request', (request) => requested.push(request.url()))
}

/** Goes to a page by its link in the navigation. */
export async function goTo(page: Page, title: string): Promise<void> {
  await page.locator('.navigation').getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** Switches the language of the page and waits until it is there. */
export async function switchLanguage(page: Page, language: 'vi' | 'en'): Promise<void> {
  await page.locator('.language').getByText(language.toUpperCase()).click()
  await page.locator(`html[lang=${language}]`).waitFor()
}
