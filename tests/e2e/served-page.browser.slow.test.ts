import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { createRouterClient } from '@orpc/server'
import axe from 'axe-core'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest'
import { createEngine } from '../../electron/engine/engine.ts'
import { createWorkspace } from '../../electron/engine/workspace-doors.ts'
import { startEngineThread } from '../../electron/shell/engine-thread.ts'
import type { Client } from '../../renderer/client/client.ts'
import type { FiguresView } from '../../shared/contract/figures.ts'
import type { JobKind, JobResult } from '../../shared/contract/jobs.ts'
import { describeWithTools } from '../kit/system-tools.ts'
import { temporaryFolder } from '../kit/test-workspace.ts'
import { goTo, launchChromium, switchLanguage, watchPage } from './kit/open-application.ts'
import { startServe, type Served } from './kit/serve-process.ts'

const root = new URL('../..', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'tonghop-window-'))
const demo = inject('sample')
const built = inject('built')
const screenshots = join(root, 'out', 'screenshots')
let figures: FiguresView

beforeAll(async () => {
  const engine = createEngine({ directory: demo, mode: 'read', actor: 'Lan' })
  figures = await createRouterClient(engine.router, { context: engine.context }).figures.get({ period: '2026-H1' })
  await engine.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the built engine', () => {
  const entry = pathToFileURL(join(built, 'main/engine.js'))

  async function startBuilt(directory: string): Promise<Client> {
    const thread = await startEngineThread(entry, { directory, actor: 'Lan' }, () => undefined)
    onTestFinished(() => thread.close())
    const port = thread.connect()
    onTestFinished(() => port.close())
    return createORPCClient(new PortLink({ port }))
  }

  async function finish<Kind extends JobKind>(client: Client, started: Promise<{ jobId: string }>): Promise<JobResult<Kind>> {
    const watching = new AbortController()
    const events = await client.events.watch({}, { signal: watching.signal })
    const { jobId } = await started
    const ended = await client.jobs.get({ id: jobId })
    if (ended.state === 'running')
      for await (const event of events) if (event.type === 'job' && event.job.id === jobId && event.job.state !== 'running') break
    watching.abort()
    const job = await client.jobs.get({ id: jobId })
    expect(job).toMatchObject({ state: 'done', error: null })
    return job.result as JobResult<Kind>
  }

  it('answers over its port in a thread, and its bundled workers write, read and print', async () => {
    const directory = join(temporaryFolder(), 'copy')
    cpSync(demo, directory, { recursive: true })
    const client = await startBuilt(directory)
    expect(await client.figures.get({ period: '2026-H1' })).toEqual(figures)
    const { units } = await client.submissions.register({ period: '2026-H1' })
    const missing = units.find(({ state }) => state === 'missing')!.code
    const { files } = await finish<'templates'>(client, client.templates.write({ period: '2026-H1', units: [missing] }))
    const file = files.find(({ unit }) => unit === missing)!.file
    const imported = await finish<'import'>(client, client.submissions.import({ period: '2026-H1', files: [file] }))
    expect(imported.files).toMatchObject([{ outcome: 'imported', unit: missing }])
    expect((await client.submissions.register({ period: '2026-H1' })).units.find(({ code }) => code === missing)?.state).not.toBe('missing')
    const report = await finish<'report'>(client, client.reports.build({ period: '2026-H1', kind: 'periodic' }))
    expect(report.pages).toBeGreaterThan(5)
  })

  it('gives a person without a workspace one of their own, and gives the lock back when it closes', async () => {
    const directory = join(temporaryFolder(), 'new')
    const thread = await startEngineThread(entry, { directory, actor: 'Lan' }, () => undefined)
    await expect(startEngineThread(entry, { directory, actor: 'Lan' }, () => undefined)).rejects.toMatchObject({ code: 'workspace.in_use' })
    await thread.close()
    expect((await (await startBuilt(directory)).workspace.describe({})).periods).toEqual([])
  })

  it('has every worker beside it, and the shell does not load the engine into its own thread', () => {
    const beside = readdirSync(join(built, 'main'))
    const workers = readdirSync(join(root, 'electron/workers')).filter((name) => name.endsWith('.worker.ts'))
    expect(workers.length).toBeGreaterThan(3)
    for (const worker of workers) expect(beside).toContain(worker.replace('.ts', '.js'))
    const loaded = new Set(['main.js'])
    for (const file of loaded)
      for (const [, target] of readFileSync(join(built, 'main', file), 'utf8').matchAll(/^import .*?["']\.\/([^"']+)["']/gm))
        loaded.add(target!)
    expect([...loaded]).not.toContain('engine.js')
    expect(readFileSync(join(built, 'preload/preload.cjs'), 'utf8')).toContain('require("electron")')
  })
})

