import axe from 'axe-core'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pageIds, type PageId } from '../../renderer/client/page-ids.ts'
import { pageTexts } from '../../shared/messages/page.ts'
import { describeWithTools } from '../kit/system-tools.ts'
import { copySample, openApplication, switchLanguage, type Application } from './kit/open-application.ts'

const screenshots = join(new URL('../..', import.meta.url).pathname, 'out/screenshots')

const otherThemes = [
  ['dark', 'usual'],
  ['light', 'more'],
  ['dark', 'more'],
] as const

type Violation = { id: string; nodes: string[] }
const violationsOf = (options: string): string =>
  `axe.run(document, ${options}).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 200)) })))`
const violations = violationsOf("{ resultTypes: ['violations'] }")
/** All that a theme can change. */
const contrasts = violationsOf("{ resultTypes: ['violations'], runOnly: ['color-contrast'] }")

/** The smallest text that is seen; glyphs, what only a reader of the screen gets, and the words laid unseen over a drawn page of print do not count. */
const smallestText = `Math.min(...[...document.querySelectorAll('body *')]
  .filter((one) => [...one.childNodes].some((child) => child.nodeType === 3 && /[\\p{L}\\d]/u.test(child.data)) && one.getClientRects().length > 0 && one.closest('.unseen, .textLayer') === null)
  .map((one) => parseFloat(getComputedStyle(one).fontSize)))`

describeWithTools(['chromium'], 'every page to the eye', () => {
  let application: Application
  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true })
    application = await openApplication(copySample())
    await application.page.evaluate(axe.source)
  })
  afterAll(() => application.close())

  const open = async (id: PageId, language: 'vi' | 'en'): Promise<void> => {
    const { page } = application
    await page.locator('.navigation').getByRole('link', { name: pageTexts[id][language], exact: true }).click()
    await page.getByRole('heading', { level: 1, name: pageTexts[id][language] }).waitFor()
    await page.locator('.waiting').waitFor({ state: 'detached' })
  }

  it.each(pageIds)('%s: no rule of accessibility broken in any theme and language, nothing below 16 px, nothing cut off', async (id) => {
    const { page } = application
    const found: Record<string, Violation[]> = {}
    for (const language of ['vi', 'en'] as const) {
      await switchLanguage(page, language)
      await open(id, language)
      if (language === 'vi') found['light'] = await page.evaluate<Violation[]>(violations)
      for (const [theme, contrast] of language === 'vi' ? otherThemes : []) {
        await page.emulateMedia({ colorScheme: theme })
        await page.evaluate(`document.documentElement.dataset.contrast = '${contrast}'`)
        found[`${theme} ${contrast}`] = await page.evaluate<Violation[]>(contrasts)
        if (theme === 'dark') await page.screenshot({ path: join(screenshots, `${id}-dark-${contrast}.png`) })
      }
      await page.emulateMedia({ colorScheme: 'light' })
      await page.evaluate("document.documentElement.dataset.contrast = 'usual'")
      for (const [width, height] of [
        [1366, 768],
        [1920, 1080],
      ] as const) {
        await page.setViewportSize({ width, height })
        await page.screenshot({ path: join(screenshots, `${id}-${language}-${width}.png`) })
        expect([id, language, width, await page.evaluate('document.documentElement.scrollWidth <= innerWidth')]).toEqual([
          id,
          language,
          width,
          true,
        ])
      }
      await page.setViewportSize({ width: 1366, height: 768 })
      expect(await page.evaluate<number>(smallestText), `${id} ${language}`).toBeGreaterThanOrEqual(16)
    }
    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([])
  })

  it.each([
    ...['periods', 'units', 'programme', 'rules', 'style', 'trust', 'inbox', 'backup', 'display'].map(
      (section) => `settings?section=${section}`,
    ),
    ...['task', 'register', 'proposals'].map((view) => `review?view=${view}`),
    ...['waiting', 'attached', 'rejected'].map((tab) => `intake?tab=${tab}`),
    ...['weights', 'later'].map((view) => `report?view=${view}`),
    ...['words', 'form', 'look'].map((name) => `report?${name}=open`),
  ])('%s: what lies behind a tab or a view is as its page is', async (place) => {
    const { page } = application
    await switchLanguage(page, 'vi')
    await page.evaluate(`location.hash = '#/${place}'`)
    await page.locator('main h1').waitFor()
    await page.locator('.waiting').waitFor({ state: 'detached' })
    expect(await page.evaluate<Violation[]>(violations)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    expect(await page.evaluate<number>(smallestText)).toBeGreaterThanOrEqual(16)
  })

  it('keeps the strip and the tabs of the settings on one line at 1366×768 in both languages', async () => {
    const { page } = application
    for (const language of ['en', 'vi'] as const) {
      await switchLanguage(page, language)
      await open('settings', language)
      expect([language, await page.evaluate("document.querySelector('.strip').offsetHeight")]).toEqual([language, 60])
      const tops = await page.evaluate<number[]>("[...document.querySelectorAll('[role=tab]')].map((tab) => tab.offsetTop)")
      expect([language, tops.length, new Set(tops).size]).toEqual([language, 10, 1])
    }
  })

  it('has nothing that axe complains of in a box over the page, and gives the focus back when it closes', async () => {
    const { page } = application
    await open('reconcile', 'vi')
    const focused = (): Promise<string> => page.evaluate('document.activeElement.className + document.activeElement.id')
    await page.locator('.finding-list').focus()
    await page.keyboard.press('2')
    await page.getByRole('dialog').waitFor()
    expect(await page.evaluate<Violation[]>(violations)).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(focused).toBe('finding-list')
    await page.keyboard.press('F3')
    await page.keyboard.press('Escape')
    expect(await focused()).toBe('finding-list')
  })

  it('can be read at twice the size of text: nothing runs out of the window', async () => {
    const { page } = application
    await switchLanguage(page, 'vi')
    for (const id of pageIds) {
      await open(id, 'vi')
      await page.evaluate("document.documentElement.style.fontSize = '200%'")
      await page.screenshot({ path: join(screenshots, `${id}-vi-large-text.png`) })
      expect([id, await page.evaluate('document.documentElement.scrollWidth <= innerWidth')]).toEqual([id, true])
      await page.evaluate("document.documentElement.style.fontSize = ''")
    }
  })

  it('complained of nothing', () => expect(application.trouble).toEqual([]))
})
