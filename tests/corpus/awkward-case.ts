import type { Reading } from '../../shared/domain/figure.ts'
import type { KnownWords } from '../../shared/domain/layout-mapping.ts'
import { cellAddress, type PlainWorkbook } from '../../shared/domain/workbook.ts'

/** One workbook as nobody wishes for it, and what must come of it. */
export type AwkwardCase = {
  id: string
  /** What makes it awkward; the printed table counts by these. */
  kind: string
  workbook: PlainWorkbook
  /** By field code: where its figure truly stands, and what it reads as there. */
  truth: Readonly<Record<string, { sheet: string; cell: string; reading: Reading }>>
  /** `all`: every true cell has to be found, sure or not; `safe`: only nothing wrong may be sure; `none`: nothing at all may be sure. */
  wanted: 'all' | 'safe' | 'none'
  /** Rules that reading by the true mapping has to fire. */
  rules?: readonly string[]
  known?: KnownWords
}

export const value = (count: number): Reading => ({ state: 'value', value: count })
export const nil: Reading = { state: 'nil', value: null }
export const unreadable: Reading = { state: 'unreadable', value: null }

export const placed = (sheet: string, row: number, column: number, reading: Reading) => ({ sheet, cell: cellAddress(row, column), reading })
