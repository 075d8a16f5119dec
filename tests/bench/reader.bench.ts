import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'
import { createWorkerPool } from '../../electron/workers/pool.ts'
import { buildWorkbook, workbookMembers } from '../kit/build-workbook.ts'
import { buildZip } from '../kit/build-zip.ts'
import { realisticWorkbook } from '../kit/realistic-workbook.ts'
import { interleave, measureProcess, median } from './harness.ts'
import type { BenchReport, ProcessMeasure } from './harness.ts'

const files = 200
const rounds = 3
/** Ten times what our reader may take: what it would take beyond that changes nothing. Its own thread holds the clock, for the first is busy. */
const peerLimitMs = 10_000
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const reader = new URL('../../electron/workers/workbook/read-workbook.ts', import.meta.url).href

/** Both count cells, so that neither may skip a sheet. */
const ours = (folder: string, count: number): string => `import { readFileSync } from 'node:fs'
import { readWorkbook } from ${JSON.stringify(reader)}
let cells = 0
for (let at = 0; at < ${count}; at++) try { for (const sheet of readWorkbook(readFileSync(${JSON.stringify(folder)} + '/' + at + '.xlsx')).sheets) cells += sheet.cells.length } catch (error) { if (error.name !== 'WorkbookRefusal') throw error }
console.log(process.cpuUsage().user / 1000)`
const peer = (folder: string, count: number, limitMs = 120_000): string => `import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import ExcelJS from ${JSON.stringify(import.meta.resolve('exceljs'))}
new Worker("setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${limitMs})", { eval: true }).unref()
let cells = 0
for (let at = 0; at < ${count}; at++) try { const book = new ExcelJS.Workbook(); await book.xlsx.load(readFileSync(${JSON.stringify(folder)} + '/' + at + '.xlsx')); book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell(() => cells++))) } catch {}
console.log(cells)`

const library = (folder: string, count: number): string => `import { readFileSync } from 'node:fs'
import { read } from ${JSON.stringify(import.meta.resolve('@e965/xlsx'))}
let cells = 0
for (let at = 0; at < ${count}; at++) { const book = read(readFileSync(${JSON.stringify(folder)} + '/' + at + '.xlsx'), { dense: true }); for (const name of book.SheetNames) for (const row of book.Sheets[name]['!data'] ?? []) row?.forEach(() => cells++) }
console.log(cells)`

const middle = (measures: readonly ProcessMeasure[], part: 'ms' | 'peakMb'): number => median(measures.map((measure) => measure[part]))

