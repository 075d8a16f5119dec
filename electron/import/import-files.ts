import type { SubmissionFinding } from '../../shared/domain/finding.ts'
import type { Id, Instant } from '../../shared/domain/identity.ts'
import { outcomes, type Channel, type MappedSubmission, type Outcome } from '../../shared/domain/submission.ts'
import { AppError } from '../../shared/errors.ts'
import { indexUnits } from '../../shared/rules/find-unit-names.ts'
import type { HeldChoice } from '../../shared/rules/identify-submission.ts'
import { parseMoment } from '../../shared/vietnamese/moments.ts'
import type { ServiceContext } from '../audit/context.ts'
import { listAttachedFiles } from '../store/paper-store.ts'
import { listExpectedUnits, getPeriod } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { listSenderNames } from '../store/sender-name-store.ts'
import { listStanding } from '../store/submission-store.ts'
import { listUnits } from '../store/unit-store.ts'
import { decideOutcomes, decidePapers, type Decision } from './decide-outcomes.ts'
import { describeArrival, type Described, type ImportSetting } from './describe-arrival.ts'
import { isVersionQuestion, readQuestion } from './held-question.ts'
import { clearIncoming, syncFolders } from './keep-file.ts'
import { readVersion, type ReadScene } from './mapping/replay-mapping.ts'
import { openArchives, readArrival, type ReadArrival } from './read-arrivals.ts'
import { storeArrival } from './store-arrival.ts'
import { throttleProgress, type Progress } from './throttle-progress.ts'
import { walkPaths, type GivenPath } from './walk-paths.ts'

export type ImportRequest = {
  period: string
  paths: readonly GivenPath[]
  /** When the unit's files arrived; without a zone it is Vietnam's time. Default: now. */
  receivedAt?: string
  channel?: Channel
  onProgress?: (progress: Progress) => void
  signal?: AbortSignal
}

/** `message` is filled by whoever prints: rule and params are all it needs. */
export type ImportFinding = Pick<SubmissionFinding, 'rule' | 'severity' | 'subject' | 'params'> & {
  sheet: string | null
  cell: string | null
}

export type ImportedFile = {
  path: string
  sha256: string | null
  outcome: Outcome
  unit: string | null
  submission: Id | null
  /** Figures that are not blank, and texts. */
  figures: number
  narratives: number
  findings: readonly ImportFinding[]
  /** Only of held files: the answers they can be given. */
  choices?: readonly HeldChoice[]
  /** Units worth offering for held files and papers. */
  suggestions?: readonly string[]
}

export type ImportReport = {
  files: readonly ImportedFile[]
  totals: Readonly<Record<Outcome, number>>
  passedOver: number
  cancelled?: true
}

/** Beyond this many, what was read is read again when it is stored, so that memory stays bounded. */
const mostRemembered = 1000
/** More than there are workers, because files on their way to the disk wait for one another. */
const readAtOnce = 8

/**
 * Takes in files, folders and archives: identifies all, then stores one by one, each file whole with its journal entry.
 * Running it again skips what is done. Cancelling keeps whole files and reports those.
 * Refuses with `period.not_found`, `import.path_not_found`, `import.wrong_time`, `workspace.disk_full | read_only`.
 */
export async function importFiles(context: ServiceContext, request: ImportRequest): Promise<ImportReport> {
  const setting = prepareSetting(context, request)
  const progress = throttleProgress(request.onProgress)
  const arrivals = await walkPaths(request.paths, context.store.directory)
  await clearIncoming(context.store)
  try {
    const read = await readAll(context, request, setting, arrivals, progress)
    const described = read.map((one) => describeArrival(one, setting))
    const decisions = new Map([...decide(described, setting), ...decideAttached(context, described, setting)])
    return await storeAll(context, request, setting, described, decisions, progress)
  } catch (error) {
    if (request.signal?.aborted && error === request.signal.reason) return report([], true)
    throw error
  } finally {
    progress.finish()
    await clearIncoming(context.store)
  }
}

