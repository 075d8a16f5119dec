import type { WorkBook, WorkSheet } from '@e965/xlsx'
import { cellAddress, type DefinedName, type PlainCell, type PlainSheet } from '../../../../shared/domain/workbook.ts'
import { isDateFormat, plainStyle, type CellStyle } from '../cell-styles.ts'
import { noLooks, plainLook } from '../cell-looks.ts'
import { readTextValue } from '../cell-value.ts'
import type { SheetLook } from '../read-sheet-look.ts'
import type { RichText } from '../rich-text.ts'
import { limits } from '../limits.ts'
import { WorkbookRefusal, damaged, tooLarge } from '../workbook-refusal.ts'
import { readBiffBook, type BiffBook, type BiffEntry } from './biff-book.ts'
import { forEachRecord, isBeginning } from './biff-records.ts'
import { cellKey, type BiffSheet } from './biff-sheet.ts'
import type { BiffText } from './biff-strings.ts'
import { fontAt } from './biff-styles.ts'
import { checkRecord } from './check-record.ts'
import { openWorkbookStream } from './cfb-streams.ts'
import { CellBudget } from './count-cells.ts'
import type { DressedWorkbook } from './dressed-workbook.ts'

/**
 * An .xls of Excel 97 or older. Values, formulas, merged areas and names come from the library; fonts, formats, visibility
 * and looks, which it drops, from the records themselves. Throws WorkbookRefusal.
 */
export async function readXls(file: Buffer): Promise<DressedWorkbook> {
  const { stream, hasMacros } = openWorkbookStream(file)
  const book = readBiffBook(stream)
  const library = await readByLibrary(keepKnownRecords(stream, book.version), book)
  return book.version > 4 ? dressSheets(book, library, hasMacros) : plainSheet(library)
}

/**
 * Records from which the library takes values; all others (objects, links, comments, filters …) it is kept from, because
 * they add nothing and only some of them bound their own work.
 */
const known: ReadonlySet<number> = new Set([
  0x09, 0x209, 0x409, 0x809, 0x0a, 0x85, 0x42, 0x22, 0x41e, 0x1e, 0xe0, 0x43, 0x243, 0x443, 0xfc, 0xfd, 0x204, 0x04, 0xd6, 0x203, 0x03,
  0x02, 0x27e, 0xbd, 0x205, 0x05, 0x06, 0x206, 0x406, 0x207, 0x07, 0x221, 0x21, 0x4bc, 0xe5, 0x218, 0x18, 0x1ae, 0x17, 0x223, 0x23, 0x200,
  0x00,
])
/** Which cells are selected: the library passes over it without a look. */
const passedOver = 0x1d
const [end, continued, mergedAreas, array, shared] = [0x0a, 0x3c, 0xe5, 0x221, 0x4bc]
const mostArrays = 2_000

function keepKnownRecords(stream: Buffer, version: number): Buffer {
  const kept = Buffer.from(stream)
  let isKept = true
  let [merges, arrays, depth, last] = [0, 0, 0, 0]
  forEachRecord(stream, 0, (type, data, at) => {
    // Programs fill the stream up with zeros after its end.
    if (type === 0 && last === end) return false
    last = type
    depth += isBeginning(type) ? 1 : type === end ? -1 : 0
    if (type !== continued) isKept = known.has(type)
    if (isKept) checkRecord(type, data, version, at)
    else kept.writeUInt16LE(passedOver, at)
    if (type === mergedAreas && data.length >= 2) merges += data.readUInt16LE(0)
    if (type === array || type === shared) arrays++
    if (merges > limits.merges) throw tooLarge('merged areas')
    if (arrays > mostArrays) throw tooLarge('array formulas')
    return true
  })
  if (depth !== 0) throw damaged('workbook cut off')
  return kept
}

