import { AppError } from '../../shared/errors.ts'
import type { Period } from '../../shared/domain/period.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import { parseDay } from '../../shared/vietnamese/dates.ts'
import { parseMoment } from '../../shared/vietnamese/moments.ts'
import { runCommand, type CommandContext } from '../audit/run-command.ts'
import { getOpenPeriod, getPeriod, insertExpectedUnits, insertPeriod, listPeriods, updatePeriodState } from '../store/period-store.ts'
import { getLatestProgramme } from '../store/programme-store.ts'
import { listUnits } from '../store/unit-store.ts'

/** As typed: days ISO or day first; `due` a day (its last moment) or a time, without zone in Vietnam. */
export type PeriodOrder = {
  code: string
  from: string
  to: string
  due: string
  cutOff?: string | undefined
  endsYear?: boolean | undefined
}

const periodCode = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u

/**
 * Fixes span, cut-off (default: last day), due time, expected units and programme version. `endsYear` defaults to true
 * for a period that ends on 14/12 or 31/12.
 * Refuses with `period.exists | bad_code | bad_day | bad_time | ends_before_start | due_before_start | cut_off_outside | no_units`.
 */
export function openPeriod(context: CommandContext, order: PeriodOrder): Period {
  const { store } = context
  const code = order.code.normalize('NFC')
  if (!periodCode.test(code)) throw new AppError('period.bad_code', { period: order.code })
  const days = readDays(order)
  const dueAt = readDue(order.due)
  // A due time before its own period is last year's by a slip of the pen, and would make every unit late.
  if (dueAt.slice(0, 10) < days.from) throw new AppError('period.due_before_start', { due: dueAt.slice(0, 10), from: days.from })
  return runCommand(context, () => {
    // 2026-h1 beside 2026-H1 would be a slip: half of the submissions would stand in either.
    const known = listPeriods(store).find((period) => foldCode(period.code) === foldCode(code))
    if (known) throw new AppError('period.exists', { period: known.code })
    const period: Period = {
      code,
      ...days,
      dueAt,
      endsYear: order.endsYear ?? /-12-(14|31)$/.test(days.to),
      state: 'open',
      openedAt: context.clock(),
      programmeVersion: getLatestProgramme(store).version,
    }
    const expected = listUnits(store).filter((unit) => existsOn(unit, days.cutOff))
    if (expected.length === 0) throw new AppError('period.no_units', { day: days.cutOff })
    insertPeriod(store, period)
    insertExpectedUnits(store, code, expected)
    return {
      entry: {
        action: 'period.open',
        params: { ...period, units: expected.length },
        rows: [
          { table: 'period', key: code },
          { table: 'expected_unit', key: code },
        ],
      },
      result: period,
    }
  })
}

/** Who exists at the cut-off reports for the whole span: a unit merged away before it has a successor who does. */
const existsOn = (unit: Unit, day: string): boolean => (unit.validFrom ?? day) <= day && (unit.validTo ?? day) >= day

function readDays(order: PeriodOrder): Pick<Period, 'from' | 'to' | 'cutOff'> {
  const from = readDay('from', order.from)
  const to = readDay('to', order.to)
  if (to < from) throw new AppError('period.ends_before_start', { from, to })
  const cutOff = order.cutOff === undefined ? to : readDay('cut-off', order.cutOff)
  if (cutOff < from || cutOff > to) throw new AppError('period.cut_off_outside', { cutOff, from, to })
  return { from, to, cutOff }
}

function readDay(name: string, value: string): string {
  const day = parseDay(value)
  if (day === undefined) throw new AppError('period.bad_day', { name, value })
  return day
}

const foldCode = (code: string): string => code.toLocaleLowerCase('vi')

function readDue(value: string): string {
  const dueAt = parseMoment(value, 'end')
  if (dueAt === undefined) throw new AppError('period.bad_time', { value })
  return dueAt
}

/** Nothing is written into a closed period but what arrives late. Refuses with `period.not_found`, `period.closed`. */
export function closePeriod(context: CommandContext, code: string): Period {
  return runCommand(context, () => changeState(context, getOpenPeriod(context.store, code), 'closed', {}))
}

/** Refuses with `period.not_found`, `period.not_closed`. */
export function reopenPeriod(context: CommandContext, code: string, reason: string): Period {
  return runCommand(context, () => {
    const period = getPeriod(context.store, code)
    if (period.state === 'open') throw new AppError('period.not_closed', { period: code })
    return changeState(context, period, 'open', { reason })
  })
}

function changeState({ store }: CommandContext, period: Period, state: Period['state'], params: Record<string, string>) {
  updatePeriodState(store, period.code, state)
  return {
    entry: {
      action: state === 'closed' ? ('period.close' as const) : ('period.reopen' as const),
      params: { period: period.code, ...params },
      rows: [{ table: 'period', key: period.code } as const],
    },
    result: { ...period, state },
  }
}
