import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished } from 'vitest'
import { runCommand } from '../../kit/run-command.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

const root = new URL('../../..', import.meta.url).pathname

function startServe(home: string, ...argv: string[]) {
  const child = spawn(process.execPath, [join(root, 'electron/serve.ts'), ...argv], {
    env: { ...process.env, XDG_DATA_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return child
}

it.runIf(process.platform === 'linux')('begins with a workspace of its own where a person has none yet, as the window does', async () => {
  const home = temporaryFolder()
  const child = startServe(home)
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string]
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#/)
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  expect((await ended)[0]).toBe(0)
  const data = join(home, 'tonghop')
  expect((await runCommand(['units', 'list', '--data', data, '--json'])).json).toMatchObject({ units: { length: 108 } })
  expect((await runCommand(['period', 'list', '--data', data, '--json'])).json).toEqual({ periods: [] })
})

it('makes nothing where a folder was named that holds no workspace', async () => {
  const data = temporaryFolder()
  const child = startServe(temporaryFolder(), '--data', data)
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  expect([code, said.includes(data)]).toEqual([3, true])
  expect(existsSync(data) && readdirSync(data)).toEqual([])
})
