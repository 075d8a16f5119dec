import type { Id } from '../../shared/domain/identity.ts'
import type { ReportSource } from '../../shared/domain/report.ts'
import { AppError } from '../../shared/errors.ts'
import { assembleReport } from '../../shared/rules/assemble-report.ts'
import { canonicalJson, sha256 } from '../audit/canonical.ts'
import type { Json } from '../audit/canonical.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand } from '../audit/run-command.ts'
import { findReportByInputs, insertReport } from '../store/report-store.ts'
import type { StoredReport } from '../store/report-store.ts'
import { findReportBytes, keepReportBytes } from './report-file.ts'
import { writeTarget } from './write-target.ts'

/** Part of every inputs' hash: raised when words or layout change, so that an older draft is not taken for today's. */
export const renderingVersion = 6

/** Equal hashes mean the same report. */
export const inputsHash = (source: ReportSource): string => sha256(canonicalJson({ renderingVersion, source: source as unknown as Json }))

export type BuiltReport = { report: Id; sha256: string; pages: number; blocking: number }
export type BuildOptions = { target?: string; signal?: AbortSignal }

/**
 * Builds the PDF, keeps it in the workspace under its hash, and writes it to `target`. The same source gives the report
 * that is already there, without an entry. `blocking`: open findings that stop submitting, not building. Refuses with
 * `report.source_broken | figures_disagree | bytes_lost | not_written`, and what `runCommand` refuses.
 */
export async function buildReport(context: ServiceContext, source: ReportSource, options: BuildOptions = {}): Promise<BuiltReport> {
  const { store } = context
  const inputsSha256 = inputsHash(source)
  const known = findReportByInputs(store, source.period.code, source.kind, inputsSha256)
  const { report, bytes } = known ? await reuse(context, known, source, options) : await make(context, source, inputsSha256, options)
  if (options.target !== undefined) await writeTarget(options.target, bytes)
  return { report: report.id, sha256: report.sha256, pages: report.pages, blocking: source.openFindings.blocking }
}

type Finished = { report: StoredReport; bytes: Uint8Array }

/** A lost file is made again, and taken only if it is the same to the last byte. */
async function reuse(context: ServiceContext, report: StoredReport, source: ReportSource, options: BuildOptions): Promise<Finished> {
  const kept = await findReportBytes(context.store, report.sha256)
  if (kept) return { report, bytes: kept }
  const { bytes } = await render(context, source, options)
  if (sha256(bytes) !== report.sha256) throw new AppError('report.bytes_lost', { report: report.id })
  if (!context.store.readOnly) await keepReportBytes(context.store, report.sha256, bytes)
  return { report, bytes }
}

async function make(context: ServiceContext, source: ReportSource, inputsSha256: string, options: BuildOptions): Promise<Finished> {
  const { store, clock, newId, actor } = context
  if (store.readOnly) throw new AppError('workspace.read_only', { path: store.directory })
  const { bytes, pages } = await render(context, source, options)
  const hash = sha256(bytes)
  await keepReportBytes(store, hash, bytes)
  // A second call may have built the same while this one was drawn; from here on nothing waits.
  const same = findReportByInputs(store, source.period.code, source.kind, inputsSha256)
  if (same) return { report: same, bytes }
  const report = runCommand(context, () => {
    const built: StoredReport = {
      id: newId(),
      period: source.period.code,
      kind: source.kind,
      state: 'draft',
      profile: source.profile.code,
      language: 'vi',
      inputsSha256,
      sha256: hash,
      pages,
      bytes: bytes.length,
      builtAt: clock(),
      actor,
    }
    insertReport(store, built)
    const params = {
      period: built.period,
      kind: built.kind,
      profile: built.profile,
      sha256: hash,
      pages,
      blocking: source.openFindings.blocking,
    }
    return { entry: { action: 'report.build', params, rows: [{ table: 'report', key: built.id }] }, result: built }
  })
  return { report, bytes }
}

const render = ({ pool }: ServiceContext, source: ReportSource, { signal }: BuildOptions): Promise<{ bytes: Uint8Array; pages: number }> =>
  pool.run('render_report', assembleReport(source), signal ? { signal } : {})
