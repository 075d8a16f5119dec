import type { SourceLine } from '../../../shared/domain/programme.ts'
import type { GridColumnPlan } from '../../../shared/rules/grid-columns.ts'

/** The lines that make up the province in these columns; the others only serve to compare. */
export const summedLines = (columns: readonly GridColumnPlan[]): ReadonlySet<SourceLine> => new Set(columns.map(({ line }) => line))
