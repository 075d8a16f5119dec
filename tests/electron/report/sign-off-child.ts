/**
 * A whole process in which a report goes one step further, and which ends itself without warning at its n-th step:
 * `node sign-off-child.ts WORKSPACE submit|approve|sign|issue [N]`.
 */
import { composeReport } from '../../../electron/engine/compose-report.ts'
import { approveReport } from '../../../electron/report/decide-report.ts'
import { issueReport } from '../../../electron/report/issue-report.ts'
import { openToSign, putSigned } from '../../../electron/report/put-signed.ts'
import { submitReport } from '../../../electron/report/submit-report.ts'
import { fillFields } from '../../../electron/sign/fill-fields.ts'
import { signPdf } from '../../../electron/sign/sign-pdf.ts'
import { listReports } from '../../../electron/store/report-store.ts'
import { keyOf, makeCertificate } from '../../kit/make-certificates.ts'
import { openStepping } from '../import/stepping-context.ts'

const [workspace = '', deed = '', lastStep = '0'] = process.argv.slice(2)
const actor = deed === 'approve' || deed === 'sign' ? 'Toản' : 'Lan'
const { context, steps, close } = openStepping(workspace, { lastStep: Number(lastStep), actor, clock: () => '2026-06-22T02:10:00.000Z' })
const report = listReports(context.store)[0]!.id

if (deed === 'submit')
  await submitReport(context, {
    report,
    source: composeReport(context, { period: '2026-H1', kind: 'periodic' }),
    origins: {},
    reservations: 'Trình để kịp hạn',
  })
if (deed === 'approve') await approveReport(context, { report, reservations: 'Đồng ý' })
if (deed === 'sign') {
  const key = keyOf(await makeCertificate({ name: 'CN=Tran Quoc Toan' }))
  const paper = await openToSign(context, report)
  const order = { field: 'chu_ky_ca_nhan', key, at: '2026-06-22T02:10:00.000Z', draw: () => ({ content: 'q Q', images: [] }) }
  await putSigned(context, paper, { bytes: await signPdf(paper.bytes, order), signer: 'Toản', how: 'report.sign' })
}
if (deed === 'issue') await issueReport(context, { report, number: 127, day: '2026-06-30' }, fillFields)
process.stdout.write(`${JSON.stringify({ steps: steps() })}\n`)
await close()
