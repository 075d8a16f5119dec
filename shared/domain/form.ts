/**
 * What stands for a mark of an office's own form. `shown` as in print; `number` where it is one: a rate as it is shown, 91.7,
 * with `share`, the exact quotient, for cells that show percent themselves.
 */
export type FormValue = { shown: string; number: number | null; share?: number }

/** By what stands between the braces. */
export type FormValues = Readonly<Record<string, FormValue>>

/** `units`: what marks of a repeated row stand for, one for each unit in order. */
export type FormOrder = { values: FormValues; units: readonly FormValues[] }

/**
 * A mark as it was found. `place`: sheet and cell of the first one, empty in a document. `isRepeated`: in a row that comes once
 * for each unit. `isBlocked`: in such a row that cannot be repeated where it stands.
 */
export type FoundMark = { mark: string; place: string; count: number; isRepeated: boolean; isBlocked: boolean }

/** `formulas`: cells that calculate; after filling they have no stored result until an office program calculates again. */
export type FormReading = { format: 'xlsx' | 'docx'; marks: readonly FoundMark[]; formulas: number }

/** Makes the row it stands in come once for each unit. */
export const repeatMark = '#units'
