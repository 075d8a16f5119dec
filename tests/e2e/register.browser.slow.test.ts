import axe from 'axe-core'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCommand } from '../kit/run-command.ts'
import { describeWithTools } from '../kit/system-tools.ts'
import { takeFile } from './kit/hand-over.ts'
import { copySample, goTo, openApplication, type Application } from './kit/open-application.ts'

const screenshots = join(new URL('../..', import.meta.url).pathname, 'out/screenshots')
const violations =
  "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map((node) => node.html.slice(0, 160)).join(' | ')))"

type Status = { expected: number; onTime: number; late: number; missing: number; units: { code: string; name: string; state: string }[] }

describeWithTools(['chromium'], 'the register on the page', () => {
  const directory = copySample()
  let application: Application
  let page: Page
  let status: Status

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true })
    status = (await runCommand(['status', '--period', '2026-H1', '--data', directory, '--json'])).json as Status
    application = await openApplication(directory)
    page = application.page
    await goTo(page, 'Tình hình gửi báo cáo')
  })
  afterAll(() => application.close())

  const namesShown = (): Promise<string[]> => page.locator('.virtual-table tbody th').allInnerTexts()
  const counter = (state: string) => page.locator(`.counter[data-state=${state}]`)

  it('counts as the command line does, in protocol order', async () => {
    expect((await page.locator('.counter-count').allInnerTexts()).map(Number)).toEqual([status.onTime, status.late, 0, status.missing])
    expect(await page.locator('table').first().getAttribute('aria-rowcount')).toBe(String(status.expected + 1))
    const shown = await namesShown()
    expect(shown).toEqual(status.units.slice(0, shown.length).map(({ name }) => name))
    expect(shown.length).toBeGreaterThan(10)
  })

  it('filters by a counter and by a name without tone marks, and keeps both in the address', async () => {
    await counter('missing').click()
    await page.getByText(`0${status.missing} đơn vị`, { exact: true }).waitFor()
    expect(await namesShown()).toEqual(status.units.filter(({ state }) => state === 'missing').map(({ name }) => name))
    await page.reload()
    await page.getByText(`0${status.missing} đơn vị`, { exact: true }).waitFor()
    expect(await counter('missing').getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('button', { name: 'Bỏ lọc' }).click()
    await page.getByRole('searchbox').fill('PHO HIEN')
    await page.getByText('01 đơn vị', { exact: true }).waitFor()
    expect(await namesShown()).toEqual(['Đảng ủy phường Phố Hiến'])
    await page.getByRole('button', { name: 'Bỏ lọc' }).click()
    expect(await page.getByRole('searchbox').inputValue()).toBe('')
  })

  it('gives a list ready for a message, and leads to the figures and the files of a unit', async () => {
    await counter('late').click()
    await page.getByText(`0${status.late} đơn vị`, { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Chép danh sách để nhắn tin' }).click()
    await page.getByText(`Đã chép 0${status.late} đơn vị`).waitFor()
    const late = status.units.find(({ state }) => state === 'late')!
    await page.getByRole('link', { name: `Tệp đã nhận của ${late.name}` }).click()
    await page.getByText(`Chỉ xem ${late.name}`).waitFor()
    await page.locator('.virtual-table .link-button').first().waitFor()
    expect(await page.locator('.virtual-table tbody tr').count()).toBe(1)
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Tình hình gửi báo cáo' }).waitFor()
    await page.getByRole('button', { name: 'Bỏ lọc' }).click()
  })

  it('shows how a unit is reached, records calls to it, and shows only my units on every page', async () => {
    const { name } = status.units[0]!
    const opener = page.getByRole('button', { name: `Đầu mối, nhật ký liên hệ của ${name}` })
    await opener.press('Enter')
    const panel = page.locator('.contact-panel')
    // The panel is next for the keyboard, and closing it leads back to the row.
    await panel.getByRole('heading', { name }).and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await opener.and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Enter')
    await panel.getByLabel('Điện thoại cơ quan').fill('0221 3865 123')
    await page.reload()
    expect(await panel.getByLabel('Điện thoại cơ quan').inputValue()).toBe('0221 3865 123')
    await panel.getByRole('button', { name: 'Tôi phụ trách' }).press('Enter')
    await panel.getByText('Đã ghi đầu mối.').waitFor()
    await panel.getByRole('button', { name: 'Ghi lần liên hệ' }).press('Enter')
    await panel.getByText('Ghi nội dung trao đổi.').waitFor()
    await panel.getByLabel('Liên hệ qua').selectOption('zalo')
    await panel.getByLabel('Nội dung trao đổi').fill('Hẹn gửi lại biểu số 2')
    await panel.getByRole('button', { name: 'Ghi lần liên hệ' }).press('Enter')
    await panel.locator('.calls li', { hasText: 'Hẹn gửi lại biểu số 2' }).waitFor()
    expect(await panel.locator('.calls li').innerText()).toContain('Tin nhắn Zalo')
    expect(await page.locator('.virtual-table tbody tr').first().innerText()).toContain('0221 3865 123 · 01 lần')
    await panel.getByRole('button', { name: 'Đóng' }).press('Enter')
    await page.getByLabel('Đơn vị của tôi').check()
    await page.getByText('01 đơn vị', { exact: true }).waitFor()
    expect(await namesShown()).toEqual([name])
    await goTo(page, 'Tổng quan')
    await page.locator('.my-standing').getByText('01 đơn vị; đã gửi 01, chờ xử lý 0, chưa gửi 0.').waitFor()
    await page.locator('.my-standing').getByRole('link', { name: 'Thẩm định' }).press('Enter')
    await expect.poll(() => page.locator('.unit-row strong').allInnerTexts(), { timeout: 15_000 }).toEqual([name])
    await page.locator('.review-tools').getByText('Kiến nghị', { exact: true }).click()
    await page.locator('.proposals').waitFor()
    for (const unit of await page.locator('.proposals tbody th').allInnerTexts()) expect(unit).toBe(name)
    await page.getByLabel('Đơn vị của tôi').uncheck()
    await expect.poll(() => page.locator('.proposals tbody th').count(), { timeout: 15_000 }).toBeGreaterThan(1)
    await goTo(page, 'Đối chiếu')
    await page.getByLabel('Đơn vị của tôi').check()
    await page.getByText('Không có mục nào ở đây thuộc các đơn vị của tôi.').waitFor()
    await goTo(page, 'Tình hình gửi báo cáo')
    await page.locator('.virtual-table tbody tr').first().waitFor()
  })

  it('gives several units at once to a clerk by keyboard', async () => {
    const units = status.units.slice(1, 3)
    await page.getByRole('button', { name: 'Phân công nhiều đơn vị…' }).press('Enter')
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByLabel('Chuyên viên phụ trách').inputValue()).toBe('Lan')
    await dialog.getByLabel('Chuyên viên phụ trách').fill('Minh')
    // Nothing is chosen yet: the button says what is to do before.
    await dialog.getByText('Chọn ít nhất 01 đơn vị trong danh sách để phân công.').waitFor()
    expect(await dialog.getByRole('button', { name: 'Phân công', exact: true }).isDisabled()).toBe(true)
    await dialog.getByRole('checkbox').nth(1).press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await dialog.getByText('Đã chọn 02 đơn vị.').waitFor()
    await page.screenshot({ path: join(screenshots, 'register-assign.png') })
    await page.evaluate(axe.source)
    expect(await page.evaluate<string[]>(violations)).toEqual([])
    // What was chosen stays when the box is left.
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Phân công 02 đơn vị' }).press('Enter')
    await page.getByText('Đã phân công 02 đơn vị cho Minh.').waitFor()
    const { json } = await runCommand(['contact', 'list', '--period', '2026-H1', '--data', directory, '--json'])
    const { desks } = json as { desks: { unit: string; clerk: string }[] }
    expect(desks.flatMap(({ unit, clerk }) => (clerk === 'Minh' ? [unit] : []))).toEqual(units.map(({ code }) => code))
  })

  it('moves among the rows with the arrows', async () => {
    const links = page.locator('.virtual-table tbody a')
    await links.first().focus()
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate("document.activeElement.closest('tr').dataset.row")).toBe('1')
  })

  it('draws every unit on paper, with the moment it holds for', async () => {
    await page.emulateMedia({ media: 'print' })
    await page.locator(`.virtual-table tbody tr[data-row="${status.expected - 1}"]`).waitFor()
    expect(await namesShown()).toEqual(status.units.map(({ name }) => name))
    expect(await page.locator('.page-head p').innerText()).toMatch(/Tính đến \d\d:\d\d ngày \d\d\/\d\d\/\d{4}\.$/)
    expect(await page.getByRole('button', { name: 'In danh sách' }).isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
  })

  it('writes the workbook of one unit again', async (test) => {
    if (application.electron) test.skip('the window asks for a folder, which the tests of its dialogs cover')
    await counter('missing').click()
    const missing = status.units.find(({ state }) => state === 'missing')!
    const path = await takeFile(application, () => page.getByRole('button', { name: `Xuất biểu mẫu cho ${missing.name}…` }).click())
    expect(path).toMatch(/BC_2026-H1_\d+_Xa-[\w-]+\.xlsx$/)
    await page.getByText(`Đã xuất biểu mẫu của ${missing.name}.`).waitFor()
    expect(application.trouble).toEqual([])
  })
})
