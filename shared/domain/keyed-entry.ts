import type { CellState } from './figure.ts'

/** What can be keyed in for a unit: what nobody keys stays blank. */
export const keyedCellStates = ['value', 'nil', 'not_applicable'] as const satisfies readonly CellState[]
export type KeyedCellState = (typeof keyedCellStates)[number]

/** `value` is a count exactly where the state is `value`. */
export type KeyedFigure = { field: string; state: KeyedCellState; value: number | null }

/** A figure that two people read differently; null = left blank. */
export type KeyedDifference = { field: string; keyed: Omit<KeyedFigure, 'field'> | null; checked: Omit<KeyedFigure, 'field'> | null }

/** `differs`: the second person read something else, and somebody must key it anew. */
export const keyedStates = ['draft', 'waiting', 'differs', 'checked', 'withdrawn'] as const
export type KeyedState = (typeof keyedStates)[number]
