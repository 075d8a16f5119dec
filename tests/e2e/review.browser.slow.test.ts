import axe from 'axe-core'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithTools } from '../kit/system-tools.ts'
import { copySample, goTo, openApplication, switchLanguage, type Application } from './kit/open-application.ts'

const screenshots = join(new URL('../..', import.meta.url).pathname, 'out/screenshots')
const violations =
  "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map((node) => node.html.slice(0, 160)).join(' | ')))"

describeWithTools(['chromium'], 'Thẩm định', () => {
  let application: Application
  let page: Page
  const view = (name: string): Promise<void> => page.locator('.review-tools').getByText(name, { exact: true }).click()
  /** Looked at, and by axe. */
  const look = async (name: string): Promise<void> => {
    await page.locator('.waiting').waitFor({ state: 'detached' })
    await page.screenshot({ path: join(screenshots, `review-${name}.png`) })
    expect(await page.evaluate<string[]>(violations), name).toEqual([])
  }
  /** As a Vietnamese keyboard gives it: letters with their marks, never key by key. */
  const type = (text: string): Promise<void> => page.keyboard.insertText(text)

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true })
    application = await openApplication(copySample())
    ;({ page } = application)
    await page.evaluate(axe.source)
    await goTo(page, 'Thẩm định')
    await page.locator('.passage').first().waitFor()
  })
  afterAll(() => application.close())

  it('reads unit by unit, the doubtful first, by the arrows alone', async () => {
    await page.locator('.unit-row').first().waitFor()
    await look('unit-vi')
    const names = await page.locator('.unit-row strong').allInnerTexts()
    await page.locator('.unit-list').focus()
    await page.keyboard.press('ArrowDown')
    await page.locator('#review-unit', { hasText: names[1]! }).waitFor()
    await expect.poll(() => page.locator('.unit-figures tbody tr').count(), { timeout: 15_000 }).toBe(11)
    await page.getByRole('searchbox').fill('my hao')
    await expect.poll(() => page.locator('.unit-row').count(), { timeout: 15_000 }).toBe(1)
    expect(await page.locator('.unit-row').innerText()).toContain('Mỹ Hào')
    await page.getByRole('searchbox').fill('')
  })

  it('reads one task as a column, notes a sentence with F2, and keeps what was typed', async () => {
    await view('Theo nhiệm vụ')
    const first = page.locator('.passage').first()
    await first.waitFor()
    const text = await first.locator('.passage-text').innerText()
    await first.focus()
    await page.keyboard.press('ArrowRight')
    const sentence = (await page.locator('.mark-choice').allInnerTexts()).join('')
    expect(text.startsWith(sentence)).toBe(true)
    await page.keyboard.press('F2')
    await page.getByRole('dialog').waitFor()
    await type('Chưa nêu số liệu cụ thể của đơn vị')
    await look('note-dialog')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await first.focus()
    await page.keyboard.press('F2')
    expect(await page.getByLabel('Nội dung').inputValue()).toBe('Chưa nêu số liệu cụ thể của đơn vị')
    await page.getByRole('button', { name: 'Ghi nhận xét này' }).focus()
    await page.keyboard.press('Enter')
    const card = page.locator('.note-card').first()
    await card.waitFor()
    expect(await card.innerText()).toContain('Nội bộ')
    expect(await card.locator('blockquote').innerText()).toBe(sentence)
    expect((await first.locator('.mark-note').allInnerTexts()).join('')).toBe(sentence)
    await look('task-vi')
  })

  it('picks several texts with Space and records one shortcoming on each, for the unit', async () => {
    await page.locator('.passage').first().focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.getByText('Đã đánh dấu 2 đoạn').waitFor()
    await page.keyboard.press('F2')
    await page.getByRole('dialog').waitFor()
    // What was left open for this text before was saved; the box begins empty.
    await type('Chưa tổ chức đối thoại định kỳ')
    await page.getByLabel('Loại').selectOption('shortcoming')
    await page.getByRole('dialog').getByText('Gửi đơn vị', { exact: true }).click()
    await page.getByLabel('Chịu trách nhiệm').fill('Đảng ủy xã')
    await page.getByLabel(/^Thời hạn/).fill('31/13')
    await page.getByRole('button', { name: 'Ghi nhận xét này' }).click()
    await page.getByText('Ghi ngày dạng 30/9/2026').waitFor()
    await page.getByLabel(/^Thời hạn/).fill('30/9/2026')
    await page.getByRole('button', { name: 'Ghi nhận xét này' }).click()
    await page.getByText('Đã ghi 02 nhận xét').waitFor()
  })

  it('follows a shortcoming in the register to its end, and opens the next', async () => {
    await view('Sổ theo dõi tồn tại')
    const rows = page.locator('.shortcoming-list tbody tr')
    await rows.first().waitFor()
    expect(await rows.count()).toBe(2)
    expect(await rows.first().innerText()).toContain('30/09/2026')
    await look('register-vi')
    const press = (name: string): Promise<void> => page.locator('.notes-margin').getByRole('button', { name }).click()
    await press('Đang khắc phục')
    await page.locator('.notes-margin dd', { hasText: 'Đang khắc phục' }).waitFor()
    await page.getByLabel('Căn cứ (có thể để trống)').fill('Báo cáo số 12')
    await press('Đơn vị báo đã xong')
    await page.getByText('Đơn vị báo đã xong: Báo cáo số 12').waitFor()
    await press('Xác nhận đã khắc phục')
    await expect.poll(() => page.locator('.shortcoming-list tbody tr').count(), { timeout: 15_000 }).toBe(1)
    await page.getByLabel('Cả nội dung đã xác nhận').check()
    await expect.poll(() => page.locator('.shortcoming-list tbody tr').count(), { timeout: 15_000 }).toBe(2)
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Lập thông báo cho các đơn vị' }).click()
    expect((await waiting).suggestedFilename()).toMatch(/^thong-bao_2026-H1_.*\.pdf$/)
  })

  it('shows proposals by addressee and what became of them, in both languages', async () => {
    await view('Kiến nghị')
    await page.locator('.proposals select').first().selectOption('forwarded')
    await expect.poll(() => page.locator('.proposals select').first().inputValue(), { timeout: 15_000 }).toBe('forwarded')
    await look('proposals-vi')
    await switchLanguage(page, 'en')
    for (const name of ['By unit', 'By task', 'Shortcomings']) {
      await view(name)
      await look(`${name.toLowerCase().replace(' ', '-')}-en`)
    }
    await switchLanguage(page, 'vi')
  })

  it('complained of nothing', () => {
    expect(application.trouble).toEqual([])
  })
})