describeWithTools(['chromium'], 'the page in a browser', () => {
  let browser: Browser
  let served: Served
  let context: BrowserContext
  let page: Page
  const trouble: string[] = []
  const requested: string[] = []

  const watch = (watched: Page): void => watchPage(watched, { requested, trouble })

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true })
    served = await startServe(demo, join(built, 'renderer'))
    browser = await launchChromium()
    context = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' })
    page = await context.newPage()
    watch(page)
    await page.goto(served.url)
    await page.locator('.indicators').waitFor()
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  const switchTo = (name: 'Tiếng Việt' | 'English'): Promise<void> => switchLanguage(page, name === 'English' ? 'en' : 'vi')
  const textsOf = (selector: string): Promise<string[]> => page.locator(selector).allInnerTexts()

  /** From the raw counts by floating point, apart from how the page does it; the sample has no rate that needs more decimals. */
  const expectedResults = (point: string): string[] =>
    figures.indicators.map(({ code, numerator, denominator }) => {
      const ratio = code === 'ind.elite_members_introduced'
      const rate = ((numerator / denominator) * (ratio ? 1 : 100)).toFixed(ratio ? 2 : 1)
      return rate.replace('.', point) + (ratio ? '' : '%')
    })

  it('shows the figures of the engine, Vietnamese first, English one switch away', async () => {
    expect(await textsOf('.indicators tbody .result')).toEqual(expectedResults(','))
    const met = figures.indicators.filter(({ verdict }) => verdict === 'met').length
    expect((await textsOf('.sentences p'))[0]).toMatch(new RegExp(`^0${met}/11 chỉ tiêu đã đạt mức mục tiêu năm; `))
    expect(await textsOf('[data-fact=sent] strong')).toEqual(['105/108'])
    expect(await textsOf('[data-count=unsent] dd')).toEqual(['03'])
    expect(await page.title()).toBe('Tổng quan · Tổng Hợp')
    const coverage = figures.indicators.map(({ coverage }) => `${coverage.reported}/${coverage.expected} · Tạm tính`)
    expect(await textsOf('.indicators tbody td:last-child')).toEqual(coverage)
    await switchTo('English')
    expect(await textsOf('.indicators tbody .result')).toEqual(expectedResults('.'))
    expect((await textsOf('.sentences p'))[0]).toMatch(new RegExp(`^${met} of 11 indicators have reached`))
    expect(await page.title()).toBe('Overview · Tổng Hợp')
    expect((await textsOf('body'))[0]).not.toMatch(/Kết|Chưa|Đơn vị/)
    await switchTo('Tiếng Việt')
  })

  it('passes the accessibility rules in light, dark, and both languages, and no text is below 16 px', async () => {
    await page.evaluate(axe.source)
    for (const colorScheme of ['light', 'dark'] as const)
      for (const name of ['Tiếng Việt', 'English'] as const) {
        await page.emulateMedia({ colorScheme })
        await switchTo(name)
        const found = await page.evaluate<string[]>(
          "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`))",
        )
        expect([colorScheme, name, found]).toEqual([colorScheme, name, []])
        for (const [width, height] of [
          [1366, 768],
          [1920, 1080],
        ] as const) {
          await page.setViewportSize({ width, height })
          await page.screenshot({ path: join(screenshots, `overview-${colorScheme}-${name === 'English' ? 'en' : 'vi'}-${width}.png`) })
          expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
        }
        await page.setViewportSize({ width: 1366, height: 768 })
      }
    const smallest = await page.evaluate<number>(
      "Math.min(...[...document.querySelectorAll('body *')].filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())).map((e) => parseFloat(getComputedStyle(e).fontSize)))",
    )
    expect(smallest).toBeGreaterThanOrEqual(16)
    await page.emulateMedia({ colorScheme: 'light' })
    await switchTo('Tiếng Việt')
  })

  it('is usable by keyboard, and shows where the focus is', async () => {
    await page.reload()
    await page.locator('.indicators').waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.className')).toBe('skip')
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle !== 'none'")).toBe(true)
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('page')
    expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/(#\/.*)?$/)
    await page.locator('#period').focus()
    expect(await page.evaluate('document.activeElement.id + getComputedStyle(document.activeElement).outlineStyle')).toBe('periodsolid')
    await page.locator('.language input[value=vi]').focus()
    await page.keyboard.press('ArrowRight')
    await page.locator('html[lang=en]').waitFor()
    await page.keyboard.press('ArrowLeft')
    await page.locator('html[lang=vi]').waitFor()
  })

  it('holds the session over a reload, with nothing of the code left in the address', async () => {
    expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/(#\/.*)?$/)
    await page.reload()
    await page.locator('.indicators').waitFor()
    expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/(#\/.*)?$/)
  })

  it('opens nothing with a wrong or a used code, and says what to do', async () => {
    for (const url of [`${served.origin}/#wrong`, served.url]) {
      const stranger = await browser.newPage()
      await stranger.goto(url)
      expect(await stranger.getByRole('alert').innerText()).toBe(
        'Địa chỉ này đã được dùng hoặc đã quá một phút. Chạy lại lệnh serve rồi mở địa chỉ mới.',
      )
      await stranger.close()
    }
  })

  it('without a period says how to open one, and shows it by itself as soon as it is open', async () => {
    const directory = join(folder, 'empty')
    await createWorkspace(directory, {}, { actor: 'Lan' })
    const empty = await startServe(directory, join(built, 'renderer'))
    const other = await browser.newPage()
    const complaints: string[] = []
    watchPage(other, { requested, trouble: complaints })
    await other.goto(empty.url)
    // Who comes for the first time begins at the beginning; the overview says the same.
    await other.getByRole('heading', { name: 'Bắt đầu' }).waitFor()
    await goTo(other, 'Tổng quan')
    expect(await other.locator('.empty h2').innerText()).toBe('Chưa có kỳ báo cáo nào')
    expect(await other.locator('.strip .next').innerText()).toContain('mở kỳ báo cáo')
    await other.screenshot({ path: join(screenshots, 'empty-no-period.png') })
    const order = { code: '2026-H1', from: '2025-12-15', to: '2026-06-14', due: '2026-06-17T16:30' }
    await other.evaluate(
      `fetch('/rpc/periods/open', { method: 'POST', headers: { 'content-type': 'application/json', 'x-tonghop-token': sessionStorage.getItem('tonghop.session') }, body: '${JSON.stringify({ json: order })}' })`,
    )
    await other.getByText('Chưa nhận báo cáo nào của kỳ này').waitFor()
    expect(await other.locator('#period').inputValue()).toBe('2026-H1')
    await other.screenshot({ path: join(screenshots, 'empty-nothing-received.png') })
    await empty.stop()
    await other.getByText('Mất liên lạc với phần xử lý dữ liệu').first().waitFor()
    await other.close()
    // What the browser says about a host that has gone is no trouble of the page.
    expect(complaints.filter((text) => !text.includes('net::ERR_'))).toEqual([])
  })

  it('prints on one sheet', async () => {
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
  })

  it('runs no script but its own, and cannot call another address', async () => {
    const other = await context.newPage()
    await other.goto(served.origin)
    await other.evaluate(
      "const script = document.createElement('script'); script.textContent = 'window.planted = true'; document.head.append(script)",
    )
    expect(await other.evaluate('window.planted')).toBeUndefined()
    expect(await other.evaluate("fetch('http://127.0.0.1:9/').then(() => 'let through', () => 'blocked')")).toBe('blocked')
    expect(
      await other.evaluate(
        "new Promise((tell) => { addEventListener('securitypolicyviolation', ({ effectiveDirective }) => tell(effectiveDirective)); fetch('http://127.0.0.1:9/').catch(() => undefined) })",
      ),
    ).toBe('connect-src')
    await other.close()
  })

  it('asked nobody but the loopback host, and complained of nothing', () => {
    expect(requested.length).toBeGreaterThan(5)
    expect(requested.filter((url) => !/^http:\/\/127\.0\.0\.1:\d+\/|^data:,$/.test(url))).toEqual([])
    expect(trouble).toEqual([])
    expect(existsSync(join(screenshots, 'overview-light-vi-1366.png'))).toBe(true)
  })
})
