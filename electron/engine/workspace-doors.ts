import { readFile } from 'node:fs/promises'
import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { Programme } from '../../shared/domain/programme.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import { AppError } from '../../shared/errors.ts'
import type { Language } from '../../shared/messages/text.ts'
import type { AuditResult } from '../audit/verify-audit.ts'
import { hasWorkspace, openStore } from '../store/database.ts'
import { randomId, systemClock } from './identity.ts'

/** What is done before there is an engine over a workspace, or without one. */
export type Person = { actor: string; clock?: () => Instant; newId?: () => Id }

/** Without files: the bundled programme and its units. Refuses with `workspace.*`, `programme.invalid`, `list.*`. */
export async function createWorkspace(
  directory: string,
  files: { programme?: string | undefined; units?: string | undefined; isSample?: boolean },
  { actor, clock = systemClock, newId = randomId }: Person,
): Promise<{ workspace: Id; programme: string; units: number }> {
  const units =
    files.units === undefined ? (await import('../../shared/programmes/bundled-units.ts')).bundledUnits() : await readUnits(files.units)
  const programme = files.programme === undefined ? await bundled() : await readProgrammeFile(files.programme, units)
  const { initWorkspace } = await import('../setup/init-workspace.ts')
  const { store, workspace } = initWorkspace({ directory, programme, units, clock, newId, actor, isSample: files.isSample ?? false })
  store.close()
  return { workspace, programme: programme.code, units: units.length }
}

const bundled = async (): Promise<Programme> => (await import('../../shared/programmes/bundled-programme.ts')).bundledProgramme()

async function readProgrammeFile(path: string, units: readonly Unit[]): Promise<Programme> {
  const { readProgrammeText, refuseProgramme } = await import('../../shared/rules/read-programme.ts')
  const reading = readProgrammeText(await readFile(path, 'utf8'), { unitLines: units.map(({ line }) => line) })
  if ('problems' in reading) throw refuseProgramme(reading.problems)
  return reading.programme
}

async function readUnits(path: string): Promise<Unit[]> {
  const { createWorkerPool } = await import('../workers/pool.ts')
  const pool = createWorkerPool({ size: 1 })
  try {
    const { readUnitList } = await import('../setup/import-units.ts')
    return await readUnitList({ pool }, path)
  } finally {
    await pool.close()
  }
}

/** Answers for a damaged workspace too, which no engine opens for writing. Refuses with `workspace.not_found`. */
export async function auditWorkspace(directory: string, language: Language): Promise<AuditResult> {
  if (!hasWorkspace(directory)) throw new AppError('workspace.not_found', { path: directory })
  return (await import('../audit/verify-audit.ts')).verifyAudit({ store: { directory } }, { language })
}

/** No engine opens for writing while the clock is behind. Refuses with `workspace.*`, `workspace.clock_not_behind`. */
export async function confirmClock(
  directory: string,
  reason: string,
  { actor, clock = systemClock }: Person,
): Promise<{ last: Instant; now: Instant }> {
  const { acceptClock } = await import('../setup/accept-clock.ts')
  const store = openStore(directory, { mode: 'write', clock, clockBehind: 'accept' })
  try {
    return acceptClock({ store, clock, actor }, reason)
  } finally {
    store.close()
  }
}

/** Refuses with `workspace.not_empty`, `backup.*`, `workspace.newer`. */
export async function restoreBackup(
  file: string,
  directory: string,
  { actor, clock = systemClock, newId = randomId }: Person,
): Promise<{ sha256: string; bytes: number }> {
  return (await import('../backup/restore-workspace.ts')).restoreWorkspace(file, directory, { actor, clock, newId })
}
