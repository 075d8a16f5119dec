import { mkdir, mkdtemp } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { submissionFinding, type SubmissionFinding } from '../../shared/domain/finding.ts'
import { AppError } from '../../shared/errors.ts'
import type { ServiceContext } from '../audit/context.ts'
import type { ReceivedFile } from '../store/received-file-store.ts'
import { copyIn, incomingFolder, keepFile, type Incoming } from './keep-file.ts'
import { readVersion, type ReadScene, type ReadVersion } from './mapping/replay-mapping.ts'
import { isFailureOfFile } from './read-kept.ts'
import { isSystemFile, type Arrival } from './walk-paths.ts'

/** An arrival after the first look: its bytes kept, what it is known. `read` null = refused before any reading. */
export type ReadArrival = {
  arrival: Arrival
  kept: ReceivedFile | null
  keptPath: string | null
  read: ReadVersion | { kind: 'known' } | { kind: 'refused'; finding: SubmissionFinding }
}

export type ReadOptions = ReadScene & {
  /** True for bytes that count already: they need not be read again. */
  isKnown: (sha256: string) => boolean
  /** Folders whose new names are still to be brought to the disk before anything is stored. */
  unsynced: Set<string>
}

/** Keeps and reads one file; never throws for what is wrong with the file itself. Refuses with what `keepFile` refuses. */
export async function readArrival(context: ServiceContext, arrival: Arrival, options: ReadOptions): Promise<ReadArrival> {
  const refuse = (finding: SubmissionFinding): ReadArrival => ({ arrival, kept: null, keptPath: null, read: { kind: 'refused', finding } })
  if (isSystemFile(arrival.fileName, arrival.folders))
    return refuse(submissionFinding('M49', 'info', { params: { name: arrival.fileName } }))
  if (arrival.trouble !== null) return refuse(submissionFinding('M50', 'warning', { params: { reason: arrival.trouble } }))
  const incoming = await copyIn(context.store, arrival.source, arrival.fileName)
  if (incoming.kind === 'unreadable') return refuse(submissionFinding('M50', 'warning', { params: { reason: incoming.reason } }))
  try {
    // The disk takes as long as the reading: both at once, and the file gets its name when both are done.
    const [read] = await allDone([readUnknown(context, incoming, arrival, options), incoming.sync()])
    return { arrival, kept: incoming.file, keptPath: await incoming.putInPlace(options.unsynced), read }
  } finally {
    await incoming.release()
  }
}

const readUnknown = async (
  context: ServiceContext,
  incoming: Incoming,
  arrival: Arrival,
  options: ReadOptions,
): Promise<ReadArrival['read']> =>
  options.isKnown(incoming.file.sha256) ? { kind: 'known' } : readVersion(context, incoming.path, arrival, options)

/** Like `Promise.all`, but a failure is passed on only when nothing is under way any more. */
async function allDone<First, Second>(both: [Promise<First>, Promise<Second>]): Promise<[First, Second]> {
  await Promise.allSettled(both)
  return Promise.all(both)
}

const isArchive = (fileName: string): boolean => /\.zip$/i.test(fileName)
const deepestArchive = 2

export type Opened = { arrivals: readonly Arrival[]; refused: readonly ReadArrival[] }

/**
 * Replaces every zip by its members, a zip inside a zip once more. A zip that cannot be opened is one refused file.
 * The archives themselves are kept too.
 */
export async function openArchives(
  context: ServiceContext,
  arrivals: readonly Arrival[],
  signal: AbortSignal | undefined,
  depth = 1,
): Promise<Opened> {
  const opened: Arrival[] = []
  const refused: ReadArrival[] = []
  for (const arrival of arrivals) {
    signal?.throwIfAborted()
    if (!isArchive(arrival.fileName) || arrival.trouble !== null || isSystemFile(arrival.fileName, arrival.folders)) {
      opened.push(arrival)
      continue
    }
    const kept = await keepFile(context.store, arrival.source, arrival.fileName)
    const refuse = (finding: SubmissionFinding): unknown =>
      refused.push({ arrival, kept: kept.kind === 'kept' ? kept.file : null, keptPath: null, read: { kind: 'refused', finding } })
    if (kept.kind === 'unreadable') refuse(submissionFinding('M50', 'warning', { params: { reason: kept.reason } }))
    else if (depth > deepestArchive) refuse(submissionFinding('M52', 'warning', { params: { name: arrival.fileName } }))
    else {
      const members = await listMembers(context, arrival, kept.path, signal)
      if (members === 'workbook') opened.push(arrival)
      else if (typeof members === 'string')
        refuse(submissionFinding('M53', 'warning', { params: { name: arrival.fileName, reason: members } }))
      else if (members.length === 0) refuse(submissionFinding('M55', 'warning', { params: { name: arrival.fileName } }))
      else {
        const inner = await openArchives(context, members, signal, depth + 1)
        opened.push(...inner.arrivals)
        refused.push(...inner.refused)
      }
    }
  }
  return { arrivals: opened, refused }
}

async function listMembers(
  context: ServiceContext,
  arrival: Arrival,
  path: string,
  signal: AbortSignal | undefined,
): Promise<readonly Arrival[] | string> {
  await mkdir(incomingFolder(context.store), { recursive: true })
  const into = await mkdtemp(join(incomingFolder(context.store), 'zip-'))
  try {
    const output = await context.pool.run('unpack_archive', { path, into }, signal ? { signal } : {})
    if (output.kind === 'workbook') return 'workbook'
    if (output.kind === 'refused') return output.reason
    return output.members.map((member): Arrival => {
      const folder = dirname(member.name)
      return {
        path: `${arrival.path}!/${member.name}`,
        source: member.path,
        fileName: basename(member.name),
        folders: [arrival.folders, arrival.fileName.replace(/\.zip$/i, ''), folder === '.' ? '' : folder]
          .filter((part) => part !== '')
          .join('/'),
        trouble: null,
      }
    })
  } catch (error) {
    if (error instanceof AppError || !isFailureOfFile(error)) throw error
    return 'too_large'
  }
}
