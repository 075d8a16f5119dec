import axe from 'axe-core'
import { cpSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { createWorkspace } from '../../electron/engine/workspace-doors.ts'
import { readZipDirectory } from '../../electron/workers/workbook/zip-directory.ts'
import { describeWithTools } from '../kit/system-tools.ts'
import { chooseFiles, takeFile } from './kit/hand-over.ts'
import { goTo, itOfPage, openApplication, ownFolder, type Application } from './kit/open-application.ts'

const password = 'matkhau-58'

describeWithTools(['chromium'], 'a clerk’s first day', () => {
  let application: Application
  let page: Page
  const directory = join(ownFolder(), 'workspace')

  beforeAll(async () => {
    await createWorkspace(directory, {}, { actor: 'Lan' })
    // Building it is tried with the demo; here it is there already.
    mkdirSync(join(directory, 'sample'))
    cpSync(inject('sample'), join(directory, 'sample', 'workspace'), { recursive: true })
    application = await openApplication(directory)
    ;({ page } = application)
  })
  afterAll(() => application.close())

  const heading = (name: string) => page.getByRole('heading', { name, exact: true })
  const passwordBox = () => page.getByLabel('Mật khẩu', { exact: true })
  const alert = () => page.getByRole('alert')
  const type = async (text: string): Promise<void> => {
    await page.keyboard.insertText(text)
    await page.keyboard.press('Tab')
  }
  const complaintsOfAxe = async (): Promise<string[]> => {
    await page.evaluate(axe.source)
    return page.evaluate(`axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`)
  }

  it('begins at the beginning, with an account made by keyboard alone', async () => {
    await heading('Bắt đầu').waitFor()
    await heading('Tạo tài khoản đầu tiên (người phụ trách máy này)').waitFor()
    await page.getByLabel('Họ và tên').focus()
    await type('Nguyễn Thị Lan')
    expect(await page.getByLabel('Tên đăng nhập').inputValue()).toBe('lan')
    await page.keyboard.press('Tab')
    await page.keyboard.insertText('mậtkhẩu')
    await page.getByText('Ô này vừa nhận chữ có dấu: hãy tắt Unikey và kiểm tra Caps Lock.').waitFor()
    await page.keyboard.press('Control+A')
    await type(password)
    // Past the button that shows it.
    await page.keyboard.press('Tab')
    await page.keyboard.insertText('khác')
    await page.getByText('Hai lần nhập chưa giống nhau.').waitFor()
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText(password)
    await page.keyboard.press('Enter')
    await page.getByText('Nguyễn Thị Lan đang đăng nhập.').waitFor()
    expect(await complaintsOfAxe()).toEqual([])
  })

  it('opens the half-year with a span from the cards, and says first what that means', async () => {
    await page
      .getByLabel('Kỳ báo cáo')
      .selectOption({ value: (await page.getByLabel('Kỳ báo cáo').locator('option').first().getAttribute('value'))! })
    await page.getByLabel('Mã kỳ').fill('2026-H1')
    for (const [label, day] of Object.entries({ 'Từ ngày': '15/12/2025', 'Đến hết ngày': '14/6/2026', 'Ngày chốt số liệu': '31/02/2026' }))
      await page.getByLabel(label).fill(day)
    await page.getByLabel('Hạn gửi: ngày').fill('17/06/2026')
    await page.getByLabel('Giờ').fill('16h30')
    await page.getByText('Gõ ngày dạng 14/06/2026.').waitFor()
    await page.getByLabel('Ngày chốt số liệu').fill('14/6/2026')
    await page
      .getByText('Kỳ 2026-H1 lấy số liệu từ 15/12/2025 đến hết 14/06/2026. 108 đơn vị phải gửi báo cáo trước 16:30 ngày 17/06/2026.')
      .waitFor()
    await page.getByRole('button', { name: 'Mở kỳ', exact: true }).click()
    await heading('Gửi biểu mẫu').waitFor()
    await page.getByText('Số liệu từ 15/12/2025 đến hết 14/06/2026; hạn gửi 16:30 ngày 17/06/2026.').waitFor()
  })

  it('gives out a workbook for every unit', async () => {
    const write = () => page.getByRole('button', { name: 'Xuất biểu mẫu gửi đơn vị' }).click()
    const done = () => page.getByText('Đã ghi 108 biểu mẫu').first().waitFor()
    if (application.electron) {
      const folder = ownFolder()
      await chooseFiles(application, [folder], write)
      await done()
      expect(readdirSync(folder).filter((name) => name.endsWith('.xlsx'))).toHaveLength(108)
    } else {
      const archive = await takeFile(application, write, done)
      expect(archive).toMatch(/bieu-mau_2026-H1\.zip$/)
      expect(readZipDirectory(readFileSync(archive)).filter(({ name }) => name.endsWith('.xlsx'))).toHaveLength(108)
    }
    await page
      .locator('.step', { has: heading('Gửi biểu mẫu') })
      .getByText('Đã xong')
      .waitFor()
  })

  it('locks with Ctrl+L, hides everything, and keeps what was being typed', async () => {
    await page.getByRole('button', { name: 'Mở kỳ khác' }).click()
    await page.getByLabel('Mã kỳ').fill('2026-DANG-GO')
    await page.keyboard.press('Control+l')
    await heading('Màn hình đang khóa').waitFor()
    expect(await page.getByText('2026-H1').first().isVisible()).toBe(false)
    expect(await complaintsOfAxe()).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.insertText('mật khẩu sai')
    await page.keyboard.press('Enter')
    expect(await alert().innerText()).toBe('Mật khẩu chưa đúng. Ô này vừa nhận chữ có dấu: hãy tắt Unikey và kiểm tra Caps Lock.')
    await page.keyboard.insertText(password)
    await page.keyboard.press('Enter')
    await heading('Màn hình đang khóa').waitFor({ state: 'detached' })
    expect(await page.getByLabel('Mã kỳ').inputValue()).toBe('2026-DANG-GO')
    // The cursor is where it was.
    await page.waitForFunction(`document.activeElement?.value === '2026-DANG-GO'`)
    await page.getByRole('button', { name: 'Quay lại' }).click()
  })

  it('stays locked over a reload', async () => {
    await page.keyboard.press('Control+l')
    await heading('Màn hình đang khóa').waitFor()
    await page.reload()
    await heading('Màn hình đang khóa').waitFor()
    expect(await page.locator('.frame').count()).toBe(0)
    await passwordBox().fill(password)
    await page.keyboard.press('Enter')
    await heading('Gửi biểu mẫu').waitFor()
  })

  itOfPage('signs out, leaves nothing behind, counts down after wrong passwords, and signs in again', async () => {
    await page.getByRole('button', { name: 'Tài khoản: Nguyễn Thị Lan' }).click()
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
    await heading('Đăng nhập').waitFor()
    expect(await page.locator('body').innerText()).not.toContain('2026-H1')
    expect(await complaintsOfAxe()).toEqual([])
    expect(await page.getByLabel('Tên đăng nhập').inputValue()).toBe('lan')
    const countdown = page.getByText('Nhập lại được sau 00:0')
    await expect
      .poll(
        async () => {
          await passwordBox().fill('chua dung')
          await page.keyboard.press('Enter')
          return countdown.count()
        },
        { timeout: 20_000, interval: 200 },
      )
      .toBe(1)
    expect(await page.getByRole('button', { name: 'Đăng nhập' }).isDisabled()).toBe(true)
    await countdown.waitFor({ state: 'detached' })
    await passwordBox().fill(password)
    await page.keyboard.press('Enter')
    await heading('Gửi biểu mẫu').waitFor()
  })

  it('looks around in the sample, marked on every page, and comes back to the office’s own data', async () => {
    await goTo(page, 'Bắt đầu')
    await page.getByRole('button', { name: 'Xem thử với dữ liệu mẫu' }).click()
    await page.locator('.strip .sample').waitFor()
    await page.locator('.indicators').waitFor()
    for (const title of ['Bắt đầu', 'Thiết lập']) {
      await goTo(page, title)
      expect(await page.locator('.strip .sample').innerText()).toBe('DỮ LIỆU MẪU')
    }
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.strip .sample').isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
    await page.reload()
    await page.locator('.strip .sample').waitFor()
    await page.getByRole('button', { name: 'Rời dữ liệu mẫu' }).click()
    await page.getByText('Đã nhận 0/108 báo cáo.').waitFor()
    expect(await page.locator('.strip .sample').count()).toBe(0)
  })

  it('restores a backup after saying what would be gone, and tells where the present data are kept', async () => {
    const backup = join(inject('sample'), '../sao-luu.tonghop')
    await chooseFiles(application, [backup], () => page.getByRole('button', { name: 'Khôi phục từ bản sao lưu…' }).click())
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Khôi phục về 10:00 ngày 24/06/2026?').waitFor()
    expect(await dialog.innerText()).toContain('Dữ liệu hiện nay được sao lưu trước.')
    await dialog.getByRole('button', { name: 'Khôi phục' }).click()
    await page.getByText(/Dữ liệu trước đó được giữ trong tệp truoc-khi-khoi-phuc_.*\.tonghop/).waitFor()
    await page.getByText('Đã nhận 105/108 báo cáo.').waitFor()
    expect(readdirSync(join(directory, 'backups'))).toHaveLength(1)
    // What the browser says about answers that refuse is no trouble of the page.
    expect(application.trouble.filter((text) => !text.includes('422'))).toEqual([])
  })
})
