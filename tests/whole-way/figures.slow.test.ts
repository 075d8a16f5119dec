import { copyFileSync, cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { describeWithTools } from '../kit/system-tools.ts'
import { earlierPeriod, fillTemplates, openPeriods, period, type FilledSet, type Figures } from './filled-set.ts'
import { ask, resaveInLibreOffice, runTonghop, sharedFolder } from './tonghop.ts'

type Imported = {
  files: { path: string; outcome: string; unit: string | null; findings: { rule: string }[] }[]
  totals: Record<string, number>
}

const importInto = (data: string, ...paths: string[]): Promise<Imported> =>
  ask<Imported>(data, ['import', ...paths, '--period', period], [0, 1])
const figuresOf = (data: string, ...more: string[]): Promise<Figures> => ask<Figures>(data, ['figures', '--period', period, ...more])

describeWithTools(['python3-openpyxl', 'libreoffice-calc'], 'figures against counts pooled outside', () => {
  const folder = sharedFolder()
  const at = (...parts: string[]): string => join(folder, ...parts)
  const data = at('data')
  let set: FilledSet
  let earlier: FilledSet
  let sentFiles: string[]

  /** Another workspace as it was before the main period's first file. */
  const freshWorkspace = (name: string): string => {
    cpSync(at('opened'), at(name), { recursive: true })
    return at(name)
  }

  beforeAll(async () => {
    await openPeriods(data)
    earlier = await fillTemplates(data, earlierPeriod, at('earlier'), { seed: 20_251_214, share: 0.95, every: 2, final: true })
    set = await fillTemplates(data, period, at('main'), {
      seed: 20_260_614,
      share: 0.88,
      earlier,
      register: at('registered.xlsx'),
      zip: at('all.zip'),
    })
    sentFiles = readdirSync(at('main', 'arrived')).toSorted()
    await ask(data, ['import', at('earlier', 'arrived'), '--period', earlierPeriod])
    await ask(data, ['period', 'register', period, at('registered.xlsx')])
    cpSync(data, at('opened'), { recursive: true })
    await importInto(data, at('main', 'arrived'))
  })

  it('covers every verdict and basis that the truth must speak of', () => {
    const verdicts = [set.now, set.all, earlier.now]
      .flatMap(({ province, units }) => [province, ...Object.values(units)])
      .flatMap(({ indicators }) => indicators)
    expect(new Set(verdicts.map(({ verdict }) => verdict))).toEqual(new Set(['met', 'not_met', 'undetermined', 'nil', 'no_data']))
    expect(new Set(verdicts.map(({ bounds }) => bounds.basis))).toEqual(
      new Set(['reported', 'registered', 'last_period', 'peer_max', 'none', 'mixed', null]),
    )
    expect(new Set(set.now.province.indicators.map(({ verdict }) => verdict)).size).toBeGreaterThan(2)
    expect(set.missing.length).toBeGreaterThan(5)
  })

  it('sums every commune of the province to the last digit, with coverage, verdicts and bounds', async () => {
    expect(await figuresOf(data)).toEqual(set.now.province)
    expect(await ask(data, ['figures', '--period', earlierPeriod])).toEqual(earlier.now.province)
  })

  it('gives each unit its own figures', async () => {
    const units = [
      ...set.missing.slice(0, 4),
      'org.ldld_tinh',
      'org.du_ubnd_tinh',
      ...Object.keys(set.files)
        .slice(0, 100)
        .filter((_, index) => index % 14 === 3),
    ]
    for (const unit of units) expect([unit, await figuresOf(data, '--unit', unit)]).toEqual([unit, set.now.units[unit]])
  })

  it('reads the same from workbooks that LibreOffice saved again, and knows them as duplicates', async () => {
    const chosen = sentFiles.filter((_, index) => index % 4 === 0)
    mkdirSync(at('resaved'))
    resaveInLibreOffice(
      chosen.map((name) => at('main', 'arrived', name)),
      at('resaved'),
      at('office'),
    )
    expect((await importInto(data, at('resaved'))).totals).toMatchObject({ duplicate: chosen.length, imported: 0, held: 0, rejected: 0 })

    cpSync(at('main', 'arrived'), at('mixed'), { recursive: true })
    for (const name of chosen) copyFileSync(at('resaved', name), at('mixed', name))
    const other = freshWorkspace('from-office')
    expect((await importInto(other, at('mixed'))).totals).toMatchObject({ imported: sentFiles.length, held: 0, rejected: 0 })
    expect(await figuresOf(other)).toEqual(set.now.province)
  })

  it('reads the same from an archive', async () => {
    const other = freshWorkspace('from-archive')
    expect((await importInto(other, at('all.zip'))).totals).toMatchObject({ imported: sentFiles.length, held: 0, rejected: 0 })
    expect(await figuresOf(other)).toEqual(set.now.province)
  })

  it('reads the same in two runs, in any order, with every file given twice', async () => {
    const other = freshWorkspace('in-two-runs')
    const paths = sentFiles.map((name) => at('main', 'arrived', name)).toReversed()
    const first = paths.filter((_, index) => index % 2 === 0)
    mkdirSync(at('copies'))
    const copies = first.slice(0, 20).map((path, index) => {
      copyFileSync(path, at('copies', `Bản sao ${index}.xlsx`))
      return at('copies', `Bản sao ${index}.xlsx`)
    })
    expect((await importInto(other, ...copies, ...first)).totals).toMatchObject({ imported: first.length, duplicate: 20, held: 0 })
    expect((await importInto(other, ...paths)).totals).toMatchObject({
      imported: paths.length - first.length,
      duplicate: first.length,
      held: 0,
    })
    const again = await runTonghop(other, 'figures', '--period', period)
    expect(JSON.parse(again.out)).toEqual(set.now.province)
    expect(again.out).toBe((await runTonghop(data, 'figures', '--period', period)).out)
  })

  it('reaches the full sums once the late ones have sent', async () => {
    const other = at('late')
    cpSync(data, other, { recursive: true })
    await importInto(other, at('main', 'held-back'))
    expect(await figuresOf(other)).toEqual(set.all.province)
    const { expected, received, missing } = await ask<Record<string, number>>(other, ['status', '--period', period])
    expect({ expected, received, missing }).toEqual({ expected: 108, received: 108, missing: 0 })
    expect(await ask(other, ['verify', '--audit'])).toMatchObject({ ok: true })
  })
})
