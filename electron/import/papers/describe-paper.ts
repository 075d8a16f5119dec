import type { Id } from '../../../shared/domain/identity.ts'
import { AppError } from '../../../shared/errors.ts'
import { parseDay } from '../../../shared/vietnamese/dates.ts'
import type { ServiceContext } from '../../audit/context.ts'
import { runCommand, type RowReference } from '../../audit/run-command.ts'
import { listLaidTexts } from '../../store/laid-text-store.ts'
import { findPaper, insertPaper, updatePaperRemoved } from '../../store/paper-store.ts'
import { getExpectedUnit } from '../../store/period-store.ts'
import { updateReceiptAttached } from '../../store/receipt-store.ts'
import { getAttachedFile, getAttachedPaper, type AttachedPaper } from './list-papers.ts'

export type PaperOrder = {
  receipt: Id
  unit: string
  number?: string | undefined
  /** As people write days: `17/6/2026` or ISO; empty where the paper has none. */
  issuedOn?: string | undefined
  signer?: string | undefined
  subject?: string | undefined
  note?: string | undefined
}

const tidy = (text: string | undefined): string => (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()

/**
 * Says whose an attached file is, with number, day and signer of the paper; said again, the last one counts. Refuses with
 * `paper.not_found`, `unit.not_found`, `paper.wrong_day`, `paper.in_use` (another unit's texts were taken from it).
 */
export function describePaper(context: ServiceContext, order: PaperOrder): AttachedPaper {
  const { store } = context
  const file = getAttachedFile(context, order.receipt)
  const unit = getExpectedUnit(store, file.period, order.unit)
  const written = tidy(order.issuedOn)
  const issuedOn = written === '' ? null : (parseDay(written) ?? null)
  if (written !== '' && issuedOn === null) throw new AppError('paper.wrong_day', { text: written })
  return runCommand(context, () => {
    if (file.unit !== null && file.unit !== unit.code) refuseInUse(context, file.period, file.unit, file.receipt)
    const id = context.newId()
    const next = {
      id,
      receipt: file.receipt,
      unit: unit.code,
      number: tidy(order.number),
      issuedOn,
      signer: tidy(order.signer),
      subject: tidy(order.subject),
      note: tidy(order.note),
      actor: context.actor,
      at: context.clock(),
    }
    updateReceiptAttached(store, file.receipt, unit.code)
    const papers = [...insertPaper(store, next), id].map((key): RowReference => ({ table: 'paper', key }))
    const view = getAttachedPaper(context, file.receipt)
    const params = { period: file.period, unit: unit.code, file: view.name, number: next.number === '' ? null : next.number }
    return { entry: { action: 'paper.describe', params, rows: [{ table: 'receipt', key: file.receipt }, ...papers] }, result: view }
  })
}

function refuseInUse({ store }: ServiceContext, period: string, unit: string, receipt: Id): void {
  const used = listLaidTexts(store, period, unit).filter((laid) => laid.receipt === receipt && laid.state === 'active')
  if (used.length > 0) throw new AppError('paper.in_use', { count: used.length })
}

/**
 * Takes an attached file out of its unit's papers; what was received stays kept. Refuses with `paper.not_found`,
 * `paper.not_described`, `paper.no_reason`, `paper.in_use`.
 */
export function removePaper(context: ServiceContext, request: { receipt: Id; reason: string }): { receipt: Id } {
  const { store } = context
  const file = getAttachedFile(context, request.receipt)
  const reason = tidy(request.reason)
  if (reason === '') throw new AppError('paper.no_reason')
  return runCommand(context, () => {
    const paper = findPaper(store, file.receipt)
    if (!paper) throw new AppError('paper.not_described')
    refuseInUse(context, file.period, paper.unit, file.receipt)
    updatePaperRemoved(store, paper.id, reason)
    const params = { period: file.period, unit: paper.unit, file: getAttachedPaper(context, file.receipt).name, reason }
    return { entry: { action: 'paper.remove', params, rows: [{ table: 'paper', key: paper.id }] }, result: { receipt: file.receipt } }
  })
}
