import type { Language } from '../../shared/messages/text.ts'
import { namePeriod } from '../../shared/rules/name-period.ts'
import { writeReceipt, writeReminder, writeUnitMessage } from '../../shared/rules/unit-message.ts'
import { AppError } from '../../shared/errors.ts'
import { getRegister, type RegisterState } from '../import/get-register.ts'
import { listHeld } from '../import/list-held.ts'
import { listReceipts } from '../import/list-receipts.ts'
import { getPeriod } from '../store/period-store.ts'
import type { EngineContext } from './context.ts'
import { queryMessage } from './query-message.ts'

type Order = { period: string; unit: string; kind: 'receipt' | 'reminder' | 'question'; language?: Language | undefined }

/** Newest receipts among which the last that brought a report is looked for. */
const mostReceipts = 50

/** A message to the unit, ready to be sent; null where there is nothing to say. Refuses with `period.not_found`, `unit.not_found`. */
export function unitMessage(
  context: EngineContext,
  { period: code, unit: unitCode, kind, language = 'vi' }: Order,
): { text: string | null; state: RegisterState } {
  const { store, clock } = context
  const asked = getPeriod(store, code)
  const { code: period, dueAt } = asked
  const named = { period: namePeriod(asked, language), dueAt }
  const unit = getRegister(context, { period }).units.find((one) => one.code === unitCode)
  if (!unit) throw new AppError('unit.not_found', { unit: unitCode })
  const { name, state } = unit

  const receipt = (): string | null => {
    const { rows } = listReceipts(context, { period, group: 'received', unit: unitCode, from: 0, limit: mostReceipts })
    const last = rows.find((row) => row.state === 'imported' || row.state === 'used' || row.state === 'duplicate')
    if (!last) return null
    const { name: file, receivedAt, toCheck } = last
    return writeReceipt({ file, receivedAt, period: named.period, unit: name, isDuplicate: last.state === 'duplicate', toCheck }, language)
  }
  const reminder = (): string | null =>
    state === 'missing' ? writeReminder({ ...named, unit: name, isOverdue: Date.parse(clock()) > Date.parse(dueAt) }, language) : null
  /** What is asked about the files that wait, then about figures. */
  const question = (): string | null => {
    const held = listHeld(context, { period }).filter((one) => one.unit === unitCode)
    const requests = held.map(({ reasons, originalName, receivedAt }) =>
      writeUnitMessage({ reasons, unit: name, file: originalName, receivedAt, ...named }, language),
    )
    const parts = [...requests, queryMessage(context, { period, unit: unitCode }) ?? undefined].filter((part) => part !== undefined)
    return parts.length === 0 ? null : parts.join('\n\n')
  }
  return { text: { receipt, reminder, question }[kind](), state }
}
