import type { Worksheet } from 'exceljs'

const linePt = 16
const paddingPt = 4
/** A row cannot be taller (Excel's own limit). */
const tallestPt = 409
/** Marks a height as a first guess: no height of ours ends in it otherwise. */
const guessMark = 0.01

/** Lines a text takes in a column of that width; 12 pt Times fits about one character per unit of width. */
export const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((lines, paragraph) => lines + Math.max(1, Math.ceil(paragraph.length / width)), 0)

/**
 * Gives a row a height for its text without fixing it: LibreOffice and phones show the row as written, and Excel
 * still fits it when somebody types. A height marked as custom would stay as it is and cut long text off.
 */
export function guessHeight(sheet: Worksheet, row: number, lines: number): void {
  sheet.getRow(row).height = Math.min(tallestPt, lines * linePt + paddingPt) + guessMark
}

/** Turns the marked heights of a sheet part into heights that are not custom; the library knows no such thing. */
export const freeGuessedHeights = (sheetXml: string): string => sheetXml.replace(/ ht="(\d+)\.01" customHeight="1"/g, ' ht="$1"')
