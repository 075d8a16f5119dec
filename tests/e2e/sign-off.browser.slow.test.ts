import axe from 'axe-core'
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayInVietnam } from '../../shared/rules/report-wording.ts'
import { printDay, printDayInWords } from '../../shared/vietnamese/dates.ts'
import { makeCertificate } from '../kit/make-certificates.ts'
import { runCommand } from '../kit/run-command.ts'
import { describeWithTools } from '../kit/system-tools.ts'
import { writeP12 } from '../kit/write-p12.ts'
import { pressEnterOn, typeInto } from './kit/by-keyboard.ts'
import { chooseFiles, takeFile } from './kit/hand-over.ts'
import { copySample, goTo, openApplication, ownFolder, type Application } from './kit/open-application.ts'
import { employPeople, signIn, signOut, type Person } from './kit/people.ts'

const screenshots = join(new URL('../..', import.meta.url).pathname, 'out/screenshots')
const password = 'Mật khẩu ký số 58'
/** What axe finds in the theme of now; of a box over the page only the box, the page behind it was looked at. */
const violations = (where: string): string =>
  `axe.run(${where}, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html.slice(0, 200))]))`

describeWithTools(['chromium', 'poppler-utils'], 'a report is signed off by five people', () => {
  const directory = copySample()
  const folder = ownFolder()
  let application: Application
  let page: Page
  let files: { root: string; person: string; office: string }

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true })
    const root = await makeCertificate({ name: 'CN=Gốc thử nghiệm', isAuthority: true })
    const [person, office] = await Promise.all(
      ['CN=Phạm Đức Tâm', 'CN=Tỉnh ủy Hưng Yên'].map((name) => makeCertificate({ name, issuer: root })),
    )
    files = {
      root: join(folder, 'goc.pem'),
      person: writeP12(folder, { name: 'ca-nhan', leaf: person!, root, password }),
      office: writeP12(folder, { name: 'co-quan', leaf: office!, root, password }),
    }
    writeFileSync(files.root, root.pem)
    await employPeople(directory)
    application = await openApplication(directory)
    ;({ page } = application)
    await page.evaluate(axe.source)
  })
  afterAll(() => application.close())

  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const dialog = () => page.getByRole('dialog')
  const inDialog = (name: string) => dialog().getByRole('button', { name, exact: true })
  const done = (state: string) => page.locator('.report-road li[data-state=done]', { hasText: state }).waitFor({ timeout: 60_000 })
  const dayOf = async (name: Person, work: () => Promise<void>): Promise<void> => {
    await signIn(page, name)
    try {
      await work()
    } finally {
      await page.keyboard.press('Escape')
      await signOut(page)
    }
  }
  const report = async (): Promise<void> => {
    await goTo(page, 'Báo cáo')
    await page.locator('.sign-off-wait').waitFor()
  }
  const toTheEnd = async (): Promise<void> => {
    await page.locator('.pdf-desk').focus()
    await page.keyboard.press('End')
  }
  const review = (): Promise<void> =>
    dayOf('minh', async () => {
      await report()
      // The pages first, and no draft on its way that would take this one's place.
      await page.locator('[data-page="1"][data-state=drawn]').waitFor()
      await button('Không có việc nào đang chạy').waitFor()
      await pressEnterOn(page, button('Ghi nhận đã thẩm định'))
      await dialog().waitFor()
      await inDialog('Ghi nhận đã thẩm định').click()
      await done('Đã thẩm định')
      expect(await button('Chốt và trình duyệt').count()).toBe(0)
    })
  const submit = async (): Promise<void> => {
    await button('Trình kèm lý do').click()
    await dialog().getByText('Còn 03 đơn vị chưa gửi.').waitFor()
    await page.getByLabel('Lý do').fill('Đã thống nhất với các đơn vị, số chính thức gửi sau')
    await inDialog('Trình kèm lý do').click()
    await done('Đã trình')
  }

  it('the administrator installs the root; the clerk builds, the reviewer reviews, the clerk fixes and submits', async () => {
    await dayOf('ha', async () => {
      await goTo(page, 'Thiết lập')
      await page.getByRole('tab', { name: 'Chữ ký và số văn bản' }).click()
      await chooseFiles(application, [files.root], () => button('Cài chứng thư gốc…').click())
      await page.getByRole('row', { name: /Gốc thử nghiệm/ }).waitFor()
      expect(await page.evaluate(violations('document'))).toEqual([])
    })
    await dayOf('lan', async () => {
      await report()
      await button('Dựng lại').click()
      await page.locator('.report-history li').nth(1).waitFor({ timeout: 60_000 })
      expect(await button('Ghi nhận đã thẩm định').count()).toBe(0)
      expect(await page.locator('.sign-off-wait').innerText()).toContain('Bước tiếp theo do người không chuẩn bị báo cáo này thực hiện.')
    })
    await review()
    await dayOf('lan', async () => {
      await report()
      expect(await page.locator('.sign-off .mantine-Button-root').first().innerText()).toMatch(/^Xử lý \d\d điểm$/)
      await submit()
      expect(await button('Duyệt báo cáo').count()).toBe(0)
      await page.locator('.kept-papers').getByText('Lưu bản trình').waitFor()
    })
  })

  it('the leader reads to the last page and returns it; each remark is answered before it is submitted again', async () => {
    await dayOf('tam', async () => {
      await goTo(page, 'Tổng quan')
      await button('Đọc bản trình').click()
      await page.locator('[data-page="1"][data-state=drawn]').waitFor()
      await page.getByText(/^Đọc đến trang cuối/).waitFor()
      expect(await button('Trả lại để chỉnh sửa').count()).toBe(0)
      await toTheEnd()
      await button('Duyệt, có ý kiến bảo lưu').waitFor()
      await page.locator('[data-page="30"][data-state=drawn]').waitFor()
      // It came with findings open.
      expect(await button('Duyệt báo cáo').count()).toBe(0)
      await page.screenshot({ path: join(screenshots, 'sign-off-leader-1366.png') })
      await pressEnterOn(page, button('Trả lại để chỉnh sửa'))
      await typeInto(page, page.getByLabel('Ý kiến 01'), 'Nêu rõ nguyên nhân chủ quan')
      for (const [place, text] of [
        ['02', 'Bổ sung số của xã còn thiếu'],
        ['03', 'Bỏ câu trùng ở phần mở đầu'],
      ] as const) {
        await inDialog('Thêm ý kiến').click()
        await page.getByLabel(`Ý kiến ${place}`).fill(text)
      }
      expect(await page.evaluate(violations("'[role=dialog]'"))).toEqual([])
      await inDialog('Trả lại để chỉnh sửa').click()
      await page.locator('.report-remarks').getByText('Nêu rõ nguyên nhân chủ quan').waitFor()
    })
    await dayOf('lan', async () => {
      await report()
      await pressEnterOn(page, button('Trả lời 03 ý kiến'))
      // It leads to the first answer.
      await page.locator('.report-remarks textarea:focus').waitFor()
      await page.keyboard.type('Đã nêu rõ ở câu đầu')
      await page.getByLabel('Đã sửa ở mục').first().selectOption({ label: 'IV.3. Nguyên nhân' })
      await button('Ghi tiếp thu').first().click()
      await page.locator('.remark-answer').getByText('Mục IV.3. Nguyên nhân: Đã nêu rõ ở câu đầu (Nguyễn Thị Lan').waitFor()
      for (const answer of ['Đã bổ sung 01 xã', 'Đã bỏ']) {
        await page
          .getByLabel(/^Tiếp thu ý kiến: /)
          .first()
          .fill(answer)
        await button('Ghi tiếp thu').first().click()
        await page.locator('.remark-answer').getByText(`${answer} (Nguyễn Thị Lan`).waitFor()
      }
      await page.screenshot({ path: join(screenshots, 'sign-off-clerk-1366.png'), fullPage: true })
      const table = await takeFile(application, () => button('Lưu bảng tiếp thu ý kiến').click())
      expect(execFileSync('pdftotext', [table, '-'], { encoding: 'utf8' }).normalize('NFC')).toContain('BẢNG TIẾP THU Ý KIẾN')
      await button('Lời văn và câu dẫn').click()
      await page.getByRole('button', { name: /Nguyên nhân/ }).click()
      await page.getByRole('textbox', { name: /^Lời văn của mục/ }).fill('Một số cấp ủy chưa thật sự quan tâm chỉ đạo.')
      await page.keyboard.press('Control+Enter')
      await page
        .getByText(/ ghi lúc /)
        .first()
        .waitFor()
      await page.locator('.words-changed').getByRole('button', { name: 'Dựng lại' }).click()
      await page.locator('.words-changed').waitFor({ state: 'detached', timeout: 60_000 })
      await button('Không có việc nào đang chạy').waitFor()
    })
    await review()
    await dayOf('lan', async () => {
      await report()
      await submit()
    })
  })

  it('the leader approves with reservations and signs; a password that Unikey spoilt is named', async () => {
    await dayOf('tam', async () => {
      await goTo(page, 'Báo cáo')
      // The paper before was read to its end: the second round is what changed, each remark with its answer beside it.
      const changes = page.locator('.report-changes')
      await changes.getByText(/^So với bản trình lúc .* đã đọc đến trang cuối lúc/).waitFor({ timeout: 60_000 })
      const words = changes.locator('.change-row', { hasText: '3. Nguyên nhân' }).locator('ins')
      expect(await words.allInnerTexts()).toEqual(['Một số cấp ủy chưa thật sự quan tâm chỉ đạo.'])
      expect(await changes.locator('.change-remarks').first().innerText()).toContain('Tiếp thu: Đã nêu rõ ở câu đầu')
      // The sections are known though no page is shown.
      await page.locator('.report-outline li', { hasText: '3. Nguyên nhân' }).getByText('đủ').waitFor()
      await page.screenshot({ path: join(screenshots, 'sign-off-changes-1366.png') })
      expect(await page.evaluate(violations('document'))).toEqual([])
      await changes.focus()
      await page.keyboard.press('End')
      await button('Duyệt, có ý kiến bảo lưu').waitFor()
      await button('Đơn vị ảnh hưởng').click()
      await page.locator('.report-weight').first().getByRole('table').waitFor()
      await page.screenshot({ path: join(screenshots, 'sign-off-weights-1366.png') })
      await button('Sau khi trình').click()
      await page.getByText('Số liệu đang dùng vẫn như trong bản trình.').waitFor()
      await button('Toàn văn').click()
      await page.locator('[data-page="1"][data-state=drawn]').waitFor({ timeout: 60_000 })
      await button('Duyệt, có ý kiến bảo lưu').click()
      await inDialog('Duyệt, có ý kiến bảo lưu').click()
      await dialog().getByText('Ghi ý kiến bảo lưu.').waitFor()
      await page.getByLabel('Ý kiến bảo lưu').fill('Rà soát lại số liệu trước kỳ sau')
      await inDialog('Duyệt, có ý kiến bảo lưu').click()
      await done('Đã duyệt')
      await pressEnterOn(page, button('Ký số'))
      await chooseFiles(application, [files.person], () => pressEnterOn(page, inDialog('Chọn tệp…').first()))
      await dialog().getByText('ca-nhan.p12').waitFor()
      await typeInto(page, page.getByLabel('Mật khẩu của chứng thư'), 'mật khẩu')
      await dialog()
        .getByText(/Unikey/)
        .waitFor()
      await page.keyboard.press('Enter')
      await dialog().getByText('Mật khẩu của chứng thư chưa đúng').waitFor()
      await page.screenshot({ path: join(screenshots, 'sign-off-sign-1366.png') })
      expect(await page.evaluate(violations("'[role=dialog]'"))).toEqual([])
      await page.getByLabel('Mật khẩu của chứng thư').fill(password)
      await inDialog('Ký số').click()
      await done('Đã ký')
    })
  })

  it('văn thư gives the next number, signs for the office, and the paper is what it says', async () => {
    await dayOf('thu', async () => {
      await report()
      await button('Ghi số và phát hành').click()
      await page.getByLabel('Số', { exact: true }).fill('127')
      await page.getByLabel('Ngày văn bản').fill('30/6/2026')
      await dialog().getByText('Ghi Số 127-BC/TU, ngày 30 tháng 6 năm 2026 và phát hành?').waitFor()
      await inDialog('Ghi số và phát hành').click()
      const today = dayInVietnam(new Date().toISOString())
      const tooEarly = `Ngày 30/06/2026 sớm hơn ngày báo cáo được duyệt (${printDay(today)}). Ghi ngày ${printDay(today)} hoặc sau đó.`
      await dialog().getByRole('alert').filter({ hasText: tooEarly }).waitFor()
      await page.getByLabel('Ngày văn bản').fill(printDay(today))
      await dialog()
        .getByText(`Ghi Số 127-BC/TU, ${printDayInWords(today)} và phát hành?`)
        .waitFor()
      expect(await page.evaluate(violations("'[role=dialog]'"))).toEqual([])
      await inDialog('Ghi số và phát hành').click()
      await done('Đã phát hành')
      await button('Ký số của cơ quan').click()
      await chooseFiles(application, [files.office], () => inDialog('Chọn tệp…').first().click())
      await dialog().getByText('co-quan.p12').waitFor()
      await page.getByLabel('Mật khẩu của chứng thư').fill(password)
      await inDialog('Ký số của cơ quan').click()
      await dialog().waitFor({ state: 'detached' })
      await button('Ký số của cơ quan').waitFor({ state: 'detached' })
      await page
        .locator('.number-register')
        .getByRole('row', { name: /127-BC\/TU/ })
        .waitFor()
      const issued = await takeFile(application, () => button('Lưu bản phát hành').click())
      expect(execFileSync('pdfsig', [issued], { encoding: 'utf8' }).match(/Signature is Valid/g)).toHaveLength(2)
      const code = (
        await page
          .locator('.kept-papers')
          .getByText(/^Mã kiểm chứng/)
          .innerText()
      ).split(': ')[1]!
      for (const [width, height] of [
        [1920, 1080],
        [1366, 768],
      ] as const) {
        await page.setViewportSize({ width, height })
        await page.screenshot({ path: join(screenshots, `sign-off-issued-${width}.png`) })
      }

      await goTo(page, 'Nhật ký và kiểm chứng')
      await chooseFiles(application, [issued], () => button('Chọn tệp PDF…').click())
      await page.locator('.verify-lines').waitFor()
      expect(await page.locator('.verify .audit-verdict').innerText()).toContain('Văn bản nguyên vẹn từ khi ký')
      expect(await page.locator('.verify-lines > [data-ok=true]').count()).toBe(3)
      await typeInto(page, page.getByLabel('Mã trên Phiếu kiểm chứng'), code.toLowerCase().replace('-', ''))
      await page.keyboard.press('Enter')
      await page
        .locator('.verify-code')
        .getByRole('link', { name: /Đã phát hành/ })
        .waitFor()
      for (const [scheme, contrast] of [
        ['light', 'usual'],
        ['dark', 'usual'],
        ['light', 'more'],
        ['dark', 'more'],
      ] as const) {
        await page.emulateMedia({ colorScheme: scheme })
        await page.evaluate(`document.documentElement.dataset.contrast = '${contrast}'`)
        expect(await page.evaluate(violations("'.verify'"))).toEqual([])
      }
      await page.emulateMedia({ colorScheme: 'light' })
      await page.screenshot({ path: join(screenshots, 'verify-1366.png') })

      const checked = await runCommand(['verify', issued, '--roots', files.root, '--json'])
      expect(checked.json).toMatchObject({ ok: true, integrity: true })
    })
  })

  it('complained of nothing but the refusal that was asked for', () => {
    // What was still on its way to a person who signed out is answered with 403.
    expect(application.trouble.filter((text) => !/status of (403|422)/.test(text))).toEqual([])
  })
})