export default async function (report: BenchReport): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-reader-'))
  try {
    for (let at = 0; at < files; at++) writeFileSync(join(folder, `${at}.xlsx`), await realisticWorkbook(at))
    await compareProcesses(report, folder)
    await compareWorkers(report, folder)
    await compareHostile(report, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function runScript(folder: string, name: string, source: string): Promise<ProcessMeasure> {
  const script = join(folder, `${name}.mjs`)
  writeFileSync(script, source)
  return measureProcess(process.execPath, [script])
}

async function compareProcesses(report: BenchReport, folder: string): Promise<void> {
  const own: ProcessMeasure[] = []
  const other: ProcessMeasure[] = []
  const second: ProcessMeasure[] = []
  for (let round = 0; round < rounds; round++) {
    own.push(await runScript(folder, 'ours', ours(folder, files)))
    other.push(await runScript(folder, 'peer', peer(folder, files)))
    second.push(await runScript(folder, 'library', library(folder, files)))
  }
  const [ms, peerMs, mb, peerMb] = [middle(own, 'ms'), middle(other, 'ms'), middle(own, 'peakMb'), middle(other, 'peakMb')]
  report.add({
    job: `read ${files} workbooks, whole process`,
    ours: `${Math.round(ms)} ms`,
    peer: `exceljs ${Math.round(peerMs)} ms`,
    ratio: peerMs / ms,
    must: 5,
    stretch: 10,
  })
  report.add({
    job: 'the same against SheetJS',
    ours: `${Math.round(ms)} ms, ${Math.round(mb)} MB`,
    peer: `SheetJS ${Math.round(middle(second, 'ms'))} ms, ${Math.round(middle(second, 'peakMb'))} MB`,
    ratio: middle(second, 'ms') / ms,
    must: 1,
    stretch: null,
  })
  report.add({
    job: 'memory of the same',
    ours: `${Math.round(mb)} MB`,
    peer: `exceljs ${Math.round(peerMb)} MB`,
    ratio: peerMb / mb,
    must: 1 / 0.55,
    stretch: null,
  })
}

/** Through the pool, answers included, on a warm pool; two workers cannot win on one core. */
async function compareWorkers(report: BenchReport, folder: string): Promise<void> {
  const programme = JSON.stringify(bundledProgramme())
  const pools = { one: createWorkerPool({ size: 1 }), two: createWorkerPool({ size: 2 }) }
  const readAll = (pool: typeof pools.one): Promise<unknown> =>
    Promise.all(
      Array.from({ length: files }, (_, at) =>
        pool.run('read_submission', { path: join(folder, `${at}.xlsx`), name: `${at}.xlsx`, programme }),
      ),
    )
  try {
    await Promise.all([readAll(pools.one), readAll(pools.two)])
    const { one = 0, two = 1 } = await interleave(7, { one: () => readAll(pools.one), two: () => readAll(pools.two) })
    report.add({
      job: `${files} workbooks by 2 workers`,
      ours: `${Math.round(two)} ms`,
      peer: `1 worker ${Math.round(one)} ms`,
      ratio: one / two,
      must: 1.3,
      stretch: 1.7,
    })
    report.note(`${cpus().length} cores, other work on them counts`)
  } finally {
    await Promise.all([pools.one.close(), pools.two.close()])
  }
}

async function compareHostile(report: BenchReport, folder: string): Promise<void> {
  const sheet = (content: string): Buffer => buildWorkbook({ sheetPart: `<worksheet xmlns="${main}">${content}</worksheet>` })
  const members = workbookMembers({ sheets: ['<sheetData/>'] })
  const nested = (inner: Buffer, depth: number): Buffer =>
    depth === 0
      ? inner
      : nested(
          buildZip([
            { name: 'a.zip', data: inner },
            { name: 'b.zip', data: inner },
          ]),
          depth - 1,
        )
  // Nothing that a ratio gives away: what the scan itself takes.
  const stored = (content: string): Buffer =>
    buildZip(
      members.map((member) =>
        member.name.endsWith('sheet1.xml')
          ? { ...member, data: `<worksheet xmlns="${main}">${content}</worksheet>`, stored: true as const }
          : member,
      ),
    )
  const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('')
  const hostile: Record<string, Buffer> = {
    'a bomb of 60 MB of spaces': sheet(' '.repeat(60_000_000)),
    'zips within zips, 10 deep, 30 GB in all': buildZip([
      ...members,
      { name: 'xl/embeddings/a.zip', data: nested(buildZip([{ name: 'a', data: Buffer.alloc(30_000_000) }]), 10) },
    ]),
    'entities that unfold to 10 GB': buildWorkbook({
      sheetPart: `<!DOCTYPE w [<!ENTITY e0 "aaaaaaaaaa">${entities}]><worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="str"><v>&e9;</v></c></row></sheetData></worksheet>`,
    }),
    'a sheet that declares 2 GB': buildZip(
      members.map((member) => (member.name.endsWith('sheet1.xml') ? { ...member, declaredBytes: 2 ** 31 } : member)),
    ),
    '2,000,000 entities in one text': stored(
      `<sheetData><row r="1"><c r="A1" t="str"><v>${'&lt;'.repeat(2_000_000)}</v></c></row></sheetData>`,
    ),
    '3,000,000 beginnings of comments': stored(`<sheetData>${'<!-- '.repeat(3_000_000)}`),
    '40 MB of cells within every ratio': sheet(
      `<sheetData>${Array.from({ length: 1_200_000 }, (_, at) => `<c><v>${(at * 7_919) % 1_000_003}</v></c>`)
        .map((cell, at) => (at % 1_000 ? cell : `${at ? '</row>' : ''}<row>${cell}`))
        .join('')}</row></sheetData>`,
    ),
    '50,000 merges': sheet(
      `<sheetData/><mergeCells>${Array.from({ length: 50_000 }, (_, at) => `<mergeCell ref="A${at * 2 + 1}:C${at * 2 + 2}"/>`).join('')}</mergeCells>`,
    ),
    'one merge over 20,000 whole rows': sheet('<sheetData/><mergeCells><mergeCell ref="A1:XFD20000"/></mergeCells>'),
    '1,000,000 shared strings': buildWorkbook({
      sst: `<sst xmlns="${main}">${Array.from({ length: 1_000_000 }, (_, at) => `<si><t>${(at * 7_919) % 1_000_003}</t></si>`).join('')}</sst>`,
    }),
    'nesting 100,000 deep': sheet('<a>'.repeat(100_000)),
  }
  for (const [job, bytes] of Object.entries(hostile)) {
    writeFileSync(join(folder, '0.xlsx'), bytes)
    const own = await runScript(folder, 'ours', ours(folder, 1))
    const other = await runScript(folder, 'peer', peer(folder, 1, peerLimitMs))
    if (own.exitCode !== 0) throw new Error(`${job}: our reader ended with ${own.exitCode ?? own.signal}`)
    const cpuMs = Number(own.stdout)
    const died = other.exitCode === 0 ? '' : `, died or was ended after ${peerLimitMs / 1_000} s`
    report.add({
      job: `hostile: ${job}`,
      ours: `${Math.round(cpuMs)} ms of processor`,
      peer: `1,000 ms (exceljs ${Math.round(other.ms)} ms, ${Math.round(other.peakMb)} MB${died})`,
      ratio: 1_000 / cpuMs,
      must: 1,
      stretch: null,
    })
    report.add({
      job: `memory: ${job}`,
      ours: `${Math.round(own.peakMb)} MB`,
      peer: '350 MB',
      ratio: 350 / own.peakMb,
      must: 1,
      stretch: null,
    })
  }
}
