import { sniffFile, type Sniffed } from '../sniff-file.ts'
import type { DressedWorkbook } from './dressed-workbook.ts'

/** Spreadsheets of other formats that are read; a person always says how. */
export type ForeignFormat = 'xls' | 'ods' | 'csv'
export type ForeignFile = Extract<Sniffed, { format: ForeignFormat }>

export const isForeign = (sniffed: Sniffed): sniffed is ForeignFile =>
  sniffed.format === 'xls' || sniffed.format === 'ods' || sniffed.format === 'csv'

export const extensionOf = (name: string): string => /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? ''

export const isWorkbookName = (name: string): boolean => /^(?:xls|xlsx|xlsm|xlsb|ods)$/.test(extensionOf(name))

/** Endings that other kinds of files carry; tables of text are saved as .txt, too. */
const otherNames = /^(?:xls|xlsx|xlsm|xltx|xlsb|ods|csv|docx?|odt|rtf|pdf|html?|zip|rar|7z|jpe?g|png)$/

/** Whether a spreadsheet goes under the name of something else: nobody knows then what the unit meant to send. */
export function isRenamed(format: ForeignFormat, name: string): boolean {
  const extension = extensionOf(name)
  return extension !== format && otherNames.test(extension)
}

/**
 * What a file is when its name counts too: text under the name of a workbook is no table that a unit made, it was renamed;
 * lines without a separator are a table of one column where they are called so.
 */
export function sniffNamedFile(bytes: Buffer, name: string): Sniffed {
  const sniffed = sniffFile(bytes)
  if (sniffed.format === 'csv' && isWorkbookName(name)) return { format: 'text' }
  return sniffed.format === 'text' && extensionOf(name) === 'csv' ? { format: 'csv' } : sniffed
}

/** Throws WorkbookRefusal. A reader is loaded with the first file of its format. */
export async function readForeign(sniffed: ForeignFile, bytes: Buffer): Promise<DressedWorkbook> {
  if (sniffed.format === 'xls') return (await import('./read-xls.ts')).readXls(bytes)
  if (sniffed.format === 'csv') return (await import('./read-csv.ts')).readCsv(bytes)
  return (await import('./read-ods.ts')).readOds(sniffed.container)
}
