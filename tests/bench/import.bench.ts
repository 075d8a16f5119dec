import { createHash, randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import type { ServiceContext } from '../../electron/audit/context.ts'
import { describeArrival } from '../../electron/import/describe-arrival.ts'
import { importFiles, prepareSetting } from '../../electron/import/import-files.ts'
import { storeArrival } from '../../electron/import/store-arrival.ts'
import { initWorkspace } from '../../electron/setup/init-workspace.ts'
import { openPeriod } from '../../electron/setup/open-period.ts'
import { openStore } from '../../electron/store/database.ts'
import { getPeriod } from '../../electron/store/period-store.ts'
import { createWorkerPool } from '../../electron/workers/pool.ts'
import { openFile } from '../../electron/workers/workbook/open-file.ts'
import { inflateEntry, readZipDirectory } from '../../electron/workers/workbook/zip-directory.ts'
import { submissionContent } from '../../shared/domain/submission.ts'
import type { DefinedName, PlainCell, PlainWorkbook } from '../../shared/domain/workbook.ts'
import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'
import { bundledUnits } from '../../shared/programmes/bundled-units.ts'
import { mapSubmission } from '../../shared/rules/map-submission.ts'
import { buildZip } from '../kit/build-zip.ts'
import { interleave, median, type BenchReport } from './harness.ts'

const fileCount = 100
const rounds = 5
const period = '2026-H1'
const programme = bundledProgramme()
const clock = (): string => new Date().toISOString()

let ids = 0
const newId = (): string => (++ids).toString(16).padStart(32, '0')
const closed = { run: () => Promise.reject(new Error('no worker in this measure')), close: () => Promise.resolve() }

/** The usual reader's cells in our shape; values only, so that mapping and checking are the same work for both. */
function plainOf(workbook: exceljs.Workbook): PlainWorkbook {
  const sheets = workbook.worksheets.map((sheet) => {
    const cells: PlainCell[] = []
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const value = cell.formula === undefined ? cell.value : cell.result
        if (value === null || value === undefined) return
        const isNumber = typeof value === 'number'
        const text =
          typeof value === 'string'
            ? value
            : typeof value === 'object' && 'richText' in value
              ? value.richText.map((run) => run.text).join('')
              : ''
        cells.push({
          row: Number(cell.row),
          column: Number(cell.col),
          kind: isNumber ? 'number' : 'text',
          value: isNumber ? value : text,
          ...(cell.formula === undefined ? {} : { formula: cell.formula }),
          numberFormat: cell.numFmt ?? 'General',
          fontName: cell.font?.name ?? '',
        })
      }),
    )
    const visibility = sheet.state === 'visible' ? ('visible' as const) : ('hidden' as const)
    return { name: sheet.name, visibility, cells, merges: [], hiddenRows: [], hiddenColumns: [] }
  })
  const definedNames = workbook.definedNames.model.map((one): DefinedName => ({
    name: one.name,
    scope: null,
    reference: one.ranges[0] ?? '',
  }))
  return { sheets, definedNames, date1904: false, hasMacros: false, hasExternalLinks: false }
}

/** Consistent counts, as an honest unit sends them: every whole is the sum of its parts. */
const valueOf = (field: string, count: number): number =>
  (programme.wholes.find((whole) => whole.whole === field)?.parts.length ?? 1) * count

/** As units send them: one in ten with 5,000 formatted empty rows below the figures, one in twenty with a picture. */
function dressAsUsual(bytes: Buffer, at: number): Buffer {
  if (at % 10 !== 0) return bytes
  const members = readZipDirectory(bytes).map((entry) => ({ name: entry.name, data: inflateEntry(bytes, entry) }))
  const row = (number: number): string =>
    `<row r="${number}">${Array.from('ABCDEFGH', (column) => `<c r="${column}${number}" s="1"/>`).join('')}</row>`
  const rows = Array.from({ length: 5_000 }, (_, index) => row(1_000 + index)).join('')
  const dressed = members.map(({ name, data }) =>
    name === 'xl/worksheets/sheet2.xml' ? { name, data: data.toString().replace('</sheetData>', `${rows}</sheetData>`) } : { name, data },
  )
  const picture = at % 20 === 0 ? [{ name: 'xl/media/image1.png', data: randomBytes(120_000) }] : []
  return buildZip([...dressed, ...picture])
}

async function makeFolders(context: ServiceContext, folder: string): Promise<void> {
  for (const kind of ['', 'clean', 'usual']) mkdirSync(join(folder, kind))
  const pool = createWorkerPool({ size: 2 })
  const units = bundledUnits().slice(0, fileCount)
  await Promise.all(
    units.map(async (unit, at) => {
      const fields = programme.fields.map((field): [string, number] => [`fld.${field.code}`, valueOf(field.code, 1000 + at * 37)])
      const tasks = programme.tasks.map((task): [string, string] => [
        `nar.${task.code}`,
        `Đơn vị ${unit.name} đã triển khai nội dung này tới các chi bộ. `.repeat(6),
      ])
      const order = { programme, period: getPeriod(context.store, period), unit, communes: units, previous: null }
      const { bytes } = await pool.run('fill_template', { order, answers: Object.fromEntries([...fields, ...tasks]) })
      writeFileSync(join(folder, 'clean', `${unit.code}.xlsx`), bytes)
      writeFileSync(join(folder, 'usual', `${unit.code}.xlsx`), dressAsUsual(Buffer.from(bytes), at))
    }),
  )
  await pool.close()
}

