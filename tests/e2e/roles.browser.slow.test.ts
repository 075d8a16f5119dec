import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCommand } from '../kit/run-command.ts'
import { describeWithTools } from '../kit/system-tools.ts'
import { takeFile } from './kit/hand-over.ts'
import { copySample, goTo, openApplication, type Application } from './kit/open-application.ts'
import { employPeople, passwordOf, people, signIn, signOut, type Person } from './kit/people.ts'

const scales = [
  { which: 'sample', period: '2026-H1', expected: '105/108' },
  { which: 'large', period: '2026-Q2', expected: '4.875/5.000' },
] as const

for (const { which, period, expected } of scales)
  describeWithTools(['chromium'], `the day of each role, ${expected} units sent`, () => {
    const directory = copySample(which)
    let application: Application
    let page: Page

    let first: { expected: string; message: string }

    beforeAll(async () => {
      const findings = await runCommand(['findings', '--open', '--period', period, '--data', directory, '--json'])
      ;[first] = findings.json as [typeof first]
      await employPeople(directory)
      application = await openApplication(directory)
      ;({ page } = application)
    })
    afterAll(() => application.close())

    /** Signs in, has a look round as this person, and out again. */
    const dayOf = async (name: Person, work: () => Promise<void>): Promise<void> => {
      await signIn(page, name)
      await goTo(page, 'Tổng quan')
      await page.locator('.indicators tbody tr').nth(10).waitFor()
      expect(await page.locator('[data-fact=sent] strong').innerText()).toBe(expected)
      try {
        await work()
      } finally {
        await page.keyboard.press('Escape')
        await signOut(page)
      }
    }
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const report = async (): Promise<void> => {
      await goTo(page, 'Báo cáo')
      await page.locator('[data-page="1"][data-state=drawn]').waitFor({ timeout: 60_000 })
    }

    /** Begins what takes long on one page and stops it from the tray on another. */
    const stopLongWork = async (): Promise<void> => {
      await goTo(page, 'Bắt đầu')
      await button('Xuất biểu mẫu gửi đơn vị').click()
      const running = button('Đang chạy 01 việc')
      await running.waitFor()
      await page.waitForURL(/job=/)
      await goTo(page, 'Nhật ký và kiểm chứng')
      await running.click()
      await button('Dừng: Xuất biểu mẫu').click()
      await page.getByText('Đã dừng theo yêu cầu').first().waitFor()
      await page.keyboard.press('Escape')
      await expect.poll(() => page.locator('.tray').count()).toBe(0)
      await button('Không có việc nào đang chạy').waitFor()
    }

    it('clerk: who has not sent, one figure to its origin, one discrepancy settled, the draft built', async () => {
      await dayOf('lan', async () => {
        await goTo(page, 'Tình hình gửi báo cáo')
        await page.locator('.counter', { hasText: 'Chưa gửi' }).click()
        await page.locator('.virtual-table tbody tr[data-row]').first().waitFor()
        expect(new Set(await page.locator('.virtual-table tbody tr[data-row]').locator('td').nth(2).allInnerTexts()).size).toBeLessThan(4)
        // Five thousand templates take a minute; nobody has to wait for them.
        if (which === 'large') await stopLongWork()
        await goTo(page, 'Số liệu')
        await page.locator('[role=gridcell]').first().waitFor()
        await goTo(page, 'Đối chiếu')
        await page.locator('#finding-sentence').waitFor()
        const before = await page.locator('#finding-sentence').innerText()
        await page.locator('.finding-list').focus()
        await page.keyboard.press('2')
        await page.getByRole('dialog').waitFor()
        await page.keyboard.type(first.expected)
        await page.getByLabel('Lý do').fill('Đơn vị xác nhận qua điện thoại')
        await button('Ghi điều chỉnh').click()
        await page.locator('.reconcile-done').waitFor()
        // The large one's findings are written past the rules, so no adjustment makes them go.
        if (which === 'sample') await page.locator('#finding-sentence').filter({ hasNotText: before }).waitFor()
        await goTo(page, 'Báo cáo')
        await button(which === 'sample' ? 'Dựng lại' : 'Dựng dự thảo').click()
        // The job may be over before anybody sees it.
        await page
          .locator('.report-history li')
          .nth(which === 'sample' ? 1 : 0)
          .waitFor()
        await report()
        expect(await button('Ghi nhận đã thẩm định').count()).toBe(0)
      })
    })

    it('reviewer: reads the draft and records it as reviewed, and is offered nothing else', async () => {
      await dayOf('minh', async () => {
        await goTo(page, 'Tiếp nhận')
        expect(await button('Chọn tệp…').count()).toBe(0)
        await goTo(page, 'Đối chiếu')
        await page.locator('#finding-sentence').waitFor()
        expect(await page.getByRole('button', { name: /Điều chỉnh…/ }).count()).toBe(0)
        await report()
        expect(await button('Dựng lại').count()).toBe(0)
        await button('Ghi nhận đã thẩm định').click()
        await page.getByRole('dialog').getByRole('button', { name: 'Ghi nhận đã thẩm định' }).click()
        await page.getByRole('dialog').waitFor({ state: 'detached' })
        await page.locator('.report-road li[data-state=done]').nth(1).waitFor()
      })
    })

    it('leader: the sentences first, then the pages from one button', async () => {
      await dayOf('tam', async () => {
        expect(await page.locator('.sentences p').first().innerText()).toMatch(/^\d\d\/11 chỉ tiêu/)
        await button('Đọc dự thảo').click()
        await page.locator('[data-page="1"][data-state=drawn]').waitFor()
        expect(await button('Dựng lại').count()).toBe(0)
        expect(await button('Ghi nhận đã thẩm định').count()).toBe(0)
      })
    })

    it('văn thư: reads the report and who did what', async () => {
      await dayOf('thu', async () => {
        await report()
        await goTo(page, 'Nhật ký và kiểm chứng')
        await page.locator('.journal-day .actor', { hasText: 'Lê Văn Minh' }).first().waitFor()
        await goTo(page, 'Thiết lập')
        await page.getByText('Tài khoản do người có vai trò Quản trị lập và sửa.').waitFor()
      })
    })

    it('administrator: an account added, its password set anew, stopped; a verified backup', async () => {
      await dayOf('ha', async () => {
        await goTo(page, 'Thiết lập')
        await button('Thêm tài khoản').click()
        await page.getByLabel('Họ và tên').fill('Vũ Thị Nga')
        await page.getByLabel('Tên đăng nhập').fill('nga')
        for (const label of ['Mật khẩu', 'Nhập lại mật khẩu']) await page.getByLabel(label, { exact: true }).fill(passwordOf('nga'))
        await page.getByRole('dialog').getByRole('button', { name: 'Thêm tài khoản' }).click()
        const row = page.getByRole('row', { name: /Vũ Thị Nga/ })
        await row.getByText('Đang dùng').waitFor()
        await row.getByRole('button', { name: /Đặt lại mật khẩu/ }).click()
        for (const label of ['Mật khẩu', 'Nhập lại mật khẩu']) await page.getByLabel(label, { exact: true }).fill(passwordOf('khac'))
        await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click()
        await page.getByText('Đã đặt mật khẩu mới cho Vũ Thị Nga.').waitFor()
        await row.getByRole('button', { name: 'Ngừng dùng' }).click()
        await row.getByText('Đã ngừng').waitFor()
        // The last administrator stays one.
        await page
          .getByRole('row', { name: /Trần Thị Hà/ })
          .getByRole('button', { name: 'Ngừng dùng' })
          .click()
        await page.getByRole('alert').filter({ hasText: 'quản trị cuối cùng' }).waitFor()
        await page.getByRole('tab', { name: 'Sao lưu' }).click()
        const file = await takeFile(
          application,
          () => button('Sao lưu ngay').click(),
          () => page.locator('.backup .job-end').waitFor({ timeout: 60_000 }),
        )
        await page.getByText(/^Bản sao lưu gần nhất đã kiểm tra/).waitFor()
        expect(file).toMatch(/\.tonghop$/)
      })
    })

    it('tells all of it in the journal, with nothing secret, and keeps who prepares from reviewing', async () => {
      const journal = ['journal', 'list', '--data', directory, '--actor', 'ha', '--json']
      const listed = await runCommand(journal, undefined, { password: passwordOf('ha') })
      expect(listed.exitCode).toBe(0)
      for (const { displayName } of Object.values(people)) expect(listed.out).toContain(displayName)
      for (const name of [...Object.keys(people), 'nga', 'khac']) expect(listed.out).not.toContain(passwordOf(name))
      // What the browser says about answers that refuse is no trouble of the page: one was asked for, others were on their way at a sign-out.
      expect(application.trouble.filter((text) => !/status of 4\d\d/.test(text))).toEqual([])
    })
  })
