import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'
import { bundledUnits } from '../../shared/programmes/bundled-units.ts'
import { proposeMapping } from '../../shared/rules/off-template/propose-mapping.ts'
import { fieldVariants } from '../corpus/label-variants.ts'
import { plainSheet, plainWorkbook, type Written } from '../kit/plain-workbook.ts'
import { median, type BenchReport } from './harness.ts'

const words = 'xây dựng đội ngũ công nhân xã phường khu trọ an ninh trật tự hỗ trợ vay vốn giải quyết việc làm thăm hỏi'.split(' ')
const labels = Object.values(fieldVariants).flat()
const word = (at: number): string => words[at % words.length]!

/** One table as offices make it; a third of its rows is asked by the programme. */
const table = (name: string, rows: number) =>
  plainSheet(name, [
    ['ĐẢNG ỦY XÃ TIÊN LA'],
    ['TT', 'Chỉ tiêu', 'ĐVT', 'Kỳ trước', 'Trong kỳ', 'Lũy kế'],
    ...Array.from({ length: rows }, (_, at): Written[] => {
      const label = at % 3 === 0 ? labels[(at / 3) % labels.length]! : `${word(at)} ${word(at * 7)} ${word(at * 5)} ${at}`
      return [at + 1, label, 'người', at, at, at]
    }),
  ])
const grid = (cell: (row: number, column: number) => Written) =>
  plainSheet(
    'S',
    Array.from({ length: 5_000 }, (_, row) => Array.from({ length: 40 }, (_, column) => cell(row, column))),
  )

/** No peer does this work: times of the processor in this process, so that other work on the machine does not count. */
export default async function (report: BenchReport): Promise<void> {
  const [programme, units] = [bundledProgramme(), bundledUnits()]
  const jobs = {
    '200 rows (under 50 ms)': plainWorkbook([table('a', 200)]),
    '20 sheets of 200 rows (under 500 ms)': plainWorkbook(Array.from({ length: 20 }, (_, at) => table(`s${at}`, 200))),
    '200,000 numbers': plainWorkbook([grid((row, column) => row * column)]),
    '200,000 texts, each another': plainWorkbook([grid((row, column) => `${word(row)} ${word(column)} ${row} ${column}`)]),
  }
  for (const [job, workbook] of Object.entries(jobs)) {
    const times = Array.from({ length: 5 }, () => {
      const start = process.cpuUsage()
      proposeMapping(workbook, programme, units)
      return process.cpuUsage(start).user / 1_000
    })
    report.note(`a mapping proposed for ${job}: ${median(times).toFixed(0)} ms`)
  }
  await Promise.resolve()
}
