import { performance } from 'node:perf_hooks'
import { signPdf } from '../../electron/sign/sign-pdf.ts'
import { verifyPdf } from '../../electron/sign/verify-pdf.ts'
import { renderReport } from '../../electron/workers/report/render-report.ts'
import { reportFields } from '../../shared/domain/report-fields.ts'
import { keyOf, makeCertificate } from '../kit/make-certificates.ts'
import { interleave } from './harness.ts'
import type { BenchReport } from './harness.ts'
import { appendixModel } from './report/models.ts'

/** A signature on the longest paper, against making that paper; and checking it, which nobody else does as strictly. */
export default async function benchSign(report: BenchReport): Promise<void> {
  const model = { ...appendixModel(), hasFields: true }
  await renderReport(model)
  const start = performance.now()
  const { bytes, pages } = await renderReport(model)
  const making = performance.now() - start
  const root = await makeCertificate({ name: 'CN=Root', kind: 'rsa', isAuthority: true })
  const person = await makeCertificate({ name: 'CN=Person', kind: 'rsa', issuer: root })
  const draw = () => ({ content: 'q Q', images: [] })
  const sign = () => signPdf(bytes, { field: reportFields.person, key: keyOf(person, [root]), at: '2026-06-29T03:00:00.000Z', draw })
  const signed = await sign()
  const times = await interleave(7, { sign, verify: () => verifyPdf(signed, [root.der]) })
  const ms = (value: number): string => `${Math.round(value)} ms`
  report.add({
    job: `sign ${pages} pages`,
    ours: ms(times['sign']!),
    peer: `making them ${ms(making)}`,
    ratio: making / times['sign']!,
    must: 20,
    stretch: null,
  })
  report.note(`verify ${pages} signed pages (${Math.round(bytes.length / 1024)} KB): ${ms(times['verify']!)}`)
}
