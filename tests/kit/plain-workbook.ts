import type { PlainCell, PlainSheet, PlainWorkbook } from '../../shared/domain/workbook.ts'

/** What stands in a cell: null = nothing; a cell given in part is filled up. */
export type Written = string | number | null | (Partial<PlainCell> & Pick<PlainCell, 'kind' | 'value'>)

export type SheetOptions = Partial<Omit<PlainSheet, 'cells' | 'name'>> & { top?: number; left?: number; font?: string }

/** A sheet from rows of values, beginning at `top`, `left`. */
export function plainSheet(name: string, rows: readonly (readonly Written[])[], options: SheetOptions = {}): PlainSheet {
  const { top = 1, left = 1, font = 'Times New Roman', ...rest } = options
  const cells = rows.flatMap((row, rowAt) =>
    row.flatMap((written, columnAt): PlainCell[] => {
      if (written === null) return []
      const given: Partial<PlainCell> & Pick<PlainCell, 'kind' | 'value'> =
        typeof written === 'object' ? written : { kind: typeof written === 'number' ? 'number' : 'text', value: written }
      return [{ row: top + rowAt, column: left + columnAt, numberFormat: 'General', fontName: font, ...given }]
    }),
  )
  return { name, visibility: 'visible', merges: [], hiddenRows: [], hiddenColumns: [], ...rest, cells }
}

export const plainWorkbook = (sheets: readonly PlainSheet[], rest: Partial<Omit<PlainWorkbook, 'sheets'>> = {}): PlainWorkbook => ({
  definedNames: [],
  date1904: false,
  hasMacros: false,
  hasExternalLinks: false,
  ...rest,
  sheets,
})
