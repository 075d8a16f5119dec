import type { Page } from 'playwright-core'

/** What is noted inside the page: how long every input took to its next paint, and the longest time without a frame. */
const recorder = `
  window.measured = { inputs: [], gap: 0, frames: 0 }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.interactionId > 0) window.measured.inputs.push(entry.duration)
  }).observe({ type: 'event', durationThreshold: 16, buffered: false })
  let last = performance.now()
  const frame = (now) => {
    window.measured.gap = Math.max(window.measured.gap, now - last)
    window.measured.frames += 1
    last = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
`

/** Before the first page: records from then on, over reloads too. */
export const recordPage = (page: Page): Promise<unknown> => page.context().addInitScript(recorder)

const twoFrames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))'

export type Measured = { slowestInputMs: number; longestGapMs: number }

/** What was noted while `act` ran and for two frames after it. Inputs under 16 ms are not reported by the browser and count as that. */
export async function measurePage(page: Page, act: () => Promise<void>): Promise<Measured> {
  // An input is noted only after its paint: what came before would be counted here.
  await page.evaluate(twoFrames)
  await page.evaluate('window.measured.inputs.length = 0; window.measured.gap = 0')
  await act()
  await page.evaluate(twoFrames)
  return page.evaluate<Measured>('({ slowestInputMs: Math.max(16, ...window.measured.inputs), longestGapMs: window.measured.gap })')
}

/** From the click on a page's link until what makes it usable is there, in ms as the page's own clock has it. */
export async function measureOpening(page: Page, title: string, ready: string): Promise<number> {
  // The value is not the promise itself, or this would wait for the click that comes after it.
  await page.evaluate(
    `void (window.opening = new Promise((done) => {
      const link = [...document.querySelectorAll('.navigation a')].find((one) => one.textContent === ${JSON.stringify(title)})
      link.addEventListener('click', () => {
        const from = performance.now()
        const look = () => (document.querySelector(${JSON.stringify(ready)}) ? done(performance.now() - from) : requestAnimationFrame(look))
        requestAnimationFrame(look)
      }, { once: true, capture: true })
    }))`,
  )
  await page.locator('.navigation').getByRole('link', { name: title, exact: true }).click()
  return page.evaluate<number>('window.opening')
}
