import Database from 'better-sqlite3'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defaultDataFolder } from '../../../electron/cli/data-folder.ts'
import { formatTable } from '../../../electron/cli/format-table.ts'
import { commandTable } from '../../../electron/cli/command-table.ts'
import { globalOptions } from '../../../electron/cli/option-names.ts'
import { countSlips } from '../../../electron/cli/near-miss.ts'
import { commandExample, commandNames, commandSummary, commandUsage } from '../../../shared/messages/command-help.ts'
import { runCommand } from '../../kit/run-command.ts'
import { temporaryFolder, testWorkspace, testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

const errorDocument = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    message: z.string().min(1),
    reference: z.string().nullable(),
  }),
})

function workspace(): string {
  const { directory, context } = testWorkspaceWithPeriod()
  context.store.close()
  return directory
}

describe('wrong usage ends with 2 and says what was meant', () => {
  it.each([
    [['statsu'], 'command.unknown', 'status'],
    [['period', 'opne'], 'command.unknown', 'period open'],
    [['period'], 'command.unknown', 'period open, period close'],
    [['reprt', 'build'], 'command.unknown', 'report'],
    [['status', '--perod', 'x'], 'command.unknown_option', '--period'],
    [['status'], 'command.option_missing', 'tonghop status --period P'],
    [['status', '--period'], 'command.option_without_value', '--period'],
    [['status', '--period', '--lang=en'], 'command.option_without_value', '--period'],
    [['status', '--json=yes', '--period', 'x'], 'command.option_with_value', '--json'],
    [['period', 'close'], 'command.argument_missing', 'CODE'],
    [['period', 'close', 'a', 'b'], 'command.argument_too_many', '“b”'],
    [['status', '--period', 'x', '--lang', 'fr'], 'command.bad_choice', 'vi, en'],
    [['import', '/no/such/path', '--period', 'x'], 'command.no_such_path', '/no/such/path'],
    [['import', '/', '--period', 'x', '--channel', 'usbb'], 'command.bad_choice', 'usb'],
    [['adjust', 'um_total', '1.250', '--period', 'x', '--unit', 'y', '--reason', 'z'], 'command.bad_number', '1.250'],
    [['report', 'build', '--period', 'x', '--kind', 'monthly', '--out', 'y'], 'command.bad_choice', 'periodic'],
    [['verify'], 'command.argument_missing', 'FILE'],
    [['restore', '/no/such/file'], 'command.no_such_path', '/no/such/file'],
  ])('%j → %s', async (argv, code, said) => {
    const people = await runCommand(argv)
    expect([people.exitCode, people.out]).toEqual([2, ''])
    expect(people.notes).toContain(said)
    expect(people.notes).not.toMatch(/\{\w+\}|undefined| {4}at /)
    const program = await runCommand([...argv, '--json'])
    const { error } = errorDocument.parse(program.json)
    expect([program.exitCode, program.notes, error.code, error.reference]).toEqual([2, '', code, null])
  })

  it('a wrong day is wrong usage, too', async () => {
    const { exitCode, json } = await runCommand([
      'period',
      'open',
      'X',
      '--from',
      '2026-02-30',
      '--to',
      '2026-06-14',
      '--due',
      '2026-06-20',
      '--data',
      workspace(),
      '--json',
    ])
    expect([exitCode, errorDocument.parse(json).error.code]).toEqual([2, 'period.bad_day'])
  })
})

describe('refusals end with 3', () => {
  it('says so in the language asked for', async () => {
    const data = workspace()
    const vi = await runCommand(['status', '--period', '2027', '--data', data])
    expect(vi).toMatchObject({ exitCode: 3, out: '', notes: 'Không có kỳ 2027. Kiểm tra lại mã kỳ.\n' })
    const en = await runCommand(['status', '--period', '2027', '--data', data, '--lang', 'en'])
    expect(en.notes).toBe('There is no period 2027. Check its code.\n')
  })

  it('no workspace, and one that somebody else writes', async () => {
    const none = await runCommand(['status', '--period', 'x', '--data', temporaryFolder(), '--json'])
    expect([none.exitCode, errorDocument.parse(none.json).error.code]).toEqual([3, 'workspace.not_found'])
    const { directory } = testWorkspaceWithPeriod()
    const busy = await runCommand(['period', 'close', '2026-H1', '--data', directory, '--json'])
    expect([busy.exitCode, errorDocument.parse(busy.json).error.code]).toEqual([3, 'workspace.in_use'])
    expect((await runCommand(['status', '--period', '2026-H1', '--data', directory])).exitCode).toBe(0)
  })
})

describe('Ctrl-C', () => {
  it('stops the job, says so, and leaves a workspace that can go on', async () => {
    const data = workspace()
    const folder = temporaryFolder()
    const stopped = await runCommand(['templates', '--period', '2026-H1', '--out', folder, '--data', data, '--json'], AbortSignal.abort())
    expect([stopped.exitCode, errorDocument.parse(stopped.json).error.code]).toEqual([3, 'job.cancelled'])
    expect(readdirSync(folder)).toEqual([])
    expect((await runCommand(['verify', '--audit', '--data', data])).exitCode).toBe(0)
    expect((await runCommand(['period', 'close', '2026-H1', '--data', data])).exitCode).toBe(0)
  })
})

