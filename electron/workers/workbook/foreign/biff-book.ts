import type { PlainSheet } from '../../../../shared/domain/workbook.ts'
import type { SheetStyle } from '../../../../shared/domain/sheet-window.ts'
import { limits } from '../limits.ts'
import type { CellStyle } from '../cell-styles.ts'
import { WorkbookRefusal, damaged, tooLarge } from '../workbook-refusal.ts'
import { forEachRecord, isBeginning } from './biff-records.ts'
import { readBiffSheet, type BiffSheet } from './biff-sheet.ts'
import { readBiffStrings, type BiffText } from './biff-strings.ts'
import {
  colourFont,
  lookOfXf,
  readBiffFont,
  readBiffXf,
  readPalette,
  styleOfXf,
  usualPalette,
  type BiffFont,
  type BiffXf,
} from './biff-styles.ts'

export type BiffEntry = { name: string; visibility: PlainSheet['visibility']; isSheet: boolean; offset: number }

/** What an old workbook says besides the values of its cells. */
export type BiffBook = {
  /** 8 from Excel 97 on, 5 for Excel 5 and 95; older ones have one sheet and no names of sheets. */
  version: number
  codePage: number
  date1904: boolean
  entries: readonly BiffEntry[]
  fonts: readonly BiffFont[]
  styles: readonly CellStyle[]
  looks: readonly SheetStyle[]
  strings: readonly BiffText[]
  hasMacros: boolean
  hasExternalLinks: boolean
  sheetOf(entry: BiffEntry): BiffSheet
}

const record = {
  eof: 0x0a,
  externalCount: 0x16,
  date1904: 0x22,
  filePass: 0x2f,
  font: 0x31,
  continued: 0x3c,
  codePage: 0x42,
  boundSheet: 0x85,
  palette: 0x92,
  macroProject: 0xd3,
  xf: 0xe0,
  sharedStrings: 0xfc,
  supBook: 0x1ae,
  format: 0x41e,
} as const
/** The globals of a workbook of Excel 5 and later; the cells' values are read by the library. Throws WorkbookRefusal. */
export function readBiffBook(stream: Buffer): BiffBook {
  if (stream.length < 8 || !isBeginning(stream.readUInt16LE(0))) throw damaged('no beginning of a workbook')
  const version = stream.readUInt16LE(0) !== 0x809 ? 4 : stream.readUInt16LE(4) === 0x600 ? 8 : 5
  const fonts: { font: BiffFont; colour: number }[] = []
  const xfs: BiffXf[] = []
  const formats = new Map<number, string>()
  const entries: BiffEntry[] = []
  const stringParts: Buffer[] = []
  let palette: readonly string[] = usualPalette
  const book = { codePage: 1252, date1904: false, hasMacros: false, hasExternalLinks: false }
  let last = 0
  if (version > 4)
    forEachRecord(stream, 0, (type, data, at) => {
      if (type === record.eof) return false
      // A record may be shorter than its fields only in a damaged file: reading beyond it throws RangeError.
      try {
        if (type === record.filePass) throw new WorkbookRefusal('encrypted', 'FilePass')
        else if (type === record.codePage) book.codePage = data.readUInt16LE(0)
        else if (type === record.date1904) book.date1904 = data.readUInt16LE(0) === 1
        else if (type === record.font) fonts.push(readBiffFont(data, version))
        else if (type === record.xf) xfs.push(readBiffXf(data, version))
        else if (type === record.format) formats.set(data.readUInt16LE(0), readText(data, 2, version === 8 ? 2 : 1, version))
        else if (type === record.palette) palette = readPalette(data)
        else if (type === record.boundSheet) entries.push(readEntry(data, version))
        else if (type === record.macroProject) book.hasMacros = true
        else if (type === record.supBook) book.hasExternalLinks ||= data.readUInt16LE(2) !== 0x401 && data.readUInt16LE(2) !== 0x3a01
        else if (type === record.externalCount) book.hasExternalLinks ||= version < 8
        else if (type === record.sharedStrings) stringParts.push(data)
        else if (type === record.continued && last === record.sharedStrings) {
          stringParts.push(data)
          return true
        }
      } catch (error) {
        throw error instanceof RangeError ? damaged(`record ${type.toString(16)} at ${at}`) : error
      }
      last = type
      if (entries.length > limits.sheets) throw tooLarge('sheets')
      if (fonts.length + xfs.length + formats.size > limits.rows) throw tooLarge('styles')
      return true
    })
  const coloured = fonts.map(({ font, colour }) => colourFont(font, colour, palette))
  return {
    version,
    ...book,
    entries,
    fonts: coloured,
    styles: xfs.map((xf) => styleOfXf(xf, coloured, formats)),
    looks: xfs.map((xf) => lookOfXf(xf, coloured, palette)),
    strings: stringParts.length === 0 ? [] : readBiffStrings(stringParts),
    sheetOf: ({ offset }) => readBiffSheet(stream, offset),
  }
}

function readEntry(data: Buffer, version: number): BiffEntry {
  const state = data[4]! & 3
  return {
    offset: data.readUInt32LE(0),
    visibility: state === 1 ? 'hidden' : state === 2 ? 'very_hidden' : 'visible',
    isSheet: data[5] === 0,
    name: readText(data, 6, 1, version),
  }
}

/** A short text after its length: 16-bit only from Excel 97 on, and there only where it says so. */
function readText(data: Buffer, at: number, lengthBytes: 1 | 2, version: number): string {
  const length = lengthBytes === 1 ? data.readUInt8(at) : data.readUInt16LE(at)
  const start = at + lengthBytes
  if (version < 8) return data.toString('latin1', start, start + length)
  const isWide = (data.readUInt8(start) & 1) === 1
  return data.toString(isWide ? 'utf16le' : 'latin1', start + 1, start + 1 + length * (isWide ? 2 : 1))
}
