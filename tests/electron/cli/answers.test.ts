import { describe, expect, it } from 'vitest'
import { formatTable } from '../../../electron/cli/format-table.ts'
import { layOutFindings } from '../../../electron/cli/lay-out-findings.ts'
import { showProgress } from '../../../electron/cli/show-progress.ts'
import { typedCommand } from '../../../electron/cli/typed-command.ts'
import { showSpaces, wrapText } from '../../../electron/cli/wrap-text.ts'
import { openPeriod } from '../../../electron/setup/open-period.ts'
import { journalActions, journalTexts } from '../../../shared/messages/journal.ts'
import { runCommand } from '../../kit/run-command.ts'
import { storeFigures, type Figures } from '../../kit/store-figures.ts'
import { testPeriod } from '../../kit/test-submission.ts'
import { testWorkspace, testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

const P = ['--period', '2026-H1']
const [onTime, late, sameDay] = ['org.du_xa.11953', 'org.du_xa.11977', 'org.du_xa.11983'] as const

/** Three units sent something: punctual, two days late, an hour late. */
function workspace(figures: Figures = { um_total: 100, um_informed: 89 }): string {
  const { directory, context } = testWorkspaceWithPeriod()
  storeFigures(context, { period: '2026-H1', unit: onTime }, figures)
  storeFigures(context, { period: '2026-H1', unit: late }, {}, { receivedAt: '2026-06-22T02:00:00.000Z' })
  storeFigures(context, { period: '2026-H1', unit: sameDay }, {}, { receivedAt: '2026-06-20T11:00:00.000Z' })
  context.store.close()
  return directory
}

const say = async (data: string, ...argv: string[]): Promise<string> => (await runCommand([...argv, '--data', data])).out

describe('status', () => {
  it('names who needs a call, how late the others were, and only counts the punctual', async () => {
    const data = workspace()
    const out = await say(data, 'status', ...P)
    expect(out).toContain('Phải gửi 108 · đã nhận 03 (đúng hạn 01, chậm 02) · đã gửi, chờ xử lý 0 · chưa gửi 105')
    expect(out).toMatch(/^Đảng ủy xã Tân Hưng +Chậm 02 ngày +09:00 ngày 22\/06\/2026$/m)
    expect(out).toMatch(/^Đảng ủy phường Sơn Nam +Chậm trong ngày /m)
    expect(out).not.toContain('Đảng ủy phường Phố Hiến')
    expect(out).toContain(`Đúng hạn: 01 đơn vị. Xem đủ danh sách:`)
    expect(out).toContain(`tonghop status --period 2026-H1 --all --data ${data}`)
    expect(await say(data, 'status', ...P, '--all')).toMatch(/^Đảng ủy phường Phố Hiến +Đúng hạn /m)
  })
})

describe('figures', () => {
  it('shows a rate with as many decimals as its verdict needs, and the target with its sign', async () => {
    const out = await say(workspace({ um_total: 10_000, um_informed: 8996 }), 'figures', ...P, '--unit', onTime)
    expect(out).toMatch(/8\.996 +10\.000 +89,96% +≥ 90% +Chưa tới/)
    expect(out).not.toMatch(/90,0/)
    expect(await say(workspace(), 'figures', ...P, '--unit', onTime)).toMatch(/ 89,0% /)
  })

  it('says the province in a sentence first', async () => {
    const out = await say(workspace(), 'figures', ...P)
    expect(out.split('\n')[0]).toMatch(/^0\/11 chỉ tiêu đã đạt mức mục tiêu năm; /)
  })
})

describe('findings', () => {
  it('counts first, names units, and ends a long list by saying how to see the rest', async () => {
    const data = workspace({ um_total: 100, um_informed: 120 })
    const out = await say(data, 'findings', ...P, '--open')
    expect(out.split('\n')[0]).toMatch(/^\d+ điểm phải xử lý trước khi trình, \d+ điểm nên xem lại, \d+ điểm để biết\.$/)
    expect(out).toMatch(/^ {2}Đảng ủy phường Phố Hiến \(org\.du_xa\.11953\)\n {4}- .*120/m)
    const whole = (await runCommand(['findings', ...P, '--open', '--json', '--data', data])).json as unknown[]
    expect(whole.length).toBeGreaterThan(100)
    expect(out.split('\n').length).toBeLessThan(120)
    expect(out).toContain(`--open --all --data ${data}`)
    expect(await say(data, 'findings', ...P, '--open', '--all')).not.toContain('Xem đủ')
    expect((await say(data, 'findings', ...P, '--open', '--all')).match(/^ {4}- /gm)).toHaveLength(whole.length)
  })

  it('keeps all of one unit together, in the order of the first', () => {
    const finding = (unit: string | null, rule: string) => ({ id: '4f1c2a90d7', unit, rule, field: null, message: rule })
    const lines = layOutFindings([finding('b', 'R1'), finding(null, 'R2'), finding('b', 'R3')], {
      nameOf: (code) => code.toUpperCase(),
      language: 'en',
      width: 80,
    })
    expect(lines).toEqual(['  B (b)', '    - R1 (R1 4f1c2a90)', '    - R3 (R3 4f1c2a90)', '  The province', '    - R2 (R2 4f1c2a90)'])
  })
})

describe('trace', () => {
  it('names the figure and the unit, and both the figure in force and the reported one', async () => {
    const data = workspace()
    await runCommand([
      'adjust',
      'um_informed',
      '88',
      ...P,
      '--unit',
      onTime,
      '--reason',
      'Biên bản 01',
      '--basis',
      'minutes',
      '--data',
      data,
    ])
    const out = await say(data, 'trace', 'um_informed', ...P, '--unit', onTime)
    for (const said of [
      '(um_informed)',
      'Đảng ủy phường Phố Hiến, kỳ 2026-H1',
      'Số được tính: 88',
      'Đơn vị báo cáo: 89, trong ô ghi “89”',
      'Lan. Biên bản: Biên bản 01',
      'Ô gốc: ô E',
    ])
      expect(out).toContain(said)
  })
})

describe('journal list', () => {
  it('says in both languages who did what, without a gap', async () => {
    const data = workspace()
    for (const lang of ['vi', 'en']) {
      const { out, exitCode } = await runCommand(['journal', 'list', '--data', data, '--lang', lang])
      expect(exitCode).toBe(0)
      expect(out).not.toMatch(/\{\w+\}|undefined|\bunit\.import\b/)
    }
    expect(await say(data, 'journal', 'list', '--action', 'period.open')).toMatch(
      /Lan\n {2}Mở kỳ 2026-H1 \(15\/12\/2025 đến 14\/06\/2026\), hạn nộp 17:00 ngày 20\/06\/2026, 108 đơn vị/,
    )
    const json = (await runCommand(['journal', 'list', '--limit', '1', '--data', data, '--json'])).json as Record<string, unknown>[]
    expect(json.map((line) => Object.keys(line).toSorted())).toEqual([['action', 'actor', 'at', 'hash', 'machine', 'params', 'seq']])
    expect((await runCommand(['journal', 'list', '--limit', '0', '--data', data])).exitCode).toBe(2)
    expect((await runCommand(['journal', 'list', '--action', 'period.opne', '--data', data])).notes).toContain('period.open')
  })

  it('says how to see more when there is more', async () => {
    const out = await say(workspace(), 'journal', 'list', '--limit', '2')
    expect(out).toContain('--limit 10')
    expect(out.match(/^\d\d:\d\d ngày/gm)).toHaveLength(2)
  })

  it('has a sentence for every action in both languages with the same params', () => {
    const paramsOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).toSorted()
    for (const action of journalActions) expect(paramsOf(journalTexts[action].vi), action).toEqual(paramsOf(journalTexts[action].en))
  })
})

