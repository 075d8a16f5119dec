import type { TextInput } from '../domain/submission.ts'
import { cellAddress, type PlainCell } from '../domain/workbook.ts'
import { printDay, readDay } from '../vietnamese/dates.ts'
import { decodeCellText, legacyEncodingOfFont, type DecodedText } from '../vietnamese/legacy-fonts.ts'
import { readCount } from '../vietnamese/read-count.ts'
import type { TextEncoding } from '../vietnamese/vote-encoding.ts'
import type { InputCell, InputCells } from './map-input-cells.ts'
import type { TextName } from './map-names.ts'

/** The text of one input, NFC and trimmed; undefined where nothing stands there. A narrative goes on in its second cell. */
export function mapText(
  { name, content, continuation }: TextName,
  cells: InputCells,
  date1904: boolean,
  silent: TextEncoding = 'unicode',
): TextInput | undefined {
  const first = cells.find(name)
  const next = continuation === null ? undefined : cells.find(continuation)
  const parts = [first, next, ...(cells.more?.(name) ?? [])].flatMap((found) => {
    const text = found?.cell && plainText(found.cell, date1904, silent)
    return found?.cell && text ? [{ found, cell: found.cell, text }] : []
  })
  const [head] = parts
  if (!head) return undefined
  const day = content === 'day' ? readDay(head.cell, date1904).day : null
  const count = content === 'count' ? readCount(head.cell, { date1904 }).reading : null
  return {
    name,
    text: day ?? (count?.state === 'value' ? String(count.value) : parts.map(({ text }) => text).join('\n')),
    raw: parts.map(({ cell }) => rawText(cell, date1904)).join('\n'),
    sheet: head.found.sheet.name,
    cell: addressOf(head.found),
    how: howRead(
      parts.map(({ cell }) => cell),
      silent,
    ),
  }
}

export const addressOf = ({ row, column }: Pick<InputCell, 'row' | 'column'>): string => cellAddress(row, column)

/**
 * Text as a reader of the sheet sees it; '' for an empty, failed or never calculated cell. `silent` = what a person settled
 * for texts whose font does not tell.
 */
export function plainText(cell: PlainCell, date1904: boolean, silent: TextEncoding = 'unicode'): string {
  if (cell.kind === 'error' || cell.withoutResult) return ''
  return (cell.kind === 'text' ? decodeCellText(cell, silent).text : rawText(cell, date1904))
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .trim()
}

function rawText(cell: PlainCell, date1904: boolean): string {
  if (cell.kind === 'date') {
    const { day } = readDay(cell, date1904)
    return day === null ? String(cell.value) : printDay(day)
  }
  if (cell.kind === 'boolean') return Number(cell.value) === 0 ? 'FALSE' : 'TRUE'
  return String(cell.value)
}

function howRead(cells: readonly PlainCell[], silent: TextEncoding): string {
  const typed = cells.some((cell) => cell.formula !== undefined)
    ? 'formula'
    : cells.every((cell) => cell.kind === 'text')
      ? 'text'
      : 'number'
  const encoding = cells.map((cell) => findDecoding(cell, silent)?.encoding).find((found) => found !== undefined)
  return encoding ? `${typed}+${encoding}` : typed
}

/** How a text in one of the old fonts was decoded; undefined for any other cell. */
export function findDecoding(
  cell: PlainCell,
  silent: TextEncoding = 'unicode',
): { text: string; encoding: NonNullable<DecodedText['encoding']> } | undefined {
  // Only the font tells, so that most texts need not be looked at.
  if (cell.kind !== 'text' || (silent === 'unicode' && cell.runs === undefined && legacyEncodingOfFont(cell.fontName) === null))
    return undefined
  const { text, encoding } = decodeCellText(cell, silent)
  return encoding === null ? undefined : { text, encoding }
}
