import type { PlainDocument } from '../../domain/document.ts'
import type { PlainCell, PlainWorkbook } from '../../domain/workbook.ts'

/**
 * The tables of a paper as sheets ("Bảng 1", "Bảng 2" …), so that figures in them can be suggested by the same rules as
 * those of a workbook. Everything is text, already decoded; nothing of it becomes a figure by itself.
 */
export function tablesAsWorkbook({ blocks }: PlainDocument): PlainWorkbook {
  const tables = blocks.filter((block) => block.kind === 'table')
  return {
    sheets: tables.map(({ rows }, index) => ({
      name: `Bảng ${index + 1}`,
      visibility: 'visible',
      cells: rows.flatMap((row, rowIndex) =>
        row.flatMap((text, column): PlainCell[] =>
          text === ''
            ? []
            : [{ row: rowIndex + 1, column: column + 1, kind: 'text', value: text, numberFormat: 'General', fontName: 'Times New Roman' }],
        ),
      ),
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
    })),
    definedNames: [],
    date1904: false,
    hasMacros: false,
    hasExternalLinks: false,
  }
}
