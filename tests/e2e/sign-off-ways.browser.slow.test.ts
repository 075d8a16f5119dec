import axe from 'axe-core'
import { createRouterClient } from '@orpc/server'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createEngine } from '../../electron/engine/engine.ts'
import { signPdf } from '../../electron/sign/sign-pdf.ts'
import type { ReportKind } from '../../shared/domain/programme.ts'
import { dayInVietnam } from '../../shared/rules/report-wording.ts'
import { printDay } from '../../shared/vietnamese/dates.ts'
import { keyOf, makeCertificate } from '../kit/make-certificates.ts'
import { describeWithTools } from '../kit/system-tools.ts'
import { stepTaken, type Client } from '../kit/test-accounts.ts'
import { pressEnterInMenu, pressEnterOn } from './kit/by-keyboard.ts'
import { chooseFiles, takeFile } from './kit/hand-over.ts'
import { copySample, goTo, openApplication, ownFolder, type Application } from './kit/open-application.ts'
import { employPeople, passwordOf, people, signIn, signOut, type Person } from './kit/people.ts'

const screenshots = join(new URL('../..', import.meta.url).pathname, 'out/screenshots')
const violations = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html.slice(0, 200))]))`
const textOf = (path: string): string => execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }).normalize('NFC')
const smallestPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Three reports on their way: the leader's own, one that waits to be approved, one that is approved. */
async function bringOnTheirWay(directory: string): Promise<void> {
  const engine = createEngine({ directory, mode: 'write', actor: 'Lan' })
  const clientOf = async (name: Person): Promise<Client> => {
    const client = createRouterClient(engine.router, { context: { connection: engine.connect(), logBug: engine.context.logBug } })
    await client.session.signIn({ name, password: passwordOf(name) })
    return client
  }
  const ha = await clientOf('ha')
  const account = (await ha.accounts.list({})).find(({ name }) => name === 'tam')!
  await ha.accounts.update({ id: account.id, roles: ['leader', 'clerk'] })
  const [lan, minh, tam] = [await clientOf('lan'), await clientOf('minh'), await clientOf('tam')]
  const submit = async (by: Client, kind: ReportKind): Promise<string> => {
    const { result } = await engine.context.jobs.wait((await by.reports.build({ period: '2026-H1', kind })).jobId)
    const { report } = result as { report: string }
    await minh.reports.review({ report })
    await stepTaken(engine, by.reports.submit({ report, reservations: 'Trình để kịp hạn' }))
    return report
  }
  const approved = await submit(lan, 'periodic')
  await stepTaken(engine, tam.reports.approve({ report: approved, reservations: 'Rà soát trước kỳ sau' }))
  await submit(lan, 'interim')
  await submit(tam, 'final')
  await engine.close()
}

describeWithTools(['chromium', 'poppler-utils'], 'the other ways of a sign-off', () => {
  const directory = copySample()
  const today = (): string => printDay(dayInVietnam(new Date().toISOString()))
  const folder = ownFolder()
  let application: Application
  let page: Page

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true })
    await employPeople(directory)
    await bringOnTheirWay(directory)
    application = await openApplication(directory)
    ;({ page } = application)
    await page.evaluate(axe.source)
  })
  afterAll(() => application.close())

  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const dialog = () => page.getByRole('dialog')
  const inDialog = (name: string) => dialog().getByRole('button', { name, exact: true })
  const alert = (text: string) => page.getByRole('alert').filter({ hasText: text }).waitFor()
  const done = (state: string) => page.locator('.report-road li[data-state=done]', { hasText: state }).waitFor()
  const dayOf = async (name: Person, work: () => Promise<void>): Promise<void> => {
    await signIn(page, name)
    await goTo(page, 'Báo cáo')
    try {
      await work()
    } finally {
      await page.keyboard.press('Escape')
      await signOut(page)
    }
  }
  const version = (kind: string) => page.locator('.report-history button', { hasText: kind })
  const show = async (kind: string): Promise<void> => {
    await version(kind).first().click()
    await page.locator('.page-head p', { hasText: kind }).waitFor()
  }
  /** Chosen, and handed over to the application: only then it can be sent. */
  const attach = async (path: string, choose: string): Promise<void> => {
    await chooseFiles(application, [path], () => inDialog(choose).click())
    await dialog().getByText(basename(path), { exact: true }).waitFor()
  }
  const fileOf = (name: string, bytes: Uint8Array): string => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  }

  it('who submitted a report does not approve it, reads why, and withdraws it with a reason', async () => {
    await dayOf('tam', async () => {
      await show('Báo cáo tổng kết')
      const wait = page.locator('.sign-off-wait')
      await wait.getByText('Bước tiếp theo do người không chuẩn bị báo cáo này thực hiện.').waitFor()
      await page.locator('.pdf-desk').focus()
      await page.keyboard.press('End')
      await page.getByText(/^Trang (\d+)\/\1$/).waitFor()
      for (const name of ['Duyệt báo cáo', 'Duyệt, có ý kiến bảo lưu', 'Ghi duyệt trên bản giấy'])
        expect(await button(name).count()).toBe(0)
      await pressEnterOn(page, button('Rút lại'))
      await inDialog('Rút lại').click()
      await dialog().getByText('Ghi lý do.').waitFor()
      await page.getByLabel('Lý do').fill('Bổ sung số của 03 đơn vị')
      await inDialog('Rút lại').click()
      await wait.getByText('Chờ cán bộ thẩm định.').waitFor()
      expect(await page.locator('.report-steps').innerText()).toContain(`Rút lại: ${people.tam.displayName}`)
      expect(await page.locator('.report-steps').innerText()).toContain('Bổ sung số của 03 đơn vị')
      // What was submitted is kept.
      await page.getByText('Các bản của lần trình trước').waitFor()
    })
  })

  it('an approval on paper is recorded with its scan, and the paper signed by hand is issued with another', async () => {
    const scan = fileOf('but-phe.png', smallestPicture)
    await dayOf('thu', async () => {
      await show('Báo cáo sơ kết')
      expect(await button('Duyệt báo cáo').count()).toBe(0)
      await button('Ghi duyệt trên bản giấy').click()
      await inDialog('Ghi duyệt trên bản giấy').click()
      await dialog().getByText('Chọn bản chụp.').waitFor()
      await page.getByLabel('Ý kiến bảo lưu').fill('Đồng ý, rà soát số liệu trước kỳ sau')
      await attach(fileOf('but-phe.pdf', Buffer.from('không phải bản chụp')), 'Chọn tệp…')
      await inDialog('Ghi duyệt trên bản giấy').click()
      await dialog().getByText('but-phe.pdf không phải bản chụp dùng được').waitFor()
      await attach(scan, 'Chọn tệp khác…')
      await inDialog('Ghi duyệt trên bản giấy').click()
      await done('Đã duyệt')
      expect(await page.locator('.report-steps').innerText()).toContain('Đồng ý, rà soát số liệu trước kỳ sau')

      await button('Ghi số và phát hành').click()
      await page.getByLabel('Số', { exact: true }).fill('127')
      await page.getByLabel('Ngày văn bản').fill(today())
      await inDialog('Ghi số và phát hành').click()
      await dialog().getByText('Chọn bản chụp.').waitFor()
      await attach(scan, 'Chọn tệp…')
      await inDialog('Ghi số và phát hành').click()
      await done('Đã phát hành')
      await page.locator('.report-road').getByText('ký trên bản giấy').waitFor()
    })
  })

  it('the paper goes to another signing tool; a changed file is refused in words, our bytes with a signature are taken', async () => {
    const root = await makeCertificate({ name: 'CN=Gốc thử nghiệm', isAuthority: true })
    const key = keyOf(await makeCertificate({ name: 'CN=Phạm Đức Tâm', issuer: root }), [root])
    const choose = (name: string): Promise<void> => pressEnterInMenu(page, button('Việc khác'), name)
    await dayOf('tam', async () => {
      await show('Báo cáo định kỳ')
      await button('Ký số').waitFor()
      const sent = readFileSync(await takeFile(application, () => choose('Xuất để ký bằng phần mềm khác')))
      const signed = await signPdf(sent, {
        field: 'chu_ky_ca_nhan',
        key,
        at: new Date().toISOString(),
        draw: () => ({ content: 'q Q', images: [] }),
      })
      const back = (bytes: Uint8Array) => chooseFiles(application, [fileOf('da-ky.pdf', bytes)], () => choose('Nhận lại bản đã ký…'))
      const changed = Buffer.from(signed)
      changed[5000]! ^= 1
      await back(changed)
      await alert('Tệp này không bắt đầu bằng đúng bản đã xuất đi ký.')
      await back(Buffer.concat([signed, Buffer.from('\n')]))
      await alert('Tệp này không có chữ ký mới bao hết tệp, nên chưa nhận.')
      await page.screenshot({ path: join(screenshots, 'sign-off-intake-1366.png') })
      await back(signed)
      await done('Đã ký')
      expect(await page.getByRole('alert').count()).toBe(0)
      const kept = readFileSync(await takeFile(application, () => button('Lưu bản đã ký').click()))
      expect(kept.equals(signed)).toBe(true)
    })
  })

  it('what takes the place of an issued report names it, and a notice goes to the same recipients', async () => {
    await dayOf('thu', async () => {
      await show('Báo cáo định kỳ')
      await button('Ghi số và phát hành').click()
      await page.getByLabel('Số', { exact: true }).fill('127')
      await page.getByLabel('Ngày văn bản').fill(today())
      await page.getByLabel('Thay thế báo cáo đã phát hành').selectOption({ index: 1 })
      await inDialog('Ghi số và phát hành').click()
      await alert('Số 127 đã cấp hoặc nhỏ hơn số đã cấp. Số tiếp theo là 128.')
      await page.getByLabel('Số', { exact: true }).fill('128')
      await inDialog('Ghi số và phát hành').click()
      await done('Đã phát hành')
      await page
        .locator('.number-register')
        .getByRole('row', { name: /128-BC\/TU.*thay thế số 127-BC\/TU/ })
        .waitFor()
      const paper = textOf(await takeFile(application, () => button('Lưu bản phát hành').click()))
      const notice = textOf(await takeFile(application, () => button('Lưu thông báo thay thế').click()))
      expect(notice).toContain('127-BC/TU')
      expect(notice).toContain('128-BC/TU')
      const recipients = (text: string): string[] => text.split('Nơi nhận')[1]!.match(/^- [^,;.]+/gm)!
      const told = recipients(notice)
      expect(told.length).toBeGreaterThan(1)
      // The appendices come after.
      for (const [index, name] of told.entries()) expect(recipients(paper)[index]).toMatch(name)
      await page.screenshot({ path: join(screenshots, 'sign-off-replaced-1366.png') })

      await show('Báo cáo sơ kết')
      await done('Đã được thay thế')
      await page.locator('.sign-off-wait').getByText(`Được thay thế bằng văn bản số 128-BC/TU, ngày ${today()}.`).waitFor()
      await pressEnterOn(page, button('Khác'))
      await page.getByRole('menuitem', { name: 'Hình thức bản in' }).waitFor()
      expect(await page.evaluate(violations)).toEqual([])
      await page.screenshot({ path: join(screenshots, 'sign-off-menu-1366.png') })
      await page.keyboard.press('Escape')
      await button('Khác').and(page.locator(':focus')).waitFor()
    })
  })

  it('[RP1] the clerk says in time what the next one replaces, and its text names it', async () => {
    await dayOf('lan', async () => {
      await show('Báo cáo định kỳ')
      await pressEnterInMenu(page, button('Khác'), 'Lập bản thay thế…')
      await page.getByLabel('Thay thế báo cáo đã phát hành').selectOption({ label: `Số 128-BC/TU, ngày ${today()}` })
      await page.screenshot({ path: join(screenshots, 'report-replacement-1366.png') })
      await inDialog('Ghi lựa chọn').click()
      await dialog().waitFor({ state: 'detached' })
      const before = await page.locator('.report-history li').count()
      await button('Dựng lại').click()
      await expect.poll(() => page.locator('.report-history li').count()).toBe(before + 1)
      await page.locator('.textLayer', { hasText: 'Báo cáo này thay thế Báo cáo số 128-BC/TU' }).waitFor()
      await button('Khác').click()
      await page.getByRole('menuitem', { name: 'Bản tới thay thế số 128-BC/TU', exact: true }).waitFor()
    })
  })

  it('complained of nothing but the refusals that were asked for', () => {
    // What was still on its way to a person who signed out is answered with 403.
    expect(application.trouble.filter((text) => !/status of (403|422)/.test(text))).toEqual([])
  })
})
