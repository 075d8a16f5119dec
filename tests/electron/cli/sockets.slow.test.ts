import { execFile, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { runCommand } from '../../kit/run-command.ts'
import { describeWithTools } from '../../kit/system-tools.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

const run = promisify(execFile)
const root = new URL('../../..', import.meta.url).pathname
const traced = (log: string, ...argv: string[]): string[] => [
  '-f',
  '-qq',
  '-e',
  'trace=socket,connect,bind',
  '-o',
  log,
  process.execPath,
  ...argv,
]

/** Every socket call that reaches beyond this machine's own files: all address families but AF_UNIX. */
const networkCalls = (log: string): string[] =>
  readFileSync(log, 'utf8')
    .split('\n')
    .filter((entry) => /\b(?:socket|connect|bind)\(/.test(entry) && !/AF_(?:UNIX|LOCAL)/.test(entry))

async function workspace(): Promise<{ data: string; folder: string }> {
  const folder = temporaryFolder()
  const data = join(folder, 'data')
  await runCommand(['init', '--data', data])
  await runCommand(['period', 'open', '2026-H1', '--from', '2025-12-15', '--to', '2026-06-14', '--due', '2026-06-20', '--data', data])
  await runCommand(['templates', '--period', '2026-H1', '--out', join(folder, 'out'), '--unit', 'org.ldld_tinh', '--data', data])
  return { data, folder }
}

describeWithTools(['strace'], 'no network', () => {
  it('import, figures and report open no socket', async () => {
    const { data, folder } = await workspace()
    const log = join(folder, 'calls')
    for (const argv of [
      ['import', join(folder, 'out'), '--period', '2026-H1'],
      ['figures', '--period', '2026-H1'],
      ['report', 'build', '--period', '2026-H1', '--kind', 'periodic', '--out', join(folder, 'r.pdf')],
    ]) {
      await run('strace', traced(log, join(root, 'electron/cli/start.mjs'), ...argv, '--data', data))
      expect(networkCalls(log), argv[0]).toEqual([])
    }
  })

  it('serve opens the loopback listener and nothing else', async () => {
    const { data, folder } = await workspace()
    const log = join(folder, 'calls')
    const child = spawn('strace', traced(log, join(root, 'electron/serve.ts'), '--data', data), { stdio: ['ignore', 'pipe', 'inherit'] })
    const url = await new Promise<string>((resolve) => child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim())))
    expect((await fetch(new URL('/session', url), { method: 'POST', body: new URL(url).hash.slice(1) })).status).toBe(200)
    // A signal to strace itself would only detach it and leave the server behind.
    const server = Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim())
    onTestFinished(() => {
      if (child.exitCode === null) process.kill(server, 'SIGKILL')
    })
    const ended = new Promise((resolve) => child.once('close', resolve))
    process.kill(server, 'SIGINT')
    await ended
    const calls = networkCalls(log)
    expect(calls.filter((entry) => entry.includes('connect('))).toEqual([])
    expect(calls.filter((entry) => entry.includes('bind('))).toEqual([expect.stringContaining('inet_addr("127.0.0.1")')])
    expect(calls.filter((entry) => entry.includes('socket('))).toHaveLength(1)
  })
})
