import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { InboxSource } from '../../shared/contract/inbox.ts'
import type { Id } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import { findNewFiles, type KnownHashes } from '../import/inbox/find-new-files.ts'
import { readInboxSettings } from '../import/inbox/inbox-settings.ts'
import { removableMedia, type ListMedia } from '../import/inbox/list-media.ts'
import { settledFiles, type SettledPrints } from '../import/inbox/settled-files.ts'
import { walkSource, type FoundFile } from '../import/inbox/walk-source.ts'
import type { Store } from '../store/database.ts'
import { findSetting } from '../store/setting-store.ts'
import type { Events } from './events.ts'
import type { Jobs } from './jobs.ts'
import type { BugLog } from './log.ts'

export type InboxOptions = {
  /** How often it is looked whether a stick was plugged in; left out, it is looked only when somebody asks. */
  everyMs?: number
  /** What is plugged in. */
  listMedia?: ListMedia
  /** Waits as long as a copy that is under way takes to go on. */
  pause?: (signal: AbortSignal) => Promise<unknown>
}

/** Knows what lies ready on sticks and in the inbox folder, and which job takes it in. Writes nothing there, ever. */
export type Inbox = {
  /** As last seen by who watches, else as it is now. */
  sources(): Promise<InboxSource[]>
  /** Looks at everything now. */
  look(): Promise<void>
  /** What is new in a source now. Refuses with `inbox.source_gone`. */
  newFiles(id: Id): Promise<{ name: string; files: readonly FoundFile[] }>
  /** What is taken in now is looked at again when the job has ended. */
  takenBy(id: Id, job: Id): void
  /** The job that is taking a source in. */
  runningJob(id: Id): Id | undefined
  /** Refuses with `inbox.source_gone`. */
  dismiss(id: Id): void
  close(): Promise<void>
}

type Place = { kind: InboxSource['kind']; path: string; name: string }
type Seen = Place & { id: Id; files: readonly FoundFile[]; isCut: boolean; isReachable: boolean; lookedAt: number; walkMs: number }
type Parts = { store: Store; events: Events; jobs: Jobs; logBug: BugLog }

const waitForCopies = (signal: AbortSignal): Promise<unknown> => setTimeout(400, undefined, { signal })

/** What was there already is left alone this many times as long as walking through it took: a small folder is walked at every look. */
const restFor = 50

export function createInbox(
  { store, events, jobs, logBug }: Parts,
  { everyMs, listMedia: given, pause = waitForCopies }: InboxOptions,
): Inbox {
  const listMedia = given ?? removableMedia({ isWatching: everyMs !== undefined })
  const stop = new AbortController()
  const known: KnownHashes = new Map()
  const settled: SettledPrints = new Map()
  let seen: readonly Seen[] = []
  let hasLooked = false
  /** By source: what a person said “later” to, and the job that took it in last. */
  const dismissed = new Map<Id, ReadonlySet<string>>()
  const takers = new Map<Id, Id>()
  let looking: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  // What a sample shows is nobody's, and nothing of the office's goes into it.
  const isSample = findSetting(store, 'sample') === '1'

  const describe = (): InboxSource[] =>
    seen.map(({ id, kind, name, path, files, isCut, isReachable }) => {
      const taker = takers.get(id)
      const state = taker === undefined ? undefined : jobs.getBrief(taker).state
      const later = dismissed.get(id)
      return {
        id,
        kind,
        name,
        place: path,
        isReachable,
        fresh: files.length,
        more: isCut,
        isDismissed: later !== undefined && files.every((file) => later.has(printOf(file))),
        job: taker !== undefined && state === 'running' ? taker : null,
        isTaken: state === 'done' && files.length === 0,
      }
    })

  async function listPlaces(): Promise<Place[]> {
    if (isSample) return []
    const { folder, watchesMedia } = readInboxSettings(store)
    const media = watchesMedia ? await listMedia() : []
    return [
      ...media.map(({ path, name }): Place => ({ kind: 'media', path, name })),
      ...(folder === null ? [] : [{ kind: 'folder' as const, path: folder, name: basename(folder) }]),
    ]
  }

  async function see(place: Place, before: Seen | undefined, isAll: boolean): Promise<Seen> {
    const now = performance.now()
    if (before && !isAll && now - before.lookedAt < restFor * before.walkMs) return before
    const walk = await walkSource(place, { own: store.directory, signal: stop.signal })
    const walkMs = performance.now() - now
    const whole = walk ? await settledFiles(walk.files, settled, () => pause(stop.signal)) : []
    const files = await findNewFiles(store, whole, known, stop.signal)
    return { ...place, id: idOf(place), files, isCut: walk?.isCut ?? false, isReachable: walk !== undefined, lookedAt: now, walkMs }
  }

  async function lookThrough(isAll: boolean): Promise<void> {
    const before = JSON.stringify(describe())
    const places = await listPlaces()
    const next: Seen[] = []
    for (const place of places)
      next.push(
        await see(
          place,
          seen.find(({ id }) => id === idOf(place)),
          isAll,
        ),
      )
    seen = next
    hasLooked = true
    // A stick that was taken out and comes again is a new one.
    for (const memory of [dismissed, takers])
      for (const id of memory.keys()) if (!seen.some((source) => source.id === id && source.isReachable)) memory.delete(id)
    if (JSON.stringify(describe()) !== before) events.changed(['inbox'])
  }

  /** One look at a time; who asks while one is under way gets the next one, because that one may have passed by already. */
  function look(isAll: boolean): Promise<void> {
    looking = lookAfter(looking, isAll)
    return looking
  }

  async function lookAfter(before: Promise<void> | undefined, isAll: boolean): Promise<void> {
    await before
    if (stop.signal.aborted) return
    try {
      await lookThrough(isAll)
    } catch (error) {
      if (!stop.signal.aborted) logBug(error, 'inbox')
    }
  }

  function watch(ms: number): void {
    const lookAndGoOn = async (): Promise<void> => {
      await look(false)
      if (!stop.signal.aborted) watch(ms)
    }
    timer = globalThis.setTimeout(() => void lookAndGoOn(), ms)
    timer.unref()
  }

  async function lookWhenEnded(job: Id): Promise<void> {
    await jobs.wait(job)
    await look(true)
  }

  const find = (id: Id): Seen => {
    const source = seen.find((one) => one.id === id && one.isReachable)
    if (!source) throw new AppError('inbox.source_gone')
    return source
  }

  if (everyMs !== undefined) watch(everyMs)
  return {
    async sources() {
      if (everyMs === undefined || !hasLooked) await look(true)
      return describe()
    },
    look: () => look(true),
    async newFiles(id) {
      await look(true)
      return find(id)
    },
    takenBy(id, job) {
      takers.set(id, job)
      void lookWhenEnded(job)
    },
    runningJob: (id) => describe().find((source) => source.id === id)?.job ?? undefined,
    dismiss(id) {
      dismissed.set(id, new Set(find(id).files.map(printOf)))
    },
    async close() {
      clearTimeout(timer)
      stop.abort()
      await looking
    },
  }
}

/** The same place has the same id in every run, so that a command line can name it. */
const idOf = ({ kind, path }: Place): Id => createHash('sha256').update(`${kind}\0${path}`).digest('hex').slice(0, 32)

const printOf = ({ path, bytes, mtimeMs }: FoundFile): string => `${path}\0${bytes}\0${mtimeMs}`
