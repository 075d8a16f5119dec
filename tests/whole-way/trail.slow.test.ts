import { cpSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../kit/seeded-random.ts'
import { describeWithTools } from '../kit/system-tools.ts'
import { fillTemplates, openPeriods, period, type FilledSet, type Figures } from './filled-set.ts'
import { ask, askPython, runTonghop, sharedFolder } from './tonghop.ts'

type Trace = {
  value: number | null
  reported: number | null
  raw: string
  state: string
  path: string
  sheet: string
  cell: string
  adjustments: { id: string; state: string }[]
}
type Finding = { rule: string; severity: string; state: string; unit: string | null; field: string | null }
type Held = {
  id: string
  unit: string | null
  choices: string[]
  reasons: { rule: string }[]
  difference: { figures: { field: string; old: { value: number }; new: { value: number } }[] }
}
type Imported = { files: { outcome: string; submission: string; choices?: string[] }[]; totals: Record<string, number> }

describeWithTools(['python3-openpyxl'], 'from a figure to its cell and to what was agreed about it', () => {
  const folder = sharedFolder()
  const at = (...parts: string[]): string => join(folder, ...parts)
  const data = at('data')
  const arrived = ['--period', period, '--received', '2026-06-15 08:00', '--channel', 'zalo']
  const figures = (of = data): Promise<Figures> => ask<Figures>(of, ['figures', '--period', period])
  const printed = async (of = data): Promise<string> => (await runTonghop(of, 'figures', '--period', period)).out
  const trace = (field: string, unit: string, of = data): Promise<Trace> =>
    ask<Trace>(of, ['trace', field, '--period', period, '--unit', unit])
  const open = (of = data): Promise<Finding[]> => ask<Finding[]>(of, ['findings', '--period', period, '--open'])
  const held = (of = data): Promise<Held[]> => ask<Held[]>(of, ['held', 'list', '--period', period])
  const resolve = (of: string, id: string, choice: string, codes?: number[]) => ask(of, ['held', 'resolve', id, '--as', choice], codes)
  const adjust = async (of: string, unit: string, field: string, value: number): Promise<string> =>
    (
      await ask<{ adjustment: { id: string } }>(of, [
        'adjust',
        field,
        String(value),
        '--period',
        period,
        '--unit',
        unit,
        '--reason',
        'Biên bản ngày 18/6/2026',
        '--basis',
        'minutes',
      ])
    ).adjustment.id

  let set: FilledSet
  let sent: string[]
  /** A commune whose numerator of the first indicator is well below its denominator. */
  let unit: string
  let reported: number
  const field = 'um_informed'

  beforeAll(async () => {
    await openPeriods(data)
    set = await fillTemplates(data, period, at('main'), { seed: 31, share: 1, every: 6 })
    await ask(data, ['import', at('main', 'arrived'), ...arrived])
    sent = Object.keys(set.files)
    unit = sent.find(
      (code) =>
        (set.readings[code]!['um_total']![1] ?? 0) - (set.readings[code]![field]![1] ?? 0) > 20 &&
        set.readings[code]![field]![0] === 'value',
    )!
    reported = set.readings[unit]![field]![1]!
  })

  /** Another workspace with the same files received. */
  const copyOf = (name: string): string => {
    cpSync(data, at(name), { recursive: true })
    return at(name)
  }
  /** The unit's workbook sent again with other values. */
  const sendAgain = (name: string, values: Readonly<Record<string, unknown>>): string => {
    askPython('../kit/fill-workbook.py', { jobs: [{ source: at('main', 'arrived', set.files[unit]!), target: at(name), values }] })
    return at(name)
  }

  it('traces figures to the very cell of the kept file', async () => {
    const random = seededRandom(7)
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!
    const looks = []
    for (let count = 0; count < 12; count++) {
      const [code, name] = [pick(sent), pick(Object.keys(set.readings[sent[0]!]!))]
      const traced = await trace(count % 2 === 0 ? name : `fld.${name}`, code)
      const [state, value] = set.readings[code]![name]!
      expect({ code, name, state: traced.state, value: traced.value, reported: traced.reported }).toEqual({
        code,
        name,
        state,
        value,
        reported: value,
      })
      looks.push({ path: traced.path, name: `fld.${name}`, sheet: traced.sheet, cell: traced.cell, raw: traced.raw })
    }
    const found = lookInto(looks)
    expect(found.map(({ value, named }) => ({ named, raw: String(value ?? '') }))).toEqual(
      looks.map(({ sheet, cell, raw }) => ({ named: [sheet, cell], raw })),
    )
  })

  it('traces a narrative', async () => {
    const traced = await ask<{ value: string; path: string; sheet: string; cell: string }>(data, [
      'trace',
      'nar.tsk.1.1',
      '--period',
      period,
      '--unit',
      unit,
    ])
    const [found] = lookInto([{ ...traced, name: 'nar.tsk.1.1' }])
    expect({ value: traced.value, named: [traced.sheet, traced.cell] }).toEqual(found)
  })

  it('moves the sums by exactly the difference of an adjustment, and back when it is withdrawn', async () => {
    const of = copyOf('adjusted')
    const [before, beforePrinted] = [await figures(of), await printed(of)]
    const id = await adjust(of, unit, field, reported + 7)
    const after = await figures(of)
    expect(after.fields).toEqual({ ...before.fields, [field]: before.fields[field]! + 7 })
    expect(after.states).toEqual(before.states)
    expect(after.indicators[0]).toMatchObject({ numerator: numeratorOf(before) + 7, coverage: before.indicators[0]!.coverage })
    expect(after.indicators.slice(1)).toEqual(before.indicators.slice(1))
    expect(after.crossChecks).toEqual(before.crossChecks)
    expect(await trace(field, unit, of)).toMatchObject({ value: reported + 7, reported, adjustments: [{ id, state: 'active' }] })

    await ask(of, ['adjust', 'withdraw', id, '--reason', 'Đơn vị đính chính'])
    expect(await printed(of)).toBe(beforePrinted)
    expect(await trace(field, unit, of)).toMatchObject({ value: reported, reported, adjustments: [{ id, state: 'withdrawn' }] })
    expect(await ask(of, ['verify', '--audit'])).toMatchObject({ ok: true })
  })

  it('[R3] holds a changed version until a person answers, then suspends the adjustment that lay over the old figure', async () => {
    const of = copyOf('changed')
    const before = await figures(of)
    const id = await adjust(of, unit, field, reported + 7)
    const adjusted = await printed(of)
    const again = sendAgain('lan-2.xlsx', { [`fld.${field}`]: reported + 11 })
    expect((await ask<Imported>(of, ['import', again, ...arrived], [1])).files).toMatchObject([
      { outcome: 'held', unit, choices: ['use_new', 'keep_current'] },
    ])
    expect(await printed(of)).toBe(adjusted)
    const [waiting] = await held(of)
    expect(waiting).toMatchObject({
      unit,
      reasons: [{ rule: 'M46' }],
      difference: { figures: [{ field, old: { value: reported }, new: { value: reported + 11 } }] },
    })
    expect(await open(of)).toContainEqual(expect.objectContaining({ rule: 'M46', severity: 'blocking', unit }))

    await resolve(of, waiting!.id, 'use_new')
    expect(numeratorOf(await figures(of))).toBe(numeratorOf(before) + 11)
    expect(await trace(field, unit, of)).toMatchObject({
      value: reported + 11,
      reported: reported + 11,
      adjustments: [{ id, state: 'suspended' }],
    })
    expect(await open(of)).toContainEqual(expect.objectContaining({ rule: 'R3', severity: 'blocking', unit, field }))
    expect((await open(of)).filter(({ rule }) => rule === 'M46')).toEqual([])

    await adjust(of, unit, field, reported + 9)
    expect(numeratorOf(await figures(of))).toBe(numeratorOf(before) + 9)
    expect((await open(of)).filter(({ rule }) => rule === 'R3')).toEqual([])
    expect(await ask(of, ['verify', '--audit'])).toMatchObject({ ok: true })
  })

  it('[M46] keeps what counts when the answer is to keep it', async () => {
    const of = copyOf('kept')
    const before = await printed(of)
    await ask(of, ['import', sendAgain('lan-3.xlsx', { 'fld.um_total': 1 }), ...arrived], [1])
    await resolve(of, (await held(of))[0]!.id, 'keep_current')
    expect(await held(of)).toEqual([])
    expect(await printed(of)).toBe(before)
    expect((await ask<{ units: { code: string; state: string }[] }>(of, ['status', '--period', period])).units).toContainEqual(
      expect.objectContaining({ code: unit, state: 'on_time' }),
    )
  })

  it('[M51] refuses what would change a closed period with exit 3, keeps what still comes, and takes it after reopening', async () => {
    const of = copyOf('closed')
    const before = await figures(of)
    const id = await adjust(of, unit, field, reported + 5)
    await ask(of, ['period', 'close', period])
    const closed = await printed(of)
    const isRefused = async (...words: string[]): Promise<void> =>
      expect(await ask(of, words, [3])).toMatchObject({ error: { code: 'period.closed' } })
    await isRefused('adjust', field, '1', '--period', period, '--unit', unit, '--reason', 'Muộn')
    await isRefused('adjust', 'withdraw', id, '--reason', 'Muộn')
    await isRefused('period', 'close', period)
    const again = sendAgain('lan-4.xlsx', { [`fld.${field}`]: reported + 3 })
    expect((await ask<Imported>(of, ['import', again, ...arrived], [1])).totals).toMatchObject({ held: 1 })
    const [waiting] = await held(of)
    expect(waiting).toMatchObject({ unit, reasons: [{ rule: 'M51' }] })
    await isRefused('held', 'resolve', waiting!.id, '--as', 'use_new')
    expect(await printed(of)).toBe(closed)

    await ask(of, ['period', 'reopen', period, '--reason', 'Bổ sung'])
    await resolve(of, waiting!.id, 'use_new')
    expect(numeratorOf(await figures(of))).toBe(numeratorOf(before) + 3)
  })

  it('[M41] a workbook under a neighbour’s name waits until a person says whose it is', async () => {
    const of = at('neighbour')
    await openPeriods(of)
    const [first, second] = sent as [string, string]
    const path = at(`Bao cao ${basename(set.files[second]!, '.xlsx').split('_')[2]}.xlsx`)
    cpSync(at('main', 'arrived', set.files[first]!), path)
    await ask(of, ['import', path, ...arrived], [1])
    const [waiting] = await held(of)
    expect(waiting!.reasons[0]).toMatchObject({ rule: 'M41' })
    expect(await figures(of)).toMatchObject({ fields: { [field]: null } })
    await ask(of, ['held', 'resolve', waiting!.id, '--as', 'assign_unit', '--unit', first])
    expect((await figures(of)).fields[field]).toBe(set.readings[first]![field]![1])
  })

  describe('two commands at once', () => {
    it('lets one write and refuses the other without a half-written file', async () => {
      const of = at('two')
      await openPeriods(of)
      const runs = await Promise.all([1, 2].map(() => runTonghop(of, 'import', at('main', 'arrived'), ...arrived)))
      expect(runs.map(({ exitCode }) => exitCode).toSorted((a, b) => a! - b!)).toEqual([0, 3])
      expect(JSON.parse(runs.find(({ exitCode }) => exitCode === 3)!.out)).toMatchObject({ error: { code: 'workspace.in_use' } })
      expect(await figures(of)).toEqual(set.now.province)
    })
  })
})

const numeratorOf = ({ indicators }: Figures): number => indicators[0]!.numerator

type Look = { path: string; name: string; sheet: string; cell: string }
const lookInto = (looks: readonly Look[]): readonly { value: string | number | null; named: [string, string] }[] =>
  askPython('./read_cells.py', looks) as { value: string | number | null; named: [string, string] }[]
