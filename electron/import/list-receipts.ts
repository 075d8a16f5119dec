import type { SubmissionFinding } from '../../shared/domain/finding.ts'
import type { Id } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import type { ServiceContext } from '../audit/context.ts'
import { getPeriod } from '../store/period-store.ts'
import {
  countReceipts,
  findReceiptStanding,
  listReceiptStandings,
  type ReceiptGroup,
  type ReceiptStanding,
} from '../store/receipt-store.ts'
import { listOpenFindingsOfSubmission } from '../store/submission-finding-store.ts'
import { listWaitingFiles } from '../store/submission-store.ts'

type Doors = Pick<ServiceContext, 'store'>

/** What a file has become by now. */
type ReceiptState = 'imported' | 'replaced' | 'duplicate' | 'used' | 'unused' | 'moved' | 'waiting' | 'attached' | 'rejected'

type ReceiptFinding = Pick<SubmissionFinding, 'rule' | 'params'> & { sheet: string | null; cell: string | null }

/** Everything that was received in a period, newest first. Refuses with `period.not_found`. */
export function listReceipts(
  { store }: Doors,
  request: { period: string; group: ReceiptGroup; unit?: string | undefined; from: number; limit: number },
) {
  const period = getPeriod(store, request.period).code
  const unit = request.unit ?? null
  const counts = countReceipts(store, { period, unit })
  const waiting = listWaitingFiles(store, period).filter((file) => unit === null || file.unit === unit).length
  const { group, from, limit } = request
  return {
    counts: { ...counts, waiting },
    total: counts[group],
    rows: listReceiptStandings(store, { period, unit, group, from, limit }).map(describeReceipt),
  }
}

/** Refuses with `import.receipt_not_found`. */
export function getReceipt({ store }: Doors, request: { id: Id }) {
  const receipt = getStanding(store, request.id)
  const row = describeReceipt(receipt)
  const { period, path, sha256, submission, importedAt, actor } = receipt
  const inContent = isInEffect(receipt) ? listOpenFindingsOfSubmission(store, submission!).map(printable) : []
  return {
    ...row,
    period,
    path,
    sha256,
    submission,
    importedAt,
    actor,
    findings: [...readFindings(receipt).map(printable), ...inContent],
    canImportAgain: canImportAgain(receipt),
  }
}

export function getStanding(store: ServiceContext['store'], id: Id): ReceiptStanding {
  const receipt = findReceiptStanding(store, id)
  if (!receipt) throw new AppError('import.receipt_not_found', { id })
  return receipt
}

/** What counts or waits already has nothing to gain; of what could not be kept there is nothing to take. */
export const canImportAgain = (receipt: ReceiptStanding): boolean =>
  receipt.sha256 !== null && ['replaced', 'unused', 'attached', 'rejected'].includes(stateOf(receipt))

function describeReceipt(receipt: ReceiptStanding) {
  const [first, ...others] = readFindings(receipt)
  return {
    id: receipt.id,
    receivedAt: receipt.receivedAt,
    channel: receipt.channel,
    name: nameOf(receipt.path),
    unit: receipt.unit ?? receipt.submissionUnit,
    state: stateOf(receipt),
    finding: first ? printable(first) : null,
    more: others.length,
    toCheck: isInEffect(receipt) ? receipt.toCheck : 0,
  }
}

/** Paths of any system, and members of archives. */
export const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path

/** A duplicate says nothing of its own. */
const isInEffect = (receipt: ReceiptStanding): boolean => {
  const state = stateOf(receipt)
  return state === 'imported' || state === 'used'
}

function stateOf({ outcome, period, submissionState, submissionPeriod }: ReceiptStanding): ReceiptState {
  if (outcome !== 'imported' && outcome !== 'held') return outcome
  if (submissionPeriod !== null && submissionPeriod !== period) return 'moved'
  if (submissionState === 'held') return 'waiting'
  if (submissionState === 'effective') return outcome === 'imported' ? 'imported' : 'used'
  return submissionState === 'superseded' ? 'replaced' : 'unused'
}

const readFindings = ({ findings }: ReceiptStanding): readonly SubmissionFinding[] => JSON.parse(findings) as SubmissionFinding[]

const printable = ({ rule, params, cells }: Pick<SubmissionFinding, 'rule' | 'params' | 'cells'>): ReceiptFinding => ({
  rule,
  params,
  sheet: cells[0]?.sheet ?? null,
  cell: cells[0]?.cell ?? null,
})
