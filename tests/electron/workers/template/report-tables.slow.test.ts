import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeReportTables } from '../../../../electron/workers/template/write-report-tables.ts'
import { layOutTables } from '../../../../shared/rules/tables/lay-out-tables.ts'
import { buildZip } from '../../../kit/build-zip.ts'
import { workbookParts } from '../../../kit/edit-workbook.ts'
import { makeReportSource } from '../../../kit/report-source.ts'
import { describeWithTools } from '../../../kit/system-tools.ts'
import { temporaryFolder } from '../../../kit/test-workspace.ts'

/** The same workbook without any stored result: whoever opens it has to calculate. */
const withoutResults = (bytes: Uint8Array): Buffer =>
  buildZip(
    workbookParts(bytes).map((part) =>
      part.name.startsWith('xl/worksheets/sheet')
        ? {
            ...part,
            data: Buffer.from(part.data)
              .toString('utf8')
              .replaceAll(/(<\/f>)<v>[^<]*<\/v>/g, '$1'),
          }
        : part,
    ),
  )

type Comparison = { names: string[]; frozen: Record<string, string>; seen: Record<string, number>; differences: unknown[] }

function compare(ours: string, other: string): Comparison {
  const script = join(import.meta.dirname, 'compare_sheets.py')
  return JSON.parse(execFileSync('/usr/bin/python3', [script, ours, other], { encoding: 'utf8' })) as Comparison
}

describeWithTools(['libreoffice-calc', 'python3-openpyxl'], 'the tables of a report as a workbook', () => {
  it('TB1: what another program calculates is what was stored, for every formula', async () => {
    const source = makeReportSource()
    const units = source.units.map((unit, index) => (index === 1 ? { ...unit, name: '=1+2', keyed: true as const } : unit))
    const origins = { [units[0]!.code]: { fileName: 'BC Xã A.xlsx', version: 2, cells: { um_total: 'Số liệu!D7' } } }
    const tables = layOutTables({ source: { ...source, units }, origins, frozen: null })
    const bytes = await writeReportTables(tables)
    expect(Buffer.compare(bytes, await writeReportTables(tables))).toBe(0)
    const folder = temporaryFolder()
    const [ours, bare, calculated] = ['ours.xlsx', 'bare.xlsx', 'out'].map((name) => join(folder, name)) as [string, string, string]
    writeFileSync(ours, bytes)
    writeFileSync(bare, withoutResults(bytes))
    mkdirSync(calculated)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', calculated, bare], { stdio: 'ignore' })
    const { names, frozen, seen, differences } = compare(ours, join(calculated, 'bare.xlsx'))
    expect(differences).toEqual([])
    expect(names).toEqual(tables.sheets.map(({ name }) => name))
    expect(frozen['02 Theo đơn vị']).toBe('C6')
    const { indicators, fields } = source.programme
    expect(seen['formulas']).toBeGreaterThan(indicators.length * 3 * (units.length - 4) + fields.length)
    expect(seen['notes']).toBe(source.adjustments.filter(({ state }) => state === 'active').length)
  })
})
