import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { describeWithTools } from '../kit/system-tools.ts'
import { goTo, copySample } from './kit/open-application.ts'
import { windowArguments, windowEnvironment, windowProgram } from './kit/open-window.ts'
import { ownFolder } from './kit/own-folder.ts'

type Call = { thread: string; text: string }

/** The calls of the main process and its threads; what it starts, Chromium above all, is told apart by being no thread of it. */
function callsOfMainProcess(log: string): { calls: Call[]; threads: number } {
  const calls = readFileSync(log, 'utf8')
    .split('\n')
    .flatMap((line): Call[] => {
      const [, thread, text] = /^(\d+) +(.*)$/.exec(line) ?? []
      return thread !== undefined && text !== undefined ? [{ thread, text }] : []
    })
  const threads = new Set([calls[0]!.thread])
  // A call that was cut in two tells its result in its second half.
  const beginnings = new Map<string, string>()
  for (const { thread, text } of calls) {
    if (!threads.has(thread) || !/clone/.test(text)) continue
    const whole = /resumed>/.test(text) ? `${beginnings.get(thread) ?? ''}${text}` : text
    if (/unfinished/.test(text)) beginnings.set(thread, text)
    const [, made] = /= (\d+)/.exec(whole) ?? []
    if (made !== undefined && whole.includes('CLONE_THREAD')) threads.add(made)
  }
  return { calls: calls.filter(({ thread }) => threads.has(thread)), threads: threads.size }
}

describeWithTools(['chromium', 'strace'], 'no network in the window', () => {
  it('the main process, its engine and its workers open no socket but within this machine’s own files', async () => {
    const log = join(ownFolder(), 'calls')
    const traced = ['-f', '-qq', '-e', 'trace=socket,connect,bind,listen,clone,clone3', '-o', log]
    const own = [...windowArguments(copySample()), '--no-sandbox', '--remote-debugging-port=0']
    const child = spawn('strace', [...traced, windowProgram(), ...own], {
      env: windowEnvironment(ownFolder()),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const ended = once(child, 'close')
    const pid = (): number => Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim())
    onTestFinished(() => {
      if (child.exitCode === null) process.kill(pid(), 'SIGKILL')
    })
    let address = ''
    for await (const line of createInterface(child.stderr)) {
      address = /^DevTools listening on (ws:.*)$/.exec(line)?.[1] ?? ''
      if (address !== '') break
    }
    const browser = await chromium.connectOverCDP(address)
    const [context] = browser.contexts()
    const page = context!.pages()[0] ?? (await context!.waitForEvent('page'))
    await page.locator('.frame').waitFor()
    await goTo(page, 'Số liệu')
    await goTo(page, 'Báo cáo')
    await page.locator('[data-page="1"][data-state=drawn]').waitFor()
    await browser.close()
    process.kill(pid(), 'SIGTERM')
    await ended
    const { calls, threads } = callsOfMainProcess(log)
    // The engine's thread and those of the PDF worker among them.
    expect(threads).toBeGreaterThan(6)
    const beyond = calls.filter(({ text }) => /^(?:socket|connect|bind|listen)\(/.test(text) && !/AF_(?:UNIX|LOCAL)|^listen/.test(text))
    expect(beyond).toEqual([])
  })
})
