import axe from 'axe-core'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'
import { formatSmallCount } from '../../shared/vietnamese/format-number.ts'
import { runCommand } from '../kit/run-command.ts'
import { describeWithTools } from '../kit/system-tools.ts'
import { pressEnterOn, tabTo, typeInto } from './kit/by-keyboard.ts'
import { makeFirstStick, offTemplate, onPaper, ownTable } from './kit/first-stick.ts'
import { chooseFiles } from './kit/hand-over.ts'
import { openApplication, ownFolder, type Application } from './kit/open-application.ts'
import { employPeople, passwordOf, people, type Person } from './kit/people.ts'

type Status = { units: { code: string; state: string }[] }
type Traced = { value: number | null; sheet: string; cell: string }

const period = '2026-H1'
const fields = bundledProgramme().fields

async function makeWorkspace(directory: string): Promise<void> {
  const span = ['--from', '2025-12-15', '--to', '2026-06-14', '--due', '2026-06-17T16:30']
  expect((await runCommand(['init', '--data', directory])).exitCode).toBe(0)
  expect((await runCommand(['period', 'open', period, ...span, '--data', directory])).exitCode).toBe(0)
  await employPeople(directory)
}

describeWithTools(['chromium'], 'the first stick of a period, by keyboard alone', () => {
  let application: Application
  let page: Page
  const directory = join(ownFolder(), 'workspace')

  beforeAll(async () => {
    await makeWorkspace(directory)
    application = await openApplication(directory)
    ;({ page } = application)
    await page.evaluate(axe.source)
  })
  afterAll(() => application.close())

  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const enter = (name: string | RegExp): Promise<void> => pressEnterOn(page, button(name).first())
  const tab = (name: string) => page.locator(`[data-tab=${name}]`)
  const countOf = (name: string, count: number): Promise<void> =>
    tab(name).locator('.tab-count').getByText(formatSmallCount(count), { exact: true }).waitFor()
  /** Tabs are one stop of the keyboard; arrows go among them. */
  const openTab = async (name: 'waiting' | 'received' | 'attached' | 'rejected'): Promise<void> => {
    await tabTo(page, page.locator('[role=tab][aria-selected=true]'))
    await page.keyboard.press('Home')
    for (let at = ['waiting', 'received', 'attached', 'rejected'].indexOf(name); at > 0; at--) await page.keyboard.press('ArrowRight')
    await page.locator(`[data-tab=${name}][aria-selected=true]`).waitFor()
  }
  const goIntake = async (): Promise<void> => {
    await pressEnterOn(page, page.locator('.navigation').getByRole('link', { name: 'Tiếp nhận', exact: true }))
    await page.getByRole('heading', { level: 1, name: 'Tiếp nhận' }).waitFor()
  }
  const signInAs = async (name: Person): Promise<void> => {
    await typeInto(page, page.getByLabel('Tên đăng nhập'), name)
    await typeInto(page, page.getByLabel('Mật khẩu', { exact: true }), passwordOf(name))
    await page.keyboard.press('Enter')
    await button(`Tài khoản: ${people[name].displayName}`).waitFor()
  }
  const signOut = async (): Promise<void> => {
    await enter(/^Tài khoản: /)
    const last = page.getByRole('menuitem', { name: 'Đăng xuất' })
    await last.waitFor()
    await expect
      .poll(async () => {
        await page.keyboard.press('ArrowUp')
        return last.and(page.locator(':focus')).count()
      })
      .toBe(1)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
  }
  const json = async <T>(...command: string[]): Promise<T> => {
    const argv = [...command, '--data', directory, '--actor', 'lan', '--json']
    return (await runCommand(argv, undefined, { password: passwordOf('lan') })).json as T
  }
  const complaints = async (): Promise<unknown> =>
    page.evaluate(
      "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' ')}`))",
    )
  const keyIn = async (change: Readonly<Record<string, string>> = {}): Promise<void> => {
    await tabTo(page, page.locator('.keyed-grid input').first())
    for (const [index, { code }] of fields.entries()) {
      await page.keyboard.type(change[code] ?? String(500 - index))
      await page.keyboard.press('Enter')
    }
  }

  it('tells the fate of every file', async () => {
    const stick = makeFirstStick()
    await signInAs('lan')
    await goIntake()
    await chooseFiles(application, [stick], () => enter('Chọn thư mục…'))
    await page
      .locator('.job-end')
      .filter({ hasText: 'Đã tiếp nhận 14, chờ xử lý 04, lưu kèm 15, chưa đọc được 04' })
      .waitFor({ timeout: 100_000 })
    await countOf('received', 14)
    await countOf('attached', 15)
    await openTab('rejected')
    const said = (name: string) => page.locator('.virtual-table tbody tr', { hasText: name }).locator('.what-cell')
    await said('hỏng.xlsx')
      .getByText(/bị hỏng hoặc chép chưa trọn/)
      .waitFor()
    await said('trống.xlsx')
      .getByText(/Tệp trống/)
      .waitFor()
    await said('trang web.xlsx')
      .getByText(/trang web \(HTML\)/)
      .waitFor()
    await said('tai lieu.rar')
      .getByText(/tệp nén/)
      .waitFor()
    expect(await complaints()).toEqual([])
  })

  it('asks of a forwarded file whose it is, one digit answers', async () => {
    await enter('Xử lý 04 tệp đang chờ')
    const file = page.locator('.held-file strong')
    for (let at = 0; at < 4 && (await file.innerText()) !== 'Xa Yen My.xlsx'; at++) {
      const before = await file.innerText()
      await enter('Để sau, xem tệp kế tiếp')
      await file.filter({ hasNotText: before }).waitFor()
    }
    await page
      .locator('.held-asked')
      .getByText(/lại nêu/)
      .waitFor()
    await page.keyboard.press('1')
    await page.getByText(/^Đã ghi: Là báo cáo của/).waitFor()
    await countOf('waiting', 3)
  })

  it('reads a unit’s own table as a person confirms it, cell by cell where it is not certain', async () => {
    const file = page.locator('.held-file strong')
    for (let at = 0; at < 4 && (await file.innerText()) !== offTemplate.file; at++) {
      const before = await file.innerText()
      await enter('Để sau, xem tệp kế tiếp')
      await file.filter({ hasNotText: before }).waitFor()
    }
    await page.keyboard.press('1')
    await page.locator('.mapping .sheet-mark').first().waitFor()
    expect(await complaints()).toEqual([])
    await expect.poll(() => page.locator('.sheet-hatch').allInnerTexts()).toContain('dòng cộng, không cộng lại')
    const informed = page.locator('[data-input="fld.um_informed"]')
    // In words of the unit's own: a person says which cell it is, whatever was suggested.
    await tabTo(page, page.locator('.mapping-list'))
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await page.locator('[data-input="fld.um_informed"][aria-selected=true]').waitFor()
    await page.keyboard.press('Enter')
    const cell = page.locator('.mapping-bar strong')
    await page.keyboard.press('Control+Home')
    for (let row = 1; row < 9; row++) await page.keyboard.press('ArrowDown')
    for (let column = 1; column < 5; column++) await page.keyboard.press('ArrowRight')
    await cell.getByText('Ô E9').waitFor()
    await page.keyboard.press('Enter')
    await informed.locator('.mapping-state').getByText('E9 · đã xác nhận').waitFor()
    await informed.locator('.mapping-reading').getByText('950').waitFor()
    const settle = button(/^Đúng cả \d+ mục chưa chắc$/)
    if (await settle.isVisible()) await pressEnterOn(page, settle)
    await enter('Dùng cách đọc này')
    await page.getByText(/theo cách đọc vừa xác nhận. Cách đọc được nhớ cho Đảng ủy xã Bắc Tiên Hưng/).waitFor()
    await countOf('waiting', 2)
    const traced = await json<Traced>('trace', 'um_informed', '--period', period, '--unit', offTemplate.code)
    expect(traced).toMatchObject({ value: 950, cell: 'E9' })
  })

  it('empties the queue', async () => {
    for (const count of [1, 0]) {
      await page.locator('.held-answers').waitFor()
      const answers = await page.locator('.held-answers button').allInnerTexts()
      await page.keyboard.press(String(answers.findIndex((words) => words.includes('Không dùng tệp này')) + 1))
      await countOf('waiting', count)
    }
    await page.getByRole('heading', { name: 'Đã xử lý hết các tệp đang chờ' }).waitFor()
  })

  it('describes a paper as it was read from it, and takes a passage only when told', async () => {
    await openTab('attached')
    await pressEnterOn(page, button(onPaper.file))
    await page.getByLabel('Số, ký hiệu').waitFor()
    expect(await page.getByLabel('Số, ký hiệu').inputValue()).toBe('15-BC/ĐU')
    expect(await page.getByLabel('Ngày văn bản').inputValue()).toBe('15/06/2026')
    expect(await page.getByLabel('Người ký').inputValue()).toBe('Nguyễn Văn Bình')
    await enter('Ghi thông tin')
    await page.getByText('Đã ghi thông tin văn bản của Đảng ủy xã Văn Giang.').waitFor()
    await page.locator('.narrative-text[data-offer]').first().waitFor()
    expect(await complaints()).toEqual([])
    const task = page.locator('.narrative-task').first()
    await pressEnterOn(page, task.getByRole('button', { name: 'Lấy đoạn này' }))
    await task.getByText('Đang dùng, lấy từ văn bản này').waitFor()
    // The second one by hand: into the document, to its heading, Space, and over.
    await tabTo(page, page.locator('.document-picker'))
    for (let block = 1; block < 8; block++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press(' ')
    const second = page.locator('.narrative-task').nth(1)
    await pressEnterOn(page, second.getByRole('button', { name: 'Lấy 01 đoạn đang chọn' }))
    await second.getByText('Đang dùng, lấy từ văn bản này').waitFor()
    await enter('Về trang Tiếp nhận')
    await page.locator('.virtual-table tr', { hasText: onPaper.file }).getByText('15-BC/ĐU').waitFor()
  })

  it('keys figures in from a scan; who keyed them cannot check them', async () => {
    await pressEnterOn(page, button(onPaper.scan))
    await page.locator('[data-page="1"][data-state=drawn]').waitFor()
    await enter('Ghi thông tin')
    await page.getByText('Đã ghi thông tin văn bản của Đảng ủy xã Văn Giang.').waitFor()
    await enter('Nhập thay từ văn bản này')
    await keyIn({ um_admitted: 'không', um_total: '501' })
    expect(await complaints()).toEqual([])
    await enter('Nhập xong, chờ kiểm tra')
    await page.getByText('Đang chờ người khác kiểm tra.').first().waitFor()
    await signOut()
  })

  it('lets a second person read the scan, shows where both differ, and takes the figures in when they agree', async () => {
    await signInAs('minh')
    await goIntake()
    await openTab('attached')
    await enter('Kiểm tra: Đảng ủy xã Văn Giang')
    await keyIn({ um_admitted: 'không' })
    await enter('Ghi kết quả kiểm tra')
    await page.getByRole('heading', { name: 'Hai lần nhập khác nhau ở 01 mục' }).waitFor()
    await signOut()
    await signInAs('lan')
    await goIntake()
    await openTab('attached')
    await enter('Nhập tiếp: Đảng ủy xã Văn Giang')
    await typeInto(page, page.locator('#key-um_total'), '500')
    await enter('Nhập xong, chờ kiểm tra')
    await page.getByText('Đang chờ người khác kiểm tra.').first().waitFor()
    await signOut()
    await signInAs('minh')
    await goIntake()
    await openTab('attached')
    await enter('Kiểm tra: Đảng ủy xã Văn Giang')
    await keyIn({ um_admitted: 'không' })
    await enter('Ghi kết quả kiểm tra')
    await page.getByText('Số nhập thay của Đảng ủy xã Văn Giang đã được tiếp nhận.').waitFor()
    await signOut()
  })

  it('does not ask again how the same table is read, only which version counts', async () => {
    await signInAs('lan')
    await goIntake()
    const second = join(ownFolder(), 'Bieu so lieu xa Bac Tien Hung lan 2.xlsx')
    writeFileSync(second, ownTable(offTemplate.name, 960))
    await chooseFiles(application, [second], () => enter('Chọn tệp…'))
    await page.locator('.job-end').filter({ hasText: 'chờ xử lý 01' }).waitFor()
    await openTab('waiting')
    await page
      .locator('.held-asked')
      .getByText(/gửi bản khác với bản đang dùng: khác 01 số liệu/)
      .waitFor()
    const row = page.locator('.changes tbody tr').first()
    await row.waitFor()
    expect((await row.locator('.number').allInnerTexts()).slice(0, 2)).toEqual(['950', '960'])
    await page.keyboard.press('1')
    await page.getByRole('heading', { name: 'Đã xử lý hết các tệp đang chờ' }).waitFor()
    const traced = await json<Traced>('trace', 'um_informed', '--period', period, '--unit', offTemplate.code)
    expect(traced).toMatchObject({ value: 960, cell: 'E9' })
    const { units } = await json<Status>('status', '--period', period)
    const sent = units.filter(({ state }) => state === 'late' || state === 'on_time').map(({ code }) => code)
    expect(sent).toHaveLength(17)
    expect(sent).toEqual(expect.arrayContaining([offTemplate.code, onPaper.code]))
    expect(application.trouble).toEqual([])
  })
})
