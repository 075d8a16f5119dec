import type { AppendixPart, Table } from '../../domain/report.ts'
import type { SheetColumn, SheetLine } from '../../domain/report-tables.ts'

/** `Số`, `Tên`, `Số lượng`: what stands on every sheet above its table. */
export type SheetHead = { title: string; lead: readonly string[] }

export const text = (kind: SheetLine['kind'], words: string): SheetLine => ({ kind, cells: [words] })

export const headLines = ({ title, lead }: SheetHead): SheetLine[] => [text('title', title), ...lead.map((words) => text('lead', words))]

/** Parts of an appendix as they are printed: texts across the sheet, tables cell by cell, everything as text. */
export const linesOfParts = (parts: readonly AppendixPart[]): SheetLine[] =>
  parts.flatMap((part): SheetLine[] =>
    part.kind === 'table' ? linesOfTable(part.table) : [text(part.style === 'subtitle' ? 'section' : part.style, part.text)],
  )

const linesOfTable = ({ columns, rows }: Table): SheetLine[] => [
  { kind: 'head', cells: columns.map(({ head }) => head) },
  ...rows.map(({ cells, style }): SheetLine => ({
    kind: style ?? 'body',
    cells: columns.map((_, index) => cells[index] ?? null),
  })),
]

/** Widths for a sheet of texts, from the shares that the printed table gives its columns. */
export const columnsOfTable = ({ columns }: Table, wholeWidth: number): SheetColumn[] => {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  return columns.map(({ align, share }, index) => ({
    align,
    width: share === 0 ? (index === 0 ? 6 : 18) : Math.max(14, Math.round((share / Math.max(shares, 1)) * wholeWidth)),
  }))
}
