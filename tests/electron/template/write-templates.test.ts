import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPeriod } from '../../../electron/setup/open-period.ts'
import { writeNewFile } from '../../../electron/template/write-new-file.ts'
import { writeTemplates } from '../../../electron/template/write-templates.ts'
import { createWorkerPool, type WorkerPool } from '../../../electron/workers/pool.ts'
import { readWorkbook } from '../../../electron/workers/workbook/read-workbook.ts'
import type { AppError } from '../../../shared/errors.ts'
import { identifySubmission } from '../../../shared/rules/identify-submission.ts'
import { indexUnits } from '../../../shared/rules/find-unit-names.ts'
import { templateFileName } from '../../../shared/rules/template-file-name.ts'
import { mapped, units } from '../../kit/template-order.ts'
import { storeTestSubmission, testFigures, testPeriod } from '../../kit/test-submission.ts'
import { temporaryFolder, testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

let pool: WorkerPool
beforeAll(() => {
  pool = createWorkerPool({ size: 2 })
})
afterAll(() => pool.close())

const refusal = async (action: Promise<unknown>): Promise<Pick<AppError, 'code' | 'params'>> => {
  const { code, params } = (await action.then(
    () => undefined,
    (error: unknown) => error,
  )) as AppError
  return { code, params }
}

describe('templates of a period', () => {
  it('writes a workbook for the units named, in protocol order, and the common one', async () => {
    const context = { ...testWorkspaceWithPeriod().context, pool }
    const directory = join(temporaryFolder(), 'gửi', 'biểu mẫu')
    const progress: number[] = []
    const { files } = await writeTemplates(
      context,
      { period: testPeriod.code, directory, units: ['org.ldld_tinh', 'org.du_xa.11953'], common: true },
      { onProgress: (done) => progress.push(done) },
    )
    expect(files.map(({ unit, path }) => [unit, basename(path)])).toEqual([
      ['org.du_xa.11953', 'BC_2026-H1_11953_Phuong-Pho-Hien.xlsx'],
      ['org.ldld_tinh', 'BC_2026-H1_ldld-tinh_Lien-doan-Lao-dong-tinh-Hung-Yen.xlsx'],
      [null, 'BC_2026-H1_Dung-chung.xlsx'],
    ])
    expect(readdirSync(directory).toSorted()).toEqual(files.map(({ path }) => basename(path)).toSorted())
    expect(files.map(({ path }) => mapped(readWorkbook(readFileSync(path))).identity?.unit)).toEqual([
      'org.du_xa.11953',
      'org.ldld_tinh',
      '',
    ])
    expect(progress.at(-1)).toBe(3)
  })

  it('shows the figures in effect of the period before, and none of a later one', async () => {
    const { context: bare, setClock } = testWorkspaceWithPeriod()
    const context = { ...bare, pool }
    storeTestSubmission(context, 'org.du_xa.11953', 5)
    setClock('2026-10-01T02:00:00.000Z')
    openPeriod(context, { code: '2026-H2', from: '2025-12-15', to: '2026-12-14', due: '2026-12-20 17:00' })
    const directory = temporaryFolder()
    const beside = async (period: string): Promise<unknown[]> => {
      const { files } = await writeTemplates(context, { period, directory, units: ['org.du_xa.11953'] })
      const sheet = readWorkbook(readFileSync(files[0]!.path)).sheets.find(({ name }) => name === 'Số liệu')!
      return sheet.cells.filter((cell) => cell.column === 6 && cell.row > 5).map((cell) => cell.value)
    }
    expect(await beside('2026-H2')).toEqual(testFigures(5).map(({ value }) => value))
    expect(await beside('2026-H1')).toEqual([])
  })

  it('refuses a unit that is not expected and a period that is not there', async () => {
    const context = { ...testWorkspaceWithPeriod().context, pool }
    const directory = temporaryFolder()
    expect(await refusal(writeTemplates(context, { period: testPeriod.code, directory, units: ['org.du_xa.99999'] }))).toEqual({
      code: 'template.unit_not_expected',
      params: { unit: 'org.du_xa.99999', period: testPeriod.code },
    })
    expect((await refusal(writeTemplates(context, { period: 'none', directory }))).code).toBe('period.not_found')
    expect(readdirSync(directory)).toEqual([])
  })

  it('names files in plain ASCII that never speak of another unit', () => {
    const index = indexUnits(units)
    for (const unit of units) {
      const fileName = templateFileName('H1-2026', unit)
      expect(fileName).toMatch(/^BC_H1-2026_[A-Za-z0-9-]+_[A-Za-z0-9-]+\.xlsx$/)
      const identification = identifySubmission({
        mapped: {
          layout: 'template',
          identity: {
            programme: 'directive-58',
            programmeVersion: 1,
            period: 'H1-2026',
            unit: unit.code,
            templateVersion: 1,
            intact: true,
          },
          cover: { unitName: unit.name, unitCode: '', periodCode: 'H1-2026', from: '', to: '' },
        },
        fileName,
        folders: '',
        programme: 'directive-58',
        period: 'H1-2026',
        index,
        expected: new Set(units.map(({ code }) => code)),
        learned: new Map(),
        nameOf: (code) => code,
      })
      expect([fileName, identification.unit, identification.reasons]).toEqual([fileName, unit.code, []])
    }
    expect(new Set(units.map((unit) => templateFileName('H1-2026', unit))).size).toBe(units.length)
  })
})

describe('a new file', () => {
  const bytes = Buffer.from('mới')
  it('never replaces another one, and is not written twice', async () => {
    const directory = temporaryFolder()
    writeFileSync(join(directory, 'a.xlsx'), 'đã nhập số liệu')
    const path = await writeNewFile(directory, 'a.xlsx', bytes)
    expect(basename(path)).toBe('a_2.xlsx')
    expect(await writeNewFile(directory, 'a.xlsx', bytes)).toBe(path)
    expect(readFileSync(join(directory, 'a.xlsx'), 'utf8')).toBe('đã nhập số liệu')
    expect(readdirSync(directory).toSorted()).toEqual(['a.xlsx', 'a_2.xlsx'])
  })
  it('says where it could not be written, and leaves nothing behind', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'tệp'), '')
    expect(await refusal(writeNewFile(join(folder, 'tệp', 'dưới'), 'a.xlsx', bytes))).toMatchObject({
      code: 'template.not_written',
      params: { reason: 'ENOTDIR' },
    })
    expect(readdirSync(folder)).toEqual(['tệp'])
  })
})
