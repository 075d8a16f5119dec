import axe, { type AxeResults } from 'axe-core'
import ExcelJS from 'exceljs'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { encodeTcvn3 } from '../../shared/vietnamese/tcvn3.ts'
import { buildZip } from '../kit/build-zip.ts'
import { setCells, typed, workbookParts } from '../kit/edit-workbook.ts'
import { runCommand } from '../kit/run-command.ts'
import { describeWithTools } from '../kit/system-tools.ts'
import { copySample, goTo, openApplication, ownFolder, switchLanguage, type Application } from './kit/open-application.ts'

const unit = 'org.du_xa.11953'
type Traced = { value: number; raw: string; path: string; sheet: string; cell: string; adjustments: { state: string; reason: string }[] }
type Status = { units: { code: string; name: string; state: string }[] }

/** Hides the rows of a sheet of ours, as people do to make a print shorter. */
function hideRow(bytes: Uint8Array, row: number): Buffer {
  const parts = workbookParts(bytes)
  const part = parts.find(({ name }) => name === 'xl/worksheets/sheet2.xml')!
  part.data = Buffer.from(part.data).toString('utf8').replace(`<row r="${row}"`, `<row r="${row}" hidden="1"`)
  return buildZip(parts)
}

describeWithTools(['chromium'], 'the origin of a figure', () => {
  const directory = copySample()
  const trouble: string[] = []
  let application: Application
  let page: Page
  let silent: Status['units'][number]
  const command = (...argv: string[]) => runCommand([...argv, '--period', '2026-H1', '--data', directory, '--json'])
  const trace = async (field: string, of = unit): Promise<Traced> => (await command('trace', field, '--unit', of)).json as Traced

  beforeAll(async () => {
    const status = (await command('status')).json as Status
    silent = status.units.find(({ state, code }) => state === 'missing' && code.startsWith('org.du_xa.'))!
    const folder = ownFolder()
    await command('templates', '--unit', silent.code, '--out', folder)
    const [name] = readdirSync(folder)
    const filled = setCells(readFileSync(join(folder, name!)), {
      'fld.um_total': '<v>1000</v>',
      'fld.um_informed': '<v>900</v>',
      'nar.tsk.1.1': typed(['.VnTime', encodeTcvn3('Đảng ủy xã đã tổ chức 03 hội nghị.')]),
    })
    writeFileSync(join(folder, name!), hideRow(filled, 8))
    await command('import', join(folder, name!))
    application = await openApplication(directory)
    page = application.page
  })
  afterAll(() => application.close())

  const panel = () => page.locator('aside.trace')
  const openTrace = async (address: string): Promise<void> => {
    await page.evaluate(`location.hash = '#/overview?trace=${address}'`)
    await page.locator('.sheet-outline').first().waitFor()
  }
  const outlined = () => page.locator('.sheet-desk .unseen').innerText()
  const isInView = (selector: string): Promise<boolean> =>
    page.evaluate(`(() => {
      const box = document.querySelector('${selector}')
      const desk = box.closest('.sheet-desk').getBoundingClientRect()
      const own = box.getBoundingClientRect()
      return own.top >= desk.top && own.bottom <= desk.bottom + 1 && own.left >= desk.left && own.right <= desk.right + 1
    })()`)

  it('is reached from the address and shows the cell with what stands in it, among its neighbours', async () => {
    const { path, sheet, cell, raw } = await trace('um_informed')
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(path)
    expect(book.getWorksheet(sheet)!.getCell(cell).text).toBe(raw)
    await openTrace(`${unit}/um_informed`)
    expect(await panel().locator('.traced-raw').innerText()).toBe(raw)
    expect(await outlined()).toContain(`${cell}, ghi “${Number(raw).toLocaleString('vi-VN')}”`)
    expect(await isInView(`.sheet-outline[data-cell="${cell}"]`)).toBe(true)
    await page.getByRole('cell', { name: 'Số liệu kỳ này' }).waitFor()
    expect(await page.locator('.sheet-tabs button[aria-current]').innerText()).toBe(sheet)
  })

  it('shows a numerator and its denominator side by side, on one sheet', async () => {
    await openTrace(`${unit}/um_informed,${unit}/um_total`)
    await page.locator('.sheet-outline').nth(1).waitFor()
    expect(await panel().locator('.traced').count()).toBe(2)
    expect(await panel().getByRole('heading', { level: 3 }).count()).toBe(1)
    expect(await page.locator('.sheet-desk').count()).toBe(1)
  })

  it('takes an adjustment, shows both figures, undoes it, and withdraws one with a reason', async () => {
    const { value } = await trace('um_informed')
    await openTrace(`${unit}/um_informed`)
    const adjust = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Điều chỉnh…' }).click()
      await page.getByLabel('Số đúng').fill('1.2')
      await page.getByRole('button', { name: 'Ghi điều chỉnh' }).click()
      await page.getByText('Chưa rõ số nào').waitFor()
      await page.getByLabel('Số đúng').fill('1.234')
      await page.getByLabel('Lý do').fill('Đối chiếu tại chỗ')
      await page.getByRole('button', { name: 'Ghi điều chỉnh' }).click()
      await page.getByText('Đã điều chỉnh thành 1.234').waitFor()
    }
    await adjust()
    await panel().locator('.traced-value').getByText('1.234 người').waitFor()
    await panel()
      .getByText(`Đơn vị báo cáo: ${value.toLocaleString('vi-VN')}`)
      .waitFor()
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await panel().locator('.adjustments s').waitFor()
    await panel()
      .locator('.traced-value')
      .getByText(`${value.toLocaleString('vi-VN')} người`)
      .waitFor()
    await adjust()
    await page.getByRole('button', { name: 'Rút điều chỉnh' }).click()
    await page.getByText('Số đơn vị báo cáo sẽ được tính lại').waitFor()
    await page.getByRole('button', { name: 'Rút điều chỉnh' }).click()
    await page.getByText('Chưa nêu lý do').waitFor()
    await page.getByLabel('Lý do').fill('Nhập nhầm đơn vị')
    await page.getByRole('button', { name: 'Rút điều chỉnh' }).click()
    await page.getByText('Đã rút điều chỉnh').waitFor()
    const after = await trace('um_informed')
    expect([after.value, after.adjustments.map(({ state }) => state)]).toEqual([value, ['withdrawn', 'withdrawn']])
  })

  it('keeps what was typed when the form is left and the page loaded again', async () => {
    await openTrace(`${unit}/um_total`)
    await page.getByRole('button', { name: 'Điều chỉnh…' }).click()
    await page.getByLabel('Lý do').fill('Chờ biên bản')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Điều chỉnh…' }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Điều chỉnh…' }).click()
    expect(await page.getByLabel('Lý do').inputValue()).toBe('Chờ biên bản')
  })

  it('decodes a text in a legacy font and says so, the raw text as it is stored', async () => {
    await openTrace(`${silent.code}/nar.tsk.1.1`)
    await panel().getByRole('cell', { name: 'Đảng ủy xã đã tổ chức 03 hội nghị.' }).waitFor()
    await panel().getByText('Chữ gõ bằng phông .Vn (TCVN3)').waitFor()
    expect(await panel().locator('.traced-raw').innerText()).toBe(encodeTcvn3('Đảng ủy xã đã tổ chức 03 hội nghị.'))
  })

  it('opens the hidden row that a figure stands in, and folds it again', async () => {
    await openTrace(`${silent.code}/um_informed`)
    await page.locator('.sheet-cell[data-hidden]').first().waitFor()
    expect(await isInView('.sheet-outline')).toBe(true)
    await page.getByRole('checkbox', { name: 'Hiện hàng, cột ẩn' }).uncheck()
    await page.getByText('Hàng ẩn: 8–8').waitFor()
    expect(await page.locator('.sheet-cell[data-hidden]').count()).toBe(0)
  })

  it('turns to other sheets, fills the window, and stays so in the address', async () => {
    await openTrace(`${unit}/um_informed`)
    await page.getByRole('button', { name: 'Phần lời' }).click()
    await panel().getByRole('cell', { name: 'KẾT QUẢ THỰC HIỆN NHIỆM VỤ' }).waitFor()
    await page.getByRole('button', { name: 'Mở rộng' }).click()
    await page.locator('.workplace[data-trace=wide]').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Thu gọn' }).click()
    await page.locator('.workplace[data-trace=beside]').waitFor()
  })

  it('says of a unit that has sent nothing what to do', async () => {
    const others = ((await command('status')).json as Status).units.filter(({ state }) => state === 'missing')
    await page.evaluate(`location.hash = '#/overview?trace=${others[0]!.code}/um_total'`)
    await page.getByText(`${others[0]!.name}: chưa có báo cáo được tính`).waitFor()
    await page.getByRole('button', { name: 'Mở trang Tiếp nhận' }).click()
    await page.getByRole('heading', { level: 1, name: 'Tiếp nhận' }).waitFor()
  })

  it('takes the focus when a key opens it and gives it back with Esc', async () => {
    await goTo(page, 'Số liệu')
    await page.getByRole('grid').focus()
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'Enter']) await page.keyboard.press(key)
    await panel().waitFor()
    await page.waitForFunction("document.activeElement?.closest('aside.trace')")
    await page.keyboard.press('Escape')
    await panel().waitFor({ state: 'detached' })
    expect(await page.evaluate("document.activeElement?.getAttribute('role')")).toBe('grid')
  })

  it('is clean for assistive technology in both themes, and in English', async () => {
    await switchLanguage(page, 'en')
    await page.evaluate(axe.source)
    for (const theme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme: theme as 'light' | 'dark' })
      await openTrace(`${unit}/um_informed,${unit}/um_total`)
      const { violations } = (await page.evaluate("axe.run({ include: ['aside.trace'], exclude: ['.sheet-row'] })")) as AxeResults
      trouble.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${theme} ${id}: ${html.slice(0, 200)}`)))
    }
    expect(trouble).toEqual([])
    await switchLanguage(page, 'vi')
    // A refused call is told of by the browser, too.
    expect(application.trouble.filter((text) => !text.includes('422'))).toEqual([])
  })
})
