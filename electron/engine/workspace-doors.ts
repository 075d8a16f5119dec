import { readFile } from 'node:fs/promises'
import type { Role } from '../../shared/domain/account.ts'
import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { Programme } from '../../shared/domain/programme.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import { AppError } from '../../shared/errors.ts'
import type { Language } from '../../shared/messages/text.ts'
import type { VerifyAnswer } from '../../shared/rules/describe-verdict.ts'
import type { CommandContext } from '../audit/run-command.ts'
import type { AuditResult } from '../audit/verify-audit.ts'
import { hasAccounts } from '../store/account-store.ts'
import { hasWorkspace, openStore, type Store } from '../store/database.ts'
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

/** The application is opened by people who never typed a command: where there is no workspace yet, they get the bundled one. */
export async function createWhereNone(directory: string, person: Person): Promise<void> {
  if (!hasWorkspace(directory)) await createWorkspace(directory, {}, person)
}

const bundled = async (): Promise<Programme> => (await import('../../shared/programmes/bundled-programme.ts')).bundledProgramme()

async function readProgrammeFile(path: string, units: readonly Unit[]): Promise<Programme> {
  const { readProgrammeText, refuseProgramme } = await import('../../shared/rules/read-programme.ts')
  const reading = readProgrammeText(await readFile(path, 'utf8'), { unitLines: units.map(({ line }) => line) })
  if ('problems' in reading) throw refuseProgramme(reading.problems)
  if ((reading.programme.rules ?? []).length > 0) {
    const { checkProgrammeRules } = await import('../../shared/rules/programme-rules.ts')
    const problems = checkProgrammeRules(reading.programme)
    if (problems.length > 0) throw refuseProgramme(problems)
  }
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

/**
 * A file is checked with or without a workspace, and none is made for it; a damaged one is no reason not to answer. `roots`: a
 * file of certificates beside those that are pinned. Refuses with `verify.unreadable_file`, `trust.not_certificate`.
 */
export async function verifyPdfFile(
  directory: string,
  { path, roots, language }: { path: string; roots: string | undefined; language: Language },
): Promise<VerifyAnswer & { sentence: string }> {
  const { createWorkerPool } = await import('../workers/pool.ts')
  const { verifyFile } = await import('../sign/verify-file.ts')
  const { describeVerdict, sayVerdict } = await import('../../shared/rules/describe-verdict.ts')
  const given = roots === undefined ? [] : await (await import('../sign/manage-roots.ts')).readCertificates({ path: roots, name: roots })
  const store = openIfThere(directory)
  const pool = createWorkerPool({ size: 1 })
  try {
    const { verdict, archive } = await verifyFile(
      { pool, ...(store ? { store } : {}) },
      { path, roots: given.map(({ raw }) => new Uint8Array(raw)) },
    )
    return { ...describeVerdict(verdict, archive, language), sentence: sayVerdict(verdict, archive, language) }
  } finally {
    await pool.close()
    store?.close()
  }
}

function openIfThere(directory: string): Store | undefined {
  if (!hasWorkspace(directory)) return undefined
  try {
    return openStore(directory, { mode: 'read', clock: systemClock })
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

/**
 * No engine opens for writing while the clock is behind. Refuses with `workspace.*`, `workspace.clock_not_behind`; where there
 * are accounts, as `checkPassword`, and with `session.password_missing | no_right`.
 */
export async function confirmClock(
  directory: string,
  reason: string,
  { actor, clock = systemClock, password }: Person & { password: string | undefined },
): Promise<{ last: Instant; now: Instant }> {
  const { acceptClock } = await import('../setup/accept-clock.ts')
  const store = openStore(directory, { mode: 'write', clock, clockBehind: 'accept' })
  try {
    const context = { store, clock, actor }
    return acceptClock(hasAccounts(store) ? { ...context, actor: await clockKeeper(context, password) } : context, reason)
  } finally {
    store.close()
  }
}

const clockKeepers = ['clerk', 'administrator'] as const satisfies readonly Role[]

/** The display name of the account that confirms the clock. */
async function clockKeeper({ store, clock, actor }: CommandContext, password: string | undefined): Promise<string> {
  if (password === undefined || password === '') throw new AppError('session.password_missing')
  const { checkPassword } = await import('../accounts/check-password.ts')
  // While the clock is behind nothing else can be recorded, a wrong password neither.
  const context = { store: { ...store, readOnly: true }, clock, actor }
  const { displayName, roles } = await checkPassword(context, { name: actor }, password)
  if (!clockKeepers.some((role) => roles.includes(role))) throw new AppError('session.no_right', { roles: clockKeepers.join(', ') })
  return displayName
}

/** Refuses with `workspace.not_empty`, `backup.*`, `workspace.newer`. */
export async function restoreBackup(
  file: string,
  directory: string,
  { actor, clock = systemClock, newId = randomId }: Person,
): Promise<{ sha256: string; bytes: number }> {
  return (await import('../backup/restore-workspace.ts')).restoreWorkspace(file, directory, { actor, clock, newId })
}
