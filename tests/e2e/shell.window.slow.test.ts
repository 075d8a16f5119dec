import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { describeWithTools } from '../kit/system-tools.ts'
import { chooseFiles } from './kit/hand-over.ts'
import { copySample, openApplication, ownAddress, type Application } from './kit/open-application.ts'
import { windowArguments, windowEnvironment, windowProgram } from './kit/open-window.ts'
import { ownFolder } from './kit/own-folder.ts'

type Bridge = {
  ask(order: object): Promise<{ answer?: unknown; refused?: { code: string }; reference?: string }>
  stageFiles(files: unknown[]): Promise<{ answer: { staged: { file: string; name: string; bytes: number | null }[]; unstaged: object[] } }>
}
declare global {
  // What a page of the window has; the tests are compiled without the browser's types.
  var tonghopShell: Bridge
}

describeWithTools(['chromium'], 'the window', () => {
  let application: Application
  const configuration = ownFolder()
  const workspace = copySample()
  const sourceFolder = ownFolder()
  const source = join(sourceFolder, 'Báo cáo xã Tiên La.xlsx')

  beforeAll(async () => {
    writeFileSync(source, 'PK')
    application = await openApplication(workspace, { configuration })
  })
  afterAll(() => application.close())

  const electron = (): NonNullable<Application['electron']> => application.electron!
  const ask = (order: object): ReturnType<Bridge['ask']> => application.page.evaluate((given) => globalThis.tonghopShell.ask(given), order)
  const clickMenu = (id: string): Promise<void> =>
    electron().evaluate(({ Menu }, item) => Menu.getApplicationMenu()!.getMenuItemById(item)!.click(), id)
  const labels = (): Promise<string[]> => electron().evaluate(({ Menu }) => Menu.getApplicationMenu()!.items.map(({ label }) => label))

  it('has menus in the language of the page, and their commands reach it', async () => {
    const { page } = application
    expect(await labels()).toEqual(['&Tệp', '&Sửa', '&Xem', 'Trợ &giúp'])
    await clickMenu('page.journal')
    await page.getByRole('heading', { level: 1, name: 'Nhật ký và kiểm chứng' }).waitFor()
    await clickMenu('intake')
    await page.getByRole('heading', { level: 1, name: 'Tiếp nhận' }).waitFor()
    await page.evaluate("localStorage.setItem('tonghop.language', 'en')")
    await page.keyboard.press('F5')
    await page.locator('html[lang=en]').waitFor()
    await expect.poll(labels).toEqual(['&File', '&Edit', '&View', '&Help'])
    await page.evaluate("localStorage.setItem('tonghop.language', 'vi')")
    await clickMenu('reload')
    await page.locator('html[lang=vi]').waitFor()
    await expect.poll(labels).toEqual(['&Tệp', '&Sửa', '&Xem', 'Trợ &giúp'])
  })

  it('stages what is chosen and what is dropped, folders whole, and tells the page no path', async () => {
    const { page } = application
    let chosen: Awaited<ReturnType<Bridge['ask']>> = {}
    await chooseFiles(application, [source], async () => {
      chosen = await ask({ do: 'choose_files', accept: '.xlsx', many: true })
    })
    expect(chosen.answer).toEqual({
      staged: [{ file: expect.stringMatching(/^[0-9a-f]{32}$/), name: 'Báo cáo xã Tiên La.xlsx', bytes: 2 }],
      unstaged: [],
    })
    await page.evaluate(
      "addEventListener('dragover', (event) => event.preventDefault()); addEventListener('drop', (event) => { event.preventDefault(); window.dropped = tonghopShell.stageFiles([...event.dataTransfer.files]) })",
    )
    const devtools = await page.context().newCDPSession(page)
    const data = { items: [], files: [source, sourceFolder], dragOperationsMask: 1 }
    // What is dropped before the page has said that it takes it is taken away again, as when a hand is quicker than the page.
    await expect
      .poll(async () => {
        for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
          await devtools.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
        return page.evaluate('window.dropped !== undefined')
      })
      .toBe(true)
    const { answer } = await page.evaluate<Awaited<ReturnType<Bridge['stageFiles']>>>('window.dropped')
    expect(answer.staged).toMatchObject([
      { name: 'Báo cáo xã Tiên La.xlsx', bytes: 2 },
      { name: sourceFolder.split('/').at(-1), bytes: null },
    ])
    expect(JSON.stringify([chosen, answer])).not.toContain(sourceFolder)
    // What a page makes itself lies nowhere, so that it cannot name a path by a file of its own.
    const made = await page.evaluate("tonghopShell.stageFiles([new File(['x'], '/etc/passwd')])")
    expect(made).toEqual({ answer: { staged: [], unstaged: [] } })
  })

  it('reads a staged file back in pieces, and suggests a name, never a place, where to write', async () => {
    const large = join(ownFolder(), 'lớn.xlsx')
    const bytes = Buffer.alloc(4 * 1024 * 1024 + 7, 'Tổng Hợp')
    writeFileSync(large, bytes)
    let file = ''
    await chooseFiles(application, [large], async () => {
      const { answer } = await ask({ do: 'choose_files', many: false })
      file = (answer as { staged: { file: string }[] }).staged[0]!.file
    })
    const hash = await application.page.evaluate(
      `(async () => {
        const pieces = []
        for (let from = 0; ; ) {
          const { answer } = await tonghopShell.ask({ do: 'read', file: '${file}', from })
          if (answer.length === 0) break
          pieces.push(answer)
          from += answer.length
        }
        const bytes = await new Blob(pieces).arrayBuffer()
        return [pieces.length, bytes.byteLength]
      })()`,
    )
    expect(hash).toEqual([2, bytes.length])
    await electron().evaluate(({ dialog }) => {
      dialog.showSaveDialog = (...asked: unknown[]) => {
        const { defaultPath = '' } = asked.at(-1) as { defaultPath?: string }
        Object.assign(globalThis, { suggested: defaultPath })
        return Promise.resolve({ canceled: false, filePath: defaultPath })
      }
    })
    const { answer } = await ask({ do: 'choose_target', name: '../../etc/Biểu mẫu: xã.xlsx' })
    expect(answer).toEqual({ target: expect.stringMatching(/^[0-9a-f]{32}$/) })
    const suggested = await electron().evaluate(() => (globalThis as { suggested?: string }).suggested!)
    expect(suggested).toBe(join(homedir(), 'Biểu mẫu_ xã.xlsx'))
  })

  it('previews the real pages, and prints through the system', async () => {
    const { page } = application
    await clickMenu('page.overview')
    await page.locator('.indicators').waitFor()
    await clickMenu('preview')
    await page.getByRole('dialog').getByText('Xem trước khi in').waitFor()
    await page.locator('.pdf-view canvas, .pdf-sheet canvas').first().waitFor()
    await electron().evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      window!.webContents.print = (options, done) => {
        ;(globalThis as { printed?: unknown }).printed = options
        done?.(true, '')
      }
    })
    await page.getByRole('dialog').getByRole('button', { name: 'In…' }).click()
    await expect.poll(() => electron().evaluate(() => (globalThis as { printed?: unknown }).printed)).toEqual({ printBackground: true })
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('takes over what a second start was given, says what it is, and the second ends', async () => {
    const backup = join(ownFolder(), 'sao lưu.tonghop')
    writeFileSync(backup, 'x')
    const second = spawn(windowProgram(), [...windowArguments(workspace), '--no-sandbox', backup], {
      env: windowEnvironment(configuration),
      stdio: 'ignore',
    })
    expect(await once(second, 'exit')).toEqual([0, null])
    const dialog = application.page.getByRole('dialog')
    await dialog.getByText('sao lưu.tonghop').waitFor()
    expect(await dialog.innerText()).not.toContain(backup)
    await dialog.getByRole('button', { name: 'Mở trang Bắt đầu' }).click()
    await application.page.getByRole('heading', { level: 1, name: 'Bắt đầu' }).waitFor()
  })

  it('holds its session and its place over a reload, and asks nothing beyond itself', async () => {
    const { page } = application
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Bắt đầu' }).waitFor()
    expect(application.requested.filter((url) => !ownAddress.test(url))).toEqual([])
    expect(application.trouble).toEqual([])
  })
})

