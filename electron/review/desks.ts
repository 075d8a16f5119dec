import type { CallChannel } from '../../shared/domain/review.ts'
import { AppError } from '../../shared/errors.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand } from '../audit/run-command.ts'
import { insertCall, listCalls, listDesks, upsertDesk, type UnitCall, type UnitDesk } from '../store/desk-store.ts'
import { getExpectedUnit, getPeriod } from '../store/period-store.ts'
import { getUnit } from '../store/unit-store.ts'

export type DeskChange = { unit: string } & { [Name in Exclude<keyof UnitDesk, 'unit'>]?: string | undefined }

const emptyDesk = { office: '', phone: '', email: '', clerk: '' }
const tidy = (text: string): string => text.normalize('NFC').trim()

/** What is given replaces what was there. Refuses with `unit.not_found`. */
export function updateDesk(context: ServiceContext, change: DeskChange): UnitDesk {
  const { store } = context
  const unit = getUnit(store, change.unit)
  return runCommand(context, () => {
    const known = listDesks(store).find((desk) => desk.unit === unit.code) ?? { ...emptyDesk, unit: unit.code }
    const given = Object.entries(change).flatMap(([name, value]) => (value === undefined ? [] : [[name, tidy(value)] as const]))
    const desk: UnitDesk = { ...known, ...Object.fromEntries(given), unit: unit.code }
    upsertDesk(store, desk)
    return {
      entry: { action: 'contact.update', params: { unit: unit.code, clerk: desk.clerk }, rows: [{ table: 'unit_desk', key: unit.code }] },
      result: desk,
    }
  })
}

/** Whoever looked after them before does no more; how they are reached stays. Refuses with `unit.not_found`, and then changes nothing. */
export function assignUnits(context: ServiceContext, request: { units: readonly string[]; clerk: string }): UnitDesk[] {
  const { store } = context
  const units = [...new Set(request.units)].map((code) => getUnit(store, code).code)
  const clerk = tidy(request.clerk)
  return runCommand(context, () => {
    const known = new Map(listDesks(store).map((desk) => [desk.unit, desk]))
    const desks = units.map((unit): UnitDesk => ({ ...(known.get(unit) ?? { ...emptyDesk, unit }), clerk }))
    for (const desk of desks) upsertDesk(store, desk)
    return {
      entry: {
        action: 'contact.assign',
        params: { clerk, count: units.length },
        rows: units.map((unit) => ({ table: 'unit_desk' as const, key: unit })),
      },
      result: desks,
    }
  })
}

/** Refuses with `period.not_found`, `unit.not_found`, `note.no_text`. */
export function addCall(context: ServiceContext, request: { period: string; unit: string; channel: CallChannel; text: string }): UnitCall {
  const { store } = context
  const period = getPeriod(store, request.period).code
  const unit = getExpectedUnit(store, period, request.unit).code
  const text = tidy(request.text)
  if (text === '') throw new AppError('note.no_text')
  return runCommand(context, () => {
    const call: UnitCall = { id: context.newId(), period, unit, channel: request.channel, text, actor: context.actor, at: context.clock() }
    insertCall(store, call)
    return {
      entry: { action: 'contact.call', params: { period, unit, channel: call.channel }, rows: [{ table: 'unit_call', key: call.id }] },
      result: call,
    }
  })
}

/** Refuses with `period.not_found`. */
export function listContacts(
  { store }: Pick<ServiceContext, 'store'>,
  request: { period: string },
): { desks: UnitDesk[]; calls: UnitCall[] } {
  return { desks: listDesks(store), calls: listCalls(store, getPeriod(store, request.period).code) }
}
