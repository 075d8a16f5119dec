import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { foreignOutcome, openBytes } from '../../electron/workers/workbook/open-file.ts'
import type { PlainSheet, PlainWorkbook } from '../../shared/domain/workbook.ts'
import { bundledUnits } from '../../shared/programmes/bundled-units.ts'
import { mapSubmission } from '../../shared/rules/map-submission.ts'
import { mapByLayout } from '../../shared/rules/off-template/map-by-layout.ts'
import { proposeMapping } from '../../shared/rules/off-template/propose-mapping.ts'
import { describeWithTools } from '../kit/system-tools.ts'
import type { AwkwardCase } from './awkward-case.ts'
import { programme } from './build-tables.ts'
import { listCases } from './list-cases.ts'

/** Every ninth workbook of the corpus as real files; what office programs calculate or drop by themselves is left out. */
const cases = listCases().filter(
  ({ kind, workbook }, index) => index % 9 === 0 && !/formula|error|date|numbers: percent/.test(kind) && workbook.sheets.length === 1,
)
const units = bundledUnits()

function addSheet(workbook: ExcelJS.Workbook, { name, cells, merges, hiddenRows }: PlainSheet): void {
  const sheet = workbook.addWorksheet(name)
  for (const { row, column, value, fontName, numberFormat } of cells) {
    const cell = sheet.getCell(row, column)
    cell.value = value
    cell.font = { name: fontName, size: 12 }
    if (numberFormat !== 'General') cell.numFmt = numberFormat
  }
  for (const merge of merges) sheet.mergeCells(merge)
  for (const row of hiddenRows) sheet.getRow(row).hidden = true
}

async function bytesOf(sheets: readonly PlainSheet[]): Promise<Buffer> {
  const written = new ExcelJS.Workbook()
  for (const sheet of sheets) addSheet(written, sheet)
  return Buffer.from(await written.xlsx.writeBuffer())
}

/** The office program opens one file with a sheet for each case: opening dozens takes most of a minute. */
const sheetOf = (index: number): string => `t${index}`

/** Sure cells that are wrong, true cells that are not offered and readings that differ. */
function judge(one: AwkwardCase, workbook: PlainWorkbook): { wrong: string[]; lost: string[]; misread: string[] } {
  // A sheet of a file without sheets is named by its format.
  const sheet = (name: string): string => (workbook.sheets.some((known) => known.name === name) ? name : workbook.sheets[0]!.name)
  const truth = new Map(Object.entries(one.truth).map(([code, place]) => [`fld.${code}`, { ...place, sheet: sheet(place.sheet) }]))
  const { suggestions, reading } = proposeMapping(workbook, programme, units)
  const isTrue = ({ name, cell }: (typeof suggestions)[number]): boolean => cell?.cell === truth.get(name)?.cell
  const { figures } = mapByLayout(workbook, programme, {
    inputs: [...truth].map(([name, { sheet, cell }]) => ({ name, sheet, cell })),
    reading,
  })
  return {
    wrong: suggestions
      .filter((said) => said.name.startsWith('fld.') && said.confidence === 'sure' && !isTrue(said))
      .map(({ name, cell }) => `${one.id} ${name} ${cell?.cell}`),
    lost:
      one.wanted === 'all'
        ? suggestions.filter((said) => truth.has(said.name) && !isTrue(said)).map(({ name, cell }) => `${one.id} ${name} ${cell?.cell}`)
        : [],
    misread: figures
      .filter(
        ({ field, state, value }) =>
          one.truth[field] && (state !== one.truth[field].reading.state || value !== one.truth[field].reading.value),
      )
      .map(({ field, source }) => `${one.id} ${field} ${source.raw}`),
  }
}

describeWithTools(['libreoffice-calc'], 'awkward workbooks as real files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'awkward-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  beforeAll(async () => {
    const all = cases.map(({ workbook }, index): PlainSheet => ({ ...workbook.sheets[0]!, name: sheetOf(index) }))
    writeFileSync(join(folder, 'bao-cao.xlsx'), await bytesOf(all))
    for (const format of ['ods', 'xls', 'csv'])
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=file://${join(folder, 'profile')}`,
          '--headless',
          '--convert-to',
          // The last of its numbers: every sheet as a file of its own.
          format === 'csv' ? 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' : format,
          '--outdir',
          folder,
          join(folder, 'bao-cao.xlsx'),
        ],
        { stdio: 'ignore', timeout: 200_000 },
      )
  })

  const opened = async (bytes: Buffer, name: string) => {
    const file = await openBytes(bytes, name)
    if (file.kind !== 'workbook') throw new Error(`${name}: ${file.kind}`)
    return file
  }
  const converted = new Map<string, ReturnType<typeof opened>>()
  /** One case as it stands in the file of this format; a text file has one sheet only. */
  const open = async (index: number, format: string) => {
    if (format === 'xlsx') return opened(await bytesOf(cases[index]!.workbook.sheets), 'bao-cao.xlsx')
    const name = format === 'csv' ? `bao-cao-${sheetOf(index)}.csv` : `bao-cao.${format}`
    const file = await (converted.get(name) ?? converted.set(name, opened(readFileSync(join(folder, name)), name)).get(name)!)
    const sheets = file.workbook.sheets.filter((sheet) => format === 'csv' || sheet.name === sheetOf(index))
    return { ...file, workbook: { ...file.workbook, sheets } }
  }
  const judgeAll = async (format: string) => {
    const all = []
    for (const [index, one] of cases.entries()) all.push({ one, ...judge(one, (await open(index, format)).workbook) })
    return all
  }

  it('[M45] .xlsx: held, proposed and read as in memory', async () => {
    const all = await judgeAll('xlsx')
    expect(all.length).toBeGreaterThan(20)
    expect(all.flatMap(({ wrong, lost, misread }) => [...wrong, ...lost, ...misread])).toEqual([])
    expect('offTemplate' in mapSubmission((await open(0, 'xlsx')).workbook, programme)).toBe(true)
  })

  it.each(['ods', 'xls'] as const)('[M68] .%s: always held, the same cells proposed, the same figures read', async (format) => {
    expect((await open(0, format)).format).toBe(format)
    expect(foreignOutcome(format, `bao-cao.${format}`)).toMatchObject({ kind: 'off_template', finding: { rule: 'M68' } })
    expect((await judgeAll(format)).flatMap(({ wrong, lost, misread }) => [...wrong, ...lost, ...misread])).toEqual([])
  })

  it('[M68] .csv: no fonts and no merges are left, and still nothing wrong is sure', async () => {
    expect((await open(0, 'csv')).format).toBe('csv')
    expect((await judgeAll('csv')).flatMap(({ wrong }) => wrong)).toEqual([])
  })
})
