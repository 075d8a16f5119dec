import type { Instant } from './identity.ts'

/** Of each unit whose figures count: its file as it was called when it came, and by field the cell, as `Số liệu!D12`. */
export type FigureOrigins = Readonly<Record<string, UnitOrigin>>
export type UnitOrigin = { fileName: string; version: number; cells: Readonly<Record<string, string>> }

/** A text stays a text whatever it begins with. `format` as in SpreadsheetML; a formula carries the result that it has now. */
export type SheetCell =
  | null
  | string
  | { number: number; format: string; marked?: true; note?: string }
  | { formula: string; result: number | string; format: string }

/** `title`, `lead`, `section` and `note` are one text across the sheet. */
export type SheetLine = {
  kind: 'title' | 'lead' | 'section' | 'note' | 'head' | 'body' | 'total' | 'group'
  cells: readonly SheetCell[]
}

export type SheetColumn = {
  /** In characters. */
  width: number
  align: 'left' | 'center' | 'right'
}

export type ReportSheet = {
  name: string
  orientation: 'portrait' | 'landscape'
  columns: readonly SheetColumn[]
  /** Lines and columns that stay in sight and come again on every printed page. */
  frozen: { lines: number; columns: number }
  lines: readonly SheetLine[]
}

/** The tables of a report, every cell decided; `mark` is told on every page. */
export type ReportWorkbook = { title: string; mark: string | null; writtenAt: Instant; sheets: readonly ReportSheet[] }
