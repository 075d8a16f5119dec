import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { importFiles, type ImportReport, type ImportRequest } from '../../../electron/import/import-files.ts'
import type { ServiceContext } from '../../../electron/audit/context.ts'
import { getPeriod } from '../../../electron/store/period-store.ts'
import { createWorkerPool, type WorkerPool } from '../../../electron/workers/pool.ts'
import type { TemplateAnswers } from '../../../shared/domain/template.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { bundledUnits } from '../../../shared/programmes/bundled-units.ts'
import { temporaryFolder, testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

export const units = bundledUnits()
export const communes = units.filter((unit) => unit.line === 'territorial')
export const unitAt = (index: number): string => communes[index]!.code
export const placeOf = (code: string): string => communes.find((unit) => unit.code === code)!.name.replace('Đảng ủy ', '')

export type Inbox = {
  context: ServiceContext
  directory: string
  /** Where the files lie that are taken in. */
  folder: string
  /** A workbook of ours; `unit` null = the common one. Gives its bytes. */
  fill(unit: string | null, answers: TemplateAnswers, period?: string): Promise<Buffer>
  put(name: string, bytes: Uint8Array | string): string
  take(request?: Partial<ImportRequest>): Promise<ImportReport>
}

let pool: WorkerPool | undefined

/** One pool for a test file, which closes it: opening workers is most of a short test's time. */
export const sharedPool = (): WorkerPool => (pool ??= createWorkerPool({ size: 2 }))
export async function closeSharedPool(): Promise<void> {
  const closing = pool
  pool = undefined
  await closing?.close()
}

export function openInbox(): Inbox {
  const workspace = testWorkspaceWithPeriod()
  const context = { ...workspace.context, pool: sharedPool() }
  const folder = join(temporaryFolder(), 'USB')
  mkdirSync(folder)
  return {
    context,
    directory: workspace.directory,
    folder,
    async fill(unit, answers, period = '2026-H1') {
      const found = unit === null ? null : units.find((one) => one.code === unit)!
      const order = {
        programme: bundledProgramme(),
        period: { ...getPeriod(context.store, '2026-H1'), code: period },
        unit: found,
        communes,
        previous: null,
      }
      const { bytes } = await context.pool.run('fill_template', { order, answers })
      return Buffer.from(bytes)
    },
    put(name, bytes) {
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, bytes)
      return path
    },
    take: (request = {}) => importFiles(context, { period: '2026-H1', paths: [{ path: folder, name: 'USB' }], channel: 'usb', ...request }),
  }
}

/** Outcome by file name. */
export const outcomesOf = (report: ImportReport): Record<string, string> =>
  Object.fromEntries(report.files.map((file) => [file.path.replace(/^.*\/USB\//, ''), file.outcome]))
export const rulesOf = (report: ImportReport, name: string): string[] =>
  report.files.find((file) => file.path.endsWith(`/${name}`))!.findings.map((finding) => finding.rule)
