import axe from 'axe-core'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStore } from '../../electron/store/database.ts'
import { listTexts } from '../../electron/store/submission-rows.ts'
import { findEffective } from '../../electron/store/submission-store.ts'
import { setCells, typed } from '../kit/edit-workbook.ts'
import { runCommand } from '../kit/run-command.ts'
import { describeWithTools } from '../kit/system-tools.ts'
import { chooseFiles, takeFile } from './kit/hand-over.ts'
import { copySample, goTo, openApplication, ownFolder, type Application } from './kit/open-application.ts'
import { composeWords, typeAsUnikey } from './kit/type-vietnamese.ts'

const screenshots = join(new URL('../..', import.meta.url).pathname, 'out/screenshots')
const violations =
  "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map((node) => node.html.slice(0, 160)).join(' | ')))"

const noted = { unit: 'org.du_xa.11953', task: 'nar.tsk.2.1', period: ['--period', '2026-H1'] } as const

/** Sentences of a unit are noted on, then it sends a version that says something else there. */
async function losePassage(directory: string): Promise<void> {
  const run = async (...argv: string[]) => (await runCommand([...argv, ...noted.period, '--data', directory, '--json'])).json
  const { sha256, words } = readNarrative(directory)
  const sentences = words.split('\n').filter((line) => line.length > 20)
  const notes = { 'Câu thứ nhất': sentences[0]!, 'Câu thứ hai': sentences[1]!, 'Câu thứ ba': sentences[1]! }
  for (const [text, quote] of Object.entries(notes))
    await run('note', 'add', '--unit', noted.unit, '--on', noted.task, '--quote', quote, '--text', text)
  const edited = join(ownFolder(), 'BC_2026-H1_11953_lan-2.xlsx')
  const kept = readFileSync(join(directory, 'files', sha256.slice(0, 2), `${sha256}.xlsx`))
  writeFileSync(edited, setCells(kept, { [noted.task]: typed(['', 'Nội dung được viết lại hoàn toàn trong bản gửi bổ sung.']) }))
  await run('import', edited)
  const [held] = (await run('held', 'list')) as { id: string }[]
  await runCommand(['held', 'resolve', held!.id, '--as', 'use_new', '--data', directory])
}

function readNarrative(directory: string): { sha256: string; words: string } {
  const store = openStore(directory, { mode: 'read', clock: () => new Date().toISOString() })
  try {
    const { key, sha256 } = findEffective(store, '2026-H1', noted.unit)!
    return { sha256, words: listTexts(store, key).find(({ name }) => name === noted.task)!.text }
  } finally {
    store.close()
  }
}