export function prepareSetting(context: ServiceContext, request: ImportRequest): ImportSetting {
  const { store } = context
  const period = getPeriod(store, request.period)
  const units = listUnits(store)
  const names = new Map(units.map((unit) => [unit.code, unit.name]))
  const expected = listExpectedUnits(store, period.code)
  const importedAt = context.clock()
  return {
    period,
    programme: getProgramme(store, period.programmeVersion),
    units,
    index: indexUnits(units),
    expected: new Set(expected.map((unit) => unit.code)),
    lineOf: new Map(expected.map((unit) => [unit.code, unit.line])),
    nameOf: (code) => names.get(code) ?? code,
    learned: new Map(listSenderNames(store).map(({ folded, unit }) => [folded, unit])),
    standing: listStanding(store, period.code),
    receivedAt: request.receivedAt === undefined ? importedAt : readReceivedAt(request.receivedAt),
    channel: request.channel ?? 'other',
    importedAt,
  }
}

function readReceivedAt(text: string): Instant {
  const instant = parseMoment(text, 'end')
  if (instant === undefined) throw new AppError('import.wrong_time', { text })
  return instant
}

async function readAll(
  context: ServiceContext,
  request: ImportRequest,
  setting: ImportSetting,
  arrivals: Awaited<ReturnType<typeof walkPaths>>,
  progress: ReturnType<typeof throttleProgress>,
): Promise<ReadArrival[]> {
  const { arrivals: opened, refused } = await openArchives(context, arrivals, request.signal)
  const counting = new Set(setting.standing.filter((version) => version.state === 'effective').map((version) => version.sha256))
  const unsynced = new Set<string>()
  const options = { ...sceneOf(setting, request.signal), isKnown: (sha256: string) => counting.has(sha256), unsynced }
  const read: ReadArrival[] = []
  let next = 0
  let done = 0
  let remembered = 0
  const readNext = async (): Promise<void> => {
    while (next < opened.length) {
      request.signal?.throwIfAborted()
      const index = next++
      const one = await readArrival(context, opened[index]!, options)
      read[index] = one
      if (one.read.kind === 'submission' && ++remembered > mostRemembered) forget(one.read.mapped)
      progress.report({ phase: 'reading', done: ++done, total: opened.length })
    }
  }
  const readers = Array.from({ length: readAtOnce }, readNext)
  const settled = await Promise.allSettled(readers)
  const failed = settled.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  await syncFolders(context.store, unsynced)
  return [...read, ...refused].toSorted((a, b) => (a.arrival.path < b.arrival.path ? -1 : a.arrival.path > b.arrival.path ? 1 : 0))
}

const sceneOf = ({ programme, units, index, expected }: ImportSetting, signal: AbortSignal | undefined): ReadScene => ({
  programme: JSON.stringify(programme),
  units: JSON.stringify(units),
  index,
  expected,
  signal,
})

const forgotten = new WeakSet<MappedSubmission>()

/** Keeps who and what it is, not what it says. */
function forget(mapped: MappedSubmission): void {
  Object.assign(mapped, { figures: [], texts: [], communeRows: [], findings: [] })
  forgotten.add(mapped)
}

function decide(described: readonly Described[], setting: ImportSetting): ReadonlyMap<number, Decision & { file?: number }> {
  const versions = described.flatMap((one, index) => (one.version ? [{ index, version: one.version }] : []))
  const standing = setting.standing.map((version) => ({
    submission: version.id,
    unit: version.unit,
    state: version.state,
    sha256: version.sha256,
    contentSha256: version.contentSha256,
    isVersion: version.state === 'held' && isVersionQuestion(readQuestion(version.question)),
  }))
  const decisions = decideOutcomes(
    versions.map(({ version }) => version),
    standing,
    setting.period.state === 'closed',
  )
  return new Map(
    versions.map(({ index }, at) => {
      const decision = decisions[at]!
      return [
        index,
        decision.outcome === 'duplicate' && 'file' in decision.of
          ? { ...decision, of: { file: versions[decision.of.file]!.index } }
          : decision,
      ]
    }),
  )
}

