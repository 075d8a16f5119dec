import { stat } from 'node:fs/promises'
import type { Channel } from '../../shared/domain/submission.ts'
import type { JobResult } from '../../shared/contract/jobs.ts'
import type { ReportKind } from '../../shared/domain/programme.ts'
import type { Progress } from '../import/throttle-progress.ts'
import type { EngineContext } from './context.ts'
import type { JobProgress, JobWork } from './jobs.ts'
import { plain } from './plain.ts'
import { figuresTexts } from '../../shared/messages/figures-page.ts'
import { fillText } from '../../shared/messages/text.ts'
import { getPeriod } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'

type Controls = { signal: AbortSignal; progress: JobProgress }

type TemplatesInput = { period: string; units?: string[] | undefined; only?: 'units' | 'common' | undefined; target?: string | undefined }

export const templatesWork =
  (context: EngineContext, { period, units, only, target }: TemplatesInput): JobWork<'templates'> =>
  async ({ signal, progress }: Controls): Promise<JobResult<'templates'>> => {
    const { writeTemplates } = await import('../template/write-templates.ts')
    const { staging } = context
    const directory = target === undefined ? staging.reserve('bieu-mau', 'output').path : staging.getTarget(target).path
    const which = only === 'common' ? { units: [], common: true } : units ? { units } : { common: only !== 'units' }
    const written = await writeTemplates(context, { period, directory, ...which }, { signal, onProgress: progress })
    const files = written.files.map(({ unit, path }) => ({ unit, file: staging.addOutput(path) }))
    if (target !== undefined || files.length < 2) return { files }
    // A browser takes one file at a time, and asks about each.
    const archive = staging.reserve(`bieu-mau_${period}.zip`, 'output')
    const { writeZip } = await import('../template/write-zip.ts')
    await writeZip(
      archive.path,
      written.files.map(({ path }) => path),
    )
    return { files, archive: archive.id }
  }

/** The last batch of each store that is being taken in. */
const takingIn = new WeakMap<EngineContext['store'], Promise<unknown>>()

/** Batches are taken in one after the other: each clears what an interrupted one left behind, and decides by what stands. */
function inTurn<Result>({ store }: EngineContext, signal: AbortSignal, run: () => Promise<Result>): Promise<Result> {
  const before = takingIn.get(store) ?? Promise.resolve()
  const turn = before.then(() => {
    signal.throwIfAborted()
    return run()
  })
  takingIn.set(
    store,
    turn.catch(() => undefined),
  )
  return turn
}

export const importWork =
  (
    context: EngineContext,
    input: { period: string; files: string[]; receivedAt?: string | undefined; channel?: Channel | undefined },
  ): JobWork<'import'> =>
  async ({ signal, progress }: Controls) => {
    const { importFiles } = await import('../import/import-files.ts')
    const report = await inTurn(context, signal, () =>
      importFiles(context, {
        period: input.period,
        paths: input.files.map((file) => context.staging.get(file)),
        ...(input.receivedAt === undefined ? {} : { receivedAt: input.receivedAt }),
        ...(input.channel === undefined ? {} : { channel: input.channel }),
        signal,
        onProgress: inHalves(progress),
      }),
    )
    return plain(report)
  }

/** Reading and storing are one way for whoever watches: each file counts once in each half. */
const inHalves =
  (progress: JobProgress) =>
  ({ phase, done, total }: Progress): void =>
    progress(phase === 'reading' ? done : total + done, total * 2)

export function importAgainWork(context: EngineContext, input: { receipt: string }): JobWork<'import'> {
  return async ({ signal, progress }: Controls) => {
    const { requestAgain } = await import('../import/import-again.ts')
    const { importFiles } = await import('../import/import-files.ts')
    const report = await inTurn(context, signal, () =>
      importFiles(context, { ...requestAgain(context, input.receipt), signal, onProgress: inHalves(progress) }),
    )
    return plain(report)
  }
}

export const reportWork =
  (context: EngineContext, input: { period: string; kind: ReportKind; target?: string | undefined }): JobWork<'report'> =>
  async ({ signal, progress }: Controls) => {
    const { composeReport } = await import('./compose-report.ts')
    const { buildReport } = await import('../report/build-report.ts')
    progress(0, 2)
    const source = composeReport(context, input)
    progress(1, 2)
    const { staging } = context
    const target = input.target === undefined ? staging.reserve(`bao-cao-${input.period}.pdf`, 'output') : staging.getTarget(input.target)
    const built = await buildReport(context, source, { target: target.path, signal })
    progress(2, 2)
    return { ...built, file: target.id }
  }

export const backupWork =
  (context: EngineContext, input: { target?: string | undefined }): JobWork<'backup'> =>
  async ({ progress }: Controls) => {
    const { backupWorkspace } = await import('../backup/backup-workspace.ts')
    const { staging } = context
    const target = input.target === undefined ? staging.reserve('sao-luu.tonghop', 'output') : staging.getTarget(input.target)
    progress(0, 1)
    const { sha256, bytes } = await backupWorkspace(context, target.path, { goesElsewhere: input.target === undefined })
    progress(1, 1)
    return { sha256, bytes, file: target.id }
  }

export const auditWork =
  (context: EngineContext, input: { knownHead?: string | undefined }): JobWork<'audit'> =>
  ({ signal, progress }: Controls) =>
    context.auditor.examine({ actor: context.actor, knownHead: input.knownHead, signal, onProgress: progress })

/** The worker writes a cell in some twenty microseconds; the largest tables have half a million. */
const gridTimeoutMs = 300_000

export const gridWork =
  (
    context: EngineContext,
    input: { period: string; language: 'vi' | 'en'; columns: string[]; rows: string[]; target?: string | undefined },
  ): JobWork<'grid'> =>
  async ({ signal, progress }: Controls) => {
    const { gridOfPeriod } = await import('./grid-of-period.ts')
    const { layOutGrid } = await import('../consolidate/lay-out-grid.ts')
    const { writeWhole } = await import('../report/write-whole.ts')
    progress(0, 3)
    const period = getPeriod(context.store, input.period)
    const grid = await gridOfPeriod(context, period.code)
    progress(1, 3)
    signal.throwIfAborted()
    const sheets = await layOutGrid(getProgramme(context.store, period.programmeVersion), grid, { ...input, period })
    progress(2, 3)
    const { bytes } = await context.pool.run('write_table', { sheets }, { signal, timeoutMs: gridTimeoutMs })
    const { staging } = context
    const target =
      input.target === undefined
        ? staging.reserve(fillText(figuresTexts.fileName, input.language, { period: period.code }), 'output')
        : staging.getTarget(input.target)
    await writeWhole(target.path, bytes)
    progress(3, 3)
    return { rows: input.rows.filter((row) => !row.startsWith('=')).length, columns: input.columns.length, file: target.id }
  }

/** Ids of an earlier start, and files that were moved away, are passed over in silence. */
export const listKeptFiles = ({ staging }: EngineContext, ids: readonly string[]): { file: string; name: string; bytes: number }[] =>
  ids.flatMap((id) => {
    const file = staging.find(id)
    const bytes = file ? staging.bytesOf(file) : null
    return file && bytes !== null ? [{ file: id, name: file.name, bytes }] : []
  })

export async function statFile({ staging }: EngineContext, id: string) {
  const file = staging.get(id)
  const found = await stat(file.path).catch(() => undefined)
  return { file: file.id, name: file.name, kind: file.kind, bytes: found?.isFile() ? found.size : null }
}
