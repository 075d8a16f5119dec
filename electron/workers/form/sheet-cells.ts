import { parseCellAddress } from '../../../shared/domain/workbook.ts'
import { damaged } from '../workbook/workbook-refusal.ts'
import { textGroups, textOfGroup } from './fill-texts.ts'
import { attributeOf, xmlPieces, type XmlPiece } from './xml-pieces.ts'

/** A cell as it stands in the part of its sheet. */
export type FormCell = {
  tag: XmlPiece
  start: number
  end: number
  row: number
  column: number
  style: number
  /** The inside of its string, whatever it is kept as; undefined for numbers, formulas and the like. */
  string: string | undefined
  formula: { start: number; end: number; tag: XmlPiece; text: string } | undefined
  hasContent: boolean
}

export type FormRow = { tag: XmlPiece; number: number; start: number; end: number; cells: FormCell[] }

/** The insides of the shared strings in order; without how they are pronounced. */
export function sharedStringsOf(xml: string): string[] {
  const strings: string[] = []
  let from: number | undefined
  for (const { kind, name, start, end } of xmlPieces(xml)) {
    if (name !== 'si') continue
    if (kind === 'open') from = end
    else strings.push(kind === 'empty' || from === undefined ? '' : withoutPhonetics(xml.slice(from, start)))
  }
  return strings
}

const withoutPhonetics = (xml: string): string =>
  xml.replace(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g, '').replace(/<(?:\w+:)?phoneticPr[^>]*\/>/g, '')

/** Rows with their cells; places that are not written follow from the ones before. */
export function rowsOf(xml: string, strings: readonly string[]): FormRow[] {
  const rows: FormRow[] = []
  let row: FormRow | undefined
  let cell: FormCell | undefined
  let inner: { piece: XmlPiece; name: 'f' | 'v' | 'is' } | undefined
  let depth = 0
  for (const piece of xmlPieces(xml)) {
    const { kind, name, start, end, attributes } = piece
    if (name === 'row' && kind !== 'close') {
      const number = Number(attributeOf(attributes, 'r') ?? (rows.at(-1)?.number ?? 0) + 1)
      row = { tag: piece, number, start, end, cells: [] }
      rows.push(row)
    } else if (name === 'row') {
      if (row) row.end = end
      row = undefined
    } else if (name === 'c' && kind !== 'close' && row && !cell) {
      const opened = openCell(piece, row)
      row.cells.push(opened)
      if (kind === 'open') cell = opened
    } else if (name === 'c' && kind === 'close' && cell) {
      cell.end = end
      cell = undefined
    } else if (cell && !inner && (name === 'f' || name === 'v' || name === 'is')) {
      cell.hasContent = true
      if (kind === 'open') [inner, depth] = [{ piece, name }, 0]
      else if (name === 'f') cell.formula = { start, end, tag: piece, text: '' }
    } else if (cell && inner && name === inner.name) {
      depth += kind === 'open' ? 1 : 0
      if (kind !== 'close') continue
      if (depth > 0) {
        depth--
        continue
      }
      const content = xml.slice(inner.piece.end, start)
      if (inner.name === 'f') cell.formula = { start: inner.piece.start, end, tag: inner.piece, text: content }
      else if (inner.name === 'is') cell.string = withoutPhonetics(content)
      else if (attributeOf(cell.tag.attributes, 't') === 's') cell.string = strings[Number(content)]
      inner = undefined
    }
  }
  return rows
}

function openCell(tag: XmlPiece, row: FormRow): FormCell {
  const address = attributeOf(tag.attributes, 'r')
  const column = address === undefined ? (row.cells.at(-1)?.column ?? 0) + 1 : parseCellAddress(address)?.column
  if (column === undefined) throw damaged(`cell ${address}`)
  return {
    tag,
    start: tag.start,
    end: tag.end,
    row: row.number,
    column,
    style: Number(attributeOf(tag.attributes, 's') ?? 0),
    string: undefined,
    formula: undefined,
    hasContent: false,
  }
}

/** What a person reads in a cell of text. */
export const textOfString = (string: string): string => textGroups(string, undefined).map(textOfGroup).join('')
