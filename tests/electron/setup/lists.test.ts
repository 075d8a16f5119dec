import { describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { importUnits } from '../../../electron/setup/import-units.ts'
import { parseUnitList } from '../../../electron/setup/parse-unit-list.ts'
import { parseRegisteredCounts, registerCounts } from '../../../electron/setup/register-counts.ts'
import { listRegisteredCounts } from '../../../electron/store/period-store.ts'
import { findUnit, listUnits } from '../../../electron/store/unit-store.ts'
import type { WorkerPool } from '../../../electron/workers/pool.ts'
import type { PlainCell, PlainWorkbook } from '../../../shared/domain/workbook.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

type Value = string | number | null
const toCell = (value: Value, row: number, column: number): PlainCell[] =>
  value === null ? [] : [{ row, column, kind: typeof value === 'number' ? 'number' : 'text', value, numberFormat: 'General', fontName: 'Arial' }]

function workbookOf(rows: readonly (readonly Value[])[]): PlainWorkbook {
  const cells = rows.flatMap((values, row) => values.flatMap((value, column) => toCell(value, row + 1, column + 1)))
  const sheet = { name: 'Danh sách', visibility: 'visible', cells, merges: [], hiddenRows: [], hiddenColumns: [] } as const
  return { sheets: [sheet], definedNames: [], date1904: false, hasMacros: false, hasExternalLinks: false }
}

/** Answers every reading with this workbook: what reading files gives is tested where it is done. */
const poolWith = (workbook: PlainWorkbook): WorkerPool => ({
  run: () => Promise.resolve({ workbook } as never),
  close: () => Promise.resolve(),
})
const refusal = (code: string, params = {}) => expect.objectContaining({ code, params: expect.objectContaining(params) })

const header = ['code', 'name', 'kind', 'line', 'parent', 'rank', 'valid_from', 'valid_to', 'aliases']
const row = ['org.kcn', 'Ban Quản lý các khu công nghiệp', 'ban', 'other', null, 7, '2026-01-01', '31/12/2026', 'BQL KCN; KCN tỉnh ;']

describe('parseUnitList', () => {
  it('reads every column', () => {
    expect(parseUnitList(workbookOf([['Danh sách đơn vị'], [], header, row]), 'a.xlsx')).toEqual([
      {
        code: 'org.kcn',
        name: 'Ban Quản lý các khu công nghiệp',
        kind: 'ban',
        line: 'other',
        parent: null,
        rank: 7,
        validFrom: '2026-01-01',
        validTo: '2026-12-31',
        aliases: ['BQL KCN', 'KCN tỉnh'],
      },
    ])
  })

  it('reads Vietnamese headings in any order, ranks by rows, NFD and NBSP or not', () => {
    const units = parseUnitList(
      workbookOf([['Tuyến báo cáo'.normalize('NFD'), 'Tên đơn vị', 'MÃ', 'Loại'], ['Địa bàn', 'Xã\u00a0A', 'x.a', 'xa'], [null], ['Mặt trận', 'Xã B', 'x.b', 'xa']]),
      'a.xlsx',
    )
    expect(units.map(({ code, name, line, rank }) => [code, name, line, rank])).toEqual([
      ['x.a', 'Xã A', 'territorial', 1],
      ['x.b', 'Xã B', 'front', 2],
    ])
  })

  const change = (column: string, value: Value): PlainWorkbook => workbookOf([header, row.with(header.indexOf(column), value)])
  it.each([
    ['code', 'có dấu cách', 'A2'],
    ['name', null, 'B2'],
    ['kind', null, 'C2'],
    ['line', 'khối khác', 'D2'],
    ['parent', 'org.kcn', 'E2'],
    ['rank', 1.5, 'F2'],
    ['rank', 'đầu', 'F2'],
    ['valid_from', '13/13/2026', 'G2'],
    ['valid_to', '2025-12-31', 'H2'],
  ])('refuses %s = %s and names the cell', (column, value, cell) => {
    expect(() => parseUnitList(change(column, value), 'a.xlsx')).toThrow(refusal('list.bad_cell', { column, cell, sheet: 'Danh sách', value: String(value ?? '') }))
  })

  it('refuses a list without header, without rows, with one code twice', () => {
    expect(() => parseUnitList(workbookOf([['code', 'name', 'kind'], ['a', 'b', 'c']]), 'a.xlsx')).toThrow(refusal('list.no_header', { file: 'a.xlsx', columns: 'code, name, kind, line' }))
    expect(() => parseUnitList(workbookOf([header]), 'a.xlsx')).toThrow(refusal('list.empty', { file: 'a.xlsx' }))
    expect(() => parseUnitList(workbookOf([header, row, row]), 'a.xlsx')).toThrow(refusal('list.twice', { unit: 'org.kcn', cell: 'A3' }))
  })
})

describe('importUnits', () => {
  it('adds, changes and leaves alone, in one entry that the audit agrees with', async () => {
    const { context } = testWorkspaceWithPeriod()
    const same = listUnits(context.store)[0]!
    const rows = [
      header,
      row,
      ['org.ldld_tinh', 'Liên đoàn Lao động tỉnh', 'ldld', 'federation', null, 3],
      [same.code, same.name, same.kind, same.line, null, same.rank, null, null, same.aliases.toReversed().join(';')],
    ]
    const result = await importUnits({ ...context, pool: poolWith(workbookOf(rows)) }, '/x/units.xlsx')
    expect(result).toEqual({ added: 1, changed: 1, unchanged: 1 })
    expect(findUnit(context.store, 'org.ldld_tinh')).toMatchObject({ name: 'Liên đoàn Lao động tỉnh', rank: 3, aliases: [] })
    expect([findUnit(context.store, same.code), listUnits(context.store).length]).toEqual([same, 109])
    expect(await verifyAudit(context)).toMatchObject({ ok: true, entries: 3 })
  })

  it('refuses a parent nobody knows and writes nothing', async () => {
    const { context } = testWorkspaceWithPeriod()
    const pool = poolWith(workbookOf([header, row.with(4, 'org.nowhere')]))
    await expect(importUnits({ ...context, pool }, 'u.xlsx')).rejects.toThrow(refusal('unit.not_found', { unit: 'org.nowhere' }))
    expect(listUnits(context.store).length).toBe(108)
  })
})

describe('registered counts', () => {
  it('takes a column per field, by code or label; an empty cell says nothing; a later list replaces single counts', async () => {
    const { context } = testWorkspaceWithPeriod()
    const label = bundledProgramme().fields[1]!
    const first = workbookOf([['Mã đơn vị', 'um_total', label.label.vi, 'ghi chú'], ['org.du_xa.11953', 120, '45', 'x'], ['org.du_xa.11980', null, 7]])
    expect(await registerCounts({ ...context, pool: poolWith(first) }, '2026-H1', 'c.xlsx')).toEqual({ counts: 3, units: 2 })
    await registerCounts({ ...context, pool: poolWith(workbookOf([['code', 'fld.um_total'], ['org.du_xa.11953', 130]])) }, '2026-H1', 'c.xlsx')
    expect(listRegisteredCounts(context.store, '2026-H1').toSorted((a, b) => a.value - b.value)).toEqual([
      { unit: 'org.du_xa.11980', field: label.code, value: 7 },
      { unit: 'org.du_xa.11953', field: label.code, value: 45 },
      { unit: 'org.du_xa.11953', field: 'um_total', value: 130 },
    ])
    expect((await verifyAudit(context)).ok).toBe(true)
  })

  it.each([-1, 1.5, '1.234', 'nhiều', 1_000_000_000_000])('refuses %s as a count and names the cell', (value) => {
    expect(() => parseRegisteredCounts(workbookOf([['code', 'um_total'], ['org.du_xa.11953', value]]), 'c.xlsx', bundledProgramme())).toThrow(refusal('list.bad_cell', { cell: 'B2', column: 'um_total' }))
  })

  it('refuses a unit the period does not expect, and one that stands twice', async () => {
    const { context } = testWorkspaceWithPeriod()
    const register = (rows: Value[][]): Promise<unknown> => registerCounts({ ...context, pool: poolWith(workbookOf([['code', 'um_total'], ...rows])) }, '2026-H1', 'c.xlsx')
    await expect(register([['org.nowhere', 1]])).rejects.toThrow(refusal('unit.not_found', { unit: 'org.nowhere' }))
    await expect(register([['org.du_xa.11953', 1], ['org.du_xa.11953', 2]])).rejects.toThrow(refusal('list.twice', { cell: 'A3' }))
    expect(listRegisteredCounts(context.store, '2026-H1')).toEqual([])
  })
})
