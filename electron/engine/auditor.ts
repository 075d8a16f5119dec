import type { AuditReport, AuditState } from '../../shared/contract/trust.ts'
import type { Instant } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import type { AuditExamination } from '../audit/verify-audit.ts'
import type { Store } from '../store/database.ts'
import { runAudit, type AuditOrder, type RunAuditOptions } from '../workers/run-audit.ts'
import type { Events } from './events.ts'
import type { BugLog } from './log.ts'

/** Checks the whole workspace in a thread of its own and remembers how the last check since the start ended. */
export type Auditor = {
  state(): AuditState
  /** For a person who waits. Rejects with the signal's reason when aborted. */
  examine(request: { actor: string; knownHead?: string | undefined } & RunAuditOptions): Promise<AuditReport>
  /** For nobody in particular, a while after the start; what comes of it is told by an event. */
  checkIn(delayMs: number): void
  close(): Promise<void>
}

type AuditorParts = { store: Pick<Store, 'directory'>; clock: () => Instant; events: Events; logBug: BugLog }

const mostProblems = 50

export function createAuditor({ store: { directory }, clock, events, logBug }: AuditorParts): Auditor {
  let state: AuditState = { state: 'none', actor: null, at: null, report: null, reference: null }
  /** The last state in which nothing ran: two may run at once, and both be stopped. */
  let settled = state
  let timer: NodeJS.Timeout | undefined
  let background: { stop: AbortController; finished: Promise<void> } | undefined

  const become = (next: AuditState): void => {
    state = next
    if (next.state !== 'running') settled = next
    events.changed(['workspace'])
  }

  async function look(actor: string | null, order: Omit<AuditOrder, 'directory'>, options: RunAuditOptions): Promise<AuditReport> {
    become({ ...state, state: 'running' })
    try {
      const report = toReport(await runAudit({ directory, ...order }, options), order.knownHead)
      become({ state: 'done', actor, at: clock(), report, reference: null })
      return report
    } catch (error) {
      const wasStopped = options.signal?.aborted === true
      become(
        wasStopped || error instanceof AppError
          ? settled
          : { state: 'failed', actor, at: clock(), report: null, reference: logBug(error, 'audit') },
      )
      throw error
    }
  }

  async function checkInBackground(signal: AbortSignal): Promise<void> {
    // Whatever ended it is in the state or the log; nobody waits for the answer.
    await look(null, { isUnhurried: true }, { signal }).catch(() => undefined)
  }

  async function endBackground(): Promise<void> {
    clearTimeout(timer)
    background?.stop.abort(new AppError('job.cancelled', { job: 'audit' }))
    await background?.finished
    background = undefined
  }

  return {
    state: () => state,
    async examine({ actor, knownHead, ...options }) {
      await endBackground()
      return look(actor, knownHead === undefined ? {} : { knownHead }, options)
    },
    checkIn(delayMs) {
      timer = setTimeout(() => {
        const stop = new AbortController()
        background = { stop, finished: checkInBackground(stop.signal) }
      }, delayMs)
      timer.unref()
    },
    close: endBackground,
  }
}

const toReport = ({ ok, entries, head, checks }: AuditExamination, knownHead: string | undefined): AuditReport => ({
  ok,
  entries,
  head,
  knownHead: knownHead ?? null,
  checks: checks.map(({ name, count, problems }) => ({
    name,
    count,
    problems: problems.slice(0, mostProblems).map(({ code, params }) => ({ code, params: { ...params } })),
    more: Math.max(0, problems.length - mostProblems),
  })),
})
