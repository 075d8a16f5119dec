import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { expect, it } from 'vitest'
import { storeFigures } from '../../kit/store-figures.ts'
import { testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

const main = new URL('../../../electron/cli/start.mjs', import.meta.url).pathname

type Ended = { exitCode: number | null; signal: NodeJS.Signals | null; out: string; notes: string }
type Handles = { stdout?: number; onStart?: (child: ReturnType<typeof spawn>) => void; environment?: NodeJS.ProcessEnv }

/** The command as a process of its own, with the terminal it is given. */
const start = (argv: readonly string[], { stdout, onStart, environment = {} }: Handles = {}): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...argv], {
      stdio: ['ignore', stdout ?? 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    })
    const read = { out: '', notes: '' }
    child.stdout?.on('data', (data: Buffer) => (read.out += data.toString()))
    child.stderr?.on('data', (data: Buffer) => (read.notes += data.toString()))
    child.on('error', reject)
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, ...read }))
    onStart?.(child)
  })

function workspace(): string {
  const { directory, context } = testWorkspaceWithPeriod()
  storeFigures(context, { period: '2026-H1', unit: 'org.du_xa.11953' }, { um_total: 10, um_informed: 12 })
  context.store.close()
  return directory
}

const findings = (data: string, ...more: string[]): string[] => ['findings', '--period', '2026-H1', '--data', data, ...more]

it('a reader who leaves early ends the command quietly', async () => {
  const ended = await start(findings(workspace(), '--json'), { onStart: ({ stdout }) => stdout!.destroy() })
  expect(ended).toMatchObject({ exitCode: 0, signal: null, notes: '' })
})

it('nobody reading the notes is no reason to stop', async () => {
  const ended = await start(['status', '--period', 'none', '--data', workspace()], { onStart: ({ stderr }) => stderr!.destroy() })
  expect(ended).toMatchObject({ exitCode: 3, signal: null, out: '' })
})

it.runIf(existsSync('/dev/full'))('an answer that a full disk swallowed is not an empty answer', async () => {
  const full = openSync('/dev/full', 'w')
  const ended = await start(findings(workspace(), '--json'), { stdout: full })
  closeSync(full)
  expect(ended).toMatchObject({ exitCode: 3, signal: null })
  expect(ended.notes).toBe(
    'Việc đã làm xong nhưng chưa ghi được kết quả ra nơi nhận (ổ đĩa đã đầy). Kiểm tra nơi nhận rồi gõ lại lệnh xem.\n',
  )
})

it('writes the same Vietnamese whatever the locale of the terminal', async () => {
  const data = workspace()
  const [plain, other] = await Promise.all([
    start(findings(data)),
    start(findings(data), { environment: { LC_ALL: 'C', LANG: 'vi_VN.CP1258' } }),
  ])
  expect(plain.out).toContain('Phải xử lý trước khi trình')
  expect(other).toEqual(plain)
})
