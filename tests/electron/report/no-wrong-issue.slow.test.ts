import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { array, assert, asyncProperty, constantFrom, nat, record } from 'fast-check'
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
import { checkIntake } from '../../../electron/sign/check-intake.ts'
import { fillFields } from '../../../electron/sign/fill-fields.ts'
import { signPdf } from '../../../electron/sign/sign-pdf.ts'
import { findNumberOf, findSuccessor } from '../../../electron/store/document-number-store.ts'
import { findReportFile } from '../../../electron/store/report-freeze-store.ts'
import { listReportSteps } from '../../../electron/store/report-step-store.ts'
import { listReports } from '../../../electron/store/report-store.ts'
import { createWorkerPool, type WorkerPool } from '../../../electron/workers/pool.ts'
import { AppError } from '../../../shared/errors.ts'
import { dayInVietnam } from '../../../shared/rules/report-wording.ts'
import { keyOf, makeCertificate, type MadeCertificate } from '../../kit/make-certificates.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

const people = ['Lan', 'Mai', 'Toản'] as const
const deeds = [
  'build',
  'adjust',
  'review',
  'submit',
  'return',
  'approve',
  'approveOnPaper',
  'sign',
  'intake',
  'intakeOfAnother',
  'issue',
  'issueWithScan',
  'supersede',
  'issueEarly',
  'withdraw',
] as const
const period = '2026-H1'

let pool: WorkerPool
let person: MadeCertificate
let folder: string
/** Enough of a scan to be kept. */
const scan = { bytes: Buffer.from('%PDF-1.7 scan'), name: 'ban-duyet.pdf' }
beforeAll(async () => {
  pool = createWorkerPool({ size: 1 })
  person = await makeCertificate({ name: 'CN=Tran Quoc Toan' })
  folder = mkdtempSync(join(tmpdir(), 'tonghop-'))
})
afterAll(async () => {
  await pool.close()
  rmSync(folder, { recursive: true, force: true })
})

type Deed = { deed: (typeof deeds)[number]; who: (typeof people)[number] }

/** Who prepared each report, and whose figure stands over the reported one now. */
type Ledger = { prepared: Map<string, Set<string>>; adjuster: string | undefined }

async function act(context: ServiceContext, { deed }: Deed, ledger: Ledger): Promise<void> {
  const { store, actor } = context
  const source = () => composeReport(context, { period, kind: 'periodic' })
  if (deed === 'build') {
    const { report } = await buildReport(context, source())
    const stands = ledger.adjuster === undefined ? [] : [ledger.adjuster]
    if (!ledger.prepared.has(report)) ledger.prepared.set(report, new Set([actor, ...stands]))
    return
  }
  if (deed === 'adjust') {
    const value = 1 + (listReports(store).length % 7)
    adjustFigure(context, { period, unit: 'org.du_xa.11953', field: 'um_informed', value, basis: 'phone', reason: 'Thống nhất' })
    ledger.adjuster = actor
    return
  }
  const report = listReports(store)[0]?.id
  if (report === undefined) return
  if (deed === 'review') reviewReport(context, report)
  else if (deed === 'submit') await submitReport(context, { report, source: source(), origins: {}, reservations: 'Trình để kịp hạn' })
  else if (deed === 'return') returnReport(context, { report, remarks: ['Sửa'] })
  else if (deed === 'approve') await approveReport(context, { report, reservations: 'Đồng ý' })
  else if (deed === 'approveOnPaper') await approveReport(context, { report, reservations: 'Đồng ý', paper: scan })
  else if (deed === 'withdraw') withdrawReport(context, { report, reason: 'Bổ sung' })
  else if (deed === 'sign') {
    const paper = await openToSign(context, report)
    if (paper.by === 'office') return
    const order = { field: 'chu_ky_ca_nhan', key: keyOf(person), at: context.clock(), draw: () => ({ content: 'q Q', images: [] }) }
    await putSigned(context, paper, { bytes: await signPdf(paper.bytes, order), signer: 'Toản', how: 'report.sign' })
  } else if (deed === 'intake' || deed === 'intakeOfAnother') await takeIn(context, report, deed === 'intakeOfAnother')
  else {
    const supersedes =
      deed === 'supersede' ? listReports(store).find(({ id, state }) => id !== report && state === 'issued')?.id : undefined
    const day = deed === 'issueEarly' ? '2026-01-05' : '2026-06-30'
    const order = { report, number: getRegisterOfNumbers(context).next ?? 127, day, supersedes }
    await issueReport(context, { ...order, paper: deed === 'issueWithScan' ? scan : undefined }, fillFields)
  }
}

