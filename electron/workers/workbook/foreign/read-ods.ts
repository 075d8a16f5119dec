import type { DefinedName, PlainCell, PlainSheet } from '../../../../shared/domain/workbook.ts'
import { cellAddress } from '../../../../shared/domain/workbook.ts'
import { limits } from '../limits.ts'
import type { Package } from '../package-parts.ts'
import type { SheetLook } from '../read-sheet-look.ts'
import type { TextRun } from '../rich-text.ts'
import { columnCharacters } from '../sheet-sizes.ts'
import { WorkbookRefusal, damaged, tooLarge } from '../workbook-refusal.ts'
import { XmlScanner, tokens } from '../xml-scanner.ts'
import { CellBudget } from './count-cells.ts'
import type { DressedArea, DressedWorkbook } from './dressed-workbook.ts'
import { plainReference, readOdsCell, readOdsValue } from './ods-cell.ts'
import { forEachOdsChild } from './ods-formats.ts'
import { readOdsStyles, type OdsStyles } from './ods-styles.ts'
import { readOdsParagraph } from './ods-text.ts'

type Table = { sheet: PlainSheet; look: SheetLook; areas: DressedArea[] }

/**
 * An OpenDocument spreadsheet, read by our own scanner: the library drops hidden rows, columns and sheets, fonts, and values
 * that no text stands beside. Throws WorkbookRefusal.
 */
export function readOds(container: Package): DressedWorkbook {
  if (container.has('META-INF/manifest.xml') && container.read('META-INF/manifest.xml').includes('encryption-data'))
    throw new WorkbookRefusal('encrypted', 'encrypted part')
  const content = container.read('content.xml')
  const parts = container.has('styles.xml') ? [{ bytes: container.read('styles.xml'), name: 'styles' }] : []
  const styles = readOdsStyles([...parts, { bytes: content, name: 'content' }])
  const reader = new TableReader(new XmlScanner(content, 'content'), styles)
  const { tables, names, date1904, hasExternalLinks } = reader.read()
  if (tables.length === 0) throw damaged('no sheets')
  if (new Set(tables.map(({ sheet }) => sheet.name.toLowerCase())).size !== tables.length) throw damaged('two sheets of one name')
  return {
    workbook: {
      sheets: tables.map(({ sheet }) => sheet),
      definedNames: names,
      date1904,
      hasMacros: container.entries.some(({ name }) => /^(?:Basic|Scripts)\/.+/.test(name)),
      hasExternalLinks,
    },
    looks: { looks: styles.looks, usual: styles.looks[0]! },
    dresses: tables.map(({ look, areas }) => ({ look, areas })),
  }
}

const rowGroups: ReadonlySet<string> = new Set(['table-header-rows', 'table-rows', 'table-row-group'])
const columnGroups: ReadonlySet<string> = new Set(['table-header-columns', 'table-columns', 'table-column-group'])
/** LibreOffice keeps what other files said in tables named after them. */
const foreignTable = /^'file:.*#\$/

class TableReader {
  readonly #scanner: XmlScanner
  readonly #styles: OdsStyles
  readonly #budget = new CellBudget()
  readonly #names: DefinedName[] = []
  #merges = 0
  #areas = 0
  #date1904 = false
  #hasExternalLinks = false

  constructor(scanner: XmlScanner, styles: OdsStyles) {
    this.#scanner = scanner
    this.#styles = styles
  }