/** The library throws whatever its arithmetic meets in a damaged file; formulas are given up before the values are. */
async function readByLibrary(stream: Buffer, book: BiffBook): Promise<WorkBook> {
  const { read } = await import('@e965/xlsx')
  const attempt = (cellFormula: boolean): WorkBook =>
    read(stream, { type: 'buffer', dense: true, cellFormula, cellHTML: false, cellText: false, cellNF: book.version < 5 })
  try {
    return attempt(true)
  } catch {
    try {
      return attempt(false)
    } catch (error) {
      throw damaged(error instanceof Error ? error.message : String(error))
    }
  }
}

function dressSheets(book: BiffBook, library: WorkBook, hasMacros: boolean): DressedWorkbook {
  const names = new Set(book.entries.map(({ name }) => name.toLowerCase()))
  if (names.size !== book.entries.length) throw damaged('two sheets of one name')
  const budget = new CellBudget()
  const read = book.entries.map((entry) => ({ entry, biff: entry.isSheet ? book.sheetOf(entry) : undefined }))
  if (read.length === 0) throw damaged('no sheets')
  return {
    workbook: {
      sheets: read.map(({ entry, biff }) => plainSheetOf(entry, biff, library.Sheets[entry.name], book, budget)),
      definedNames: namesOf(library, book.entries),
      date1904: book.date1904,
      hasMacros: hasMacros || book.hasMacros || read.some(({ biff }) => biff?.isMacro),
      hasExternalLinks: book.hasExternalLinks,
    },
    looks: { looks: book.looks.length > 0 ? book.looks : [plainLook], usual: fontAt(book.fonts, 0)?.look ?? plainLook },
    dresses: read.map(({ biff }) => ({ look: biff?.look ?? plainSheetLook, areas: biff?.areas ?? [] })),
  }
}

const plainSheetLook: SheetLook = {
  frozenRows: 0,
  frozenColumns: 0,
  gridLines: true,
  usualHeight: 15,
  usualWidth: undefined,
  heights: new Map(),
  widths: [],
}

function namesOf(library: WorkBook, entries: readonly { name: string }[]): DefinedName[] {
  const names = library.Workbook?.Names ?? []
  if (names.length > limits.definedNames) throw tooLarge('defined names')
  return names.flatMap(({ Name: name, Ref: reference, Sheet: sheet }) => {
    const scope = sheet === undefined ? null : entries[sheet]?.name
    return scope === undefined ? [] : [{ name, scope, reference }]
  })
}

/** What the library gives of a cell; its types name less than is there. */
type LibraryCell = { t: string; v?: unknown; f?: string; F?: string; z?: number | string }

const rowsOf = (sheet: WorkSheet | undefined): readonly (readonly (LibraryCell | undefined)[] | undefined)[] =>
  (sheet as { '!data'?: LibraryCell[][] } | undefined)?.['!data'] ?? []

function plainSheetOf(
  { name, visibility }: BiffEntry,
  biff: BiffSheet | undefined,
  sheet: WorkSheet | undefined,
  book: BiffBook,
  budget: CellBudget,
): PlainSheet {
  const cells: PlainCell[] = []
  rowsOf(sheet).forEach((row, rowIndex) =>
    row?.forEach((cell, columnIndex) => {
      const [place, column] = [rowIndex + 1, columnIndex + 1]
      const own = biff?.cells.get(cellKey(place, column))
      if (!cell || !own) return
      const style = book.styles[own.style] ?? plainStyle
      const formula = own.isFormula || cell.f !== undefined ? (cell.f ?? '') : undefined
      const text = own.string === undefined ? undefined : book.strings[own.string]
      const rich = text ? richText(text, style, book) : undefined
      const plain = plainCell(cell, place, column, style, formula, rich, book)
      if (!plain) return
      budget.spend(plain)
      cells.push(plain)
    }),
  )
  const merges = (sheet?.['!merges'] ?? []).map(({ s, e }) => `${cellAddress(s.r + 1, s.c + 1)}:${cellAddress(e.r + 1, e.c + 1)}`)
  return { name, visibility, cells, merges, hiddenRows: biff?.hiddenRows ?? [], hiddenColumns: biff?.hiddenColumns ?? [] }
}

