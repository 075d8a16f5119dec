import { repeatMark } from '../../../shared/domain/form.ts'
import { cellAddress } from '../../../shared/domain/workbook.ts'
import type { CellStyle } from '../workbook/cell-styles.ts'
import { editsOfGroup, textGroups } from './fill-texts.ts'
import { findMarks, type Lookup } from './marks.ts'
import { textOfString, type FormCell } from './sheet-cells.ts'
import { applyEdits } from './xml-pieces.ts'

/**
 * A cell of text with its marks filled; undefined where nothing is. A cell that holds one mark and nothing else becomes a
 * number: the exact quotient where the cell shows percent itself.
 */
export function fillCell(cell: FormCell, row: number, styles: readonly CellStyle[], lookup: Lookup): string | undefined {
  if (cell.string === undefined || cell.formula) return undefined
  const text = textOfString(cell.string)
  if (findMarks(text).length === 0) return undefined
  // The sign of repetition may stand beside the one mark.
  const content = withoutRepeat(text, lookup).trim()
  const [only] = findMarks(content)
  const value = only?.start === 0 && only.end === content.length ? lookup(only.mark) : undefined
  if (value && value.number !== null) {
    const showsPercent = styles[cell.style]?.numberFormat.includes('%') === true
    return openTag(cell, row, '') + `<v>${showsPercent && value.share !== undefined ? value.share : value.number}</v></c>`
  }
  const filled = applyEdits(
    cell.string,
    textGroups(cell.string, undefined).flatMap((group) => editsOfGroup(cell.string!, group, lookup)),
  )
  if (filled === cell.string) return undefined
  return openTag(cell, row, 'inlineStr') + `<is>${filled}</is></c>`
}

const withoutRepeat = (text: string, lookup: Lookup): string =>
  lookup(repeatMark) === undefined
    ? text
    : findMarks(text)
        .filter(({ mark }) => mark === repeatMark)
        .reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)

/** Attributes as they are, but for place and type. */
export function openTag({ tag, column }: FormCell, row: number, type: '' | 'inlineStr'): string {
  const kept = tag.attributes.replace(/\s+(?:r|t)\s*=\s*(?:"[^"]*"|'[^']*')/g, '')
  return `<c r="${cellAddress(row, column)}"${kept}${type === '' ? '' : ` t="${type}"`}>`
}
