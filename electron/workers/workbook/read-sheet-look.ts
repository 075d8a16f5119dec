import { bounded } from './cell-looks.ts'
import { limits } from './limits.ts'
import { XmlScanner, tokens } from './xml-scanner.ts'

/** How a sheet is laid out, without what stands in it; sizes as the file gives them. */
export type SheetLook = {
  frozenRows: number
  frozenColumns: number
  gridLines: boolean
  /** Points; 15 where the file does not say. */
  usualHeight: number
  /** Characters; undefined: the program's own. */
  usualWidth: number | undefined
  /** Points of rows whose height the file gives, by row; below 0 where programs still fit it to the text. */
  heights: ReadonlyMap<number, number>
  /** Characters, first and last column; later ones hold. */
  widths: readonly { first: number; last: number; width: number | undefined }[]
}

/** Told of every `c` of the sheet, in the order of the file. */
export type SeeStyle = (row: number, column: number, style: number) => void

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on'
const [tallest, widest] = [409.5, 255]

/**
 * The second look at a sheet that was read before: layout only, so that what a person sees of a cell's value is what the
 * import read of it. Throws WorkbookRefusal.
 */
export function readSheetLook(bytes: Buffer, name: string, see: SeeStyle): SheetLook {
  const scanner = new XmlScanner(bytes, name)
  const heights = new Map<number, number>()
  const widths: { first: number; last: number; width: number | undefined }[] = []
  const look = { frozenRows: 0, frozenColumns: 0, gridLines: true, usualHeight: 15, usualWidth: undefined as number | undefined }
  for (let token = scanner.next(); token !== tokens.end; token = scanner.next()) {
    if (token !== tokens.open || scanner.depth === 1) continue
    if (scanner.name === 'sheetViews') readViews(scanner, look)
    else if (scanner.name === 'sheetFormatPr') {
      look.usualHeight = bounded(scanner.attribute('defaultRowHeight'), 1, tallest) ?? 15
      look.usualWidth = bounded(scanner.attribute('defaultColWidth'), 0, widest)
      scanner.skip()
    } else if (scanner.name === 'cols') readWidths(scanner, widths)
    else if (scanner.name === 'sheetData') readRows(scanner, heights, see)
    else scanner.skip()
  }
  return { ...look, heights, widths }
}

function readViews(scanner: XmlScanner, look: { frozenRows: number; frozenColumns: number; gridLines: boolean }): void {
  let isFirst = true
  for (let token = scanner.next(); token !== tokens.close || scanner.depth > 1; token = scanner.next()) {
    if (token !== tokens.open) continue
    if (scanner.name === 'sheetView') {
      if (isFirst) look.gridLines = !/^(?:0|false|off)$/.test(scanner.attribute('showGridLines') ?? '1')
    } else if (scanner.name === 'pane' && isFirst && scanner.attribute('state')?.startsWith('frozen')) {
      look.frozenRows = Math.floor(bounded(scanner.attribute('ySplit'), 0, limits.rows) ?? 0)
      look.frozenColumns = Math.floor(bounded(scanner.attribute('xSplit'), 0, limits.columns) ?? 0)
    }
    if (scanner.name !== 'sheetView') isFirst = false
  }
}

function readWidths(scanner: XmlScanner, widths: { first: number; last: number; width: number | undefined }[]): void {
  for (let token = scanner.next(); token !== tokens.close || scanner.depth > 1; token = scanner.next()) {
    if (token !== tokens.open || scanner.name !== 'col' || widths.length >= limits.columns) continue
    const first = Math.max(1, scanner.integerAttribute('min'))
    const last = Math.min(limits.columns, scanner.integerAttribute('max'))
    if (first <= last) widths.push({ first, last, width: bounded(scanner.attribute('width'), 0, widest) })
  }
}

function readRows(scanner: XmlScanner, heights: Map<number, number>, see: SeeStyle): void {
  let row = 0
  let column = 0
  for (let token = scanner.next(); token !== tokens.close || scanner.depth > 1; token = scanner.next()) {
    if (token !== tokens.open) continue
    if (scanner.name === 'row' && scanner.depth === 3) {
      const given = scanner.integerAttribute('r')
      row = given < 0 ? row + 1 : given
      column = 0
      const height = bounded(scanner.attribute('ht'), 0, tallest)
      if (height !== undefined && height > 0) heights.set(row, isOn(scanner.attribute('customHeight')) ? height : -height)
    } else if (scanner.name === 'c' && scanner.depth === 4) {
      column = scanner.readAddress('r') ? scanner.column : column + 1
      see(row, column, Math.max(0, scanner.integerAttribute('s')))
      scanner.skip()
    } else scanner.skip()
  }
}
