import type { Page } from 'playwright-core'

/** What the engine answers to these calls comes only after the news of what they changed, as on a machine with much to do. */
export async function answerLate(page: Page, call: `${string}/${string}`): Promise<void> {
  await page.route(`**/rpc/${call}`, async (route) => {
    const response = await route.fetch()
    await page.waitForTimeout(1500)
    await route.fulfill({ response })
  })
}
