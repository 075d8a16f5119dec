import type { Worksheet } from 'exceljs'
import { largestCount } from '../../../shared/domain/figure.ts'
import { cellAddress } from '../../../shared/domain/workbook.ts'
import { workbookWords } from '../../../shared/messages/workbook.ts'
import { validate } from './draft.ts'

/** Nil and not-applicable words people type; an array constant is not allowed in a validation, hence the comparisons. */
const words = ['-', 'không', 'không có', 'không phát sinh', '0 phát sinh', 'x', 'không áp dụng', 'không thuộc đối tượng']

/** Excel keeps at most 255 characters of a validation formula. */
const formulaFor = (cell: string): string =>
  `IF(ISNUMBER(${cell}),AND(${cell}>=0,${cell}=INT(${cell}),${cell}<=${largestCount}),OR(${words.map((word) => `${cell}="${word}"`).join(',')}))`

/** One custom formula over the range: a whole number from 0, or a word that says there is nothing to count. */
export function validateCounts(sheet: Worksheet, top: number, left: number, bottom: number, right: number): void {
  const first = cellAddress(top, left)
  validate(sheet, `${first}:${cellAddress(bottom, right)}`, {
    type: 'custom',
    formulae: [formulaFor(first)],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: workbookWords.validationTitle,
    error: workbookWords.validationText,
  })
}
