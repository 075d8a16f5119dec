import { continuationName, templateSheets } from '../../../shared/domain/template.ts'
import { workbookWords as words } from '../../../shared/messages/workbook.ts'
import { protect, put, putAcross, type Draft } from './draft.ts'
import { fold, isEmpty, romanNumeral } from './fold.ts'
import { guessHeight, linesIn } from './row-height.ts'
import { sheetHead } from './sheet-head.ts'
import { looks } from './styles.ts'

const headRow = 4
const emptyLines = 7
const textWidth = 98

export type NarrativesResult = { inputRows: readonly number[]; inputColumn: number; remaining: number }

/**
 * Each task: a heading, one cell of text and a smaller one to go on in. Excel ends a row at 409 pt and never fits
 * merged cells, so the cells are single, and their height is left to the program that shows them.
 */
export async function writeNarrativesSheet(draft: Draft): Promise<NarrativesResult> {
  const { programme } = draft.order
  const quiet = draft.ask.tasks === 'none'
  const sheet = draft.addSheet(templateSheets.narratives, {
    widths: [8, textWidth],
    orientation: 'portrait',
    footer: sheetHead(draft.order),
    frozenRows: headRow - 1,
    quiet,
  })
  put(sheet, 1, 1, words.narrativesTitle, looks.sheetTitle)
  put(sheet, 2, 1, sheetHead(draft.order), looks.sheetHead)
  putAcross(sheet, 3, 1, 2, quiet ? words.unfold : words.narrativesHint, looks.small, 34)
  let row = headRow
  let remaining = 0
  const inputRows: number[] = []
  programme.taskGroups.forEach((group, index) => {
    put(sheet, row, 1, romanNumeral(index + 1), looks.groupCentre)
    put(sheet, row, 2, group.label.vi, looks.groupWrap)
    guessHeight(sheet, row, linesIn(group.label.vi, textWidth))
    row++
    for (const task of programme.tasks.filter((candidate) => candidate.group === group.code)) {
      const number = task.code.replace(/^tsk\./, '')
      put(sheet, row, 1, number, looks.strongCentre)
      put(sheet, row, 2, task.label.vi, looks.strong)
      guessHeight(sheet, row, linesIn(task.label.vi, textWidth))
      row++
      put(sheet, row, 1, '\n'.repeat(emptyLines - 1), looks.strut)
      const text = draft.input(sheet, row, 2, `nar.${task.code}`, looks.text)
      guessHeight(sheet, row, Math.max(emptyLines, linesIn(String(text ?? ''), textWidth * 1.15)))
      if (isEmpty(text)) remaining++
      inputRows.push(row)
      row++
      put(sheet, row, 1, words.continuation, looks.strut)
      guessHeight(sheet, row, linesIn(String(draft.input(sheet, row, 2, continuationName(task.code), looks.text) ?? ''), textWidth * 1.15))
      row++
    }
  })
  if (quiet) fold(sheet, headRow, row - 1)
  await protect(sheet)
  return { inputRows: quiet ? [] : inputRows, inputColumn: 2, remaining: quiet ? 0 : remaining }
}