export default async function benchImport(report: BenchReport): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'tonghop-bench-'))
  try {
    const empty = join(root, 'empty')
    const { store } = initWorkspace({ directory: empty, programme, units: bundledUnits(), clock, newId, actor: 'bench' })
    openPeriod({ store, clock, actor: 'bench' }, { code: period, from: '2025-12-15', to: '2026-06-14', due: '2026-06-20' })
    const folder = join(root, 'USB')
    await makeFolders({ store, clock, newId, actor: 'bench', pool: closed }, folder)
    store.close()
    await measure(report, root, empty, folder)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

async function measure(report: BenchReport, root: string, empty: string, folder: string): Promise<void> {
  const filesOf = (kind: 'clean' | 'usual'): string[] =>
    readdirSync(join(folder, kind))
      .toSorted()
      .map((name) => join(folder, kind, name))
  let copies = 0
  /** A fresh workspace per run; only `run` is measured, so copies are made beforehand. */
  const prepare = (count: number): string[] =>
    Array.from({ length: count }, () => {
      const directory = join(root, `w${++copies}`)
      cpSync(empty, directory, { recursive: true })
      return directory
    })
  const open = (directory: string) => ({
    context: { store: openStore(directory, { mode: 'write', clock }), pool: closed, clock, newId, actor: 'bench' },
  })

  const oneThread = async (
    files: readonly string[],
    directory: string,
    read: (path: string) => PlainWorkbook | Promise<PlainWorkbook>,
  ): Promise<void> => {
    const { context } = open(directory)
    const setting = prepareSetting(context, { period, paths: [] })
    for (const path of files) {
      const mapped = mapSubmission(await read(path), programme)
      if ('offTemplate' in mapped) throw new Error(`${path} is not of our layout`)
      const contentSha256 = createHash('sha256').update(submissionContent(mapped)).digest('hex')
      const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex')
      const arrival = { path, source: path, fileName: path.split('/').at(-1)!, folders: '', trouble: null }
      const source = {
        arrival,
        kept: { sha256, bytes: 1, keptAs: sha256 },
        keptPath: path,
        read: { kind: 'submission' as const, mapped, contentSha256 },
      }
      const stored = storeArrival(
        context,
        setting,
        describeArrival(source, setting),
        { outcome: 'imported' },
        { original: null, rivals: 0 },
      )
      if (stored.outcome !== 'imported' || stored.unit === null) throw new Error(`${path} was not imported`)
    }
    context.store.close()
  }
  const ourReader = async (path: string): Promise<PlainWorkbook> => {
    const opened = await openFile(path, path)
    if (opened.kind !== 'workbook') throw new Error(`${path} does not open`)
    return opened.workbook
  }
  const usualReader = async (path: string): Promise<PlainWorkbook> => {
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.readFile(path)
    return plainOf(workbook)
  }
  const perSecond = (ms: number): string => `${Math.round((fileCount * 1000) / ms)} files/s`
  const compareReaders = async (kind: 'clean' | 'usual'): Promise<{ ours: number; usual: number }> => {
    const files = filesOf(kind)
    const [forOurs, forUsual] = [prepare(rounds + 1), prepare(rounds + 1)]
    await oneThread(files, forOurs.pop()!, ourReader)
    await oneThread(files, forUsual.pop()!, usualReader)
    const processor: Record<'ours' | 'usual', number[]> = { ours: [], usual: [] }
    const counting = async (name: 'ours' | 'usual', run: () => Promise<void>): Promise<void> => {
      const before = process.cpuUsage()
      await run()
      const { user, system } = process.cpuUsage(before)
      processor[name].push((user + system) / 1000)
    }
    const times = await interleave(rounds, {
      ours: () => counting('ours', () => oneThread(files, forOurs.pop()!, ourReader)),
      usual: () => counting('usual', () => oneThread(files, forUsual.pop()!, usualReader)),
    })
    const [own, other] = [median(processor.ours), median(processor.usual)]
    report.note(
      `${kind} files, processor time: ${(own / fileCount).toFixed(1)} ms a file against exceljs ${(other / fileCount).toFixed(1)} ms, ${(other / own).toFixed(2)}×`,
    )
    return { ours: times['ours']!, usual: times['usual']! }
  }
  const usual = await compareReaders('usual')
  report.add({
    job: 'read, check, insert, one thread',
    ours: perSecond(usual.ours),
    peer: `exceljs ${perSecond(usual.usual)}`,
    ratio: usual.usual / usual.ours,
    must: 4,
    stretch: 6.5,
  })
  const clean = await compareReaders('clean')
  report.note(
    `the same with templates as we make them, no dragged formats, no pictures: ${perSecond(clean.ours)} against exceljs ${perSecond(clean.usual)}, ${(clean.usual / clean.ours).toFixed(2)}×`,
  )

  // Files are read by the workers and stored by one thread, so the whole gains less than the reading, which the reader's bench measures.
  const pools = { one: createWorkerPool({ size: 1 }), two: createWorkerPool({ size: 2 }) }
  const whole = async (directory: string, pool: ServiceContext['pool']): Promise<void> => {
    const { context } = open(directory)
    const { totals } = await importFiles({ ...context, pool }, { period, paths: [{ path: join(folder, 'usual'), name: 'USB' }] })
    if (totals.imported !== fileCount) throw new Error(`${totals.imported} of ${fileCount} imported`)
    context.store.close()
  }
  const directories = prepare(2 * rounds + 2)
  await whole(directories.pop()!, pools.one)
  await whole(directories.pop()!, pools.two)
  const workers = await interleave(rounds, {
    one: () => whole(directories.pop()!, pools.one),
    two: () => whole(directories.pop()!, pools.two),
  })
  await Promise.all([pools.one.close(), pools.two.close()])
  report.note(
    `whole import, files kept and synced, 2 workers: ${perSecond(workers['two']!)}, 1 worker ${perSecond(workers['one']!)}, ${(workers['one']! / workers['two']!).toFixed(2)}×`,
  )
}
