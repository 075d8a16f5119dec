import { readFile } from 'node:fs/promises'
import type { Id } from '../../shared/domain/identity.ts'
import type { PaperRole, Rendered } from '../../shared/domain/report-state.ts'
import { AppError } from '../../shared/errors.ts'
import { hasReviewed, isOwnWork } from '../report/preparers.ts'
import { checkState } from '../report/take-step.ts'
import type { Road } from '../report/get-road.ts'
import type { ListedReport } from '../report/list-reports.ts'
import { readAtOneMoment } from '../store/one-moment.ts'
import { getReport } from '../store/report-store.ts'
import { composeOrigins } from './compose-origins.ts'
import { composeReport } from './compose-report.ts'
import type { EngineContext } from './context.ts'
import type { JobProgress } from './jobs.ts'

/** Steps of a report that need more than one service; each is one command. Those that check all data first are jobs, signing never is one. */

/** What is submitted or approved stands on data that are what the journal says. Refuses with `report.audit_failed`. */
async function checkAudit({ auditor, actor }: EngineContext, { signal, progress }: Controls): Promise<void> {
  const { ok } = await auditor.examine({ actor, signal, onProgress: progress })
  if (!ok) throw new AppError('report.audit_failed')
}

type Controls = { signal: AbortSignal; progress: JobProgress }
type StepWork<Input> = (context: EngineContext, input: Input) => (controls: Controls) => Promise<ListedReport>

/** What can be told at once is told before the long work begins. */
export function startSubmit(context: EngineContext, input: { report: Id; reservations?: string | undefined }): { jobId: Id } {
  const report = getReport(context.store, input.report)
  checkState(report, ['reviewed'])
  if (hasReviewed(context.store, report, context.actor)) throw new AppError('report.own_review', { report: report.id })
  return context.jobs.start('submit', { report: input.report }, submitWork(context, input))
}

export function startApproval(
  context: EngineContext,
  input: { report: Id; reservations?: string | undefined; paper?: Id | undefined },
): { jobId: Id } {
  const report = getReport(context.store, input.report)
  checkState(report, ['submitted'])
  if (isOwnWork(context.store, report, context.actor)) throw new AppError('report.own_work_approve', { report: report.id })
  return context.jobs.start('approve', { report: input.report }, approveWork(context, input))
}

const submitWork: StepWork<{ report: Id; reservations?: string | undefined }> = (context, input) => async (controls) => {
  const { period, kind } = getReport(context.store, input.report)
  await checkAudit(context, controls)
  controls.signal.throwIfAborted()
  const { submitReport: submit } = await import('../report/submit-report.ts')
  // Nothing is awaited between the two: they are of one moment.
  const source = composeReport(context, { period, kind })
  return submit(context, { ...input, source, origins: composeOrigins(context, period, source.units) })
}

const approveWork: StepWork<{ report: Id; reservations?: string | undefined; paper?: Id | undefined }> =
  (context, { report, reservations, paper }) =>
  async (controls) => {
    await checkAudit(context, controls)
    controls.signal.throwIfAborted()
    const { approveReport: approve } = await import('../report/decide-report.ts')
    return approve(context, { report, reservations, paper: await bytesOf(context, paper) })
  }

export async function signReport(
  context: EngineContext,
  input: { report: Id; certificate: Id; password: string; picture?: Id | undefined; target?: Id | undefined },
): Promise<{ report: ListedReport; sha256: string }> {
  const { openToSign, putSigned } = await import('../report/put-signed.ts')
  const { signPaper } = await import('../sign/sign-paper.ts')
  const paper = await openToSign(context, input.report)
  // In the place of a person only who approves signs, for the office only who keeps its register.
  context.connection.admit(paper.by === 'person' ? 'reports.approve' : 'reports.issue')
  const certificate = await bytesOf(context, input.certificate)
  const picture = await bytesOf(context, input.picture)
  const signed = await signPaper(context, { ...paper, p12: certificate!.bytes, password: input.password, picture: picture?.bytes })
  const kept = await putSigned(context, paper, { ...signed, how: 'report.sign' })
  await writeTo(context, input.target, signed.bytes)
  return kept
}

