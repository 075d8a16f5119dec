import axe from 'axe-core'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { describeWithTools } from '../kit/system-tools.ts'
import { withPart } from '../kit/word-part.ts'
import { pressEnterInMenu, pressEnterOn, tabTo } from './kit/by-keyboard.ts'
import { chooseFiles, takeFile } from './kit/hand-over.ts'
import { copySample, goTo, openApplication } from './kit/open-application.ts'

const screenshots = join(new URL('../..', import.meta.url).pathname, 'out/screenshots')
const violations = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html.slice(0, 200))]))`

describeWithTools(['chromium'], 'Lời văn và câu dẫn', () => {
  it('is written by keyboard with figures that are brought up to date, taken back, and quoted sentence by sentence', async () => {
    mkdirSync(screenshots, { recursive: true })
    const application = await openApplication(copySample())
    onTestFinished(() => application.close())
    const { page } = application
    const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
    const area = page.getByRole('textbox', { name: /^Lời văn của mục/ })
    const preview = page.locator('.words-preview p')
    await goTo(page, 'Báo cáo')
    await pressEnterOn(page, button('Lời văn và câu dẫn'))
    await pressEnterOn(page, button(/Nguyên nhân/))

    // What is typed stays over a reload; a figure goes to where the caret stood.
    await tabTo(page, area)
    await page.keyboard.type('Đã gửi 105, thêm 7777 và [[reg.expected|1]] đơn vị; chưa gửi ')
    await page.reload()
    await area.waitFor()
    expect(await area.inputValue()).toContain('thêm 7777')
    await area.focus()
    await page.keyboard.press('Control+End')
    await tabTo(page, page.getByLabel('Tìm số liệu'))
    await page.keyboard.type('don vi chua gui')
    await pressEnterOn(page, button(/^Đơn vị chưa gửi/))
    await page.waitForFunction(`document.activeElement.tagName === 'TEXTAREA'`)
    await page.keyboard.type('.')
    expect(await area.inputValue()).toMatch(/\[\[reg\.missing\|03\]\]\.$/)
    const loose = page.locator('.words-loose li')
    expect(await loose.filter({ hasText: '7777' }).innerText()).toContain('Không số liệu nào')
    await pressEnterOn(page, button('Gắn 105 với Đơn vị đã gửi báo cáo'))
    await loose.filter({ hasText: '105' }).waitFor({ state: 'detached' })
    await tabTo(page, area)
    await page.keyboard.press('Control+Enter')
    await page.getByText(/ ghi lúc /).waitFor()

    // One list of stale figures, and nothing changes before somebody asks.
    expect(await page.locator('.words-stale li').allInnerTexts()).toEqual([
      expect.stringMatching(/Đơn vị phải báo cáo đang ghi 1, nay là 108$/),
    ])
    expect(await page.evaluate(axe.source).then(() => page.evaluate(violations))).toEqual([])
    await page.screenshot({ path: join(screenshots, 'report-words-1366.png') })
    await pressEnterOn(page, button('Cập nhật tất cả'))
    await page.locator('.words-stale').waitFor({ state: 'detached' })
    expect(await preview.innerText()).toBe('Đã gửi 105, thêm 7777 và 108 đơn vị; chưa gửi 03.')
    await pressEnterOn(page, button(/^Lấy lại bản/).last())
    await page.locator('.words-stale').waitFor()
    expect(await preview.innerText()).toContain('và 1 đơn vị')
    expect(await page.locator('.words-versions li').count()).toBe(3)

    // Sentences are taken one by one, moved and taken out.
    await page.locator('.words-list ul').last().getByRole('button').first().click()
    await page.getByText('Chưa lấy câu nào').waitFor()
    const pins = page.locator('ol.words-pins > li')
    const take = page.getByRole('button', { name: /^Lấy câu này của/ })
    for (const count of [1, 2]) {
      await pressEnterOn(page, take.first())
      await pins.nth(count - 1).waitFor()
    }
    const [first, second] = await pins.locator('p:first-child').allInnerTexts()
    await pressEnterOn(page, button('Đưa xuống: câu 01'))
    await pins.first().getByText(second!, { exact: true }).waitFor()
    expect(await pins.locator('p:first-child').allInnerTexts()).toEqual([second, first])
    await page.setViewportSize({ width: 1920, height: 1080 })
    await page.screenshot({ path: join(screenshots, 'report-words-1920.png') })
    expect(await page.evaluate(violations)).toEqual([])
    await pressEnterOn(page, button('Bỏ câu này: câu 01'))
    await pins.nth(1).waitFor({ state: 'detached' })
    await pressEnterOn(page, page.locator('.words-changed').getByRole('button', { name: 'Dựng lại' }))
    await page.locator('.words-changed').waitFor({ state: 'detached' })
    await pressEnterOn(page, button('Trang báo cáo'))
    await page.locator('.report-outline li', { hasText: '3. Nguyên nhân' }).getByText('đủ').waitFor({ timeout: 60_000 })

    // A paragraph that the program words is said in the office's own words.
    await pressEnterOn(page, button('Lời văn và câu dẫn'))
    const inList = (name: string) => page.locator('.words-list').getByRole('button', { name })
    await pressEnterOn(page, inList('Tồn tại, hạn chế'))
    await pressEnterOn(page, button(/^Sửa đoạn này: - Còn 03 đơn vị/))
    const own = page.getByRole('textbox', { name: 'Lời của cơ quan thay đoạn này' })
    await own.waitFor()
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('Nổi lên: ')
    await page.keyboard.press('Control+Enter')
    await own.waitFor({ state: 'detached' })
    expect(await page.locator('.words-generated li', { hasText: 'Nổi lên: - Còn 03 đơn vị' }).innerText()).toContain('Lời của cơ quan')

    // The Word file goes out, is edited elsewhere, and what comes back is taken as far as somebody says.
    const path = await takeFile(application, () => pressEnterInMenu(page, button('Khác'), 'Xuất Word…'))
    writeFileSync(
      path,
      withPart(readFileSync(path), 'word/document.xml', (xml) => xml.replace('>Đã gửi ', '>Đến hết kỳ, đã gửi ')),
    )
    await chooseFiles(application, [path], () => pressEnterInMenu(page, button('Khác'), 'Nhận lại bản Word…'))
    const returned = page.locator('.words-returned')
    await returned.getByRole('checkbox', { name: 'Sửa: 3. Nguyên nhân' }).waitFor()
    expect(await returned.locator('ins').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('Đến hết kỳ')]))
    expect(await page.evaluate(violations)).toEqual([])
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.screenshot({ path: join(screenshots, 'report-word-back-1366.png') })
    await pressEnterOn(page, button('Nhận 01 đoạn đã chọn'))
    await returned.waitFor({ state: 'detached' })
    await pressEnterOn(page, inList('Nguyên nhân'))
    expect(await preview.innerText()).toContain('Đến hết kỳ, đã gửi')
    await page.setViewportSize({ width: 1920, height: 1080 })

    // What a thematic report is about is ticked, and stays over a reload.
    await page.getByLabel('Loại báo cáo').selectOption('thematic')
    await pressEnterInMenu(page, button('Khác'), 'Nội dung: toàn bộ chương trình')
    await tabTo(page, page.getByRole('checkbox', { name: 'Tỷ lệ doanh nghiệp tổ chức đối thoại' }))
    await page.keyboard.press('Space')
    expect(await page.evaluate(violations)).toEqual([])
    await page.screenshot({ path: join(screenshots, 'report-topic-1920.png') })
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.reload()
    await button('Khác').click()
    await page.getByRole('menuitem', { name: 'Nội dung: 01 chỉ tiêu, 0 nhiệm vụ' }).waitFor()
    expect(application.trouble).toEqual([])
  })
})
