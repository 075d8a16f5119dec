import axe from 'axe-core'
import Database from 'better-sqlite3'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithTools } from '../kit/system-tools.ts'
import { copySample, openApplication, type Application } from './kit/open-application.ts'

/** The same for any of its figures: SQLite finds nothing wrong with the file. Gives the name of the unit. */
function flipOneFigure(directory: string): string {
  const database = new Database(join(directory, 'store.db'))
  const { submission, unit } = database
    .prepare(
      `SELECT s.key AS submission, u.name AS unit FROM submission s JOIN unit u ON u.key = s.unit
       WHERE s.state = 'effective' ORDER BY s.key DESC LIMIT 1`,
    )
    .get() as { submission: number; unit: string }
  const { changes } = database
    .prepare('UPDATE figure SET value = (value | 64) - (value & 64) WHERE submission = ? AND field = 5 AND state = 0')
    .run(submission)
  database.close()
  expect(changes).toBe(1)
  return unit
}

describeWithTools(['chromium'], 'the page Nhật ký và kiểm chứng, and what is on every page', () => {
  let application: Application
  let page: Page
  let unit: string
  beforeAll(async () => {
    const directory = copySample()
    unit = flipOneFigure(directory)
    application = await openApplication(directory)
    page = application.page
  })
  afterAll(() => application.close())

  const search = () => page.getByRole('combobox', { name: 'Tìm kiếm' })
  const lines = () => page.locator('.journal-day li')
  const outcome = () => page.locator('.audit-outcome')

  it('checks by itself after the start, and a changed figure is said on every page and named on its own', async () => {
    await page.getByRole('link', { name: 'Dữ liệu khác với lúc ghi: xem kết quả kiểm tra' }).click()
    await page.getByRole('heading', { level: 1, name: 'Nhật ký và kiểm chứng' }).waitFor()
    await outcome().waitFor()
    const words = await outcome().innerText()
    expect(words).toContain('chỗ khác với lúc ghi.')
    expect(words).toContain(`Số liệu và phần lời đã nhận: 01 chỗ khác (${unit}, kỳ 2026-H1)`)
    expect(words).toContain('khôi phục từ bản sao lưu gần nhất')
    expect(words).toContain('Ứng dụng tự kiểm tra lúc')
    expect(words).not.toMatch(/[0-9a-f]{16}/)
  })

  it('checks when asked, as a job that stands in the tray, and compares with the head on paper', async () => {
    await page.getByRole('button', { name: 'Kiểm tra lại toàn bộ dữ liệu' }).click()
    await page.getByText('Lan kiểm tra lúc').waitFor()
    expect(await page.locator('[data-told=jobs]').innerText()).toMatch(/Kiểm tra toàn bộ dữ liệu: Có \d\d chỗ khác với lúc ghi/)
    await page.getByText('Mã đầu nhật ký: chép ra giấy và so lại').click()
    const known = page.getByLabel('Mã đầu nhật ký đã chép ra giấy')
    const compare = page.getByRole('button', { name: 'So với mã này và kiểm tra' })
    await known.fill('0123 4567')
    await compare.click()
    await page.getByText('ở đây mới có 8').waitFor()
    await known.fill(await page.locator('.audit-head p.hash').first().innerText())
    await compare.click()
    await page.getByText('Nhật ký có chứa mã đã chép ra giấy').waitFor()
    await known.fill('f'.repeat(64))
    await compare.click()
    await page.getByText('Không có dòng nhật ký nào mang mã đã chép ra giấy').waitFor()
  })

  it('tells who did what by day, narrowed by words without tones, kind, person, unit and day, all of it in the address', async () => {
    await lines().first().waitFor()
    const all = await lines().count()
    expect(all).toBeGreaterThan(90)
    await page.getByLabel('Tìm trong nhật ký').fill('mo ky 2026')
    await expect.poll(() => lines().count()).toBe(1)
    expect(await lines().first().innerText()).toContain('Mở kỳ 2026-H1')
    await page.waitForURL(/text=mo/)
    await page.reload()
    await lines().first().waitFor()
    expect(await page.getByLabel('Tìm trong nhật ký').inputValue()).toBe('mo ky 2026')
    await page.getByLabel('Loại việc').selectOption({ label: 'Nhận báo cáo' })
    await page.getByText('Không có dòng nhật ký nào như vậy').waitFor()
    await page.getByRole('button', { name: 'Bỏ lọc' }).click()
    await expect.poll(() => lines().count()).toBe(all)
    await page.getByLabel('Từ ngày').fill('32/06/2026')
    await page.getByLabel('Đến ngày').focus()
    await page.getByText('Gõ ngày như 15/06/2026').waitFor()
    await page.getByLabel('Từ ngày').fill('')
    const combobox = page.getByRole('combobox', { name: 'Đơn vị' })
    await combobox.click()
    await page.keyboard.type('van giang')
    await page.getByRole('option', { name: 'Đảng ủy xã Văn Giang' }).click()
    await expect.poll(async () => (await lines().allInnerTexts()).every((line) => /Văn Giang|Tạo dữ liệu/.test(line))).toBe(true)
    expect(await page.locator('.journal-day .hash').count()).toBe(0)
    await page.getByRole('switch', { name: 'Chi tiết kỹ thuật' }).click()
    await page.locator('.journal-day .hash').first().waitFor()
  })

  it('finds everything by keyboard, and words of a submission lead to their source', async () => {
    await page.keyboard.press('F3')
    await page.keyboard.type('van giang')
    const options = page.locator('.search-item')
    await page.getByRole('group', { name: 'Lời trong báo cáo của đơn vị' }).waitFor()
    expect(await options.first().innerText()).toBe('Đảng ủy xã Văn Giang')
    await page.keyboard.press('ArrowDown')
    expect(await search().getAttribute('aria-activedescendant')).toBe(await options.nth(1).getAttribute('id'))
    // An input method composes with the same keys.
    await search().dispatchEvent('keydown', { key: 'Enter', isComposing: true })
    expect(await page.locator('.aside').count()).toBe(0)
    await page.keyboard.press('Enter')
    await page.locator('.aside').getByText('Đảng ủy xã Văn Giang').first().waitFor()
    expect(page.url()).toMatch(/trace=org\.du_xa\.\d+(?:%2F|\/)(?:nar|prop)\./)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('khong co gi nhu vay')
    await page.getByText('Không có gì khớp với').waitFor()
    await page.keyboard.press('Escape')
    expect(await search().inputValue()).toBe('')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('nhat ky va')
    await options.first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Nhật ký và kiểm chứng' }).waitFor()
  })

  it('helps in place', async () => {
    await page.keyboard.press('F1')
    const help = page.getByRole('complementary', { name: 'Hướng dẫn' })
    await help.getByRole('heading', { name: 'Nhật ký và kiểm chứng' }).waitFor()
    await help.getByLabel('Chủ đề').selectOption({ label: 'Từ dùng trong ứng dụng' })
    await help.getByText('Mọi việc đã làm, ai làm, lúc nào').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => help.count()).toBe(0)
  })

  it('has nothing that axe complains of, with search and help open, and asked for nothing in vain', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('cong doan')
    await page.locator('.search-item').first().waitFor()
    await page.evaluate(axe.source)
    const complaints = async (): Promise<string[]> =>
      page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run()
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
      })
    expect(await complaints()).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('F1')
    await page.getByRole('complementary', { name: 'Hướng dẫn' }).waitFor()
    expect(await complaints()).toEqual([])
    expect(application.trouble).toEqual([])
  })
})
