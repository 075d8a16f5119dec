import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

const mostStops = 150

/** Whether an element stands before what has the focus. */
const standsBefore = `(element) => {
  const at = document.activeElement
  return at !== null && at !== document.body && !at.contains(element) && (at.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
}`

/** Tab until this has the focus, as a person without a mouse gets there: backwards to what stands before. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  const isBefore = await target.first().evaluate<boolean, undefined>(standsBefore, undefined)
  for (let stops = 0; stops < mostStops; stops++) {
    if ((await target.and(page.locator(':focus')).count()) > 0) return
    await page.keyboard.press(isBefore ? 'Shift+Tab' : 'Tab')
  }
  expect.fail(`Tab does not lead to ${String(target)}`)
}

/** Goes to a button, link or tab by Tab and presses Enter on it. */
export async function pressEnterOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Opens a menu by its button and goes by the arrows to what is chosen in it. */
export async function pressEnterInMenu(page: Page, menu: Locator, name: string): Promise<void> {
  await pressEnterOn(page, menu)
  const item = page.getByRole('menuitem', { name, exact: true })
  await item.waitFor()
  await expect
    .poll(async () => {
      await page.keyboard.press('ArrowDown')
      return item.and(page.locator(':focus')).count()
    })
    .toBe(1)
  await page.keyboard.press('Enter')
}

/** Fills a field by Tab and typing, in place of what stands in it. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}