  read(): { tables: Table[]; names: DefinedName[]; date1904: boolean; hasExternalLinks: boolean } {
    const scanner = this.#scanner
    const tables: Table[] = []
    if (scanner.next() !== tokens.open || scanner.name !== 'document-content') throw scanner.fail(`root ${scanner.name}`)
    forEachOdsChild(scanner, (part) => {
      if (part !== 'body') return
      forEachOdsChild(scanner, (body) => {
        if (body !== 'spreadsheet') return
        forEachOdsChild(scanner, (name) => {
          if (name === 'calculation-settings') this.#readCalendar()
          else if (name === 'named-expressions') this.#readNames(null)
          else if (name === 'table') {
            const table = this.#readTable()
            if (table) tables.push(table)
            if (tables.length > limits.sheets) throw tooLarge('sheets')
          }
        })
      })
    })
    if (scanner.next() !== tokens.end) throw scanner.fail('after the document')
    return { tables, names: this.#names, date1904: this.#date1904, hasExternalLinks: this.#hasExternalLinks }
  }

  #readCalendar(): void {
    forEachOdsChild(this.#scanner, (name) => {
      if (name === 'null-date') this.#date1904 = this.#scanner.prefixedAttribute('date-value') === '1904-01-01'
    })
  }

  #readNames(scope: string | null): void {
    forEachOdsChild(this.#scanner, (kind) => {
      if (kind !== 'named-range') return
      const name = this.#scanner.prefixedAttribute('name') ?? ''
      const reference = plainReference(this.#scanner.prefixedAttribute('cell-range-address') ?? '')
      this.#names.push({ name, scope, reference })
      if (this.#names.length > limits.definedNames) throw tooLarge('defined names')
    })
  }

  /** Undefined for a copy of another file's table. */
  #readTable(): Table | undefined {
    const scanner = this.#scanner
    const name = scanner.prefixedAttribute('name') ?? ''
    if (foreignTable.test(name)) {
      this.#hasExternalLinks = true
      return undefined
    }
    const visibility = this.#styles.isShown(scanner.prefixedAttribute('style-name')) ? 'visible' : 'hidden'
    const table = new OpenTable()
    const see = (child: string): void => {
      if (child === 'table-column') this.#readColumn(table)
      else if (child === 'table-row') this.#readRow(table)
      else if (rowGroups.has(child) || columnGroups.has(child)) forEachOdsChild(scanner, see)
      else if (child === 'named-expressions') this.#readNames(name)
    }
    forEachOdsChild(scanner, see)
    const { cells, merges, hiddenRows, hiddenColumns, heights, widths, areas } = table
    const look = { frozenRows: 0, frozenColumns: 0, gridLines: true, usualHeight: 12.8, usualWidth: undefined, heights, widths }
    return { sheet: { name, visibility, cells, merges, hiddenRows, hiddenColumns }, look, areas }
  }

  #repeats(attribute: string, most: number): number {
    const text = this.#scanner.prefixedAttribute(attribute) ?? '1'
    if (!/^\d{1,8}$/.test(text)) throw this.#scanner.fail(attribute)
    return Math.max(1, Math.min(most, Number(text)))
  }

  #isHidden(): boolean {
    const visibility = this.#scanner.prefixedAttribute('visibility')
    return visibility === 'collapse' || visibility === 'filter'
  }

  #readColumn(table: OpenTable): void {
    const scanner = this.#scanner
    const first = table.columns + 1
    if (first > limits.columns) return
    const last = Math.min(limits.columns, table.columns + this.#repeats('number-columns-repeated', limits.columns))
    table.columns = last
    const width = this.#styles.columnWidth(scanner.prefixedAttribute('style-name'))
    if (table.widths.length < limits.columns) {
      const characters = width === undefined ? undefined : columnCharacters(width, this.#styles.looks[0]!)
      table.widths.push({ first, last, width: characters })
    }
    if (this.#isHidden()) for (let column = first; column <= last; column++) table.hiddenColumns.push(column)
    const style = scanner.prefixedAttribute('default-cell-style-name')
    if (style !== undefined) table.columnStyles.push({ last, style })
  }

  #readRow(table: OpenTable): void {
    const scanner = this.#scanner
    const first = table.rows + 1
    const count = this.#repeats('number-rows-repeated', limits.rows)
    table.rows += count
    const last = Math.min(limits.rows, table.rows)
    const rowStyle = scanner.prefixedAttribute('default-cell-style-name')
    if (this.#isHidden()) for (let row = first; row <= Math.min(last, first + limits.cells); row++) table.hiddenRows.push(row)
    const height = this.#styles.rowHeight(scanner.prefixedAttribute('style-name'))
    if (height !== undefined && height !== 0 && count <= 1_000)
      for (let row = first; row <= last; row++) table.heights.set(row, Math.max(-409.5, Math.min(409.5, height)))
    let column = 1
    const see = (name: string): void => {
      if (name === 'table-cell' || name === 'covered-table-cell') {
        const repeats = this.#repeats('number-columns-repeated', limits.columns)
        this.#readCell(table, { top: first, bottom: last, left: column, right: Math.min(limits.columns, column + repeats - 1) }, rowStyle)
        column += repeats
      }
    }
    forEachOdsChild(scanner, see)
  }

  /** One cell as often as it is repeated; what stands in it under a merged area is kept like the programs keep it. */
  #readCell(table: OpenTable, at: Omit<DressedArea, 'style'>, rowStyle: string | undefined): void {
    const scanner = this.#scanner
    const own = readOdsValue(scanner)
    const style = this.#styles.cell(scanner.prefixedAttribute('style-name') ?? rowStyle ?? table.columnStyleAt(at.left))
    const [rows, columns] = [this.#repeats('number-rows-spanned', limits.rows), this.#repeats('number-columns-spanned', limits.columns)]
    const paragraphs: TextRun[][] = []
    if (!scanner.isEmptyElement)
      forEachOdsChild(scanner, (name) => {
        if (name !== 'p') return
        const runs: TextRun[] = []
        readOdsParagraph(scanner, this.#styles, runs)
        paragraphs.push(runs)
      })
    if (at.left > limits.columns || at.top > limits.rows) {
      if (readOdsCell(at.top, at.left, own, paragraphs, this.#styles.styles[style]!, this.#date1904))
        throw scanner.fail('cell beyond the sheet')
      return
    }
    if (style > 0) {
      table.areas.push({ ...at, style })
      if (++this.#areas > limits.tokens / 4) throw tooLarge('cells')
    }
    if (rows * columns > 1) {
      const end = cellAddress(Math.min(limits.rows, at.top + rows - 1), Math.min(limits.columns, at.left + columns - 1))
      table.merges.push(`${cellAddress(at.top, at.left)}:${end}`)
      if (++this.#merges > limits.merges) throw tooLarge('merged areas')
    }
    const cell = readOdsCell(at.top, at.left, own, paragraphs, this.#styles.styles[style]!, this.#date1904)
    if (!cell) return
    for (let row = at.top; row <= at.bottom; row++)
      for (let column = at.left; column <= at.right; column++) {
        this.#budget.spend(cell)
        table.cells.push(row === at.top && column === at.left ? cell : { ...cell, row, column })
      }
  }
}

/** What is known of the table that is being read. */
class OpenTable {
  rows = 0
  columns = 0
  readonly cells: PlainCell[] = []
  readonly merges: string[] = []
  readonly hiddenRows: number[] = []
  readonly hiddenColumns: number[] = []
  readonly heights = new Map<number, number>()
  readonly widths: { first: number; last: number; width: number | undefined }[] = []
  readonly areas: DressedArea[] = []
  readonly columnStyles: { last: number; style: string }[] = []

  columnStyleAt(column: number): string | undefined {
    return this.columnStyles.find(({ last }) => column <= last)?.style
  }
}
