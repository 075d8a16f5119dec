import type { Reading } from './figure.ts'
import type { Period } from './period.ts'
import type { Programme } from './programme.ts'
import type { Unit } from './unit.ts'

/** Bumped whenever a cell of the template moves; stands in the identity sheet. */
export const templateVersion = 1

/** Everything one workbook needs; the writer reads nothing else. `unit` null = the common workbook with a list to choose from. */
export type TemplateOrder = {
  programme: Programme
  period: Period
  unit: Unit | null
  /** Units to choose from in the common workbook; the communes for the optional per-commune sheet. */
  communes: readonly Pick<Unit, 'code' | 'name'>[]
  /** Readings in effect of the latest earlier period, by field code; empty when there is none. */
  previous: { periodCode: string; readings: Readonly<Record<string, Reading>> } | null
}
