import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { array, assert, asyncProperty, constantFrom, record } from 'fast-check'
import type { ServiceContext } from '../../../electron/audit/context.ts'
import { composeReport } from '../../../electron/engine/compose-report.ts'
import { adjustFigure } from '../../../electron/reconcile/adjust-figure.ts'
import { buildReport } from '../../../electron/report/build-report.ts'
import { approveReport, returnReport, withdrawReport } from '../../../electron/report/decide-report.ts'
import { getRegisterOfNumbers, issueReport } from '../../../electron/report/issue-report.ts'
import { openToSign, putSigned } from '../../../electron/report/put-signed.ts'
import { archivePath, getFreeze, latestPaper } from '../../../electron/report/report-archive.ts'
import { reviewReport } from '../../../electron/report/review-report.ts'
import { submitReport } from '../../../electron/report/submit-report.ts'
import { fillFields } from '../../../electron/sign/fill-fields.ts'
import { signPdf } from '../../../electron/sign/sign-pdf.ts'
import { findReportFile } from '../../../electron/store/report-freeze-store.ts'
import { listReportSteps } from '../../../electron/store/report-step-store.ts'
import { listReports } from '../../../electron/store/report-store.ts'
import { createWorkerPool, type WorkerPool } from '../../../electron/workers/pool.ts'
import { AppError } from '../../../shared/errors.ts'
import { keyOf, makeCertificate, type MadeCertificate } from '../../kit/make-certificates.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

const people = ['Lan', 'Mai', 'Toản'] as const
const deeds = ['build', 'adjust', 'review', 'submit', 'return', 'approve', 'sign', 'issue', 'withdraw'] as const
const period = '2026-H1'

let pool: WorkerPool
let person: MadeCertificate
beforeAll(async () => {
  pool = createWorkerPool({ size: 1 })
  person = await makeCertificate({ name: 'CN=Tran Quoc Toan' })
})
afterAll(() => pool.close())

type Deed = { deed: (typeof deeds)[number]; who: (typeof people)[number] }

async function act(context: ServiceContext, { deed }: Deed, prepared: Map<string, Set<string>>): Promise<void> {
  const { store, actor } = context
  const source = () => composeReport(context, { period, kind: 'periodic' })
  if (deed === 'build') {
    const { report } = await buildReport(context, source())
    const by = prepared.get(report) ?? new Set()
    prepared.set(report, by)
    if (by.size === 0) by.add(actor)
    return
  }
  if (deed === 'adjust') {
    const value = 1 + (listReports(store).length % 7)
    adjustFigure(context, { period, unit: 'org.du_xa.11953', field: 'um_informed', value, basis: 'phone', reason: 'Thống nhất' })
    return
  }
  const report = listReports(store)[0]?.id
  if (report === undefined) return
  if (deed === 'review') reviewReport(context, report)
  else if (deed === 'submit') await submitReport(context, { report, source: source(), origins: {}, reservations: 'Trình để kịp hạn' })
  else if (deed === 'return') returnReport(context, { report, remarks: ['Sửa'] })
  else if (deed === 'approve') await approveReport(context, { report, reservations: 'Đồng ý' })
  else if (deed === 'withdraw') withdrawReport(context, { report, reason: 'Bổ sung' })
  else if (deed === 'sign') {
    const paper = await openToSign(context, report)
    if (paper.by === 'office') return
    const order = { field: 'chu_ky_ca_nhan', key: keyOf(person), at: context.clock(), draw: () => ({ content: 'q Q', images: [] }) }
    await putSigned(context, paper, { bytes: await signPdf(paper.bytes, order), signer: 'Toản', how: 'report.sign' })
  } else await issueReport(context, { report, number: getRegisterOfNumbers(context).next ?? 127, day: '2026-06-30' }, fillFields)
}

/** What must be true of every report that is out, whatever was done before. */
function checkIssued({ store }: ServiceContext, prepared: ReadonlyMap<string, ReadonlySet<string>>, adjusted: ReadonlySet<string>): number {
  const issued = listReports(store).filter(({ state }) => state === 'issued')
  for (const { id } of issued) {
    const steps = listReportSteps(store, id)
    const since = steps.slice(steps.findLastIndex(({ state }) => state === 'draft') + 1)
    expect(since.map(({ state }) => state)).toEqual(['reviewed', 'submitted', 'approved', 'signed', 'issued'])
    const [reviewed, submitted, approved] = since
    const preparers = new Set([...prepared.get(id)!, ...adjusted])
    expect(preparers.has(reviewed!.actor)).toBe(false)
    expect(preparers.has(approved!.actor)).toBe(false)
    expect(approved!.actor).not.toBe(submitted!.actor)
    const freeze = getFreeze(store, id)
    const base = readFileSync(archivePath(store, findReportFile(store, freeze.id, 'submitted')!))
    const paper = readFileSync(archivePath(store, latestPaper(store, freeze.id)))
    expect(paper.subarray(0, base.length).equals(base)).toBe(true)
    const snapshot = JSON.parse(readFileSync(archivePath(store, findReportFile(store, freeze.id, 'snapshot')!), 'utf8')) as {
      report: string
    }
    expect(snapshot.report).toBe(id)
  }
  return issued.length
}

it('no order of deeds issues a report without its approval, reviewed or approved by a preparer, or other than its snapshot', async () => {
  let out = 0
  // The honest way stands among every run's deeds, so that most come far; what is thrown in between may be anything.
  const honest: readonly Deed[] = [
    { deed: 'build', who: 'Lan' },
    { deed: 'review', who: 'Mai' },
    { deed: 'submit', who: 'Lan' },
    { deed: 'approve', who: 'Toản' },
    { deed: 'sign', who: 'Toản' },
    { deed: 'issue', who: 'Mai' },
  ]
  const deed = record({ deed: constantFrom(...deeds), who: constantFrom(...people) })
  await assert(
    asyncProperty(array(record({ at: constantFrom(0, 1, 2, 3, 4, 5), deed }), { maxLength: 5 }), async (thrown) => {
      const { context } = testWorkspaceWithPeriod()
      storeFigures(context, { period, unit: 'org.du_xa.11953' }, { um_total: 10, um_informed: 8 })
      const prepared = new Map<string, Set<string>>()
      const adjusted = new Set<string>()
      const all = honest.flatMap((step, index) => [...thrown.filter(({ at }) => at === index).map((one) => one.deed), step])
      for (const one of all) {
        const own = { ...context, pool, actor: one.who }
        try {
          await act(own, one, prepared)
          if (one.deed === 'adjust' && !listReports(context.store).some(({ state }) => state !== 'draft' && state !== 'reviewed'))
            adjusted.add(one.who)
        } catch (error) {
          if (!(error instanceof AppError)) throw error
        }
        out += checkIssued(context, prepared, adjusted)
      }
      context.store.close()
    }),
    { numRuns: 12, seed: 58 },
  )
  expect(out).toBeGreaterThan(0)
})
