import axe from 'axe-core'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundledUnits } from '../../shared/programmes/bundled-units.ts'
import { encodeTcvn3 } from '../../shared/vietnamese/tcvn3.ts'
import { ownRows, ownTables } from '../kit/own-table.ts'
import { runCommand } from '../kit/run-command.ts'
import { describeWithTools } from '../kit/system-tools.ts'
import { answerLate } from './kit/answer-late.ts'
import { pressEnterOn, tabTo } from './kit/by-keyboard.ts'
import { openApplication, ownFolder, type Application } from './kit/open-application.ts'

const period = '2026-H1'
const [, own, neighbour] = bundledUnits().filter(({ line }) => line === 'territorial')

/** All of it typed in TCVN3, its heads too, in a font that does not say so. */
const oldLetters = (): Promise<Buffer> =>
  ownTables([
    { sheet: 'Sheet1', heading: encodeTcvn3(own!.name), rows: ownRows.map(([label, count]) => [encodeTcvn3(label), count] as const) },
  ])

describeWithTools(['chromium'], 'what came into the inbox folder', () => {
  let application: Application
  let page: Page
  const directory = join(ownFolder(), 'workspace')
  const inbox = join(ownFolder(), 'nhận về')

  beforeAll(async () => {
    mkdirSync(inbox, { recursive: true })
    const span = ['--from', '2025-12-15', '--to', '2026-06-14', '--due', '2026-06-17T16:30']
    for (const command of [['init'], ['period', 'open', period, ...span], ['inbox', 'set', inbox, '--no-media']])
      expect((await runCommand([...command, '--data', directory])).exitCode).toBe(0)
    application = await openApplication(directory)
    ;({ page } = application)
    await page.evaluate(axe.source)
  })
  afterAll(() => application.close())

  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const trace = async (unit: string): Promise<unknown> =>
    (await runCommand(['trace', 'um_total', '--period', period, '--unit', unit, '--data', directory, '--json'])).json

  it('is noticed wherever one is, told of on Tiếp nhận, and taken in by Enter; later is later', async () => {
    writeFileSync(join(inbox, 'bieu cu.xlsx'), await oldLetters())
    const mark = page.locator('[data-inbox=mark]')
    await mark.filter({ hasText: '01' }).waitFor()
    await pressEnterOn(page, mark)
    const notice = page.locator('[data-inbox=fresh]')
    await notice.filter({ hasText: 'nhận về' }).waitFor()
    await pressEnterOn(page, button('Để sau'))
    await notice.waitFor({ state: 'detached' })
    // Another file, and it is told of again, with both.
    writeFileSync(join(inbox, 'BC.pdf'), '%PDF-1.7\n%%EOF\n')
    await notice.filter({ hasText: '02' }).waitFor()
    await pressEnterOn(page, button('Nhận 02 tệp'))
    await page.locator('.job-end').filter({ hasText: 'chờ xử lý 01, lưu kèm 01' }).waitFor()
    await notice.waitFor({ state: 'detached' })
    expect(await mark.count()).toBe(0)
  })

  it('in letters that no font tells is shown before and after, and counts as a person reads it', async () => {
    await page.locator('.held-answers').waitFor()
    await page.keyboard.press('1')
    const question = page.locator('.mapping-question', { hasText: 'Chữ trong tệp' })
    const samples = question.locator('tbody tr')
    await samples.first().waitFor()
    expect(await samples.first().locator('td').allInnerTexts()).toEqual([encodeTcvn3(own!.name), own!.name])
    // Nothing is certain before a person has said how the letters are read.
    await page.locator('[data-input="fld.um_total"] .mapping-state').getByText('C4 · chưa chắc').waitFor()
    await tabTo(page, question.locator('input[type=radio]:checked'))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await question.getByLabel('Để nguyên').and(page.locator(':checked')).waitFor()
    expect(await samples.first().locator('td').allInnerTexts()).toEqual([encodeTcvn3(own!.name), encodeTcvn3(own!.name)])
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await question.getByLabel('Đọc theo TCVN3 (ABC)').and(page.locator(':checked')).waitFor()
    await page.locator('[data-input="fld.um_total"] .mapping-reading').getByText('1.250').waitFor()
    const found = await page.evaluate<string[]>(
      "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id }) => id))",
    )
    expect(found).toEqual([])
    const settle = button(/^Đúng cả \d+ mục chưa chắc$/)
    if (await settle.isVisible()) await pressEnterOn(page, settle)
    await pressEnterOn(page, button('Dùng cách đọc này'))
    await page.getByText('Đã nhận bieu cu.xlsx theo cách đọc vừa xác nhận').waitFor()
    expect(await trace(own!.code)).toMatchObject({ value: 1250, cell: 'C4' })
  })

  it('[M29] with the tables of two communes says so and takes the cells of the one that is chosen', async () => {
    const tables = [
      { sheet: 'Biểu 1', heading: own!.name.toUpperCase(), rows: ownRows },
      { sheet: 'Biểu 2', heading: neighbour!.name.toUpperCase(), rows: [[ownRows[0]![0], 77] as const, [ownRows[1]![0], 70] as const] },
    ]
    writeFileSync(join(inbox, 'bieu chung.xlsx'), await ownTables(tables))
    await pressEnterOn(page, button('Nhận 01 tệp'))
    await page.locator('.job-end').filter({ hasText: 'chờ xử lý 01' }).waitFor()
    await page.locator('[data-tab=waiting]').click()
    const told = page.locator('.held-beside', { hasText: 'Tệp có bảng của 02 đơn vị' })
    await told.waitFor()
    await page.keyboard.press('1')
    await page.locator('.mapping').waitFor()
    await told.waitFor()
    await pressEnterOn(page, button('Đơn vị khác…'))
    await page.keyboard.type(neighbour!.name.replace('Đảng ủy ', ''))
    await page.keyboard.press('Enter')
    await page.locator('[data-input="fld.um_total"] .mapping-reading').getByText('77', { exact: true }).waitFor()
    await answerLate(page, 'mappings/confirm')
    await pressEnterOn(page, button('Dùng cách đọc này'))
    await page.getByText('Đã nhận bieu chung.xlsx theo cách đọc vừa xác nhận').waitFor()
    expect(await trace(neighbour!.code)).toMatchObject({ value: 77, sheet: 'Biểu 2', cell: 'C4' })
    expect(await trace(own!.code)).toMatchObject({ value: 1250 })
    expect(application.trouble).toEqual([])
  })
})
