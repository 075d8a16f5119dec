import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listExpectedUnits } from '../../../electron/store/period-store.ts'
import { describeWithTools } from '../../kit/system-tools.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { testEngine } from '../../kit/test-engine.ts'
import { testPeriod } from '../../kit/test-submission.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

const period = testPeriod.code

/** Every cell as a sheet shows it: a text that a sheet took for a formula would stand as its result. */
function openInCalc(path: string, sheet: number): string[][] {
  const folder = temporaryFolder()
  const options = `44,34,76,1,,1033,true,false,true,false,false,${sheet}`
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      `csv:Text - txt - csv (StarCalc):${options}`,
      '--outdir',
      join(folder, 'shown'),
      path,
    ],
    { stdio: 'ignore' },
  )
  const [name] = readdirSync(join(folder, 'shown'))
  return readFileSync(join(folder, 'shown', name!), 'utf8')
    .trimEnd()
    .split('\n')
    .map((row) =>
      [...row.matchAll(/"((?:[^"]|"")*)"|([^",]+)|(?<=^|,)(?=,|$)/g)].map(([, quoted, plain = '']) =>
        (quoted ?? plain).replaceAll('""', '"'),
      ),
    )
}

describeWithTools(['libreoffice-calc'], 'the table of figures as a workbook', () => {
  it('opens as it was shown: order, groups, numbers as numbers, states in words, nothing computed', async () => {
    const { engine, client } = testEngine()
    const { store } = engine.context
    const [first, second, third] = listExpectedUnits(store, period).map(({ code }) => code)
    storeFigures(
      engine.context,
      { period, unit: first! },
      { um_total: 1234, um_informed: 1111, w_total: 'nil', w_informed: 'not_applicable' },
    )
    storeFigures(engine.context, { period, unit: second! }, { um_total: 3, um_informed: 'blank' })
    store.database.prepare('UPDATE unit SET name = ? WHERE code = ?').run('=1+2', second)
    store.database.prepare('UPDATE unit SET name = ? WHERE code = ?').run('@SUM(1;2)', third)
    await client.adjustments.add({ period, unit: first!, field: 'um_total', value: 1250, basis: 'phone', reason: 'đếm lại' })
    const indicator = 'ind.union_members_informed'
    const { jobId } = await client.figures.exportGrid({
      period,
      language: 'vi',
      columns: [`${indicator}/top`, `${indicator}/bottom`, indicator, 'w_total', 'w_informed'],
      rows: ['=-Nhóm', second!, first!, third!],
    })
    const job = await engine.context.jobs.wait(jobId)
    expect(job).toMatchObject({ state: 'done', result: { rows: 3, columns: 5 } })
    const { file } = job.result as { file: string }
    const { path, name } = engine.context.staging.get(file)
    expect(name).toBe(`So-lieu_${period}.xlsx`)
    const shown = openInCalc(path, 1)
    expect(shown[0]![0]).toContain(period)
    expect(shown[2]!.slice(0, 3)).toEqual(['Đơn vị', 'Tử số', 'Mẫu số'])
    expect(shown[3]).toEqual(['Toàn tỉnh', '1,111', '1,253', '88.9%', 'Không phát sinh', 'Chưa có số liệu'])
    expect(shown[4]!.slice(0, 4)).toEqual(['Đã có số liệu', '1/104', '2/104', '1/104'])
    expect(shown[5]!.slice(0, 4)).toEqual(['-Nhóm', '1,111', '1,253', '88.9%'])
    expect(shown[6]).toEqual(['=1+2', 'Để trống', '3', 'Để trống', 'Để trống', 'Để trống'])
    expect(shown[7]!.slice(1)).toEqual(['1,111', '1,250', '88.9%', 'Không phát sinh', 'Không thuộc đối tượng'])
    expect(shown[8]!.slice(0, 2)).toEqual(['@SUM(1;2)', 'Chưa gửi'])
    const adjusted = openInCalc(path, 2)
    expect(adjusted.at(-1)!.slice(1)).toEqual(['Mẫu số: Tổng số đoàn viên công đoàn', '1,234', '1,250'])
  })

  it('refuses a column or a unit it does not know, and writes nothing', async () => {
    const { engine, client } = testEngine()
    const started = async (columns: string[], rows: string[]) =>
      engine.context.jobs.wait((await client.figures.exportGrid({ period, language: 'en', columns, rows })).jobId)
    expect(await started(['nothing'], [])).toMatchObject({ state: 'failed', error: { code: 'trace.unknown_input' } })
    expect(await started(['um_total'], ['org.nobody'])).toMatchObject({ state: 'failed', error: { code: 'unit.not_found' } })
  })
})