/** Runs of a shared string: the first is drawn in the font of its cell. */
function richText({ text, runs }: BiffText, style: CellStyle, book: BiffBook): RichText {
  if (runs.length === 0) return text
  const starts = [
    { start: 0, fontName: style.fontName },
    ...runs.map(({ start, font }) => ({ start, fontName: fontAt(book.fonts, font)?.name ?? style.fontName })),
  ]
  return starts.map(({ start, fontName }, at) => ({ text: text.slice(start, starts[at + 1]?.start), fontName }))
}

/** Codes of error values (MS-XLS 2.5.10). */
const errors: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
}

function plainCell(
  { t: type, v: value }: LibraryCell,
  row: number,
  column: number,
  style: CellStyle,
  formula: string | undefined,
  rich: RichText | undefined,
  book: Pick<BiffBook, 'version' | 'codePage'>,
): PlainCell | undefined {
  const { numberFormat, fontName } = style
  const make = (kind: PlainCell['kind'], shown: number | string): PlainCell => ({
    row,
    column,
    kind,
    value: shown,
    numberFormat,
    fontName,
    ...(formula === undefined ? {} : { formula }),
  })
  if (rich !== undefined) return readTextValue(rich, row, column, formula, style)
  switch (type) {
    case 'n':
      if (typeof value !== 'number' || !Number.isFinite(value)) return make('error', String(value))
      return make(style.isDate ? 'date' : 'number', value)
    case 'b':
      return make('boolean', value === true ? 1 : 0)
    case 'e':
      return make('error', (typeof value === 'number' ? errors[value] : undefined) ?? `#${String(value)}`)
    case 's':
      return readTextValue(decodeOld(typeof value === 'string' ? value : '', fontName, book), row, column, formula, style)
    default:
      return formula === undefined ? undefined : { ...make('text', ''), withoutResult: true }
  }
}

/**
 * Before Excel 97 texts are bytes of a code page, which the library gives one by one. Legacy fonts mean the bytes themselves;
 * other texts are Vietnamese Windows or Western.
 */
function decodeOld(text: string, fontName: string, { version, codePage }: Pick<BiffBook, 'version' | 'codePage'>): string {
  if (version === 8 || /^\s*(?:\.\s*vn|vni[-\s])/i.test(fontName) || /[^\0-\xff]/.test(text)) return text
  return new TextDecoder(codePage === 1258 ? 'windows-1258' : 'windows-1252').decode(Buffer.from(text, 'latin1')).normalize('NFC')
}

/** Excel 2 to 4: one sheet, no fonts beyond the program's own. */
function plainSheet(library: WorkBook): DressedWorkbook {
  const [name = ''] = library.SheetNames
  const sheet = library.Sheets[name]
  if (!sheet) throw new WorkbookRefusal('damaged', 'no sheet')
  const budget = new CellBudget()
  const cells: PlainCell[] = []
  rowsOf(sheet).forEach((row, rowIndex) =>
    row?.forEach((cell, columnIndex) => {
      if (!cell) return
      const numberFormat = typeof cell.z === 'string' ? cell.z : plainStyle.numberFormat
      const style = { numberFormat, fontName: '', isDate: isDateFormat(numberFormat) }
      const plain = plainCell(cell, rowIndex + 1, columnIndex + 1, style, cell.f, undefined, { version: 4, codePage: 1252 })
      if (!plain) return
      budget.spend(plain)
      cells.push(plain)
    }),
  )
  return {
    workbook: {
      sheets: [{ name, visibility: 'visible', cells, merges: [], hiddenRows: [], hiddenColumns: [] }],
      definedNames: [],
      date1904: library.Workbook?.WBProps?.date1904 ?? false,
      hasMacros: false,
      hasExternalLinks: false,
    },
    looks: noLooks,
    dresses: [{ look: plainSheetLook, areas: [] }],
  }
}
