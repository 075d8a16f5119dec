import type { Instant } from '../../shared/domain/identity.ts'
import type { ServiceContext } from '../audit/context.ts'
import { getPeriod } from '../store/period-store.ts'
import type { Channel } from '../../shared/domain/submission.ts'
import { listRegisterArrivals, listRegisterRows } from '../store/register-store.ts'

export const registerStates = ['on_time', 'late', 'pending', 'missing'] as const
export type RegisterState = (typeof registerStates)[number]

export type Register = {
  /** expected = received + missing; received = onTime + late; a pending unit is missing. */
  expected: number
  received: number
  onTime: number
  late: number
  missing: number
  units: readonly { code: string; name: string; state: RegisterState; receivedAt: Instant | null; keyed: boolean }[]
}

export type RegisterSheetView = {
  asOf: Instant
  dueAt: Instant
  codes: readonly string[]
  names: readonly string[]
  kinds: readonly string[]
  states: string
  receivedAt: readonly (Instant | null)[]
  channels: readonly (Channel | null)[]
  versions: readonly number[]
  keyed: readonly boolean[]
}

/** Who has sent and when, in protocol order. Punctual up to and including the due moment. Refuses with `period.not_found`. */
export function getRegister(context: Pick<ServiceContext, 'store'>, request: { period: string }): Register {
  const period = getPeriod(context.store, request.period)
  const due = Date.parse(period.dueAt)
  const units = listRegisterRows(context.store, period.code).map(({ code, name, receivedAt, heldAt, keyed }): Register['units'][number] => {
    if (receivedAt !== null) return { code, name, state: Date.parse(receivedAt) <= due ? 'on_time' : 'late', receivedAt, keyed }
    return heldAt !== null
      ? { code, name, state: 'pending', receivedAt: heldAt, keyed }
      : { code, name, state: 'missing', receivedAt: null, keyed }
  })
  const count = (...states: readonly RegisterState[]): number => units.filter((unit) => states.includes(unit.state)).length
  return {
    expected: units.length,
    received: count('on_time', 'late'),
    onTime: count('on_time'),
    late: count('late'),
    missing: count('pending', 'missing'),
    units,
  }
}

const stateLetters: Readonly<Record<RegisterState, string>> = { on_time: 'o', late: 'l', pending: 'p', missing: 'm' }

/** The register column by column, with kind, channel and versions of each unit. Refuses with `period.not_found`. */
export function getRegisterSheet(context: Pick<ServiceContext, 'store' | 'clock'>, request: { period: string }): RegisterSheetView {
  const { units } = getRegister(context, request)
  const arrivals = new Map(listRegisterArrivals(context.store, request.period).map((arrival) => [arrival.unit, arrival]))
  return {
    asOf: context.clock(),
    dueAt: getPeriod(context.store, request.period).dueAt,
    codes: units.map(({ code }) => code),
    names: units.map(({ name }) => name),
    kinds: units.map(({ code }) => arrivals.get(code)?.kind ?? ''),
    states: units.map(({ state }) => stateLetters[state]).join(''),
    receivedAt: units.map(({ receivedAt }) => receivedAt),
    channels: units.map(({ code }) => arrivals.get(code)?.channel ?? null),
    versions: units.map(({ code }) => arrivals.get(code)?.versions ?? 0),
    keyed: units.map(({ keyed }) => keyed),
  }
}