describe('a bug ends with 4', () => {
  it('shows a reference, and only the log has the trace', async () => {
    const data = workspace()
    const database = new Database(join(data, 'store.db'))
    database.exec('ALTER TABLE expected_unit RENAME TO planted')
    database.close()
    const people = await runCommand(['status', '--period', '2026-H1', '--data', data])
    expect([people.exitCode, people.out]).toEqual([4, ''])
    expect(people.notes).toMatch(/^Ứng dụng gặp sự cố \(mã TH-[0-9A-F]{4}\)\. Thao tác vừa rồi chưa được ghi, dữ liệu không thay đổi\.\n$/m)
    const { json } = await runCommand(['status', '--period', '2026-H1', '--data', data, '--json'])
    const { error } = errorDocument.parse(json)
    expect(error.code).toBe('command.unexpected')
    const log = readdirSync(join(data, 'log'))
      .map((name) => readFileSync(join(data, 'log', name), 'utf8'))
      .join('')
    expect(log).toContain(`${error.reference} submissions.register`)
    expect(log).toMatch(/no such table: expected_unit[^]* at /)
  })
})

describe('help', () => {
  it('explains every command in both languages with an example that begins with its name', async () => {
    expect(commandNames).toEqual(Object.keys(commandTable))
    for (const name of commandNames) {
      expect(commandUsage[name].startsWith(name)).toBe(true)
      expect(commandExample[name].startsWith(name)).toBe(true)
      for (const lang of ['vi', 'en'] as const) {
        const { exitCode, out } = await runCommand(['help', ...name.split(' '), '--lang', lang])
        expect(exitCode).toBe(0)
        expect(out.replaceAll('\n', ' ')).toContain(commandSummary[name][lang])
        expect(out).toContain(`tonghop ${commandUsage[name]}`)
      }
    }
  })

  it('comes for nothing at all, for --help anywhere, and names nothing unknown', async () => {
    const bare = await runCommand([])
    expect(bare.exitCode).toBe(0)
    for (const name of commandNames) expect(bare.out).toContain(name)
    expect((await runCommand(['import', '--help'])).out).toContain('tonghop import PATH…')
    expect((await runCommand(['help', 'nothing'])).exitCode).toBe(2)
  })

  it('every option in a usage line is one that the command takes', async () => {
    for (const name of commandNames) {
      const { options } = await commandTable[name]()
      const named = [...commandUsage[name].matchAll(/--([a-z][a-z0-9-]*)/g)].map((match) => match[1]!.replace(/^no-/, ''))
      for (const option of named) expect([...options, ...globalOptions], name).toContain(option)
    }
  })
})

describe('what people read', () => {
  it('has no placeholder left open, in either language', async () => {
    const data = workspace()
    for (const lang of ['vi', 'en'])
      for (const argv of [
        ['period', 'list'],
        ['units', 'list'],
        ['status', '--period', '2026-H1'],
        ['figures', '--period', '2026-H1'],
        ['findings', '--period', '2026-H1'],
        ['held', 'list', '--period', '2026-H1'],
        ['report', 'list'],
        ['verify', '--audit'],
      ]) {
        const { exitCode, out } = await runCommand([...argv, '--data', data, '--lang', lang])
        expect(exitCode, argv.join(' ')).toBe(0)
        expect(out, argv.join(' ')).not.toMatch(/\{\w+\}|undefined|NaN|\[object/)
      }
  })

  it('lines up Vietnamese letters, composed or not', () => {
    const lines = formatTable(
      [{ head: 'a' }, { head: 'số', align: 'right' }],
      [
        ['Tiên La', '1.234'],
        ['Tiên La'.normalize('NFD'), '5'],
      ],
    ).split('\n')
    expect(lines.map((line) => line.normalize('NFC').length)).toEqual([14, 14, 14])
  })
})

describe('small parts', () => {
  it('counts slips', () => {
    expect([countSlips('status', 'status'), countSlips('statsu', 'status'), countSlips('', 'abc')]).toEqual([0, 2, 3])
  })

  it('knows where each system keeps a person’s data', () => {
    expect(defaultDataFolder({}, 'linux', '/home/lan')).toBe('/home/lan/.local/share/tonghop')
    expect(defaultDataFolder({ XDG_DATA_HOME: '/d' }, 'linux', '/home/lan')).toBe('/d/tonghop')
    expect(defaultDataFolder({ APPDATA: '/roaming' }, 'win32', '/u')).toBe('/roaming/TongHop')
  })

  it('a broken programme file is refused with the place', async () => {
    const file = join(temporaryFolder(), 'p.json')
    writeFileSync(file, '{"schema": ')
    const { exitCode, json } = await runCommand(['init', '--programme', file, '--data', join(temporaryFolder(), 'w'), '--json'])
    expect([exitCode, errorDocument.parse(json).error.code]).toEqual([3, 'programme.invalid'])
  })

  it('a workspace is not made twice', async () => {
    const { directory, context } = testWorkspace()
    context.store.close()
    const { exitCode, json } = await runCommand(['init', '--data', directory, '--json'])
    expect([exitCode, errorDocument.parse(json).error.code]).toEqual([3, 'workspace.exists'])
  })
})
