import { cellAddress, parseCellAddress } from '../../../shared/domain/workbook.ts'
import type { FormValues } from '../../../shared/domain/form.ts'
import type { CellStyle } from '../workbook/cell-styles.ts'
import { fillCell, openTag } from './fill-cell.ts'
import { lookupOf } from './marks.ts'
import type { FormCell, FormRow } from './sheet-cells.ts'
import { applyEdits, type XmlEdit } from './xml-pieces.ts'

type Merge = { from: { row: number; column: number }; to: { row: number; column: number } }

/** What a sheet would have to have moved with its rows, too; none of it is, so a row above it is not repeated. */
const anchored =
  /<(?:\w+:)?(?:drawing|legacyDrawing|tableParts|conditionalFormatting|dataValidations|hyperlinks|rowBreaks|autoFilter)[\s>/]/

/**
 * Whether a row can come once for each unit: nothing stands below it, or only plain cells that can move down. A formula in the
 * row itself is repeated; one anywhere else could count what moves, and so could a name. `formulas`: cells that calculate, in
 * the whole workbook.
 */
export function canRepeat(
  xml: string,
  { row, rows, formulas, hasNames }: { row: FormRow; rows: readonly FormRow[]; formulas: number; hasNames: boolean },
): boolean {
  if (row.cells.some(({ formula }) => formula !== undefined && formula.tag.attributes.trim() !== '')) return false
  const merges = mergesOf(xml)
  if (merges.some(({ from, to }) => from.row <= row.number && to.row >= row.number && from.row !== to.row)) return false
  const isLast =
    rows.every(({ number, cells }) => number <= row.number || cells.every(({ hasContent }) => !hasContent)) &&
    merges.every(({ from }) => from.row <= row.number)
  const own = row.cells.filter(({ formula }) => formula !== undefined).length
  return isLast || (formulas === own && !hasNames && !anchored.test(xml))
}

const mergesOf = (xml: string): Merge[] =>
  [...xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+\d+):([A-Z]+\d+)"/g)].map(([, from, to]) => ({
    from: parseCellAddress(from!)!,
    to: parseCellAddress(to!)!,
  }))

type RepeatOrder = {
  row: FormRow
  rows: readonly FormRow[]
  styles: readonly CellStyle[]
  values: FormValues
  units: readonly FormValues[]
}

/** The edits that let a row come once for each unit; rows below move down. */
export function repeatRow(xml: string, { row, rows, styles, values, units }: RepeatOrder): XmlEdit[] {
  const more = units.length - 1
  const group = nextShared(xml)
  const fillBelow: FillMoved = (cell, number) => fillCell(cell, number, styles, lookupOf(values))
  const copies = units.map((unit, index) => {
    const number = row.number + index
    const cells = row.cells.map((cell, place): XmlEdit => {
      const filled = fillCell(cell, number, styles, lookupOf(unit, values))
      const text =
        filled ?? (cell.formula ? sharedFormula(cell, number, { index, last: row.number + more, group: group + place }) : undefined)
      return { start: cell.start - row.start, end: cell.end - row.start, text: text ?? moved(xml, cell, number) }
    })
    return applyEdits(xml.slice(row.start, row.end), [rowTag(row, number), ...cells])
  })
  return [
    { start: row.start, end: row.end, text: copies.join('') },
    ...rows.filter(({ number }) => number > row.number).map((below) => moveDown(xml, below, more, fillBelow)),
    ...moveMerges(xml, row.number, more),
    ...growDimension(xml, more),
  ]
}

const rowTag = ({ tag, start }: FormRow, number: number): XmlEdit => ({
  start: tag.start - start,
  end: tag.end - start,
  text: `<row r="${number}"${tag.attributes.replace(/\s+r\s*=\s*(?:"[^"]*"|'[^']*')/, '')}${tag.kind === 'empty' ? '/' : ''}>`,
})

const moved = (xml: string, cell: FormCell, row: number): string =>
  `<c r="${cellAddress(row, cell.column)}"${cell.tag.attributes.replace(/\s+r\s*=\s*(?:"[^"]*"|'[^']*')/, '')}${xml.slice(
    cell.tag.end - (cell.tag.kind === 'empty' ? 2 : 1),
    cell.end,
  )}`

/** A shared formula is one that office programs move with the row by themselves. */
function sharedFormula(cell: FormCell, row: number, { index, last, group }: { index: number; last: number; group: number }): string {
  const span = `${cellAddress(cell.row, cell.column)}:${cellAddress(last, cell.column)}`
  const formula = index === 0 ? `<f t="shared" ref="${span}" si="${group}">${cell.formula!.text}</f>` : `<f t="shared" si="${group}"/>`
  return `${openTag(cell, row, '')}${formula}</c>`
}

const nextShared = (xml: string): number =>
  Math.max(-1, ...[...xml.matchAll(/<(?:\w+:)?f\s[^>]*\bsi="(\d+)"/g)].map(([, si]) => Number(si))) + 1

type FillMoved = (cell: FormCell, row: number) => string | undefined

function moveDown(xml: string, row: FormRow, more: number, fill: FillMoved): XmlEdit {
  const cells = row.cells.map((cell): XmlEdit => ({
    start: cell.start - row.start,
    end: cell.end - row.start,
    text: fill(cell, cell.row + more) ?? moved(xml, cell, cell.row + more),
  }))
  return { start: row.start, end: row.end, text: applyEdits(xml.slice(row.start, row.end), [rowTag(row, row.number + more), ...cells]) }
}

function moveMerges(xml: string, row: number, more: number): XmlEdit[] {
  const merges = mergesOf(xml)
  const block = /<((?:\w+:)?mergeCells)\b[^>]*>[\s\S]*?<\/\1>/.exec(xml)
  if (!block) return []
  const at = ({ from, to }: Merge, down: number): string =>
    `<mergeCell ref="${cellAddress(from.row + down, from.column)}:${cellAddress(to.row + down, to.column)}"/>`
  const all = merges.flatMap((merge) =>
    merge.from.row < row
      ? [at(merge, 0)]
      : merge.from.row > row
        ? [at(merge, more)]
        : Array.from({ length: more + 1 }, (_, index) => at(merge, index)),
  )
  return [
    { start: block.index, end: block.index + block[0].length, text: `<mergeCells count="${all.length}">${all.join('')}</mergeCells>` },
  ]
}

function growDimension(xml: string, more: number): XmlEdit[] {
  const found = /(<(?:\w+:)?dimension\s[^>]*ref="[A-Z]+\d+:[A-Z]+)(\d+)"/.exec(xml)
  return found ? [{ start: found.index, end: found.index + found[0].length, text: `${found[1]}${Number(found[2]) + more}"` }] : []
}
