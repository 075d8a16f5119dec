import type { JobKind, JobResult } from '../../shared/contract/jobs.ts'
import { AppError } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/messages/catalogue.ts'
import { ORPCError } from '@orpc/client'
import type { Invocation, Workspace } from './command.ts'
import { showProgress } from './show-progress.ts'

/** Starts a job, shows how far it is, stops it on Ctrl-C, and gives its result; refuses with what the job was refused with. */
export async function runJob<Kind extends JobKind>(
  { client }: Workspace,
  { terminal, language, isJson, flag }: Pick<Invocation, 'terminal' | 'language' | 'isJson' | 'flag'>,
  start: (client: Workspace['client']) => Promise<{ jobId: string }>,
): Promise<JobResult<Kind>> {
  const watching = new AbortController()
  // Listening comes first: a short job may be over before the start is answered.
  const events = await client.events.watch({}, { signal: watching.signal })
  const { jobId: id } = await start(client)
  const cancel = (): void => void client.jobs.cancel({ id })
  terminal.interrupt.addEventListener('abort', cancel)
  const isAsked = flag('progress') === true
  const progress = showProgress(terminal, language, isAsked || (!isJson && terminal.isWatched === true))
  try {
    if (terminal.interrupt.aborted) cancel()
    for await (const event of events) {
      if (event.type !== 'job' || event.job.id !== id) continue
      if (event.job.state === 'running') {
        progress.show(event.job.done, event.job.total)
        continue
      }
      // The event leaves out what is long.
      return resultOf<Kind>(await client.jobs.get({ id }))
    }
    throw new AppError('job.interrupted')
  } finally {
    progress.end()
    watching.abort()
    terminal.interrupt.removeEventListener('abort', cancel)
  }
}

type EndedJob = Awaited<ReturnType<Workspace['client']['jobs']['get']>>

function resultOf<Kind extends JobKind>({ id, error, result }: EndedJob): JobResult<Kind> {
  if (error && 'reference' in error) throw new ORPCError('UNEXPECTED', { data: error })
  if (error) throw new AppError(error.code as ErrorCode, error.params)
  if (result === null) throw new AppError('job.cancelled', { job: id })
  // The engine checked it against the contract's shape for this kind before it was stored.
  return result as JobResult<Kind>
}