describe('a clock set back', () => {
  it('is named with its way out, which is refused when it is not needed', async () => {
    const { directory, context, setClock } = testWorkspace()
    setClock('2199-06-15T02:00:00.000Z')
    openPeriod(context, testPeriod)
    context.store.close()
    const refused = await runCommand(['period', 'close', '2026-H1', '--data', directory])
    expect(refused.exitCode).toBe(3)
    expect(refused.notes).toContain('tonghop clock accept --reason')
    expect((await runCommand(['clock', 'accept', '--data', directory])).exitCode).toBe(2)
    const accepted = await runCommand(['clock', 'accept', '--reason', 'Pin đồng hồ đã thay', '--data', directory, '--json'])
    expect(accepted).toMatchObject({ exitCode: 0, json: { last: expect.stringMatching(/^2199-06-15/), now: expect.stringMatching(/^20/) } })
    expect((await runCommand(['period', 'close', '2026-H1', '--data', directory])).exitCode).toBe(0)
    expect((await runCommand(['clock', 'accept', '--reason', 'lần nữa', '--data', directory, '--json'])).json).toMatchObject({
      error: { code: 'workspace.clock_not_behind' },
    })
    expect((await say(directory, 'journal', 'list', '--action', 'clock.accept')).replaceAll(/\s+/g, ' ')).toContain(
      'Lý do: Pin đồng hồ đã thay',
    )
    expect((await runCommand(['verify', '--audit', '--data', directory])).exitCode).toBe(0)
  })
})

describe('laying out', () => {
  it('breaks lines between words, under the first, and never inside a command', () => {
    const command = typedCommand(['status', '--period', '2026-H1'], { data: '/a b', language: 'en' })
    expect(showSpaces(wrapText(`Xem đủ danh sách: ${command}`, 24, '- '))).toBe(
      '- Xem đủ danh sách:\n  tonghop status --period 2026-H1 --data "/a b" --lang en',
    )
  })

  it('fits a table to the screen by its columns of words', () => {
    const table = formatTable(
      [
        { head: 'Chỉ tiêu', wraps: true },
        { head: 'Số', align: 'right' },
      ],
      [['một hai ba bốn năm sáu bảy', '1.234']],
      26,
    )
    expect(table).toBe('Chỉ tiêu                Số\nmột hai ba bốn năm   1.234\nsáu bảy')
  })
})

describe('progress', () => {
  const notesOf = (isWatched: boolean, isShown = true): string => {
    let notes = ''
    const terminal = {
      print: () => undefined,
      note: (text: string) => void (notes += text),
      environment: {},
      systemUser: 'Lan',
      interrupt: new AbortController().signal,
      isWatched,
      readSecret: () => Promise.resolve(''),
    }
    const progress = showProgress(terminal, 'en', isShown)
    for (let done = 0; done <= 200; done++) progress.show(done, 200)
    progress.end()
    return notes
  }

  it('writes over itself where somebody watches, and a line per tenth in a log', () => {
    expect(notesOf(true).split('\r')).toHaveLength(202)
    expect(notesOf(true).endsWith('Working 200/200 (100 %)\n')).toBe(true)
    expect(notesOf(false).trimEnd().split('\n')).toHaveLength(11)
    expect(notesOf(false)).not.toContain('\r')
    expect(notesOf(true, false)).toBe('')
  })
})
