/** The five states of a cell, never coerced into each other. */
export const cellStates = ['value', 'nil', 'not_applicable', 'blank', 'unreadable'] as const
export type CellState = (typeof cellStates)[number]

/** A count as read: `value` is a whole number ≥ 0 exactly when the state is `value`, otherwise null. */
export type Reading = { state: CellState; value: number | null }

/** Largest count accepted (12 digits), so that sums over 5,000 units stay exact in a double. */
export const largestCount = 999_999_999_999

/** Where a figure stands in the received file and how it was read. */
export type SourceCell = {
  sheet: string
  cell: string
  /** Text as typed or displayed, before any reading. */
  raw: string
  numberFormat: string
  /** `number`, `text`, `formula`, `formula_without_result`, `error`, `missing`, with `+tcvn3` or `+vni` where decoded. */
  how: string
}

export type FigureReading = Reading & { field: string; source: SourceCell }

/** What a reading adds to a sum; undefined where it does not count as reported. */
export const countedValue = (reading: Reading): number | undefined =>
  reading.state === 'value' ? (reading.value ?? undefined) : reading.state === 'nil' ? 0 : undefined
