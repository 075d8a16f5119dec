import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { FiguresView } from '../../shared/contract/figures.ts'
import { runCommand } from '../kit/run-command.ts'
import { describeWithTools } from '../kit/system-tools.ts'
import { copySample, goTo, openApplication, type Application } from './kit/open-application.ts'

describeWithTools(['chromium'], 'Tổng quan', () => {
  const directory = copySample()
  let application: Application
  let page: Page
  let province: FiguresView

  const figuresOf = async (...unit: string[]): Promise<FiguresView> =>
    (await runCommand(['figures', '--period', '2026-H1', '--data', directory, '--json', ...unit])).json as FiguresView

  beforeAll(async () => {
    province = await figuresOf()
    application = await openApplication(directory)
    ;({ page } = application)
    await page.locator('.indicators').waitFor()
  })
  afterAll(() => application.close())

  const short = (): FiguresView['indicators'][number] => province.indicators.find(({ verdict }) => verdict === 'not_met')!

  it('opens an indicator by keyboard to the ten units that weigh most, counted as the figures of each unit say', async () => {
    const { code, target, numerator, denominator } = short()
    await page.locator(`[data-indicator="${code}"] .opens`).focus()
    await page.keyboard.press('Enter')
    const rows = page.locator('.weights tbody tr')
    await rows.first().waitFor()
    expect(await rows.count()).toBe(10)
    // By floating point, apart from how the application does it; far from where that would matter.
    const needed = Math.ceil((target * denominator) / 100 - numerator - 1e-9)
    expect(await page.locator('.weights p').innerText()).toContain(`cần thêm ${needed.toLocaleString('vi-VN')} để đạt`)
    const first = (await rows.first().getAttribute('data-unit'))!
    const own = (await figuresOf('--unit', first)).indicators.find((indicator) => indicator.code === code)!
    const cells = await rows.first().locator('td.number').allInnerTexts()
    const ownNeeded = Math.ceil((target * own.denominator) / 100 - own.numerator - 1e-9)
    expect(cells.slice(1)).toEqual([own.numerator, own.denominator, ownNeeded].map((count) => count.toLocaleString('vi-VN')))
    const order = (await page.locator('.weights .needed').allInnerTexts()).map((text) => Number(text.replaceAll('.', '')))
    expect(order).toEqual(order.toSorted((a, b) => b - a))
  })

  it('leads from a number to its cells, two side by side', async () => {
    const rows = page.locator('.weights tbody tr')
    const unit = (await rows.first().getAttribute('data-unit'))!
    await rows.first().locator('.figure-link').first().click()
    await page.locator('.aside').waitFor()
    expect(decodeURIComponent(page.url())).toContain(`trace=${unit}/`)
    await page.goBack()
  })

  it('says what has changed since it was marked as seen, and forgets it when it is marked again', async () => {
    expect(await page.locator('.changes').innerText()).toContain('Chưa có gì thay đổi')
    await goTo(page, 'Đối chiếu')
    await page.locator('.finding-cells tbody tr').first().waitFor()
    // The part is made as large as what contains it, so that the finding goes.
    const whole = await page.locator('.finding-cells tbody tr').nth(1).locator('td.number').innerText()
    await page.locator('.finding-actions button', { hasText: 'Điều chỉnh…' }).click()
    await page.getByLabel('Số đúng').fill(whole)
    await page.getByLabel('Lý do').fill('Đơn vị xác nhận qua điện thoại')
    await page.getByRole('button', { name: 'Ghi điều chỉnh' }).click()
    await page.locator('.reconcile-done').waitFor()
    await goTo(page, 'Tổng quan')
    await page.locator('.changes li').first().waitFor()
    expect((await page.locator('.changes li').allInnerTexts()).join('\n')).toContain('Phải xử lý trước khi trình: 02 → 01')
    await page.reload()
    await page.locator('.changes li').first().waitFor()
    await page.getByRole('button', { name: 'Đánh dấu đã xem' }).click()
    await page.getByText('Chưa có gì thay đổi').waitFor()
  })

  it('names what is contested and leads to it, and the next step is a button', async () => {
    const dispute = page.locator('.disputes li a').first()
    const words = await dispute.innerText()
    await dispute.click()
    await page.getByRole('heading', { level: 1, name: 'Đối chiếu' }).waitFor()
    await page.locator('#finding-sentence').waitFor()
    expect(words).toContain(await page.locator('#finding-sentence').innerText())
    await page.goBack()
    await page.getByRole('button', { name: /^Việc tiếp theo: / }).click()
    await page.getByRole('heading', { level: 1, name: 'Đối chiếu' }).waitFor()
    await goTo(page, 'Tổng quan')
  })

  it('prints on one sheet, opened or not', async () => {
    await page.locator('.heaviest li').first().waitFor()
    const sheets = async (): Promise<number> =>
      (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
    expect(await sheets()).toBe(1)
    await page.locator(`[data-indicator="${short().code}"] .opens`).click()
    await page.locator('.weights tbody tr').first().waitFor()
    expect(await sheets()).toBe(1)
  })

  it('complained of nothing', () => {
    expect(application.trouble).toEqual([])
  })
})
