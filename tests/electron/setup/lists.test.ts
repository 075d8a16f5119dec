import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServiceContext } from '../../../electron/audit/context.ts'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { importUnits } from '../../../electron/setup/import-units.ts'
import { registerCounts } from '../../../electron/setup/register-counts.ts'
import { listRegisteredCounts } from '../../../electron/store/period-store.ts'
import { findUnit, listUnits } from '../../../electron/store/unit-store.ts'
import { createWorkerPool, type WorkerPool } from '../../../electron/workers/pool.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { temporaryFolder, testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

type Value = string | number | null

let pool: WorkerPool
beforeAll(() => {
  pool = createWorkerPool({ size: 1 })
})
afterAll(() => pool.close())

/** A real Excel file with these rows. */
async function listFile(rows: readonly (readonly Value[])[], name = 'list.xlsx'): Promise<string> {
  const { bytes } = await pool.run('write_list', { sheet: 'Danh sách', rows })
  const path = join(temporaryFolder(), name)
  writeFileSync(path, bytes)
  return path
}
const workspace = (): ServiceContext => ({ ...testWorkspaceWithPeriod().context, pool })
const refusal = (code: string, params = {}) => expect.objectContaining({ code, params: expect.objectContaining(params) })

const header = ['code', 'name', 'kind', 'line', 'parent', 'rank', 'valid_from', 'valid_to', 'aliases']
const row = ['org.kcn', 'Ban Quản lý các khu công nghiệp', 'ban', 'other', null, 7, '2026-01-01', '31/12/2026', 'BQL KCN; KCN tỉnh ;']

describe('importUnits', () => {
  it('adds, changes and leaves alone, in one entry that the audit agrees with', async () => {
    const context = workspace()
    const same = listUnits(context.store)[0]!
    const rows = [
      header,
      row,
      ['org.ldld_tinh', 'Liên đoàn Lao động tỉnh', 'ldld', 'federation', null, 3],
      [same.code, same.name, same.kind, same.line, null, same.rank, null, null, same.aliases.toReversed().join(';')],
    ]
    const result = await importUnits(context, await listFile(rows))
    expect(result).toEqual({ added: 1, changed: 1, unchanged: 1 })
    expect(findUnit(context.store, 'org.ldld_tinh')).toMatchObject({ name: 'Liên đoàn Lao động tỉnh', rank: 3, aliases: [] })
    expect([findUnit(context.store, same.code), listUnits(context.store).length]).toEqual([same, 109])
    expect(await verifyAudit(context)).toMatchObject({ ok: true, entries: 3 })
  })

  it('refuses a parent nobody knows and writes nothing', async () => {
    const context = workspace()
    const file = await listFile([header, row.with(4, 'org.nowhere')])
    await expect(importUnits(context, file)).rejects.toThrow(
      refusal('unit_list.invalid', { count: 1, first: expect.stringContaining('E2') }),
    )
    expect(listUnits(context.store).length).toBe(108)
  })
})

describe('registered counts', () => {
  it('takes a column per field, by code or label; an empty cell says nothing; a later list replaces single counts', async () => {
    const context = workspace()
    const label = bundledProgramme().fields[1]!
    const first = await listFile([
      ['Mã đơn vị', 'um_total', label.label.vi, 'ghi chú'],
      ['org.du_xa.11953', 120, '45', 'x'],
      ['org.du_xa.11980', null, 7],
    ])
    expect(await registerCounts(context, '2026-H1', first)).toEqual({ counts: 3, units: 2 })
    await registerCounts(
      context,
      '2026-H1',
      await listFile([
        ['code', 'fld.um_total'],
        ['org.du_xa.11953', 130],
      ]),
    )
    expect(listRegisteredCounts(context.store, '2026-H1').toSorted((a, b) => a.value - b.value)).toEqual([
      { unit: 'org.du_xa.11980', field: label.code, value: 7 },
      { unit: 'org.du_xa.11953', field: label.code, value: 45 },
      { unit: 'org.du_xa.11953', field: 'um_total', value: 130 },
    ])
    expect((await verifyAudit(context)).ok).toBe(true)
  })

  it.each([-1, 1.5, '1,234', '90%', 'khoảng 50', 'x', 'nhiều', 1_000_000_000_000])(
    'refuses %s as a count and names the cell',
    async (value) => {
      const file = await listFile([
        ['code', 'um_total'],
        ['org.du_xa.11953', value],
      ])
      await expect(registerCounts(workspace(), '2026-H1', file)).rejects.toThrow(
        refusal('list.bad_cell', { cell: 'B2', column: 'um_total' }),
      )
    },
  )

  it('reads counts as submissions are read: groups, nil, the unit of count, what commas mean in the column', async () => {
    const context = workspace()
    const rows = [
      ['code', 'um_total', 'w_total', 'ub_total'],
      ['org.du_xa.11953', '1.250', '2,500', '-'],
      ['org.du_xa.11980', '45 người', '1,002,500', '…'],
    ]
    expect(await registerCounts(context, '2026-H1', await listFile(rows))).toEqual({ counts: 5, units: 2 })
    expect(
      listRegisteredCounts(context.store, '2026-H1')
        .map(({ field, value }) => `${field} ${value}`)
        .toSorted(),
    ).toEqual(['ub_total 0', 'um_total 1250', 'um_total 45', 'w_total 1002500', 'w_total 2500'])
  })

  it('refuses a unit the period does not expect, and one that stands twice', async () => {
    const context = workspace()
    const register = async (rows: Value[][]): Promise<unknown> =>
      registerCounts(context, '2026-H1', await listFile([['code', 'um_total'], ...rows]))
    await expect(register([['org.nowhere', 1]])).rejects.toThrow(refusal('unit.not_found', { unit: 'org.nowhere' }))
    await expect(
      register([
        ['org.du_xa.11953', 1],
        ['org.du_xa.11953', 2],
      ]),
    ).rejects.toThrow(refusal('list.twice', { cell: 'A3' }))
    expect(listRegisteredCounts(context.store, '2026-H1')).toEqual([])
  })
})
