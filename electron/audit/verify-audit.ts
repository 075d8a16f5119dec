import { setImmediate } from 'node:timers/promises'
import type { AuditCheckName } from '../../shared/messages/audit.ts'
import { AppError } from '../../shared/errors.ts'
import type { Language } from '../../shared/messages/text.ts'
import { openSnapshot } from '../store/audit-store.ts'
import type { Store } from '../store/database.ts'
import { asRefusal } from '../store/store-trouble.ts'
import { findSetting } from '../store/setting-store.ts'
import { findLastEntry } from '../store/journal-store.ts'
import { describeFindings, type AuditProblem, type CheckFindings } from './audit-problem.ts'
import { checkFiles, checkPages, checkReports, checkRollups, checkSubmissions } from './check-contents.ts'
import { checkJournal, checkRows, type JournalFindings } from './check-journal.ts'

export type AuditCheck = { name: AuditCheckName; ok: boolean; detail: string }

/** `entries`: of all chains; `head`: hash of the newest entry of this machine's chain, null before the first. */
export type AuditResult = { ok: boolean; entries: number; head: string | null; checks: AuditCheck[] }

export type AuditOptions = {
  language?: Language
  /** A head kept outside the workspace (verification slip, backup): only against it does the chain prove anything. */
  knownHead?: string
  signal?: AbortSignal
}

/**
 * Compares the store with what was recorded when it was written: pages, journal chain, rows, figures, kept files,
 * roll-ups, report files. Looks at one moment through a connection of its own and gives way to other work, so it can
 * run beside commands. Changes and repairs nothing. Rejects with the signal's reason when aborted.
 */
export async function verifyAudit(
  { store: { directory } }: { store: Pick<Store, 'directory'> },
  options: AuditOptions = {},
): Promise<AuditResult> {
  const store = openSnapshot(directory)
  try {
    return await verifySnapshot(store, options)
  } finally {
    store.close()
  }
}

async function verifySnapshot(store: Store, { language = 'vi', knownHead, signal }: AuditOptions): Promise<AuditResult> {
  const pause = pauseEvery(20, signal)
  const checks: AuditCheck[] = []
  const check = async (name: AuditCheckName, look: () => Promise<CheckFindings>): Promise<void> => {
    const found = await look().catch((error: unknown): CheckFindings => {
      signal?.throwIfAborted()
      const problem = problemOf(
        asRefusal(error, store.directory),
        checks.some(({ ok }) => !ok),
      )
      return { count: 0, problems: [problem] }
    })
    checks.push({ name, ok: found.problems.length === 0, detail: describeFindings(found, language) })
  }
  let journal: JournalFindings = { count: 0, problems: [], marks: new Map() }
  await check('pages', () => checkPages(store, pause))
  await check('journal', async () => (journal = await checkJournal(store, knownHead, pause)))
  await check('rows', () => checkRows(store, journal.marks, pause))
  await check('submissions', () => checkSubmissions(store, pause))
  await check('files', () => checkFiles(store, pause))
  await check('rollups', () => checkRollups(store, pause))
  await check('reports', () => checkReports(store, pause))
  return { ok: checks.every(({ ok }) => ok), entries: journal.count, head: findHead(store), checks }
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

/** Lets other work run whenever this much time has gone by since it last could. */
function pauseEvery(milliseconds: number, signal: AbortSignal | undefined): () => Promise<void> {
  let since = performance.now()
  return async () => {
    signal?.throwIfAborted()
    if (performance.now() - since < milliseconds) return
    await setImmediate()
    since = performance.now()
  }
}