/** Decisions about papers whose bytes were attached in this period already, or come twice in this run; the others have none. */
function decideAttached({ store }: ServiceContext, described: readonly Described[], { period }: ImportSetting): [number, Decision][] {
  const papers = described.flatMap(({ source: { arrival, kept, read } }, index) =>
    read.kind === 'paper' && kept ? [{ index, path: arrival.path, sha256: kept.sha256 }] : [],
  )
  // Newest first: of several the earliest stands for all.
  const attached = new Map(listAttachedFiles(store, { period: period.code, unit: null }).map(({ sha256, receipt }) => [sha256, receipt]))
  const decisions = decidePapers(papers, attached)
  return papers.flatMap(({ index }, at): [number, Decision][] => {
    const decision = decisions[at]!
    if (decision === null) return []
    return [[index, 'file' in decision.of ? { ...decision, of: { file: papers[decision.of.file]!.index } } : decision]]
  })
}

async function storeAll(
  context: ServiceContext,
  request: ImportRequest,
  setting: ImportSetting,
  described: readonly Described[],
  decisions: ReadonlyMap<number, Decision>,
  progress: ReturnType<typeof throttleProgress>,
): Promise<ImportReport> {
  const results = new Map<number, ImportedFile>()
  const repeats = (index: number): boolean => {
    const decision = decisions.get(index)
    return decision?.outcome === 'duplicate' && 'file' in decision.of
  }
  const indexes = described.map((_, index) => index)
  // What a file of this run repeats is stored before it.
  const order = [...indexes.filter((index) => !repeats(index)), ...indexes.filter(repeats)]
  const rivals = countRivals(described, decisions, setting)
  let isCancelled = false
  for (const index of order) {
    if (request.signal?.aborted) {
      isCancelled = true
      break
    }
    const one = described[index]!
    const decision = decisions.get(index)
    await recall(context, one, decision, setting, request.signal)
    const original = decision?.outcome === 'duplicate' && 'file' in decision.of ? (results.get(decision.of.file) ?? null) : null
    results.set(index, storeArrival(context, setting, one, decision, { original, rivals: rivals.get(one.version?.unit ?? '') ?? 0 }))
    progress.report({ phase: 'storing', done: results.size, total: described.length })
    // A transaction is short, but many in a row would keep the engine from answering.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return report(
    [...results].toSorted(([a], [b]) => a - b).map(([, file]) => file),
    isCancelled,
  )
}

/** How many different contents wait for a decision per unit, this run's and earlier ones'. */
function countRivals(
  described: readonly Described[],
  decisions: ReadonlyMap<number, Decision>,
  { standing }: ImportSetting,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { unit, state, question } of standing)
    if (unit !== null && state === 'held' && isVersionQuestion(readQuestion(question))) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  for (const [index, decision] of decisions)
    if (decision.outcome === 'held' && decision.why === 'several') {
      const unit = described[index]!.version!.unit ?? ''
      counts.set(unit, (counts.get(unit) ?? 0) + 1)
    }
  return counts
}

async function recall(
  context: ServiceContext,
  one: Described,
  decision: Decision | undefined,
  setting: ImportSetting,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { read, keptPath, arrival } = one.source
  if (read.kind !== 'submission' || !forgotten.has(read.mapped) || decision?.outcome === 'duplicate') return
  const again = await readVersion(context, keptPath!, arrival, sceneOf(setting, signal))
  if (again.kind !== 'submission') throw new Error(`a kept file reads differently the second time: ${again.kind}`)
  Object.assign(read.mapped, again.mapped)
  forgotten.delete(read.mapped)
}

function report(files: readonly ImportedFile[], isCancelled: boolean): ImportReport {
  const totals = Object.fromEntries(
    outcomes.map((outcome) => [outcome, files.filter((file) => file.outcome === outcome).length]),
  ) as Record<Outcome, number>
  const passedOver = files.filter(({ findings }) => findings.some(({ rule }) => rule === 'M49')).length
  return { files, totals, passedOver, ...(isCancelled ? { cancelled: true as const } : {}) }
}
