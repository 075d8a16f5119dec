import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { runCommand } from '../kit/run-command.ts'
import { describeWithTools } from '../kit/system-tools.ts'
import { answerLate } from './kit/answer-late.ts'
import { copySample, goTo, openApplication, type Application } from './kit/open-application.ts'

type Finding = { id: string; rule: string; severity: string; state: string; unit: string; field: string; expected: string; message: string }

describeWithTools(['chromium'], 'Đối chiếu', () => {
  const directory = copySample()
  let application: Application
  let page: Page
  let open: Finding[]

  const command = async (...argv: string[]) => (await runCommand([...argv, '--period', '2026-H1', '--data', directory, '--json'])).json
  const ofLevel = (severity: string): Finding[] => open.filter((finding) => finding.severity === severity)
  const twoDigits = (count: number): string => String(count).padStart(2, '0')
  const sentence = (): Promise<string> => page.locator('#finding-sentence').innerText()

  beforeAll(async () => {
    open = (await command('findings', '--open')) as Finding[]
    application = await openApplication(directory)
    ;({ page } = application)
    await goTo(page, 'Đối chiếu')
    await page.locator('#finding-sentence').waitFor()
  })
  afterAll(() => application.close())

  it('counts and says what the command line does, what must be settled first', async () => {
    const tabs = await page.locator('.reconcile-tools').innerText()
    expect(tabs).toContain(`Phải xử lý trước khi trình (${twoDigits(ofLevel('blocking').length)})`)
    expect(tabs).toContain(`Nên xem lại (${twoDigits(ofLevel('warning').length)})`)
    expect(await sentence()).toBe(ofLevel('blocking')[0]!.message)
    expect(await page.locator('.finding-row').count()).toBe(ofLevel('blocking').length)
  })

  it('shows both cells side by side in their sheet', async () => {
    await page.getByRole('button', { name: 'Xem hai ô cạnh nhau' }).click()
    await page.locator('.aside').waitFor()
    expect(page.url()).toMatch(/trace=[^&]+(,|%2C)/)
    await page.goBack()
    await page.locator('.aside').waitFor({ state: 'detached' })
  })

  it('settles a blocking finding by keyboard alone: the next opens by itself, and the overview says so', async () => {
    const [first, second] = ofLevel('blocking')
    await answerLate(page, 'discrepancies/settle')
    await page.locator('.finding-list').focus()
    await page.keyboard.press('2')
    await page.getByRole('dialog').waitFor()
    // The part is made as large as what contains it.
    await page.keyboard.type(first!.expected)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Đơn vị xác nhận qua điện thoại')
    await page.getByRole('button', { name: 'Ghi điều chỉnh' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.reconcile-done').waitFor()
    await page.locator('#finding-sentence', { hasText: second!.message }).waitFor()
    expect(await page.locator('.reconcile-tools').innerText()).toContain(`(${twoDigits(ofLevel('blocking').length - 1)})`)
    const left = (await command('findings', '--open')) as Finding[]
    expect(left.map(({ id }) => id)).not.toContain(first!.id)
    await goTo(page, 'Tổng quan')
    await page.locator('[data-count=blocking] dd', { hasText: twoDigits(ofLevel('blocking').length - 1) }).waitFor()
    await page.goBack()
  })

  it('keeps what was typed when the dialog is left, and asks for what is missing', async () => {
    await page.locator('#finding-sentence').waitFor()
    await page.locator('.finding-list').focus()
    await page.keyboard.press('2')
    await page.getByLabel('Lý do').fill('Biên bản ngày 20/6')
    await page.getByRole('button', { name: 'Ghi điều chỉnh' }).click()
    await page.getByText('Chưa rõ số nào').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('2')
    expect(await page.getByLabel('Lý do').inputValue()).toBe('Biên bản ngày 20/6')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('takes an adjustment back, and the finding stands again', async () => {
    const [first] = ofLevel('blocking')
    await page
      .locator('.reconcile-tools')
      .getByText(/^Đã xử lý/)
      .click()
    await page.locator('.finding-row', { hasText: first!.message.slice(0, 30) }).click()
    await page.getByRole('button', { name: 'Rút điều chỉnh' }).first().click()
    await page.getByLabel('Lý do').fill('Nhầm đơn vị')
    await page.getByRole('dialog').getByRole('button', { name: 'Rút điều chỉnh' }).click()
    await page.getByText('Đã rút điều chỉnh').waitFor()
    await page.getByText(`Phải xử lý trước khi trình (${twoDigits(ofLevel('blocking').length)})`).waitFor()
  })

  it('is searched without tone marks, grouped by cause, and says when nothing matches', async () => {
    const [warning] = ofLevel('warning')
    await page
      .locator('.reconcile-tools')
      .getByText(/^Nên xem lại/)
      .click()
    await page.locator('.reconcile-tools').getByText('Theo nguyên nhân').click()
    const groups = await page.locator('.finding-group').allInnerTexts()
    expect(groups[0]).toMatch(/\(\d+\)$/)
    await page.getByRole('searchbox').fill(warning!.rule)
    await page.waitForFunction(`document.querySelectorAll('.finding-group').length === 1`)
    await page.getByRole('searchbox').fill('khong he co')
    await page.getByText('Không có điểm nào khớp').waitFor()
    await page.reload()
    expect(await page.getByRole('searchbox').inputValue()).toBe('khong he co')
  })

  it('keeps, asks and waives by digits, several of one cause at once, and takes it back', async () => {
    await page.getByRole('searchbox').fill('')
    const row = page.locator('.finding-row').first()
    const id = (await row.getAttribute('id'))!.replace('finding-', '')
    const before = open.find((finding) => finding.id === id)!.message
    await row.click()
    await page.locator('#finding-sentence', { hasText: before }).waitFor()
    const asked = async (): Promise<string[]> =>
      ((await command('findings')) as Finding[]).filter(({ state }) => state === 'asked').map(({ message }) => message)
    await page.locator('.finding-list').focus()
    await page.keyboard.press('3')
    await page.getByRole('dialog').waitFor()
    // The reason is there already; Vietnamese letters come whole from their keyboard.
    await page.keyboard.insertText(' trước ngày 20/6')
    await page.getByRole('button', { name: 'Ghi quyết định' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.reconcile-done', { hasText: 'Đã hỏi lại đơn vị: 01 điểm' }).waitFor()
    await page.locator('#finding-sentence').filter({ hasNotText: before }).waitFor()
    expect(await asked()).toContain(before)
    await page.locator('.finding-list').focus()
    await page.keyboard.press('4')
    await page.getByRole('dialog').waitFor()
    await page.getByRole('button', { name: 'Ghi quyết định' }).click()
    await page.getByText('Nêu lý do để người sau hiểu').waitFor()
    await page.getByRole('dialog').getByRole('textbox').fill('Đã làm rõ với đơn vị')
    const counts = (): Promise<string> => page.locator('.reconcile-tools').innerText()
    const counted = await counts()
    await page.getByLabel(/^Áp dụng cho cả/).check()
    await page.getByRole('button', { name: 'Ghi quyết định' }).click()
    await page.locator('.reconcile-done', { hasText: 'Đã bỏ qua' }).waitFor()
    await expect.poll(counts, { timeout: 15_000 }).not.toBe(counted)
    await page.locator('.reconcile-done').getByRole('button', { name: 'Hoàn tác' }).press('Enter')
    await page.locator('.finding-list:focus').waitFor()
    await expect.poll(counts, { timeout: 15_000 }).toBe(counted)
  })

  it('[S11] offers what answers the kind of a finding, and the cell only where there is one', async () => {
    const late = open.find(({ rule }) => rule === 'R2')!
    await page.getByRole('searchbox').fill('R2')
    await page
      .locator('.reconcile-tools')
      .getByText(/^Để biết/)
      .click()
    await page.locator(`#finding-${late.id}`).click()
    await page.locator('#finding-sentence', { hasText: late.message }).waitFor()
    await page.locator('.settle-bar').getByText('Bỏ qua, nêu lý do').waitFor()
    expect(await page.locator('.settle-bar').innerText()).not.toMatch(/Giữ số|Hỏi lại|Điều chỉnh/)
    expect(await page.locator('.reconcile-keys').innerText()).not.toContain('xem ô gốc')
    await page.locator('.finding-list').focus()
    for (const key of ['1', '2', '3']) await page.keyboard.press(key)
    await page.keyboard.press('4')
    await page.getByRole('dialog', { name: 'Bỏ qua, nêu lý do' }).waitFor()
    expect(await page.getByRole('dialog').count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('complained of nothing', () => {
    expect(application.trouble).toEqual([])
  })
})
