import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listExpectedUnits } from '../../../electron/store/period-store.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { describeWithTools } from '../../kit/system-tools.ts'
import { testEngine } from '../../kit/test-engine.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

const period = '2026-H1'
const python = (script: string, ...args: string[]): string =>
  execFileSync('/usr/bin/python3', [join(import.meta.dirname, script), ...args], { encoding: 'utf8' })

type Told = {
  summary: (string | number | null)[][]
  units: (string | number | null)[][]
  merged: string[]
  charts: number
  choices: string[]
  title: unknown[]
  looks: string[]
  frozen: string
  area: string[]
}
const tell = (path: string, ...more: string[]): Told => JSON.parse(python('tell_form.py', path, ...more)) as Told

describeWithTools(['libreoffice-calc', 'python3-openpyxl'], 'a form as an office program wrote it', () => {
  it('FM1–FM4: is filled with all units, keeps everything else, and another program calculates it', async () => {
    const { engine, client } = testEngine()
    const { staging, store } = engine.context
    const units = listExpectedUnits(store, period)
    storeFigures(engine.context, { period, unit: units[0]!.code }, { um_total: 1000, um_informed: 899 })
    storeFigures(engine.context, { period, unit: units[1]!.code }, { um_total: 'nil', um_informed: 'nil' })
    const folder = temporaryFolder()
    const [blank, path] = ['Biểu mẫu.xlsx', 'da-dien.xlsx'].map((name) => join(folder, name)) as [string, string]
    python('make_form.py', blank)
    const scope = { period, kind: 'periodic', form: staging.addInput(blank) } as const
    const read = await client.forms.read(scope)
    expect(read.marks.filter(({ state }) => state !== 'known').map(({ mark, place, state }) => [mark, place, state])).toEqual([
      ['khong.co', 'Tổng hợp!A6', 'unknown'],
    ])
    expect(read.marks.find(({ mark }) => mark === 'unit.name')).toMatchObject({ isRepeated: true, shown: units[0]!.name })
    const filled = await client.forms.write({ ...scope, target: staging.addOutput(path) })
    expect(filled).toMatchObject({ format: 'xlsx', name: 'da-dien.xlsx', isFrozen: false })

    const told = tell(path)
    const indicator = 'BIỂU TỔNG HỢP (đã nhận 2/'
    expect(told.summary[0]![0]).toContain(indicator)
    expect(told.summary[2]).toEqual([899, 1000, 0.899, '=A3/B3'])
    expect(told.summary[5]![0]).toBe('{{khong.co}}')
    expect([told.merged, told.charts, told.choices, told.title]).toEqual([['A1:D1'], 1, ['D6'], ['Times New Roman', 14, true]])
    expect(told.units).toHaveLength(units.length + 1)
    expect(told.units[1]).toEqual([1, units[0]!.name, 1000, 899, '=IF(N(C2)=0,"",D2/C2)'])
    expect(told.units[2]!.slice(0, 4)).toEqual([2, units[1]!.name, 'Không phát sinh', 'Không phát sinh'])
    expect(told.units[3]!.slice(0, 4)).toEqual([3, units[2]!.name, 'Chưa gửi', 'Chưa gửi'])
    expect([told.looks, told.frozen]).toEqual([['00FFF8DC'], 'C2'])
    expect(told.area).toEqual([`$A$1:$E$${units.length + 1}`])

    mkdirSync(join(folder, 'out'))
    const profile = `-env:UserInstallation=file://${folder}/profile`
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', join(folder, 'out'), path], { stdio: 'ignore' })
    const calculated = tell(join(folder, 'out', 'da-dien.xlsx'), 'values')
    expect(calculated.summary[2]![3]).toBeCloseTo(0.899, 12)
    expect(calculated.units[1]![4]).toBeCloseTo(0.899, 12)
    expect(calculated.units[3]![4] ?? '').toBe('')
  })
})