describeWithTools(['chromium'], 'a morning at Thẩm định', () => {
  let application: Application
  let page: Page
  /** Looked at, and by axe. */
  const look = async (name: string): Promise<void> => {
    await page.locator('.waiting').waitFor({ state: 'detached' })
    await page.screenshot({ path: join(screenshots, `review-${name}.png`) })
    expect(await page.evaluate<string[]>(violations), name).toEqual([])
  }
  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true })
    const directory = copySample()
    await losePassage(directory)
    application = await openApplication(directory)
    ;({ page } = application)
    await page.evaluate(axe.source)
    await goTo(page, 'Thẩm định')
    await page.locator('.passage').first().waitFor()
  })
  afterAll(() => application.close())

  it('says that a passage is gone after a new version, keeps the note, and lets it be moved or kept at the unit', async () => {
    await page.locator('.review-tools').getByText('Theo đơn vị', { exact: true }).click()
    await page.locator('.review-units').getByRole('searchbox').fill('pho hien')
    await page.locator('.unit-row', { hasText: 'Phố Hiến' }).click()
    const cardOf = (text: string) => page.locator('.note-card', { hasText: text })
    const lost = 'Đoạn văn này không còn trong bản mới'
    await cardOf('Câu thứ nhất').getByText(lost).waitFor()
    expect(await cardOf('Câu thứ hai').innerText()).toContain(lost)
    await look('lost')
    const moving = cardOf('Câu thứ nhất').getByRole('button', { name: 'Đặt vào đoạn đang chọn' })
    expect(await moving.isDisabled()).toBe(true)
    await page.locator('.passage').first().focus()
    await page.keyboard.press('ArrowRight')
    const sentence = (await page.locator('.mark-choice').allInnerTexts()).join('')
    await moving.press('Enter')
    await cardOf('Câu thứ nhất').locator('blockquote').getByText(sentence, { exact: true }).waitFor()
    await cardOf('Câu thứ hai').getByRole('button', { name: 'Giữ ở mức đơn vị' }).press('Enter')
    await cardOf('Câu thứ hai').getByText('Về: cả đơn vị').waitFor()
    expect(await page.getByText(lost).count()).toBe(1)
  })

  it('lets it be moved in the column of a task, too, to a passage of the same unit only', async () => {
    await page.locator('.review-tools').getByText('Theo nhiệm vụ', { exact: true }).click()
    await page.getByLabel('Nhiệm vụ', { exact: true }).selectOption(noted.task.replace('nar.', ''))
    const card = page.locator('.note-card', { hasText: 'Câu thứ ba' })
    const moving = card.getByRole('button', { name: 'Đặt vào đoạn đang chọn' })
    await moving.waitFor()
    const own = page.locator(`[data-passage="${noted.unit}"]`)
    await page.locator(`.passage:not([data-passage="${noted.unit}"])`).first().focus()
    await card.getByText(/^Chọn đoạn văn của .*Phố Hiến trước/).waitFor()
    expect(await moving.isDisabled()).toBe(true)
    await own.focus()
    await page.keyboard.press('ArrowRight')
    const sentence = (await own.locator('.mark-choice').allInnerTexts()).join('')
    await card.getByText(/^Đang chọn một đoạn trong: .*Phố Hiến/).waitFor()
    await look('lost-task')
    await moving.press('Enter')
    await card.locator('blockquote').getByText(sentence, { exact: true }).waitFor()
    await page.locator('.notes-margin:focus').waitFor()
    await page.locator('.review-tools').getByText('Theo đơn vị', { exact: true }).click()
    await page.locator('.unit-row').first().waitFor()
  })

  it('goes through a morning by keyboard alone, with letters as a Vietnamese keyboard gives them', async () => {
    await page.keyboard.press('Control+k')
    await typeAsUnikey(page, 'Tổng quan')
    await page.getByRole('option', { name: 'Tổng quan' }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor()
    await page.keyboard.press('Control+k')
    await composeWords(page, 'Thẩm định')
    await page.getByRole('option', { name: 'Thẩm định' }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Thẩm định' }).waitFor()
    const first = page.locator('.passage').first()
    await first.waitFor()
    const unit = await page.locator('#review-unit').innerText()
    await first.focus()
    // Letters do nothing here, whatever Unikey makes of them.
    await typeAsUnikey(page, 'ạưđ')
    expect(await page.getByRole('dialog').count()).toBe(0)
    // What was looked for in between leads back to where one was: the first Escape empties the field, the second leaves it.
    await page.keyboard.press('Control+k')
    for (const _ of ['empty', 'leave']) await page.keyboard.press('Escape')
    await first.and(page.locator(':focus')).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('F2')
    await page.getByRole('dialog').waitFor()
    const words = 'Chưa nêu kết quả; đề nghị bổ sung số đối thoại'
    await typeAsUnikey(page, words)
    expect(await page.getByRole('dialog').getByLabel('Nội dung').inputValue()).toBe(words)
    await page.keyboard.press('Tab')
    for (const _ of ['strength', 'shortcoming']) await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('dialog').getByLabel('Loại').inputValue()).toBe('shortcoming')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowRight')
    const tomorrow = new Date(Date.now() + 31 * 3_600_000).toISOString().slice(0, 10)
    await page
      .getByRole('dialog')
      .getByLabel(/^Thời hạn/)
      .focus()
    await page.keyboard.type(tomorrow.split('-').toReversed().join('/'))
    await page.keyboard.press('Enter')
    await page.getByText('Đã ghi 01 nhận xét').waitFor()
    const card = page.locator('.note-card', { hasText: words })
    expect(await card.innerText()).toContain('Gửi đơn vị')
    // A digit says how far the unit is with the task; the words may be composed.
    await first.focus()
    await page.keyboard.press('2')
    await page.getByRole('dialog').waitFor()
    await composeWords(page, 'Biên bản làm việc ngày 12/6')
    const proof = join(ownFolder(), 'bien-ban.pdf')
    writeFileSync(proof, 'biên bản')
    await page.getByRole('dialog').getByRole('button', { name: 'Chọn tệp minh chứng…' }).focus()
    await chooseFiles(application, [proof], () => page.keyboard.press('Enter'))
    await page.getByRole('dialog').locator('.evidence-file', { hasText: 'bien-ban.pdf' }).waitFor()
    await look('status-dialog')
    await page.getByRole('button', { name: 'Ghi tình trạng' }).focus()
    await page.keyboard.press('Enter')
    const status = first.locator('.task-status')
    await status.getByText('Có thực hiện, chưa thường xuyên').waitFor()
    expect(await status.innerText()).toContain('Biên bản làm việc ngày 12/6')
    const taken = await takeFile(application, () => status.getByRole('button', { name: 'bien-ban.pdf' }).press('Enter'))
    expect(readFileSync(taken, 'utf8')).toBe('biên bản')
    // What is due soon is said in the strip, and leads to the register.
    await page.getByRole('link', { name: '01 tồn tại đến hạn trong 7 ngày' }).first().press('Enter')
    const row = page.locator('.shortcoming-list tbody tr', { hasText: words })
    await row.waitFor()
    expect(await row.innerText()).toContain(unit)
    expect(await row.innerText()).toContain('sắp đến hạn')
  })

  it('complained of nothing', () => {
    expect(application.trouble).toEqual([])
  })
})
