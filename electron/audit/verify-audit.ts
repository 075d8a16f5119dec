import { setImmediate, setTimeout } from 'node:timers/promises'
import type { AuditCheckName } from '../../shared/messages/audit.ts'
import { AppError } from '../../shared/errors.ts'
import type { Language } from '../../shared/messages/text.ts'
import { countAuditSteps, openSnapshot } from '../store/audit-store.ts'
import type { Store } from '../store/database.ts'
import { asRefusal } from '../store/store-trouble.ts'
import { findSetting } from '../store/setting-store.ts'
import { findLastEntry } from '../store/journal-store.ts'
import { describeFindings, type AuditProblem, type CheckFindings } from './audit-problem.ts'
import { checkFiles, checkPages, checkPrints, checkReports, checkRollups, checkSearch, checkSubmissions } from './check-contents.ts'
import { checkJournal, checkRows, type JournalFindings } from './check-journal.ts'

export type AuditCheck = { name: AuditCheckName; ok: boolean; detail: string }

/** `entries`: of all chains; `head`: hash of the newest entry of this machine's chain, null before the first. */
export type AuditResult = { ok: boolean; entries: number; head: string | null; checks: AuditCheck[] }

/** The same before it is put into words: what each check looked at and found. */
export type AuditExamination = Omit<AuditResult, 'checks'> & { checks: ({ name: AuditCheckName } & CheckFindings)[] }

export type ExamineOptions = {
  /** A head kept outside the workspace (verification slip, backup): only against it does the chain prove anything. */
  knownHead?: string
  signal?: AbortSignal
  /** Nobody waits for it: it rests as long as it works, so that on two processors the screen keeps one and a half. */
  isUnhurried?: boolean
  /** `total` is an estimate that `done` does not pass. */
  onProgress?: (done: number, total: number) => void
}
export type AuditOptions = ExamineOptions & { language?: Language }

/**
 * Compares the store with what was recorded when it was written: pages, journal chain, rows, figures, kept files,
 * roll-ups, prints of narratives, report files, search index. Looks at one moment through a connection of its own and gives way to other work
 * between steps, so it can run beside commands; single steps of a large store take seconds, so an application runs it in a
 * thread of its own. Changes and repairs nothing. Rejects with the signal's reason when aborted.
 */
export async function examineWorkspace(directory: string, options: ExamineOptions = {}): Promise<AuditExamination> {
  const store = openSnapshot(directory)
  try {
    return await examineSnapshot(store, options)
  } catch (error) {
    // A statement that does not fit the tables of a store that is known to be damaged is the damage, not a bug.
    const isStatement = error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR'
    throw isStatement && store.damage !== null ? new AppError('workspace.damaged', { detail: store.damage }, { cause: error }) : error
  } finally {
    store.close()
  }
}

/** `examineWorkspace` in words. */
export async function verifyAudit(
  { store: { directory } }: { store: Pick<Store, 'directory'> },
  { language = 'vi', ...options }: AuditOptions = {},
): Promise<AuditResult> {
  const { checks, ...result } = await examineWorkspace(directory, options)
  const describe = ({ name, ...found }: AuditExamination['checks'][number]): AuditCheck => ({
    name,
    ok: found.problems.length === 0,
    detail: describeFindings(found, language),
  })
  return { ...result, checks: checks.map(describe) }
}

async function examineSnapshot(
  store: Store,
  { knownHead, signal, isUnhurried = false, onProgress }: ExamineOptions,
): Promise<AuditExamination> {
  const breathe = pauseEvery(20, isUnhurried, signal)
  // A store that cannot even be counted is named by its checks.
  const total = onProgress ? (attempt(() => countAuditSteps(store)) ?? 1) : 1
  let done = 0
  const pause = (): Promise<void> => {
    onProgress?.(Math.min(++done, total), total)
    return breathe()
  }
  const checks: AuditExamination['checks'] = []
  const check = async (name: AuditCheckName, look: () => Promise<CheckFindings>): Promise<void> => {
    const found = await look().catch((error: unknown): CheckFindings => {
      signal?.throwIfAborted()
      const isChanged = checks.some(({ problems }) => problems.length > 0)
      return { count: 0, problems: [problemOf(asRefusal(error, store.directory), isChanged)] }
    })
    checks.push({ name, count: found.count, problems: found.problems })
  }
  let journal: JournalFindings = { count: 0, problems: [], marks: new Map() }
  await check('pages', () => checkPages(store, pause))
  await check('journal', async () => (journal = await checkJournal(store, knownHead, pause)))
  await check('rows', () => checkRows(store, journal.marks, pause))
  await check('submissions', () => checkSubmissions(store, pause))
  await check('files', () => checkFiles(store, pause))
  await check('rollups', () => checkRollups(store, pause))
  await check('prints', () => checkPrints(store, pause))
  await check('reports', () => checkReports(store, pause))
  await check('search', () => checkSearch(store, pause))
  onProgress?.(total, total)
  return { ok: checks.every(({ problems }) => problems.length === 0), entries: journal.count, head: findHead(store), checks }
}

function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}

/** In a store already found changed anything may follow from it; in one that is right so far only damage is no bug. */
function problemOf(error: unknown, isChanged: boolean): AuditProblem {
  if (error instanceof AppError && error.code === 'workspace.damaged')
    return { code: 'unreadable', params: { detail: String(error.params['detail']) } }
  if (isChanged && error instanceof Error) return { code: 'unreadable', params: { detail: error.message } }
  throw error
}

function findHead(store: Store): string | null {
  const machine = findSetting(store, 'machine')
  return (machine === undefined ? undefined : findLastEntry(store, machine)?.hash) ?? null
}

/** Lets other work run whenever this much time has gone by since it last could; unhurried, for as long as it worked. */
function pauseEvery(milliseconds: number, isUnhurried: boolean, signal: AbortSignal | undefined): () => Promise<void> {
  let since = performance.now()
  return async () => {
    signal?.throwIfAborted()
    const worked = performance.now() - since
    if (worked < milliseconds) return
    await (isUnhurried ? setTimeout(Math.min(worked, 500)) : setImmediate())
    since = performance.now()
  }
}
