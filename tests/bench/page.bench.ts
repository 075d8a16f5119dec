import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { openPeriod } from '../../electron/setup/open-period.ts'
import { openStore } from '../../electron/store/database.ts'
import { getPeriod } from '../../electron/store/period-store.ts'
import { getLatestProgramme } from '../../electron/store/programme-store.ts'
import { listUnits } from '../../electron/store/unit-store.ts'
import { createWorkerPool } from '../../electron/workers/pool.ts'
import { launchChromium } from '../e2e/kit/open-application.ts'
import { startServe } from '../e2e/kit/serve-process.ts'
import { createLargeWorkspace } from '../kit/large-workspace.ts'
import { median, type BenchReport } from './harness.ts'
import { pageTrials, type PageTrial } from './page/page-trials.ts'
import { measureOpening, measurePage, recordPage } from './page/measure-page.ts'

const root = new URL('../..', import.meta.url).pathname
const clock = (): string => '2026-07-01T02:00:00.000Z'
const coldStartMs = 2000
const usableWithinMs = 1000
const answerWithinMs = 100
const fullPeriod = '2026-Q2'
const importPeriod = '2026-Q3'
const importedFiles = 1000

/** Every page at full scale in a real browser: how soon it can be used, how soon it answers, and whether an import disturbs it. */
export default async function benchPages(report: BenchReport): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tonghop-bench-'))
  mkdirSync(join(root, 'out'), { recursive: true })
  const built = mkdtempSync(join(root, 'out/bench-'))
  try {
    const directory = join(folder, 'workspace')
    createLargeWorkspace(directory)
    const files = await prepareImport(directory, join(folder, 'usb'))
    await promisify(execFile)(process.execPath, ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--outDir', built], {
      cwd: root,
    })
    await measure(report, directory, join(built, 'renderer'), files)
  } finally {
    for (const made of [folder, built]) rmSync(made, { recursive: true, force: true })
  }
}

/** A further, empty period, and filled workbooks of its first thousand units. */
async function prepareImport(directory: string, folder: string): Promise<string[]> {
  const store = openStore(directory, { mode: 'write', clock })
  openPeriod({ store, clock, actor: 'bench' }, { code: importPeriod, from: '2026-07-01', to: '2026-09-30', due: '2026-10-05' })
  const programme = getLatestProgramme(store)
  const period = getPeriod(store, importPeriod)
  const units = listUnits(store).slice(0, importedFiles)
  store.close()
  mkdirSync(folder)
  const pool = createWorkerPool({ size: 2 })
  const paths = await Promise.all(
    units.map(async (unit, at) => {
      const fields = programme.fields.map((field): [string, number] => [`fld.${field.code}`, 1000 + at])
      const tasks = programme.tasks.map((task): [string, string] => [`nar.${task.code}`, `Đơn vị ${unit.name} đã triển khai nội dung này.`])
      const order = { programme, period, unit, communes: [], previous: null }
      const { bytes } = await pool.run('fill_template', { order, answers: Object.fromEntries([...fields, ...tasks]) })
      const path = join(folder, `${unit.code}.xlsx`)
      writeFileSync(path, bytes)
      return path
    }),
  )
  await pool.close()
  return paths
}

async function measure(report: BenchReport, directory: string, built: string, files: readonly string[]): Promise<void> {
  const served = await startServe(directory, built)
  const browser = await launchChromium()
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
    const page = await context.newPage()
    await recordPage(page)
    await page.addInitScript(`localStorage.setItem('tonghop.period', '${fullPeriod}')`)
    const start = performance.now()
    await page.goto(served.url)
    await page.locator('.indicators tbody tr').first().waitFor()
    addMs(report, 'first screen of a cold page', performance.now() - start, coldStartMs)
    for (const trial of pageTrials) await tryPage(report, page, trial)
    await importBeside(report, page, files)
  } finally {
    await browser.close()
    await served.stop()
  }
}

function addMs(report: BenchReport, job: string, ms: number, allowed: number): void {
  report.add({ job, ours: `${ms.toFixed(0)} ms`, peer: `${allowed} ms allowed`, ratio: allowed / ms, must: 1, stretch: null })
}

/** Cold the first time it is opened, then three more times; the interactions on the page as it then stands. */
async function tryPage(report: BenchReport, page: Page, { title, ready, acts }: PageTrial): Promise<void> {
  const first = await measureOpening(page, title, ready)
  const again: number[] = []
  for (let round = 0; round < 3; round++) {
    await page.locator('.navigation').getByRole('link', { name: 'Thiết lập', exact: true }).click()
    await page.locator('.settings-tabs').waitFor()
    again.push(await measureOpening(page, title, ready))
  }
  addMs(report, `${title}: usable, first time (again ${median(again).toFixed(0)} ms)`, first, usableWithinMs)
  for (const { name, act } of acts) {
    const { slowestInputMs, longestGapMs } = await measurePage(page, () => act(page))
    addMs(report, `${title}: ${name} (longest gap ${longestGapMs.toFixed(0)} ms)`, slowestInputMs, answerWithinMs)
  }
}

/** A thousand workbooks come in while somebody works on; every job ends on the page that started it. */
async function importBeside(report: BenchReport, page: Page, files: readonly string[]): Promise<void> {
  await page.locator('#period').selectOption(importPeriod)
  await page.locator('.navigation').getByRole('link', { name: 'Tiếp nhận', exact: true }).click()
  const start = performance.now()
  const { longestGapMs } = await measurePage(page, async () => {
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Chọn tệp…' }).first().click()
    await (await choosing).setFiles([...files])
    await page.locator('.job-end', { hasText: 'Đã tiếp nhận 1.000' }).waitFor({ timeout: 120_000 })
  })
  report.note(`${files.length} workbooks staged, read and stored through the page in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  addMs(report, `import of ${files.length} workbooks: longest time without a frame`, longestGapMs, 100)
}
