import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { messageOf } from '../../../electron/cli/trouble.ts'
import { runCommand, type CommandRun } from '../../kit/run-command.ts'
import { temporaryFolder, testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

const id = z.string().regex(/^[0-9a-f]{32}$/)
const roles = z.array(z.enum(['clerk', 'reviewer', 'leader', 'registrar', 'administrator']))
const one = z.strictObject({ account: z.strictObject({ id, name: z.string(), displayName: z.string(), roles }) })
const all = z.strictObject({
  accounts: z.array(
    z.strictObject({
      id,
      name: z.string(),
      displayName: z.string(),
      roles,
      isActive: z.boolean(),
      createdAt: z.iso.datetime(),
      lastSignedInAt: z.iso.datetime().nullable(),
      failedAttempts: z.int(),
      retryAt: z.iso.datetime().nullable(),
    }),
  ),
})

const never = new AbortController().signal
type Given = { password?: string; secret?: string }

/** Commands on one workspace, with what stands in the environment and comes through standard input. */
function commands(): (argv: readonly string[], given?: Given) => Promise<CommandRun> {
  const { directory, context } = testWorkspaceWithPeriod()
  context.store.close()
  return (argv, given = {}) => runCommand([...argv, '--data', directory], never, given)
}

const refusal = ({ exitCode, json }: CommandRun): [number, string] => [exitCode, (json as { error: { code: string } }).error.code]

const lan = ['--actor', 'lan', '--json']
const [lanPassword, maiPassword] = ['mật khẩu của Lan', 'mật khẩu của Mai']

async function withLanAndMai(): Promise<ReturnType<typeof commands>> {
  const run = commands()
  await run(['account', 'create', 'lan', '--display-name', 'Nguyễn Thị Lan', '--roles', 'clerk'], { secret: lanPassword })
  await run(['account', 'create', 'mai', '--roles', 'reviewer,leader', ...lan], { password: lanPassword, secret: maiPassword })
  return run
}

describe('account', () => {
  it('makes, lists, changes, disables and enables accounts', async () => {
    const run = commands()
    expect(await run(['account', 'list', '--json'])).toMatchObject({ exitCode: 0, json: { accounts: [] } })
    const first = await run(['account', 'create', 'lan', '--display-name', 'Nguyễn Thị Lan', '--json'], { secret: lanPassword })
    expect(one.parse(first.json).account).toMatchObject({ name: 'lan', displayName: 'Nguyễn Thị Lan', roles: ['administrator'] })
    const as = { password: lanPassword }
    const second = await run(['account', 'create', 'mai', '--roles', 'reviewer, clerk', ...lan], { ...as, secret: maiPassword })
    expect(one.parse(second.json).account.roles).toEqual(['clerk', 'reviewer'])
    expect(one.parse((await run(['account', 'roles', 'MAI', '--roles', 'leader', ...lan], as)).json).account.roles).toEqual(['leader'])
    await run(['account', 'disable', 'mai', ...lan], as)
    expect(all.parse((await run(['account', 'list', ...lan], as)).json).accounts.map(({ name, isActive }) => [name, isActive])).toEqual([
      ['mai', false],
      ['lan', true],
    ])
    await run(['account', 'enable', 'mai', ...lan], as)
    await run(['account', 'password', 'mai', ...lan], { ...as, secret: 'mật khẩu đặt lại' })
    const again = await run(['account', 'password', 'mai', '--actor', 'mai', '--json'], {
      password: 'mật khẩu đặt lại',
      secret: maiPassword,
    })
    expect(one.parse(again.json).account.name).toBe('mai')
    expect((await run(['period', 'list', '--actor', 'mai'], { password: maiPassword })).exitCode).toBe(0)
    for (const lang of ['vi', 'en']) {
      const { out } = await run(['account', 'list', '--actor', 'lan', '--lang', lang], as)
      expect(out).toContain('Nguyễn Thị Lan')
      expect(out).not.toMatch(/\{\w+\}|undefined|null/)
    }
    expect((await run(['verify', '--audit'])).exitCode).toBe(0)
  })

  it('says what was wrong with what was typed', async () => {
    const run = await withLanAndMai()
    const as = { password: lanPassword, secret: 'long enough' }
    expect(refusal(await run(['account', 'create', 'hoa', '--roles', 'boss', ...lan], as))).toEqual([2, 'command.bad_choice'])
    expect(refusal(await run(['account', 'create', 'mai', '--roles', 'clerk', ...lan], as))).toEqual([3, 'account.name_taken'])
    expect(refusal(await run(['account', 'create', 'hoa', '--roles', 'clerk', ...lan], { ...as, secret: 'short' }))).toEqual([
      3,
      'account.password_short',
    ])
    expect(refusal(await run(['account', 'disable', 'hoa', ...lan], as))).toEqual([3, 'account.not_found'])
    expect(refusal(await run(['account', 'disable', 'lan', ...lan], as))).toEqual([3, 'account.last_administrator'])
  })
})

describe('a workspace with accounts', () => {
  it('answers nobody without a name and a password, not even who only reads', async () => {
    const run = await withLanAndMai()
    for (const argv of [
      ['status', '--period', '2026-H1'],
      ['period', 'close', '2026-H1'],
      ['clock', 'accept', '--reason', 'x'],
    ]) {
      expect(refusal(await run([...argv, ...lan]))).toEqual([3, 'session.password_missing'])
      expect(refusal(await run([...argv, '--json'], { password: 'guessed' }))).toEqual([3, 'session.wrong_sign_in'])
    }
    expect((await run(['help'])).exitCode).toBe(0)
    expect((await run(['verify', '--audit', '--json'])).exitCode).toBe(0)
  })

  it('counts what was guessed by reading, too', async () => {
    const run = await withLanAndMai()
    for (let slip = 1; slip <= 4; slip++)
      expect(refusal(await run(['period', 'list', '--actor', 'mai', '--json'], { password: 'guessed' }))).toEqual([
        3,
        'session.wrong_sign_in',
      ])
    const { accounts } = all.parse((await run(['account', 'list', ...lan], { password: lanPassword })).json)
    expect(accounts.find(({ name }) => name === 'mai')).toMatchObject({ failedAttempts: 4, retryAt: expect.any(String) })
  })

  it.each([
    [5, 'Mật khẩu chưa đúng nhiều lần liền. Chờ 5 giây rồi nhập lại.'],
    [119, 'Mật khẩu chưa đúng nhiều lần liền. Chờ 119 giây rồi nhập lại.'],
    [841, 'Mật khẩu chưa đúng nhiều lần liền. Chờ 15 phút rồi nhập lại.'],
  ])('says to wait %i seconds as people do', (seconds, said) => {
    const params = { until: '2026-06-22T02:00:05.000Z', seconds }
    expect(messageOf({ code: 'session.wait', params, reference: null, exitCode: 3 }, 'vi')).toBe(said)
  })

  it('lets each do what their roles are for, and says whose work the rest is', async () => {
    const run = await withLanAndMai()
    const mai = { password: maiPassword }
    const told = await run(['period', 'close', '2026-H1', '--actor', 'mai'], mai)
    expect([told.exitCode, told.notes]).toEqual([3, 'Tài khoản này không có quyền làm việc đó. Việc này dành cho: Chuyên viên tổng hợp.\n'])
    expect((await run(['period', 'close', '2026-H1', ...lan], { password: lanPassword })).exitCode).toBe(0)
    const journal = await run(['journal', 'list', '--by', 'Nguyễn Thị Lan', '--action', 'period.close', '--actor', 'mai', '--json'], mai)
    expect(journal.json).toMatchObject([{ actor: 'Nguyễn Thị Lan', action: 'period.close' }])
    const people = await run(['journal', 'list', '--actor', 'mai', '--lang', 'en'], mai)
    expect(people.out).toContain('Created the account mai (mai), roles: Reviewer, Leader.')
    expect(people.out).not.toMatch(/\{\w+\}/)
  })

  it('has reports reviewed by somebody else, and shows their state', async () => {
    const run = await withLanAndMai()
    const out = `${temporaryFolder()}/bc.pdf`
    const built = await run(['report', 'build', '--period', '2026-H1', '--kind', 'periodic', '--out', out, ...lan], {
      password: lanPassword,
    })
    const { report, sha256 } = built.json as { report: string; sha256: string }
    expect(refusal(await run(['report', 'review', report, ...lan], { password: lanPassword }))).toEqual([3, 'session.no_right'])
    const mai = { password: maiPassword }
    const reviewed = await run(['report', 'review', report, '--actor', 'mai', '--json'], mai)
    expect([reviewed.exitCode, reviewed.json]).toEqual([0, { report, state: 'reviewed', sha256 }])
    expect(refusal(await run(['report', 'review', report, '--actor', 'mai', '--json'], mai))).toEqual([3, 'report.not_draft'])
    expect((await run(['report', 'list', '--actor', 'mai'], mai)).out).toContain('Đã thẩm định')
  })
})

it('takes the password from standard input, never from an argument', async () => {
  const { directory, context } = testWorkspaceWithPeriod()
  context.store.close()
  const main = new URL('../../../electron/cli/start.mjs', import.meta.url).pathname
  const child = spawn(process.execPath, [main, 'account', 'create', 'lan', '--data', directory, '--json'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(`${lanPassword}\n`)
  let out = ''
  child.stdout.on('data', (data: Buffer) => (out += data.toString()))
  const exitCode = await new Promise((resolve) => child.on('close', resolve))
  expect([exitCode, one.parse(JSON.parse(out)).account.name]).toEqual([0, 'lan'])
  const listed = await runCommand(['account', 'list', ...lan, '--data', directory], never, { password: lanPassword })
  expect(all.parse(listed.json).accounts).toHaveLength(1)
})
