import type { Programme } from '../domain/programme.ts'
import type { TextInput } from '../domain/submission.ts'
import { continuationName, noteName, proposalCount } from '../domain/template.ts'
import { cellAddress, type PlainCell } from '../domain/workbook.ts'
import { printDay, readDay } from '../vietnamese/dates.ts'
import { decodeCellText } from '../vietnamese/legacy-fonts.ts'
import { readCount } from '../vietnamese/read-count.ts'
import type { InputCell, InputCells } from './map-input-cells.ts'

/** An input that is not a raw count, with the words people know it by. */
export type TextName = { name: string; label: string; content: 'text' | 'day' | 'count' }

export function textNames(programme: Programme): readonly TextName[] {
  return [
    ...programme.tasks.map((task): TextName => ({ name: `nar.${task.code}`, label: task.label.vi, content: 'text' })),
    ...programme.milestones.flatMap((milestone) =>
      milestone.evidence.map((evidence): TextName => ({ name: `mil.${milestone.code}.${evidence}`, label: milestone.label.vi, content: evidence === 'date' ? 'day' : 'text' })),
    ),
    ...Array.from({ length: proposalCount }, (_, index) => index + 1).flatMap((number): TextName[] => [
      { name: `prop.${number}.text`, label: `Kiến nghị ${number}`, content: 'text' },
      { name: `prop.${number}.addressee`, label: `Kiến nghị ${number}`, content: 'text' },
    ]),
    ...programme.monitors.flatMap((monitor) => monitor.parts.map((part): TextName => ({ name: `mon.${part.name}`, label: part.label.vi, content: part.content }))),
    { name: noteName, label: 'Ghi chú chung', content: 'text' },
  ]
}

/** The text of one input, NFC and trimmed; undefined where nothing stands there. A narrative goes on in its second cell. */
export function mapText({ name, content }: TextName, cells: InputCells, date1904: boolean): TextInput | undefined {
  const first = cells.find(name)
  const next = content === 'text' && name.startsWith('nar.') ? cells.find(continuationName(name.slice(4))) : undefined
  const parts = [first, next].flatMap((found) => {
    const text = found?.cell && plainText(found.cell, date1904)
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
    how: howRead(parts.map(({ cell }) => cell)),
  }
}

export const addressOf = ({ row, column }: Pick<InputCell, 'row' | 'column'>): string => cellAddress(row, column)

/** Text as a reader of the sheet sees it; '' for an empty, failed or never calculated cell. */
export function plainText(cell: PlainCell, date1904: boolean): string {
  if (cell.kind === 'error' || cell.withoutResult) return ''
  return (cell.kind === 'text' ? decodeCellText(cell).text : rawText(cell, date1904)).normalize('NFC').replace(/\r\n?/g, '\n').trim()
}

function rawText(cell: PlainCell, date1904: boolean): string {
  if (cell.kind === 'date') {
    const { day } = readDay(cell, date1904)
    return day === null ? String(cell.value) : printDay(day)
  }
  if (cell.kind === 'boolean') return Number(cell.value) === 0 ? 'FALSE' : 'TRUE'
  return String(cell.value)
}

function howRead(cells: readonly PlainCell[]): string {
  const typed = cells.some((cell) => cell.formula !== undefined) ? 'formula' : cells.every((cell) => cell.kind === 'text') ? 'text' : 'number'
  const encoding = cells.map((cell) => (cell.kind === 'text' ? decodeCellText(cell).encoding : null)).find((found) => found !== null)
  return encoding ? `${typed}+${encoding}` : typed
}
