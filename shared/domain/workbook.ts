/** A workbook as the reader gives it: values only, nothing calculated, nothing expanded. */
export type CellKind = 'number' | 'text' | 'boolean' | 'error' | 'date'

export type PlainCell = {
  /** 1-based. */
  row: number
  column: number
  kind: CellKind
  /** number and date: the stored serial; boolean: 0 or 1; text and error: the text. */
  value: number | string
  /** The cell holds a formula (its text, or '' for a shared formula's follower). */
  formula?: string
  /** A formula without cached result: kind is text and value ''. */
  withoutResult?: true
  numberFormat: string
  fontName: string
  /** Only where runs of one text have different fonts. */
  runs?: readonly { text: string; fontName: string }[]
}

export type PlainSheet = {
  name: string
  visibility: 'visible' | 'hidden' | 'very_hidden'
  cells: readonly PlainCell[]
  merges: readonly string[]
  hiddenRows: readonly number[]
  hiddenColumns: readonly number[]
}

export type DefinedName = { name: string; /** Local sheet name or null for workbook scope. */ scope: string | null; reference: string }

export type PlainWorkbook = {
  sheets: readonly PlainSheet[]
  definedNames: readonly DefinedName[]
  date1904: boolean
  hasMacros: boolean
  hasExternalLinks: boolean
}

/** `A1` ↔ row and column, both 1-based. */
export function cellAddress(row: number, column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters + row
}

/** Undefined when the text is not a plain cell address; `$` signs are accepted. */
export function parseCellAddress(address: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(address)
  if (!match) return undefined
  let column = 0
  for (const letter of match[1]!) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(match[2]), column }
}
