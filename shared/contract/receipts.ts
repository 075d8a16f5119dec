import { z } from 'zod'
import { channels } from '../domain/submission.ts'
import { params } from './call.ts'
import { count, id, instant, periodCode, sha256, unitCode } from './values.ts'

/** What was received, by what a person looks for; files that wait for an answer stand in a list of their own. */
export const receiptGroups = ['received', 'attached', 'rejected'] as const
export const receiptGroup = z.enum(receiptGroups)
export type ReceiptGroup = z.infer<typeof receiptGroup>

/** What a file has become by now: a waiting one may have been answered, a counting one replaced, since it came. */
export const receiptStates = ['imported', 'replaced', 'duplicate', 'used', 'unused', 'moved', 'waiting', 'attached', 'rejected'] as const

const receiptFinding = z.strictObject({ rule: z.string(), params, sheet: z.string().nullable(), cell: z.string().nullable() })

export const receiptRow = z.strictObject({
  id,
  receivedAt: instant,
  channel: z.enum(channels),
  /** As it was called where it came from, without folders. */
  name: z.string(),
  unit: unitCode.nullable(),
  state: z.enum(receiptStates),
  /** What is said first of the file as a whole, and how much more. */
  finding: receiptFinding.nullable(),
  more: count,
  /** Open findings in what it says, where it counts. */
  toCheck: count,
})
export type ReceiptRow = z.infer<typeof receiptRow>

export const largestReceiptPage = 200

/** `total`: in this group; `counts` are of the whole period, of one unit where one was asked for. Newest first. */
export const receiptPage = z.strictObject({
  counts: z.strictObject({ waiting: count, received: count, attached: count, rejected: count }),
  total: count,
  rows: z.array(receiptRow).max(largestReceiptPage),
})

export const receiptDetail = z.strictObject({
  ...receiptRow.shape,
  period: periodCode,
  /** With its folders; a zip's member after `!/`. */
  path: z.string(),
  sha256: sha256.nullable(),
  submission: id.nullable(),
  importedAt: instant,
  actor: z.string(),
  /** All that is said of the file, then what is to be checked in what it says. */
  findings: z.array(receiptFinding),
  /** Its bytes are kept and it does not count or wait now: it can be taken in once more. */
  canImportAgain: z.boolean(),
})
