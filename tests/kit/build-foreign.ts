import { utils, write, type BookType, type WorkSheet } from '@e965/xlsx'
import { buildZip, type ZipMember } from './build-zip.ts'

/** What the library writes; its types leave some out. */
type ForeignType = BookType | 'biff3' | 'biff4'

/** A workbook of another format as the library writes it: rows of values by name of sheet. */
export function buildForeign(bookType: ForeignType, sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): Buffer {
  return writeSheets(
    bookType,
    Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, utils.aoa_to_sheet(rows.map((row) => [...row]))])),
  )
}

export function writeSheets(bookType: ForeignType, sheets: Readonly<Record<string, WorkSheet>>): Buffer {
  const book = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name)
  return write(book, { type: 'buffer', bookType: bookType as BookType }) as Buffer
}

const namespaces = ['office', 'table', 'text', 'style', 'number', 'fo', 'svg', 'calcext']
  .map((prefix) => `xmlns:${prefix}="urn:${prefix}"`)
  .join(' ')

/** An OpenDocument spreadsheet written by hand, for what no library writes: `tables` inside the spreadsheet, `styles` automatic. */
export function buildOds(tables: string, styles = '', extra: readonly ZipMember[] = []): Buffer {
  return buildZip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    {
      name: 'content.xml',
      data: `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces}>${styles}<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    },
    ...extra,
  ])
}