/** What an outside tool gives back: our bytes signed, or ones that say something else and are signed as well. */
async function takeIn(context: ServiceContext, report: string, isAnother: boolean): Promise<void> {
  const paper = await openToSign(context, report)
  if (paper.by === 'office') return
  const order = { field: 'chu_ky_ca_nhan', key: keyOf(person), at: context.clock(), draw: () => ({ content: 'q Q', images: [] }) }
  const sent = isAnother ? fillFields(paper.bytes, { number: 999, day: '2026-06-30', printedYear: '2026' }) : paper.bytes
  const bytes = await signPdf(sent, order)
  const path = join(folder, `${report}.pdf`)
  writeFileSync(path, bytes)
  const { signer } = await checkIntake(context, { sent: paper.bytes, returned: bytes, path })
  expect(isAnother).toBe(false)
  await putSigned(context, paper, { bytes, signer, how: 'report.intake' })
}

/** What must be true of every report that is out, whatever was done before. */
function checkIssued({ store }: ServiceContext, { prepared }: Ledger): number {
  const issued = listReports(store).filter(({ state }) => state === 'issued' || state === 'superseded')
  for (const { id, state } of issued) {
    const steps = listReportSteps(store, id)
    const since = steps.slice(steps.findLastIndex(({ state }) => state === 'draft') + 1)
    const freeze = getFreeze(store, id)
    const names = since.map((step) => step.state)
    // By hand there is no signature in the file, but the scan of it is kept.
    const isByHand = !names.includes('signed')
    const way = [
      'reviewed',
      'submitted',
      'approved',
      ...(isByHand ? [] : ['signed']),
      'issued',
      ...(state === 'superseded' ? ['superseded'] : []),
    ]
    expect(names).toEqual(way)
    if (isByHand) expect(findReportFile(store, freeze.id, 'approval')).toBeDefined()
    // Who was replaced says by whom, and that one is out.
    if (state === 'superseded') {
      const successor = findSuccessor(store, id)
      expect(successor?.supersedes).toBe(id)
      expect(issued.some((other) => other.id === successor?.report)).toBe(true)
    }
    expect(findNumberOf(store, id)).toBeDefined()
    const [reviewed, submitted, approved] = since
    const preparers = prepared.get(id)!
    expect(preparers.has(reviewed!.actor)).toBe(false)
    expect(preparers.has(approved!.actor)).toBe(false)
    expect(approved!.actor).not.toBe(submitted!.actor)
    expect(reviewed!.actor).not.toBe(submitted!.actor)
    expect(findNumberOf(store, id)!.day >= dayInVietnam((isByHand ? submitted! : approved!).at)).toBe(true)
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
  let [out, superseded] = [0, 0]
  // The honest way stands among every run's deeds, so that most come far; what is thrown in between may be anything.
  const honest: readonly Deed[] = [
    { deed: 'build', who: 'Lan' },
    { deed: 'review', who: 'Mai' },
    { deed: 'submit', who: 'Lan' },
    { deed: 'approve', who: 'Toản' },
    { deed: 'sign', who: 'Toản' },
    { deed: 'issue', who: 'Mai' },
  ]
  // The one that takes its place is approved by hand and signed by another tool.
  const second: readonly Deed[] = [
    { deed: 'adjust', who: 'Lan' },
    { deed: 'build', who: 'Lan' },
    { deed: 'review', who: 'Mai' },
    { deed: 'submit', who: 'Lan' },
    { deed: 'approveOnPaper', who: 'Toản' },
    { deed: 'intake', who: 'Toản' },
    { deed: 'supersede', who: 'Mai' },
  ]
  const deed = record({ deed: constantFrom(...deeds), who: constantFrom(...people) })
  await assert(
    asyncProperty(array(record({ at: nat(honest.length + second.length - 1), deed }), { maxLength: 5 }), async (thrown) => {
      const { context } = testWorkspaceWithPeriod()
      storeFigures(context, { period, unit: 'org.du_xa.11953' }, { um_total: 10, um_informed: 8 })
      const ledger: Ledger = { prepared: new Map(), adjuster: undefined }
      const all = [...honest, ...second].flatMap((step, index) => [...thrown.filter(({ at }) => at === index).map((one) => one.deed), step])
      for (const one of all) {
        const own = { ...context, pool, actor: one.who }
        try {
          await act(own, one, ledger)
        } catch (error) {
          if (!(error instanceof AppError)) throw error
        }
        out += checkIssued(context, ledger)
        superseded += listReports(context.store).filter(({ state }) => state === 'superseded').length
      }
      context.store.close()
    }),
    { numRuns: 12, seed: 58 },
  )
  expect(out).toBeGreaterThan(0)
  expect(superseded).toBeGreaterThan(0)
})
