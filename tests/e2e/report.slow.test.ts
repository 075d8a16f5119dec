import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { readWorkbook } from '../../electron/workers/workbook/read-workbook.ts'
import { buildSheet } from '../kit/build-workbook.ts'
import { describeWithTools } from '../kit/system-tools.ts'
import { chooseFiles, takeFile } from './kit/hand-over.ts'
import { copySample, goTo, itOfPage, openApplication, ownFolder, type Application } from './kit/open-application.ts'

/** How many of the drawn pixels of a page are not paper. */
const inkOf = (page: Page, number: number): Promise<number> =>
  page.evaluate<number>(
    `(() => { const canvas = document.querySelector('[data-page="${number}"] canvas'); const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height); let ink = 0; for (let at = 0; at < data.length; at += 4) if (data[at] < 128) ink++; return ink })()`,
  )

describeWithTools(['chromium'], 'Báo cáo', () => {
  let application: Application
  let page: Page

  beforeAll(async () => {
    application = await openApplication(copySample())
    ;({ page } = application)
    await goTo(page, 'Báo cáo')
  })
  afterAll(() => application.close())

  const drawn = (number: number) => page.locator(`[data-page="${number}"][data-state=drawn]`)

  it('shows the real pages of the draft, with the outline beside them and what stops it', async () => {
    await drawn(1).waitFor()
    expect(await page.locator('.pdf-place').innerText()).toBe('Trang 1/30')
    expect(await inkOf(page, 1)).toBeGreaterThan(2000)
    expect(await page.locator('[data-page="1"] .textLayer').innerText()).toContain('ĐẢNG CỘNG SẢN VIỆT NAM')
    await page.locator('.report-outline li').first().waitFor()
    expect(await page.locator('.report-outline li').first().innerText()).toContain('I. ĐẶC ĐIỂM TÌNH HÌNH')
    expect(await page.locator('.report-outline li', { hasText: '3. Nguyên nhân' }).innerText()).toContain('thiếu')
    expect(await page.locator('.report-side .blocked').innerText()).toMatch(/^Chưa trình được: còn \d\d điểm phải xử lý\.$/)
    expect(await page.locator('.report-road li[data-state=done]').allInnerTexts()).toHaveLength(1)
  })

  itOfPage('goes to a section from the outline, by keyboard to the last page, and only what is near is drawn', async () => {
    await page.locator('.report-outline button', { hasText: 'Phụ lục 2' }).click()
    await drawn(12).waitFor()
    expect(await inkOf(page, 12)).toBeGreaterThan(2000)
    await page.locator('.pdf-desk').focus()
    await page.keyboard.press('End')
    await page.getByText('Trang 30/30').waitFor()
    await drawn(30).waitFor()
    expect(await page.locator('.pdf-sheet canvas').count()).toBeLessThan(10)
    await page.keyboard.press('Home')
    await page.getByText('Trang 1/30').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.getByText('Trang 2/30').waitFor()
    const width = (await page.locator('[data-page="2"]').boundingBox())!.width
    await page.keyboard.press('Control+Equal')
    await page.waitForFunction(`document.querySelector('[data-page="2"]').clientWidth > ${width}`)
    await page.keyboard.press('Control+0')
  })

  it('saves the very file that is shown', async () => {
    const bytes = readFileSync(await takeFile(application, () => page.getByRole('button', { name: 'Lưu PDF…' }).click()))
    await page.getByText('Chi tiết kỹ thuật').click()
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(await page.locator('.report-technical code').first().innerText())
  })

  itOfPage('builds a report of another kind in a job, shows it at once, and from unchanged figures gives the same again', async () => {
    await page.getByLabel('Loại báo cáo').selectOption('thematic')
    const before = await page.locator('.report-history li').count()
    await page.getByRole('button', { name: 'Dựng lại' }).click()
    await page.locator('.page-head p', { hasText: 'Báo cáo chuyên đề' }).waitFor()
    await drawn(1).waitFor()
    expect(await page.locator('.report-history li').count()).toBe(before + 1)
    await page.getByRole('button', { name: 'Dựng lại' }).click()
    await page.getByText('Số liệu chưa thay đổi từ lần dựng trước').waitFor()
    expect(await page.locator('.report-history li').count()).toBe(before + 1)
  })

  it('keeps the draft and its page over a reload', async () => {
    await page.locator('.pdf-desk').focus()
    await page.keyboard.press('ArrowRight')
    await page.getByText(/^Trang 2\//).waitFor()
    const shown = await page.locator('.page-head p').innerText()
    await page.reload()
    await page.getByText(/^Trang 2\//).waitFor()
    await page.locator('.page-head p', { hasText: shown }).waitFor()
  })

  it('fills the office’s own form: seen first, then saved', async () => {
    await page.evaluate("location.hash += location.hash.includes('?') ? '&form=open' : '?form=open'")
    const blank = join(ownFolder(), 'Mẫu của cơ quan.xlsx')
    const cells = ['{{reg.received}}', '{{khong.co}}'].map(
      (mark, index) => `<row r="${index + 1}"><c r="A${index + 1}" t="inlineStr"><is><t>${mark}</t></is></c></row>`,
    )
    writeFileSync(blank, buildSheet(cells.join('')))
    await chooseFiles(application, [blank], () => page.getByRole('button', { name: 'Chọn tệp…' }).click())
    await page.getByText('Sẽ điền 01 chỗ.').waitFor()
    expect(await page.locator('tr[data-state=unknown]').innerText()).toContain('{{khong.co}}')
    const filled = await takeFile(application, () => page.getByRole('button', { name: 'Điền và lưu…' }).click())
    expect(basename(filled)).toBe('Mẫu của cơ quan_da-dien.xlsx')
    expect(readWorkbook(readFileSync(filled)).sheets[0]!.cells[0]).toMatchObject({ kind: 'number' })
    await page.getByText('Đã điền 01 chỗ').waitFor()
  })

  itOfPage(
    'the focus goes with what the menu opens and comes back with the way back; the link of the page leads to its beginning',
    async () => {
      const menu = page.getByRole('button', { name: 'Khác', exact: true })
      const focused = (target: Locator): Promise<void> => target.and(page.locator(':focus')).waitFor()
      await goTo(page, 'Báo cáo')
      await page.locator('.pdf-desk').waitFor()
      for (const name of ['Hình thức bản in', 'Đổ số vào mẫu của cơ quan']) {
        await menu.click()
        await page.getByRole('menuitem', { name, exact: true }).click()
        await page.getByRole('heading', { name, exact: true }).waitFor()
        await focused(page.getByRole('button', { name: /^(Về các trang|Trang báo cáo)$/ }))
        await page.goBack()
        await page.locator('.pdf-desk').waitFor()
        await focused(menu)
      }
      await page.locator('.pdf-desk').focus()
      await page.keyboard.press('End')
      await page.getByText(/^Trang (\d+)\/\1$/).waitFor()
      await goTo(page, 'Báo cáo')
      await page.getByText(/^Trang 1\//).waitFor()
      await page.goBack()
      await page.getByText(/^Trang (\d+)\/\1$/).waitFor()
    },
  )

  it('complained of nothing', () => {
    expect(application.trouble).toEqual([])
  })
})
