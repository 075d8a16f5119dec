import { cpSync, mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { startServe } from './serve-process.ts'

/** The application as a person has it before them, whatever shows it. */
export type Application = {
  page: Page
  /** Every address that was asked for, and everything that was complained of. */
  requested: string[]
  trouble: string[]
  close(): Promise<void>
}

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

export const launchChromium = (): Promise<Browser> => chromium.launch({ executablePath: '/usr/bin/chromium', args: chromiumArguments })

/** A folder of the test's own, gone after the run. */
export function ownFolder(): string {
  const folder = join(inject('sample'), '../../own')
  mkdirSync(folder, { recursive: true })
  return mkdtempSync(join(folder, 'w-'))
}

/** A copy of the sample workspace that may be written to. */
export function copySample(): string {
  const directory = join(ownFolder(), 'workspace')
  cpSync(inject('sample'), directory, { recursive: true })
  return directory
}

/** Opens the page over a workspace at 1366×768. Who opens it closes it, in `afterAll` or `onTestFinished`. */
export async function openApplication(directory: string): Promise<Application> {
  const served = await startServe(directory, join(inject('built'), 'renderer'))
  const browser = await launchChromium()
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce', acceptDownloads: true })
  const page = await context.newPage()
  const application: Application = {
    page,
    requested: [],
    trouble: [],
    async close() {
      await browser.close()
      await served.stop()
    },
  }
  watchPage(page, application)
  await page.goto(served.url)
  await page.locator('.frame, .gate').first().waitFor()
  return application
}

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
