import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ServiceContext } from '../../electron/audit/context.ts'
import { runCommand } from '../../electron/audit/run-command.ts'
import { getExpectedUnit, getPeriodKey } from '../../electron/store/period-store.ts'
import { insertReceivedFile } from '../../electron/store/received-file-store.ts'
import { applyToRollup } from '../../electron/store/rollup-store.ts'
import { upsertSubmissionFindings, closeSubmissionFindings } from '../../electron/store/submission-finding-store.ts'
import { findEffective, insertSubmission, updateSubmissionState } from '../../electron/store/submission-store.ts'
import { getUnitKey } from '../../electron/store/unit-store.ts'
import type { CellState, FigureReading, Reading } from '../../shared/domain/figure.ts'
import type { CommuneRow, TextInput } from '../../shared/domain/submission.ts'
import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'
import { checkReadings } from '../../shared/rules/check-readings.ts'
import { sha256Of } from './test-submission.ts'

export type Figures = Readonly<Record<string, number | Exclude<CellState, 'value'>>>
export const readingOf = (given: Figures[string] | undefined): Reading =>
  typeof given === 'number' ? { state: 'value', value: given } : { state: given ?? 'blank', value: null }

const readingsOf = (figures: Figures): FigureReading[] =>
  bundledProgramme().fields.map(({ code }, index): FigureReading => {
    const reading = readingOf(figures[code])
    return {
      field: code,
      ...reading,
      source: { sheet: 'Số liệu', cell: `E${index + 7}`, raw: String(figures[code] ?? ''), numberFormat: 'General', how: 'number' },
    }
  })

/** Lets a version with these figures (blank where not given) count for a unit, in place of the one that counts now. */
export function storeFigures(
  { store, clock, newId, actor }: Omit<ServiceContext, 'pool'>,
  target: { period: string; unit: string },
  figures: Figures,
  rest: { texts?: readonly TextInput[]; communeRows?: readonly CommuneRow[]; receivedAt?: string } = {},
): string {
  const id = newId()
  const sha256 = sha256Of(id)
  const keptAs = `${sha256.slice(0, 2)}/${sha256}.xlsx`
  mkdirSync(dirname(join(store.filesDirectory, keptAs)), { recursive: true })
  writeFileSync(join(store.filesDirectory, keptAs), id)
  runCommand({ store, clock, actor }, () => {
    insertReceivedFile(store, { sha256, bytes: id.length, keptAs })
    const previous = findEffective(store, target.period, target.unit)
    if (previous) {
      updateSubmissionState(store, previous.key, 'superseded')
      closeSubmissionFindings(store, previous.key)
    }
    const readings = readingsOf(figures)
    const received = { ...target, channel: 'usb', importedAt: clock(), afterClose: false, actor } as const
    const made = { layout: 'template', nilReport: false, templateVersion: 1, question: null } as const
    const content = { figures: readings, texts: rest.texts ?? [], communeRows: rest.communeRows ?? [] }
    const key = insertSubmission(store, {
      id,
      state: 'effective',
      sha256,
      originalName: `${target.unit}.xlsx`,
      contentSha256: sha256,
      receivedAt: rest.receivedAt ?? '2026-06-16T02:00:00.000Z',
      ...received,
      ...made,
      ...content,
    })
    const { line } = getExpectedUnit(store, target.period, target.unit)
    const byField = new Map(readings.map((reading) => [reading.field, reading]))
    upsertSubmissionFindings(store, { ...target, submission: key }, checkReadings(byField, bundledProgramme(), line))
    const suspended = applyToRollup(
      store,
      { period: getPeriodKey(store, target.period), unit: getUnitKey(store, target.unit) },
      previous?.key ?? null,
      key,
    )
    const rows = [
      ...[id, ...(previous ? [previous.id] : [])].map((one) => ({ table: 'submission' as const, key: one })),
      ...suspended.map((one) => ({ table: 'adjustment' as const, key: one })),
    ]
    return { entry: { action: 'submission.import', params: { unit: target.unit }, rows }, result: id }
  })
  return id
}
