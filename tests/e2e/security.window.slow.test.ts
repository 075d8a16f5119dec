import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { contentPolicy } from '../../electron/transport/page.ts'
import { describeWithTools } from '../kit/system-tools.ts'
import { copySample, openApplication, ownAddress, type Application } from './kit/open-application.ts'
import { isRealElectron } from './kit/open-window.ts'

const root = new URL('../..', import.meta.url).pathname

/** The twenty items of Electron's security checklist, by their numbers, on the built bundles in the running window. */
describeWithTools(['chromium'], 'the checklist of Electron', () => {
  let application: Application
  let start: string
  beforeAll(async () => {
    application = await openApplication(copySample())
    await application.page.locator('.frame').waitFor()
    start = application.page.url()
  })
  afterAll(() => application.close())

  const electron = (): NonNullable<Application['electron']> => application.electron!
  const inPage = <Answer>(script: string): Promise<Answer> => application.page.evaluate<Answer>(script)
  const bundles = (folder: 'main' | 'preload'): string =>
    readdirSync(join(inject('built'), folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.c?js$/.test(entry.name))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
      .join('\n')

  it('1, 18: loads its own files only, over its own scheme, none from the file system or a network', async () => {
    expect(await electron().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getURL())).toMatch(
      /^app:\/\/tonghop\/index\.html(?:#|$)/,
    )
    const index = readFileSync(join(inject('built'), 'renderer/index.html'), 'utf8')
    const loaded = [...index.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)
    expect(loaded.length).toBeGreaterThan(1)
    expect(loaded.filter((address) => !/^(?:\.\/assets\/|data:,$)/.test(address!))).toEqual([])
    expect(application.requested.filter((address) => !ownAddress.test(address))).toEqual([])
    expect(bundles('main')).not.toMatch(/loadFile\(|registerFileProtocol/)
  })

  it('2, 3, 4, 6, 8, 9, 10, 11: gives the page nothing of Node, nothing experimental, no way around its own origin', async () => {
    const preferences = await electron().evaluate(({ BrowserWindow }) => {
      // Not among the documented ones, but the only one that tells what was really set.
      const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      return contents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    })
    expect(preferences).not.toHaveProperty('enableBlinkFeatures')
    expect(await inPage('[typeof require, typeof process, typeof module, typeof Buffer, typeof global].join()')).toBe(
      'undefined,undefined,undefined,undefined,undefined',
    )
    expect(bundles('main')).toContain('app.enableSandbox()')
    if (!isRealElectron()) expect(await electron().evaluate(({ app }) => (app as { isSandboxed?: boolean }).isSandboxed)).toBe(true)
  })

  it('5: has no permission but to put something on the clipboard', async () => {
    const states = await inPage(
      "Promise.all(['geolocation', 'notifications', 'midi', 'clipboard-read', 'clipboard-write'].map(async (name) => (await navigator.permissions.query({ name })).state))",
    )
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'granted'])
    expect(await inPage('Notification.requestPermission()')).toBe('denied')
  })

  it('7: every answer of its scheme carries the strict policy, and the policy holds', async () => {
    const answers = await inPage<[string, number, string | null][]>(
      `Promise.all([...new Set(['/', '/index.html', '/nothing.js', '/../main/main.js', ...performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)])]
        .map(async (path) => { const answer = await fetch(path); return [path, answer.status, answer.headers.get('content-security-policy')] }))`,
    )
    expect(answers.length).toBeGreaterThan(6)
    expect(answers.filter(([, , policy]) => policy !== contentPolicy)).toEqual([])
    expect(answers.filter(([, status]) => status === 404).map(([path]) => path)).toEqual(['/nothing.js', '/../main/main.js'])
    await inPage(
      "(() => { const script = document.createElement('script'); script.textContent = 'window.planted = true'; document.head.append(script) })()",
    )
    expect(await inPage('window.planted')).toBeUndefined()
    expect(
      await inPage(
        "new Promise((tell) => { addEventListener('securitypolicyviolation', ({ blockedURI }) => tell(blockedURI)); setTimeout('window.planted = 1') })",
      ),
    ).toBe('eval')
    expect(await inPage("fetch('http://127.0.0.1:9/').then(() => 'let through', () => 'blocked')")).toBe('blocked')
    expect(
      await inPage(
        "new Promise((tell) => { const other = new Image(); other.onload = () => tell('let through'); other.onerror = () => tell('blocked'); other.src = 'https://example.com/x.png' })",
      ),
    ).toBe('blocked')
    // What the policy forbids on purpose is complained of here, and nowhere else.
    application.trouble.splice(0)
  })

  it('12, 13: goes nowhere else, by whatever way, and shows no other page within itself', async () => {
    for (const way of [
      "location.href = 'https://example.com/'",
      "location.assign('http://127.0.0.1:9/')",
      "(() => { const link = document.createElement('a'); link.href = 'https://example.com/link'; document.body.append(link); link.click(); link.remove() })()",
      "(() => { const form = document.createElement('form'); form.action = 'https://example.com/form'; document.body.append(form); form.submit(); form.remove() })()",
      "location.href = 'file:///etc/passwd'",
    ]) {
      await inPage(way)
      expect(await inPage('document.title')).toContain('Tổng Hợp')
      expect([way, application.page.url()]).toEqual([way, start])
    }
    await inPage(
      "(() => { const frame = document.createElement('iframe'); frame.src = 'https://example.com/frame'; document.body.append(frame) })()",
    )
    await inPage(
      "(() => { const view = document.createElement('webview'); view.setAttribute('src', 'https://example.com/'); document.body.append(view) })()",
    )
    expect(await inPage("document.querySelector('webview').constructor.name")).toBe('HTMLElement')
    expect(application.page.frames().filter((frame) => /example/.test(frame.url()))).toEqual([])
    await inPage("document.querySelectorAll('iframe, webview').forEach((one) => one.remove())")
    application.trouble.splice(0)
  })

  it('14: opens no other window', async () => {
    await inPage("void window.open('https://example.com/', '_blank')")
    await inPage(
      "(() => { const link = document.createElement('a'); link.href = '/index.html'; link.target = '_blank'; document.body.append(link); link.click(); link.remove() })()",
    )
    await expect.poll(() => application.page.context().pages().length).toBe(1)
    expect(await electron().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  it('15, 16: hands nothing to other programs, and is built for a pinned, supported Electron', () => {
    expect(bundles('main')).not.toMatch(/openExternal|openPath|child_process/)
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: { electron: string } }
    expect(devDependencies.electron).toMatch(/^(?:4[5-9]|[5-9]\d)\.\d+\.\d+$/)
  })

  it('17: answers nobody but its own page, and no order that it does not know', async () => {
    const preload = join(inject('built'), 'preload/preload.cjs')
    await electron().evaluate(async ({ BrowserWindow }, path) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload: path, sandbox: true, contextIsolation: true } })
      await stranger.loadURL('about:blank')
    }, preload)
    const others = (): Page[] =>
      application.page
        .context()
        .pages()
        .filter((page) => page !== application.page && !page.isClosed())
    await expect.poll(() => others().map((page) => page.url())).toEqual(['about:blank'])
    const stranger = others()[0]!
    await expect.poll(() => stranger.evaluate('typeof tonghopShell')).toBe('object')
    expect(await stranger.evaluate("tonghopShell.ask({ do: 'print' }).then(() => 'answered', (error) => error.message)")).toContain(
      'not our page',
    )
    expect(
      await stranger.evaluate(
        "new Promise((tell) => { addEventListener('message', () => tell('a port')); tonghopShell.connect(); tonghopShell.ask({ do: 'listen' }).catch(() => tell('nothing')) })",
      ),
    ).toBe('nothing')
    await electron().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().at(-1)!.destroy())
    for (const order of [
      "{ do: 'run', command: 'id' }",
      "{ do: 'read', file: '../../../etc/passwd', from: 0 }",
      "{ do: 'read', file: '" + '0'.repeat(32) + "', from: -1 }",
      "{ do: 'print', silent: true }",
      "{ do: 'choose_target', name: '' }",
      'null',
    ])
      expect([
        order,
        await inPage(`new Promise((tell) => tell(tonghopShell.ask(${order}))).then(() => 'answered', () => 'refused')`),
      ]).toEqual([order, 'refused'])
    expect(
      await inPage(
        "(() => { try { tonghopShell.ask({ do: 'stage', paths: ['/etc/passwd'] }); return 'asked' } catch { return 'refused' } })()",
      ),
    ).toBe('refused')
    expect(await inPage(`tonghopShell.ask({ do: 'read', file: '${'0'.repeat(32)}', from: 0 })`)).toMatchObject({
      refused: { code: 'file.not_found' },
    })
  })

  it('20: exposes four functions, which the page cannot change, and no channel', async () => {
    expect(await inPage('Object.keys(tonghopShell).toSorted()')).toEqual(['ask', 'connect', 'listen', 'stageFiles'])
    expect(
      await inPage(
        "(() => { const before = tonghopShell.ask; try { tonghopShell.ask = () => 'mine' } catch {} try { window.tonghopShell = {} } catch {} return tonghopShell.ask === before })()",
      ),
    ).toBe(true)
    expect(await inPage('[typeof ipcRenderer, typeof contextBridge, typeof electron].join()')).toBe('undefined,undefined,undefined')
  })

  it('asks no network by itself: no name is looked up, no proxy sought, no part updated', async () => {
    const switches = [
      'host-resolver-rules',
      'disable-background-networking',
      'disable-component-update',
      'disable-domain-reliability',
      'disable-breakpad',
      'no-pings',
    ]
    expect(await electron().evaluate(({ app }, names) => names.map((name) => app.commandLine.hasSwitch(name)), switches)).toEqual(
      switches.map(() => true),
    )
    expect(await electron().evaluate(({ app }) => app.commandLine.getSwitchValue('host-resolver-rules'))).toBe('MAP * ~NOTFOUND')
    if (isRealElectron()) return
    const settings = await electron().evaluate(({ session }) => {
      const { settings } = session.defaultSession as unknown as { settings: Record<string, unknown> }
      return {
        proxy: settings['proxy'],
        spelling: settings['spellCheckerEnabled'],
        peers: settings['webRtcIpHandlingPolicy'],
        scheme: settings['scheme app'],
      }
    })
    expect(settings).toEqual({
      proxy: { mode: 'direct' },
      spelling: false,
      peers: 'disable_non_proxied_udp',
      scheme: { standard: true, secure: true, supportFetchAPI: true },
    })
  })
})
