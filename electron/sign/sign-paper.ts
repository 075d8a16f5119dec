import { X509Certificate } from 'node:crypto'
import type { Instant } from '../../shared/domain/identity.ts'
import { reportFields } from '../../shared/domain/report-fields.ts'
import { AppError } from '../../shared/errors.ts'
import { delayAfter } from '../../shared/rules/attempt-delay.ts'
import { dayInVietnam, timeAndDay } from '../../shared/rules/report-wording.ts'
import { sha256 } from '../audit/canonical.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand } from '../audit/run-command.ts'
import { findCertificateAttempt, putCertificateAttempt } from '../store/trust-store.ts'
import { drawLettering, drawPicture } from './draw-look.ts'
import { openP12, type OpenedKey } from './open-p12.ts'
import { readPng } from './read-png.ts'
import { signPdf } from './sign-pdf.ts'

export type PaperOrder = {
  bytes: Uint8Array
  by: 'person' | 'office'
  /** The certificate file and its password live for this call only. */
  p12: Uint8Array
  password: string
  /** PNG of the hand or the seal. */
  picture?: Uint8Array | undefined
}

const letterSize = 9
/** The seal's box lies over a third of the hand's; letters over letters could not be read. */
const freeShare = { person: 1, office: 0.66 } as const

const linesOf = (by: 'person' | 'office', signer: string, at: string): string[] =>
  by === 'person' ? [`Ký bởi: ${signer}`, `Ngày ký: ${timeAndDay(at)}`] : [signer, 'ký số lúc', timeAndDay(at)]

/** Refuses with `sign.wait | wrong_password | not_certificate | no_key | not_valid | no_field | picture_unreadable`. */
export async function signPaper(context: ServiceContext, order: PaperOrder): Promise<{ bytes: Uint8Array; signer: string }> {
  const { pool, clock } = context
  const picture = order.picture ? readPng(order.picture) : undefined
  const key = await openCounted(context, order.p12, order.password)
  const signer = nameOf(key)
  const at = clock()
  checkValid(key, at)
  const draw = picture
    ? drawPicture(picture)
    : drawLettering(await pool.run('outline_text', { lines: linesOf(order.by, signer, at), size: letterSize }), freeShare[order.by])
  return { bytes: await signPdf(order.bytes, { field: reportFields[order.by], key, at, draw }), signer }
}

/** One try per entry; wrong ones are counted for the file, whoever makes them, and wait longer each time. */
async function openCounted(context: ServiceContext, p12: Uint8Array, password: string): Promise<OpenedKey> {
  const { store, clock } = context
  const hash = sha256(p12)
  const before = findCertificateAttempt(store, hash) ?? { failed: 0, retryAt: null }
  if (before.retryAt !== null && clock() < before.retryAt)
    throw new AppError('sign.wait', {
      failed: before.failed,
      seconds: Math.ceil((Date.parse(before.retryAt) - Date.parse(clock())) / 1000),
    })
  try {
    const key = await openP12(p12, password)
    if (before.failed > 0) note(0)
    return key
  } catch (error) {
    if (error instanceof AppError && error.code === 'sign.wrong_password') note(before.failed + 1)
    throw error
  }

  function note(failed: number): void {
    const seconds = delayAfter(failed)
    runCommand(context, () => {
      putCertificateAttempt(store, hash, {
        failed,
        retryAt: seconds === 0 ? null : new Date(Date.parse(clock()) + seconds * 1000).toISOString(),
      })
      return {
        entry: {
          action: failed === 0 ? 'certificate.open' : 'certificate.refuse',
          params: { certificate: hash, failed: failed === 0 ? before.failed : failed },
          rows: [{ table: 'certificate_attempt', key: hash }],
        },
        result: undefined,
      }
    })
  }
}

/** What it signs would be nobody's for ever. Refuses with `sign.not_valid`. */
function checkValid({ certificate }: OpenedKey, at: Instant): void {
  const { validFromDate, validToDate } = new X509Certificate(certificate)
  if (Date.parse(at) >= validFromDate.getTime() && Date.parse(at) <= validToDate.getTime()) return
  const [from, to] = [validFromDate, validToDate].map((moment) => dayInVietnam(moment.toISOString())) as [string, string]
  throw new AppError('sign.not_valid', { from, to })
}

function nameOf({ certificate }: OpenedKey): string {
  const { subject } = new X509Certificate(certificate)
  const part = (key: string): string | undefined =>
    subject
      .split('\n')
      .find((line) => line.startsWith(`${key}=`))
      ?.slice(key.length + 1)
  return (part('CN') ?? part('O') ?? subject).normalize('NFC')
}
