import { readFileSync } from 'node:fs'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithTools } from '../kit/system-tools.ts'
import { takeFile } from './kit/hand-over.ts'
import { copySample, goTo, openApplication, type Application } from './kit/open-application.ts'

describeWithTools(['chromium'], 'the page Số liệu', () => {
  let application: Application
  let page: Page
  beforeAll(async () => {
    application = await openApplication(copySample())
    page = application.page
    await goTo(page, 'Số liệu')
    await page.locator('.grid-row').nth(5).waitFor()
  })
  afterAll(() => application.close())

  const grid = () => page.getByRole('grid', { name: 'Bảng số liệu' })
  const active = () => page.locator('#figure-active')
  const detail = () => page.locator('.detail-bar')

  it('shows the province on top with its coverage, and says what a rate is made of', async () => {
    expect(await page.getByRole('row').nth(1).innerText()).toMatch(/Toàn tỉnh\s+94,7%\s+101\/104 đơn vị/)
    await grid().focus()
    for (const key of ['ArrowDown', 'ArrowRight']) await page.keyboard.press(key)
    expect(await detail().innerText()).toMatch(
      /Đảng ủy phường Phố Hiến · Đoàn viên được tuyên truyền: 93,6% = 4.490\/4.797 · mục tiêu ≥ 90%/,
    )
    expect(await grid().getAttribute('aria-activedescendant')).toBe(await active().getAttribute('id'))
  })

  it('moves, selects and adds up by keyboard; the cell stands in the address', async () => {
    await page.getByText('Mục số liệu', { exact: true }).click()
    await grid().focus()
    for (const key of ['Control+Home', 'ArrowDown', 'ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key)
    expect(await page.locator('.selection-count').innerText()).toMatch(/Số ô: 03\s*Có số: 03\s*Tổng: 18.409 người/)
    await page.keyboard.press('Control+End')
    await page.waitForURL(/at=[^&]+leader_dialogues/)
    expect(await active().count()).toBe(1)
    await page.reload()
    await active().waitFor()
    expect(await detail().innerText()).toMatch(/Ban Tuyên giáo và Dân vận/)
  })

  it('copies the selection with its heads', async () => {
    await grid().focus()
    for (const key of ['Control+Home', 'ArrowDown', 'ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key)
    const copied = (await page.evaluate(`(() => {
      const data = new DataTransfer()
      document.activeElement.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }))
      return { text: data.getData('text/plain'), html: data.getData('text/html') }
    })()`)) as { text: string; html: string }
    expect(copied.text.split('\r\n')[1]).toBe('Đảng ủy phường Phố Hiến\t4.797\t4.490')
    expect(copied.html).toContain('x:num="4797"')
  })

  it('finds without tone marks and goes on from there', async () => {
    await page.keyboard.press('Control+f')
    await page.keyboard.type('xa tien la')
    await page.keyboard.press('Enter')
    expect(await detail().innerText()).toContain('Đảng ủy xã Tiên La')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    expect(await detail().innerText()).toMatch(/Tiên La · Tổng số đoàn viên công đoàn: 2.703 người/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/trace=org\.du_xa\.12634%2Fum_total/)
    expect(new URL(page.url()).hash).toContain('view=fields')
    await page.goBack()
  })

  it('sorts, pins and filters from the column, and says how many are left', async () => {
    await grid().focus()
    for (const key of ['Control+Home', 'ArrowRight', 'Alt+ArrowDown']) await page.keyboard.press(key)
    await page.getByRole('menuitem', { name: 'Sắp xếp giảm dần' }).click()
    await page.waitForURL(/sort=-um_total/)
    const numbers = await page.locator('.grid-body [aria-colindex="2"] .number-text').allInnerTexts()
    const counts = numbers.map((text) => Number(text.replaceAll('.', '')))
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    await page.locator('[data-filter="sending"]').selectOption('missing')
    await page.getByText('Hiện 03/108 đơn vị').or(page.getByText('Hiện 3/108 đơn vị')).waitFor()
    expect(await page.locator('.grid-body [aria-colindex="2"]').first().innerText()).toMatch(/○\s*Chưa gửi/)
    await page.getByRole('button', { name: 'Bỏ lọc' }).click()
    await page.getByText('Hiện 108/108 đơn vị').waitFor()
  })

  it('groups, and exports what is shown', async () => {
    await page.locator('[data-filter="grouping"]').selectOption('kind')
    await page
      .getByRole('rowheader', { name: /^Xã \(93 đơn vị\)/ })
      .or(page.getByRole('rowheader', { name: /^Phường \(11 đơn vị\)/ }))
      .first()
      .waitFor()
    const path = await takeFile(
      application,
      () => page.getByRole('button', { name: 'Xuất Excel' }).click(),
      () => page.locator('.job-end').filter({ hasText: 'Đã xuất 108 đơn vị, 30 cột' }).waitFor(),
    )
    expect(path).toMatch(/\/So-lieu_2026-H1\.xlsx$/)
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
  })

  it('never shows an empty place while it is scrolled', async () => {
    const empty = await page.evaluate(`(async () => {
      const scroller = document.querySelector('.grid-scroller')
      let found = 0
      for (let step = 0; step < 15; step++) {
        scroller.scrollTop = (step * 977) % (scroller.scrollHeight - scroller.clientHeight)
        scroller.scrollLeft = (step * 611) % (scroller.scrollWidth - scroller.clientWidth)
        await new Promise(requestAnimationFrame)
        await new Promise((done) => setTimeout(done))
        const body = document.querySelector('.grid-body').getBoundingClientRect()
        for (const [x, y] of [[0.05, 0.05], [0.5, 0.5], [0.95, 0.95]])
          if (!document.elementFromPoint(body.left + body.width * x, body.top + body.height * y)?.closest('.grid-cell')) found++
      }
      return found
    })()`)
    expect(empty).toBe(0)
  })

  it('prints every row under its heads', async () => {
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`)
    const rows = await page.locator('.print-table').first().locator('tbody tr').count()
    expect(rows).toBeGreaterThan(108)
    await page.emulateMedia({ media: null })
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`)
    await page.locator('.print-table').first().waitFor({ state: 'detached' })
  })

  it('has nothing that axe complains of, in either language', async () => {
    for (const language of ['vi', 'en']) {
      await page.evaluate(`localStorage.setItem('tonghop.language', '${language}')`)
      await page.reload()
      await page.locator('.grid-row').nth(5).waitFor()
      await page.evaluate(axe.source)
      const violations = await page.evaluate(
        `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ').slice(0, 300)))`,
      )
      expect(violations).toEqual([])
    }
    expect(application.trouble).toEqual([])
  })
})
