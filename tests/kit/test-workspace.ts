import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { WorkerPool } from '../../electron/workers/pool.ts'
import type { ServiceContext } from '../../electron/audit/context.ts'
import { runCommand } from '../../electron/audit/run-command.ts'
import { initWorkspace } from '../../electron/setup/init-workspace.ts'
import { openPeriod } from '../../electron/setup/open-period.ts'
import { insertReceivedFile } from '../../electron/store/received-file-store.ts'
import { findSubmission, insertSubmission } from '../../electron/store/submission-store.ts'
import type { FigureReading } from '../../shared/domain/figure.ts'
import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'
import { bundledUnits } from '../../shared/programmes/bundled-units.ts'

export const sha256Of = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tonghop-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A clock that moves one second with every look at it, and ids that count; both the same in every run. */
export function fixedClock(start = '2026-06-15T02:00:00.000Z'): { clock: () => string; setTo: (instant: string) => void } {
  let next = Date.parse(start)
  return { clock: () => new Date((next += 1000)).toISOString(), setTo: (instant) => void (next = Date.parse(instant)) }
}

export function countingIds(): () => string {
  let last = 0
  return () => sha256Of(`id ${++last}`).slice(0, 32)
}

/** For services that must not need a worker. */
const noPool: WorkerPool = {
  run: (task) => Promise.reject(new Error(`${task} was not expected`)),
  close: () => Promise.resolve(),
}

export type TestWorkspace = { directory: string; context: ServiceContext; setClock: (instant: string) => void }

/** A new workspace with the bundled programme and units, open for writing, closed and removed after the test. */
export function testWorkspace(directory = join(temporaryFolder(), 'data')): TestWorkspace {
  const { clock, setTo } = fixedClock()
  const newId = countingIds()
  const { store } = initWorkspace({ directory, programme: bundledProgramme(), units: bundledUnits(), clock, newId, actor: 'Lan' })
  onTestFinished(() => {
    if (store.database.open) store.close()
  })
  return { directory, context: { store, pool: noPool, clock, newId, actor: 'Lan' }, setClock: setTo }
}

export const testPeriod = { code: '2026-H1', from: '2025-12-15', to: '2026-06-14', due: '2026-06-20 17:00' }

export function testWorkspaceWithPeriod(): TestWorkspace {
  const workspace = testWorkspace()
  openPeriod(workspace.context, testPeriod)
  return workspace
}

/** One figure per field of the programme, told apart by `seed`. */
export function testFigures(seed: number): FigureReading[] {
  return bundledProgramme().fields.map(({ code }, index): FigureReading => {
    const value = (seed * 7919 + index * 104_729) % 100_000
    return { field: code, state: 'value', value, source: { sheet: 'So lieu', cell: `D${index + 5}`, raw: String(value), numberFormat: '#,##0', how: 'number' } }
  })
}

/** Stores a submission of one unit as an import does: the file first, then everything in one command. Gives its id. */
export function storeTestSubmission({ store, clock, newId, actor }: ServiceContext, unit: string, seed: number): string {
  const bytes = `workbook of ${unit}, ${seed}`
  const sha256 = sha256Of(bytes)
  const keptAs = `${sha256.slice(0, 2)}/${sha256}.xlsx`
  const path = join(store.filesDirectory, keptAs)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
  const id = newId()
  return runCommand({ store, clock, actor }, () => {
    insertReceivedFile(store, { sha256, bytes: bytes.length, keptAs })
    insertSubmission(store, {
      id,
      period: testPeriod.code,
      unit,
      state: 'effective',
      sha256,
      originalName: `${unit}.xlsx`,
      contentSha256: sha256Of(`content ${seed}`),
      layout: 'template',
      nilReport: false,
      templateVersion: 1,
      question: null,
      receivedAt: clock(),
      channel: 'usb',
      importedAt: clock(),
      afterClose: false,
      actor,
      figures: testFigures(seed),
      texts: [],
      communeRows: [],
    })
    const stored = findSubmission(store, id)
    return { entry: { action: 'submission.import', params: { unit, version: stored?.version ?? 0 }, rows: [{ table: 'submission', key: id }] }, result: id }
  })
}
