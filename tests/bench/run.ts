import { readdirSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { performance } from 'node:perf_hooks'
import type { BenchReport, BenchRow } from './harness.ts'

/** `npm run bench [-- name…]`: every file `<name>.bench.ts` here, one after the other, then one table of ratios. */
const wanted = process.argv.slice(2)
const files = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.bench.ts') && (wanted.length === 0 || wanted.includes(file.replace('.bench.ts', ''))))
  .sort()

const rows: BenchRow[] = []
const notes: string[] = []
const report: BenchReport = {
  add(row) {
    rows.push(row)
    console.log(`  ${row.job}: ${row.ours} against ${row.peer}: ${row.ratio.toFixed(2)}×`)
  },
  note(text) {
    notes.push(text)
    console.log(`  ${text}`)
  },
}

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
)
for (const file of files) {
  const start = performance.now()
  console.log(`\n${file}`)
  const bench = (await import(new URL(file, import.meta.url).href)) as { default: (report: BenchReport) => Promise<void> }
  await bench.default(report)
  console.log(`  (${((performance.now() - start) / 1000).toFixed(0)} s)`)
}

const judge = (row: BenchRow): string =>
  row.ratio < row.must ? 'BELOW MUST' : row.stretch !== null && row.ratio >= row.stretch ? 'stretch' : 'must'
const lines = rows.map((row) => [
  row.job,
  row.ours,
  row.peer,
  `${row.ratio.toFixed(2)}×`,
  `≥ ${row.must}×`,
  row.stretch === null ? '–' : `≥ ${row.stretch}×`,
  judge(row),
])
const table = [['job', 'ours', 'peer', 'ratio', 'must', 'stretch', 'reached'], ...lines]
const widths = table[0]!.map((_, column) => Math.max(...table.map((line) => line[column]!.length)))
console.log(`\n${table.map((line) => line.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')).join('\n')}`)
for (const note of notes) console.log(`note: ${note}`)
process.exitCode = rows.some((row) => row.ratio < row.must) ? 1 : 0
