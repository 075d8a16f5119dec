import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ServiceContext } from '../../electron/audit/context.ts'
import { runCommand } from '../../electron/audit/run-command.ts'
import { getPeriodKey } from '../../electron/store/period-store.ts'
import { insertReceivedFile } from '../../electron/store/received-file-store.ts'
import { applyToRollup } from '../../electron/store/rollup-store.ts'
import { insertSubmission } from '../../electron/store/submission-store.ts'
import { getUnitKey } from '../../electron/store/unit-store.ts'
import type { FigureReading } from '../../shared/domain/figure.ts'
import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'

export const sha256Of = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

/** A clock that moves one second with every look at it, and ids that count; both the same in every run. */
export function fixedClock(start = '2026-06-15T02:00:00.000Z'): { clock: () => string; setTo: (instant: string) => void } {
  let next = Date.parse(start)
  return { clock: () => new Date((next += 1000)).toISOString(), setTo: (instant) => void (next = Date.parse(instant)) }
}

export function countingIds(): () => string {
  let last = 0
  return () => sha256Of(`id ${++last}`).slice(0, 32)
}

export const testPeriod = { code: '2026-H1', from: '2025-12-15', to: '2026-06-14', due: '2026-06-20 17:00' }

/** One figure per field of the programme, told apart by `seed`. */
export function testFigures(seed: number): FigureReading[] {
  return bundledProgramme().fields.map(({ code }, index): FigureReading => {
    const value = (seed * 7919 + index * 104_729) % 100_000
    return {
      field: code,
      state: 'value',
      value,
      source: { sheet: 'So lieu', cell: `D${index + 5}`, raw: String(value), numberFormat: '#,##0', how: 'number' },
    }
  })
}

/** Stores a submission of one unit as an import does: the file first, then everything in one command. Gives its id. */
export function storeTestSubmission({ store, clock, newId, actor }: Omit<ServiceContext, 'pool'>, unit: string, seed: number): string {
  const bytes = `workbook of ${unit}, ${seed}`
  const sha256 = sha256Of(bytes)
  const keptAs = `${sha256.slice(0, 2)}/${sha256}.xlsx`
  const path = join(store.filesDirectory, keptAs)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
  const id = newId()
  return runCommand({ store, clock, actor }, () => {
    insertReceivedFile(store, { sha256, bytes: bytes.length, keptAs })
    const key = insertSubmission(store, {
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
    applyToRollup(store, { period: getPeriodKey(store, testPeriod.code), unit: getUnitKey(store, unit) }, null, key)
    return { entry: { action: 'submission.import', params: { unit }, rows: [{ table: 'submission', key: id }] }, result: id }
  })
}
