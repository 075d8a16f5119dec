import { shortcomingName, templateSheets, type TemplateShortcoming } from '../../../shared/domain/template.ts'
import { fillWords, workbookWords as words } from '../../../shared/messages/workbook.ts'
import { protect, put, putAcross, writeDay, type Draft } from './draft.ts'
import { guessHeight, linesIn } from './row-height.ts'
import { sheetHead } from './sheet-head.ts'
import { looks } from './styles.ts'

const widths = [6, 44, 40, 40, 32] as const
const headRow = 4

/** What is still open from earlier reviews, and where the unit writes what it did about each. */
export async function writeShortcomingsSheet(draft: Draft, shortcomings: readonly TemplateShortcoming[]): Promise<void> {
  const sheet = draft.addSheet(templateSheets.shortcomings, {
    widths,
    orientation: 'landscape',
    footer: sheetHead(draft.order),
    frozenRows: headRow,
    repeatedRows: `${headRow}:${headRow}`,
  })
  put(sheet, 1, 1, words.shortcomingsTitle, looks.sheetTitle)
  put(sheet, 2, 1, sheetHead(draft.order), looks.sheetHead)
  putAcross(sheet, 3, 1, widths.length, words.shortcomingsHint, looks.small, 20)
  const heads = [words.ordinal, words.shortcoming, words.remedy, words.remedyResult, words.remedyEvidence]
  heads.forEach((text, index) => put(sheet, headRow, index + 1, text, looks.head))
  shortcomings.forEach(({ id, text, remedy, dueOn }, index) => {
    const row = headRow + 1 + index
    const wanted = [remedy, dueOn === null ? '' : fillWords(words.remedyDue, { due: writeDay(dueOn) })]
      .filter((part) => part !== '')
      .join('\n')
    put(sheet, row, 1, index + 1, looks.labelCentre)
    put(sheet, row, 2, text, looks.label)
    put(sheet, row, 3, wanted, looks.label)
    draft.input(sheet, row, 4, shortcomingName(id, 'result'), looks.text)
    draft.input(sheet, row, 5, shortcomingName(id, 'evidence'), looks.text)
    guessHeight(sheet, row, Math.max(3, linesIn(text, widths[1]), linesIn(wanted, widths[2])))
  })
  await protect(sheet)
}
