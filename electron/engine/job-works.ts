import { stat } from 'node:fs/promises'
import type { Channel } from '../../shared/domain/submission.ts'
import type { JobResult } from '../../shared/contract/jobs.ts'
import type { ReportKind } from '../../shared/domain/programme.ts'
import type { Progress } from '../import/throttle-progress.ts'
import type { EngineContext } from './context.ts'
import type { JobProgress, JobWork } from './jobs.ts'
import { plain } from './plain.ts'

type Controls = { signal: AbortSignal; progress: JobProgress }

type TemplatesInput = { period: string; units?: string[] | undefined; only?: 'units' | 'common' | undefined; target?: string | undefined }

export const templatesWork =
  (context: EngineContext, { period, units, only, target }: TemplatesInput): JobWork<'templates'> =>
  async ({ signal, progress }: Controls): Promise<JobResult<'templates'>> => {
    const { writeTemplates } = await import('../template/write-templates.ts')
    const { staging } = context
    const directory = target === undefined ? staging.reserve('bieu-mau', 'output').path : staging.get(target).path
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
    const target = input.target === undefined ? staging.reserve(`bao-cao-${input.period}.pdf`, 'output') : staging.get(input.target)
    const built = await buildReport(context, source, { target: target.path, signal })
    progress(2, 2)
    return { ...built, file: target.id }
  }

export const backupWork =
  (context: EngineContext, input: { target?: string | undefined }): JobWork<'backup'> =>
  async ({ progress }: Controls) => {
    const { backupWorkspace } = await import('../backup/backup-workspace.ts')
    const { staging } = context
    const target = input.target === undefined ? staging.reserve('sao-luu.tonghop', 'output') : staging.get(input.target)
    progress(0, 1)
    const { sha256, bytes } = await backupWorkspace(context, target.path, { goesElsewhere: input.target === undefined })
    progress(1, 1)
    return { sha256, bytes, file: target.id }
  }

export const auditWork =
  (context: EngineContext, input: { knownHead?: string | undefined }): JobWork<'audit'> =>
  ({ signal, progress }: Controls) =>
    context.auditor.examine({ actor: context.actor, knownHead: input.knownHead, signal, onProgress: progress })

export async function statFile({ staging }: EngineContext, id: string) {
  const file = staging.get(id)
  const found = await stat(file.path).catch(() => undefined)
  return { file: file.id, name: file.name, kind: file.kind, bytes: found?.isFile() ? found.size : null }
}
