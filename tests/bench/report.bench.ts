import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { measureProcess, median } from './harness.ts'
import type { BenchReport, ProcessMeasure } from './harness.ts'
import { appendixModel, bodyModel } from './report/models.ts'
import { htmlOf } from './report/write-html.ts'

const job = fileURLToPath(new URL('./report/render-job.ts', import.meta.url))

/** The rendering worker's young generation, as the pool sets it. */
const youngSpace = '--max-semi-space-size=32'

/** Whole processes, in turn: start, layout, drawing and writing the file. */
export default async function benchReport(report: BenchReport): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tonghop-bench-'))
  const place = (name: string): string => join(folder, name)
  try {
    const body = bodyModel()
    const appendix = appendixModel()
    for (const [name, model] of [
      ['body', body],
      ['appendix', appendix],
    ] as const) {
      writeFileSync(place(`${name}.json`), JSON.stringify(model))
      writeFileSync(place(`${name}.html`), htmlOf(model))
    }
    const node = (way: string, name: string) => () =>
      measureProcess(process.execPath, [youngSpace, job, way, place(`${name}.json`), place(`${name}-${way}.pdf`)], {
        // As every command does; Chromium starts from a warm profile, too.
        env: { ...process.env, NODE_COMPILE_CACHE: place('compile-cache') },
      })
    const chromium = (name: string) => () =>
      measureProcess('chromium', [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--no-pdf-header-footer',
        '--log-level=3',
        `--user-data-dir=${place('profile')}`,
        `--print-to-pdf=${place(`${name}-chromium.pdf`)}`,
        pathToFileURL(place(`${name}.html`)).href,
      ])

    const short = await inTurn(7, { own: node('own', 'body'), chromium: chromium('body') })
    report.add({
      job: `report of ${short['own']!.stdout} pages`,
      ours: ms(short['own']!),
      peer: `Chromium ${ms(short['chromium']!)}`,
      ratio: short['chromium']!.ms / short['own']!.ms,
      must: 2,
      stretch: 3,
    })

    const long = await inTurn(3, { own: node('own', 'appendix'), pdfmake: node('pdfmake', 'appendix') })
    const { own, pdfmake } = long as Record<'own' | 'pdfmake', ProcessMeasure>
    // Once: it takes as long as all the others together.
    const browser = (await inTurn(1, { chromium: chromium('appendix') }))['chromium']!
    const size = (way: string): string => `${Math.round(statSync(place(`appendix-${way}.pdf`)).size / 1024)} KB`
    report.note(
      `appendix of 5,000 units: ${own.stdout} pages, ${size('own')}; pdfmake ${pdfmake.stdout} pages, ${size('pdfmake')}; Chromium ${size('chromium')}`,
    )
    report.add({
      job: 'appendix of 5,000 rows, time',
      ours: ms(own),
      peer: `pdfmake ${ms(pdfmake)}`,
      ratio: pdfmake.ms / own.ms,
      must: 2.5,
      stretch: 3.3,
    })
    report.add({
      job: 'appendix of 5,000 rows, memory',
      ours: mb(own),
      peer: `pdfmake ${mb(pdfmake)}`,
      ratio: pdfmake.peakMb / own.peakMb,
      must: 1 / 0.6,
      stretch: null,
    })
    report.add({
      job: 'appendix of 5,000 rows, time',
      ours: ms(own),
      peer: `Chromium ${ms(browser)}`,
      ratio: browser.ms / own.ms,
      must: 4,
      stretch: null,
    })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

const ms = ({ ms: time }: ProcessMeasure): string => `${time.toFixed(0)} ms`
const mb = ({ peakMb }: ProcessMeasure): string => `${peakMb.toFixed(0)} MB`

/** Median time and highest memory of each candidate; a process that fails fails the bench. */
async function inTurn(rounds: number, candidates: Record<string, () => Promise<ProcessMeasure>>): Promise<Record<string, ProcessMeasure>> {
  const all: Record<string, ProcessMeasure[]> = {}
  for (let round = 0; round < rounds; round++)
    for (const [name, run] of Object.entries(candidates)) {
      const measure = await run()
      if (measure.exitCode !== 0) throw new Error(`${name} ended with ${measure.exitCode ?? measure.signal}`)
      ;(all[name] ??= []).push(measure)
    }
  return Object.fromEntries(
    Object.entries(all).map(([name, measures]) => [
      name,
      { ...measures[0]!, ms: median(measures.map((one) => one.ms)), peakMb: Math.max(...measures.map((one) => one.peakMb)) },
    ]),
  )
}