describeWithTools(['chromium'], 'closing the window', () => {
  it('asks in words while work goes on, stays when told so, keeps what is finished, and remembers its place', async () => {
    const configuration = ownFolder()
    const workspace = join(ownFolder(), 'new')
    const application = await openApplication(workspace, { configuration })
    onTestFinished(() => application.close())
    const { page, electron } = application
    await electron!.evaluate(({ dialog }) => {
      const asked: unknown[] = []
      Object.assign(globalThis, { asked, answer: 1 })
      dialog.showMessageBox = (...given: unknown[]) => {
        asked.push(given.at(-1))
        return Promise.resolve({ response: (globalThis as { answer?: number }).answer!, checkboxChecked: false })
      }
    })
    await page.getByRole('button', { name: 'Xem thử với dữ liệu mẫu' }).click()
    await page.getByText('Đang dựng').first().waitFor()
    const asked = (): Promise<{ message: string; buttons: string[] }[]> =>
      electron!.evaluate(() => (globalThis as { asked?: never }).asked!)
    await electron!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close())
    await expect.poll(async () => (await asked()).length).toBe(1)
    const [question] = await asked()
    expect(question!.message).toMatch(/^Đang .+\. Đóng ứng dụng sẽ dừng việc này; phần đã xong vẫn giữ\.$/)
    expect(question!.buttons).toEqual(['Đóng ứng dụng', 'Tiếp tục làm'])
    expect(await page.title()).toContain('Tổng Hợp')
    const ended = once(electron!.process(), 'exit')
    await electron!.evaluate(({ app }) => {
      Object.assign(globalThis, { answer: 0 })
      app.quit()
    })
    expect(await ended).toEqual([0, null])
    expect(JSON.parse(readFileSync(join(configuration, 'tonghop-window/window.json'), 'utf8'))).toMatchObject({
      width: 1366,
      maximized: false,
    })
    const log = join(workspace, 'log')
    expect(existsSync(log) ? readdirSync(log).map((file) => readFileSync(join(log, file), 'utf8')) : []).toEqual([])
  })
})
