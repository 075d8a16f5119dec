import type { Worksheet } from 'exceljs'
import type { Indicator, Programme } from '../../../shared/domain/programme.ts'
import { fillWords, workbookWords as words } from '../../../shared/messages/workbook.ts'
import { put, putAcross } from './draft.ts'
import { linesIn } from './row-height.ts'
import { looks } from './styles.ts'

const charactersInLine = 230

/** Every method note once; those of all indicators need no number. */
function collectNotes(indicators: readonly Indicator[]): { common: readonly string[]; numbered: readonly string[] } {
  const all = [...new Set(indicators.flatMap((indicator) => indicator.methodNotes.map((note) => note.vi)))]
  const isCommon = (text: string): boolean =>
    indicators.length > 1 && indicators.every((indicator) => indicator.methodNotes.some((note) => note.vi === text))
  return { common: all.filter(isCommon), numbered: all.filter((text) => !isCommon(text)) }
}

/** By numerator field: the numbers of the notes that tell how its indicator is counted, e.g. `(1) (3)`. */
export function noteNumbers(indicators: readonly Indicator[]): ReadonlyMap<string, string> {
  const { numbered } = collectNotes(indicators)
  return new Map(
    indicators.map((indicator) => [
      indicator.numerator,
      numbered.flatMap((text, index) => (indicator.methodNotes.some((note) => note.vi === text) ? [`(${index + 1})`] : [])).join(' '),
    ]),
  )
}

/** Below the table: method notes, then what each item means, by its number in the table. Gives the last row. */
export function writeNotes(
  sheet: Worksheet,
  programme: Programme,
  from: number,
  columns: { ordinal: number; from: number; to: number },
): number {
  const { common, numbered } = collectNotes(programme.indicators)
  let row = from
  heading(words.methodNotes)
  for (const text of common) line(words.commonNote, text)
  numbered.forEach((text, index) => line(`(${index + 1})`, text))
  row++
  heading(words.definitions)
  const inTable = programme.fieldGroups.flatMap((group) => programme.fields.filter((field) => field.group === group.code))
  inTable.forEach((field, index) => {
    if (field.definition) line(fillWords(words.definitionOf, { number: index + 1 }), field.definition.vi)
  })

  return row - 1

  function heading(text: string): void {
    put(sheet, row++, columns.ordinal, text, looks.section)
  }

  function line(mark: string, text: string): void {
    put(sheet, row, columns.ordinal, mark, looks.smallCentre)
    putAcross(sheet, row, columns.from, columns.to, text, looks.small, 3 + 16 * linesIn(text, charactersInLine))
    row++
  }
}
