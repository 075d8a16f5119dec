import axe from 'axe-core'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { formatSmallCount } from '../../shared/vietnamese/format-number.ts'
import { runCommand } from '../kit/run-command.ts'
import { describeWithTools } from '../kit/system-tools.ts'
import { chooseFiles } from './kit/hand-over.ts'
import { goTo, itOfPage, openApplication, ownFolder, switchLanguage, type Application } from './kit/open-application.ts'

type Imported = {
  files: { outcome: string; findings: { rule: string }[] }[]
  totals: Record<'imported' | 'duplicate' | 'held' | 'attached' | 'rejected', number>
}

const period = '2026-H1'

async function makeWorkspace(directory: string): Promise<void> {
  const span = ['--from', '2025-12-15', '--to', '2026-06-14', '--due', '2026-06-17T16:30']
  expect((await runCommand(['init', '--data', directory])).exitCode).toBe(0)
  expect((await runCommand(['period', 'open', period, ...span, '--data', directory])).exitCode).toBe(0)
}

/** What a stick brings: the units' submissions, files that nobody can read, a paper, and what the system leaves behind. */
function makeStick(): string {
  const stick = join(ownFolder(), 'USB')
  mkdirSync(stick)
  for (const batch of ['01_2026-06-08_zalo', '02_2026-06-10_lan', '07_2026-06-17_usb'])
    cpSync(join(inject('sample'), '../submissions', batch), join(stick, batch), { recursive: true })
  writeFileSync(join(stick, 'hỏng.xlsx'), 'PK\u0003\u0004 abc')
  writeFileSync(join(stick, 'trống.xlsx'), '')
  writeFileSync(join(stick, 'trang web.xlsx'), '<html><body>x</body></html>')
  writeFileSync(join(stick, 'Báo cáo xã Tiên La.pdf'), '%PDF-1.4\n%%EOF\n')
  writeFileSync(join(stick, 'Thumbs.db'), 'x')
  return stick
}

