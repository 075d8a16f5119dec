import type { Period } from '../../shared/domain/period.ts'
import type { TemplateOrder, TemplateShortcoming } from '../../shared/domain/template.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import { AppError } from '../../shared/errors.ts'
import { templateFileName } from '../../shared/rules/template-file-name.ts'
import type { ServiceContext } from '../audit/context.ts'
import { listReadingsInEffect } from '../store/figure-store.ts'
import { listShortcomings } from '../store/note-store.ts'
import { getPeriod, listExpectedUnits, listPeriods } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { writeNewFile } from './write-new-file.ts'

export type TemplatesRequest = {
  period: string
  /** Absolute; made where it does not exist. */
  directory: string
  /** Unit codes; all expected units where left out. */
  units?: readonly string[]
  /** Also the workbook in which the unit is chosen on the cover. */
  common?: boolean
}
/** `unit` null = the common workbook; `path` is absolute. */
export type WrittenTemplate = { unit: string | null; path: string }
export type TemplatesOptions = { signal?: AbortSignal; onProgress?: (done: number, total: number) => void }

/** Enough to keep every worker busy without holding thousands of orders. */
const inFlight = 8

/**
 * One workbook per expected unit, or per unit named, in protocol order, with the previous period's readings in effect
 * beside the inputs. A file of that name with other content is somebody's work and is left: the new one gets a number.
 * Refuses with `period.not_found`, `template.unit_not_expected`, `template.not_written`.
 */
export async function writeTemplates(
  context: ServiceContext,
  request: TemplatesRequest,
  options: TemplatesOptions = {},
): Promise<{ files: WrittenTemplate[] }> {
  const period = getPeriod(context.store, request.period)
  const expected = listExpectedUnits(context.store, period.code)
  const units = request.units ? chooseUnits(expected, request.units, period) : expected
  const orders: readonly (Unit | null)[] = request.common ? [...units, null] : units
  const makeOrder = orderMaker(context, period, expected)
  const files: WrittenTemplate[] = []
  for (let from = 0; from < orders.length; from += inFlight) {
    options.signal?.throwIfAborted()
    const written = await Promise.all(
      orders.slice(from, from + inFlight).map(async (unit): Promise<WrittenTemplate> => {
        const { bytes } = await context.pool.run('write_template', makeOrder(unit), options.signal ? { signal: options.signal } : {})
        return { unit: unit?.code ?? null, path: await writeNewFile(request.directory, templateFileName(period.code, unit), bytes) }
      }),
    )
    files.push(...written)
    options.onProgress?.(files.length, orders.length)
  }
  return { files }
}

function chooseUnits(expected: readonly Unit[], codes: readonly string[], period: Period): readonly Unit[] {
  const wanted = new Set(codes)
  for (const code of wanted)
    if (!expected.some((unit) => unit.code === code)) throw new AppError('template.unit_not_expected', { unit: code, period: period.code })
  return expected.filter((unit) => wanted.has(unit.code))
}

function orderMaker({ store }: ServiceContext, period: Period, expected: readonly Unit[]): (unit: Unit | null) => TemplateOrder {
  const programme = getProgramme(store, period.programmeVersion)
  const earlier = listPeriods(store).findLast((candidate) => candidate.cutOff < period.cutOff)
  const named = expected.map(({ code, name }) => ({ code, name }))
  const communes = expected.filter((unit) => unit.line === 'territorial').map(({ code, name }) => ({ code, name }))
  const open = openShortcomings(store)
  return (unit) => ({
    programme,
    period,
    unit,
    communes: unit ? communes : named,
    previous:
      earlier && unit
        ? { periodCode: earlier.code, readings: Object.fromEntries(listReadingsInEffect(store, earlier.code, unit.code)) }
        : null,
    shortcomings: unit ? (open.get(unit.code) ?? []) : [],
  })
}

/** Of each unit what is meant for it and not verified yet, the nearest due date first. */
function openShortcomings(store: ServiceContext['store']): ReadonlyMap<string, TemplateShortcoming[]> {
  const byUnit = new Map<string, TemplateShortcoming[]>()
  for (const { id, unit, audience, isClosed, text, shortcoming } of listShortcomings(store)) {
    if (unit === null || audience !== 'unit' || isClosed || !shortcoming || shortcoming.state === 'verified') continue
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), { id, text, remedy: shortcoming.remedy, dueOn: shortcoming.dueOn }])
  }
  return byUnit
}
