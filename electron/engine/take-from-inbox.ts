import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Channel } from '../../shared/domain/submission.ts'
import { AppError } from '../../shared/errors.ts'
import { getPeriod } from '../store/period-store.ts'
import type { EngineContext } from './context.ts'
import { importWork } from './job-works.ts'

type TakeInput = { source: string; period: string; receivedAt?: string | undefined; channel?: Channel | undefined }

/** Starts the usual import of what is new in a source. Refuses with `period.not_found`, `inbox.source_gone`, `inbox.nothing_new`. */
export async function takeFromInbox(
  context: EngineContext,
  { source, period, receivedAt, channel = 'usb' }: TakeInput,
): Promise<{ jobId: string }> {
  const { inbox, staging, store } = context
  getPeriod(store, period)
  const running = inbox.runningJob(source)
  if (running !== undefined) return { jobId: running }
  const { name, files: fresh } = await inbox.newFiles(source)
  if (fresh.length === 0) throw new AppError('inbox.nothing_new', { name })
  const files = fresh.map((file) => staging.addInput(file.path, file.name, file.inside))
  const input = { period, files, channel, ...(receivedAt === undefined ? {} : { receivedAt }) }
  const started = context.jobs.start('import', input, importWork(context, input))
  inbox.takenBy(source, started.jobId)
  return started
}

type Offered = { file: string; name: string; place: string }

/** By staging: the folders that were offered, so that asking again makes no new ids. */
const offered = new WeakMap<EngineContext['staging'], Map<string, string>>()
const mostOffered = 200

/** The folders in the home folder, or in one that was offered before: nobody names a path. Refuses with `file.not_found`. */
export async function offerFolders({ staging }: EngineContext, { under }: { under?: string | undefined }): Promise<Offered[]> {
  const ids = offered.get(staging) ?? new Map<string, string>()
  offered.set(staging, ids)
  if (under !== undefined && ![...ids.values()].includes(under)) throw new AppError('file.not_found', { file: under })
  const parent = under === undefined ? homedir() : staging.get(under).path
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => [])
  const folders = entries.filter((entry) => entry.isDirectory() && !/^[.$]/.test(entry.name)).map(({ name }) => name)
  return folders
    .toSorted((a, b) => a.localeCompare(b, 'vi'))
    .slice(0, mostOffered)
    .map((name) => {
      const place = join(parent, name)
      const file = ids.get(place) ?? staging.addInput(place)
      ids.set(place, file)
      return { file, name, place }
    })
}