export async function intakeReport(
  context: EngineContext,
  input: { report: Id; file: Id },
): Promise<{ report: ListedReport; sha256: string }> {
  const { openToSign, putSigned } = await import('../report/put-signed.ts')
  const { checkIntake } = await import('../sign/check-intake.ts')
  const paper = await openToSign(context, input.report)
  if (paper.by === 'office') context.connection.admit('reports.issue')
  const { path } = context.staging.get(input.file)
  const { bytes } = (await bytesOf(context, input.file))!
  const { signer } = await checkIntake(context, { sent: paper.bytes, returned: bytes, path })
  return putSigned(context, paper, { bytes, signer, how: 'report.intake' })
}

export async function issueReport(
  context: EngineContext,
  input: { report: Id; number: number; day: string; supersedes?: Id | undefined; paper?: Id | undefined },
): Promise<ListedReport> {
  const { issueReport: issue } = await import('../report/issue-report.ts')
  const { fillFields } = await import('../sign/fill-fields.ts')
  return issue(context, { ...input, paper: await bytesOf(context, input.paper) }, fillFields)
}

/** Stored bytes, written where a person chose; `compare`: also drawn again from the snapshot. */
export async function reprintReport(
  context: EngineContext,
  { report, role, target, compare }: { report: Id; role?: PaperRole | undefined; target?: Id | undefined; compare?: boolean | undefined },
): Promise<{ file: Id; name: string; sha256: string; identical: true; rendered: Rendered | null }> {
  const { openPaper } = await import('../report/reprint-report.ts')
  const { path, name, bytes, sha256 } = await openPaper(context, report, role)
  await writeTo(context, target, bytes)
  const rendered = compare ? await (await import('../report/check-rendering.ts')).checkRendering(context, report) : null
  return { file: target ?? context.staging.addInput(path, name), name, sha256, identical: true, rendered }
}

/** A sheet that belongs to a report, drawn now; kept for download without a target. */
export async function writeSheet(
  context: EngineContext,
  sheet: 'slip' | 'notice' | 'summary',
  { report, target }: { report: Id; target?: Id | undefined },
): Promise<{ file: Id; name: string }> {
  const { drawSheet } = await import('./report-sheets.ts')
  const { bytes, name } = await drawSheet(context, sheet, report)
  const file = target ?? context.staging.reserve(name, 'output').id
  await writeTo(context, file, bytes)
  return { file, name }
}

/** What the state allows and the rights of whoever asks allow, too. */
export async function roadOf(context: EngineContext, report: Id): Promise<Road> {
  const { getRoad } = await import('../report/get-road.ts')
  const { countFindings } = await import('../reconcile/list-findings.ts')
  const { period } = getReport(context.store, report)
  const { blocking } = await readAtOneMoment(context.store, () => countFindings(context, period))
  const road = getRoad(context, report, blocking)
  const allowed = new Set(context.connection.describe().allowed)
  return { ...road, moves: road.moves.filter((move) => allowed.has(`reports.${move}`)) }
}

export async function writeTo({ staging }: EngineContext, target: Id | undefined, bytes: Uint8Array): Promise<void> {
  if (target === undefined) return
  const { writeTarget } = await import('../report/write-target.ts')
  await writeTarget(staging.getTarget(target).path, bytes)
}

const largestFile = 64 * 1_048_576

/** Refuses with `file.not_found`, `verify.unreadable_file`. */
async function bytesOf({ staging }: EngineContext, file: Id | undefined): Promise<{ bytes: Uint8Array; name: string } | undefined> {
  if (file === undefined) return undefined
  const staged = staging.get(file)
  if ((staging.bytesOf(staged) ?? 0) > largestFile) throw new AppError('verify.unreadable_file', { path: staged.name })
  const bytes = await readFile(staged.path).catch(() => undefined)
  if (!bytes) throw new AppError('verify.unreadable_file', { path: staged.name })
  return { bytes, name: staged.name }
}