describeWithTools(['chromium'], 'taking in on the page', () => {
  let application: Application
  let directory: string
  let stick: string
  /** The same files taken in by the command line, elsewhere. */
  let expected: Imported

  beforeAll(async () => {
    stick = makeStick()
    const [mine, theirs] = [join(ownFolder(), 'workspace'), join(ownFolder(), 'workspace')]
    directory = mine
    await makeWorkspace(mine)
    await makeWorkspace(theirs)
    expected = (await runCommand(['import', stick, '--period', period, '--data', theirs, '--json'])).json as Imported
    application = await openApplication(directory)
    await goTo(application.page, 'Tiếp nhận')
  })
  afterAll(() => application.close())

  const tab = (name: string) => application.page.locator(`[data-tab=${name}]`)
  const countOf = async (name: string): Promise<number> => Number(await tab(name).locator('.tab-count').innerText())
  const countsShown = async (): Promise<Record<string, number>> => ({
    waiting: await countOf('waiting'),
    received: await countOf('received'),
    attached: await countOf('attached'),
    rejected: await countOf('rejected'),
  })
  const waitForEnd = (words: RegExp): Promise<void> => application.page.locator('.job-end').filter({ hasText: words }).waitFor()

  it('takes a whole folder in, with the day and the way it came, and agrees with the command line', async () => {
    const { page } = application
    await page.getByRole('heading', { name: 'Chưa nhận báo cáo nào của kỳ này' }).waitFor()
    await page.getByLabel('Nhận lúc').fill('31/02/2026 9:00')
    await page.getByText('Chưa rõ thời điểm nhận').waitFor()
    expect(await page.getByRole('button', { name: 'Chọn tệp…' }).isDisabled()).toBe(true)
    await page.getByLabel('Nhận lúc').fill('17/06/2026 17h05')
    await page.getByLabel('Gửi qua').selectOption('zalo')
    await chooseFiles(application, [stick], () => page.getByRole('button', { name: 'Chọn thư mục…' }).click())
    await waitForEnd(/chờ xử lý 03, lưu kèm 01, chưa đọc được 03$/)
    const { totals, files } = expected
    const passedOver = files.filter(({ findings }) => findings.some(({ rule }) => rule === 'M49')).length
    expect(passedOver).toBe(1)
    const counts = {
      waiting: totals.held,
      received: totals.imported + totals.duplicate,
      attached: totals.attached,
      rejected: totals.rejected - passedOver,
    }
    // The lists are asked for apart from one another.
    for (const [name, count] of Object.entries(counts)) await tab(name).getByText(formatSmallCount(count), { exact: true }).waitFor()
    await tab('received').click()
    const row = page.locator('.virtual-table tbody tr[data-row="0"]')
    expect(await row.locator('td').allInnerTexts()).toEqual(expect.arrayContaining(['17:05 17/06/2026', 'Zalo']))
  })

  it('is where it was after a reload', async () => {
    const { page } = application
    const before = await countsShown()
    await page.reload()
    await waitForEnd(/^Đã tiếp nhận/)
    expect(await tab('received').getAttribute('aria-selected')).toBe('true')
    expect(await countsShown()).toEqual(before)
  })

  it('[M60] says of each unreadable file why, has a message to the unit ready, and goes on to the files that wait', async () => {
    const { page } = application
    await tab('rejected').click()
    await page.getByRole('button', { name: 'trống.xlsx' }).click()
    await page.locator('.reasons').getByText('Tệp trống, không có nội dung. Đề nghị đơn vị gửi lại tệp.').waitFor()
    const message = await page.locator('.message-box p').innerText()
    expect(message).toContain('tệp “trống.xlsx” nhận lúc 17:05 ngày 17/06/2026: tệp trống, không có nội dung. Đề nghị gửi lại tệp.')
    expect(message).toContain('Hạn gửi: 16:30 ngày 17/06/2026.')
    await page.getByRole('button', { name: 'Chép tin nhắn' }).click()
    await page.getByRole('button', { name: 'Đã chép' }).waitFor()
    await page.getByRole('button', { name: 'Xử lý 03 tệp đang chờ' }).click()
    await page.locator('.sheet-view, .sheet-place').first().waitFor()
  })

  itOfPage('breaks no rule of accessibility while it asks, in both languages', async () => {
    const { page } = application
    await page.evaluate(axe.source)
    for (const language of ['en', 'vi'] as const) {
      await switchLanguage(page, language)
      const found = await page.evaluate<string[]>(
        "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' ')}`))",
      )
      expect([language, found]).toEqual([language, []])
    }
  })

  itOfPage(
    'asks one question at a time, by keyboard, and the next opens by itself; a file set aside can be asked about again',
    async () => {
      const { page } = application
      const asked = page.locator('.held-asked')
      const place = page.locator('[data-place]')
      expect(await place.innerText()).toBe('1/3')
      await asked.getByText(/gửi 02 bản khác nhau/).waitFor()
      await page.locator('.changes').first().waitFor()
      await page
        .locator('.effect')
        .getByText('Tỷ lệ chung của tỉnh')
        .or(page.locator('.effect').getByText('tỷ lệ chung của tỉnh'))
        .first()
        .waitFor()
      await page.keyboard.press('2')
      await page.getByText(/^Đã ghi: Không dùng tệp này/).waitFor()
      await page.getByRole('button', { name: 'Hoàn tác' }).click()
      await waitForEnd(/chờ xử lý 01$/)
      await tab('waiting').filter({ hasText: '3' }).waitFor()
      const done = page.getByRole('heading', { name: 'Đã xử lý hết các tệp đang chờ' })
      // At most three questions of three files.
      for (let at = 0; at < 9 && !(await done.isVisible()); at++) {
        const [file, question] = [await page.locator('.held-file strong').innerText(), await asked.innerText()]
        const answered = page.locator('.held-question').filter({ hasText: file }).filter({ hasText: question })
        await page.locator('.held-answers button').first().click()
        await answered.waitFor({ state: 'detached' })
        await asked.or(done).first().waitFor()
      }
      await done.waitFor()
      expect(await countOf('waiting')).toBe(0)
    },
  )

  itOfPage('leaves a register that agrees with the command line', async () => {
    const { page } = application
    const status = (await runCommand(['status', '--period', period, '--data', directory, '--json'])).json as Record<string, number>
    await goTo(page, 'Tình hình gửi báo cáo')
    const shown = await page.locator('.counter-count').allInnerTexts()
    expect(shown.map(Number)).toEqual([status['onTime'], status['late'], 0, status['missing']])
    expect(status['late']).toBe(status['received'])
  })

  // The window takes paths, which no script can drop.
  itOfPage('takes what is dropped on the page, and says that it was received before', async () => {
    const { page } = application
    await goTo(page, 'Tiếp nhận')
    await page.locator('.bench').waitFor()
    await page.evaluate(`{
      const data = new DataTransfer()
      data.items.add(new File(['<html></html>'], 'thả.xlsx'))
      dispatchEvent(new DragEvent('dragover', { dataTransfer: data, cancelable: true, bubbles: true }))
      dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true, bubbles: true }))
    }`)
    await waitForEnd(/chưa đọc được 01$/)
    await tab('rejected').filter({ hasText: '4' }).waitFor()
    const batch = join(stick, '01_2026-06-08_zalo')
    await chooseFiles(application, [batch], () => page.getByRole('button', { name: 'Chọn thư mục…' }).click())
    await waitForEnd(/^Đã tiếp nhận 0, trùng/)
    await tab('received').click()
    await page.getByText('Trùng, đã nhận ngày 17/06/2026.').first().waitFor()
  })

  it('complained of nothing', () => expect(application.trouble).toEqual([]))
})
