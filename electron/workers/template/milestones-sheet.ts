import { noteName, templateSheets } from '../../../shared/domain/template.ts'
import { fillWords, workbookWords as words } from '../../../shared/messages/workbook.ts'
import { validateCounts } from './count-validation.ts'
import { protect, put, writeDay, type Draft } from './draft.ts'
import { guessHeight, linesIn } from './row-height.ts'
import { sheetHead } from './sheet-head.ts'
import { looks } from './styles.ts'

const widths = [6, 46, 20, 44] as const
const column = { ordinal: 1, label: 2, third: 3, input: 4 } as const

/** Milestones with their evidence, monitors, and the unit's free note. */
export async function writeMilestonesSheet(draft: Draft): Promise<void> {
  const { programme } = draft.order
  const sheet = draft.addSheet(templateSheets.milestones, {
    widths,
    orientation: 'portrait',
    footer: sheetHead(draft.order),
    frozenRows: 2,
  })
  put(sheet, 1, 1, words.milestonesTitle, looks.sheetTitle)
  put(sheet, 2, 1, sheetHead(draft.order), looks.sheetHead)

  let row = 4
  put(sheet, row++, 1, words.milestone, looks.section)
  head([words.ordinal, words.milestone.replace(/^I- /, ''), words.milestoneDate, words.milestoneNumber])
  programme.milestones.forEach((milestone, index) => {
    put(sheet, row, column.ordinal, index + 1, looks.labelCentre)
    put(sheet, row, column.label, fillWords(words.milestoneDue, { label: milestone.label.vi, due: writeDay(milestone.due) }), looks.label)
    guessHeight(sheet, row, linesIn(milestone.label.vi, 30))
    put(sheet, row, column.third, null, looks.labelCentre)
    put(sheet, row, column.input, null, looks.labelCentre)
    if (milestone.evidence.includes('date')) draft.input(sheet, row, column.third, `mil.${milestone.code}.date`, looks.choice)
    if (milestone.evidence.includes('number')) draft.input(sheet, row, column.input, `mil.${milestone.code}.number`, looks.textMiddle)
    row++
  })

  row++
  put(sheet, row++, 1, words.monitors, looks.section)
  head([words.ordinal, words.monitors.replace(/^II- /, ''), words.unitOfCount, words.monitorValue])
  programme.monitors.forEach((monitor, index) => {
    const [only] = monitor.parts
    if (monitor.parts.length > 1 || only?.label.vi !== monitor.label.vi) {
      for (let at = column.ordinal; at <= column.input; at++) put(sheet, row, at, null, looks.group)
      put(sheet, row, column.ordinal, index + 1, looks.groupCentre)
      put(sheet, row, column.label, monitor.label.vi, looks.groupWrap)
      guessHeight(sheet, row, linesIn(monitor.label.vi, 42))
      row++
    }
    for (const part of monitor.parts) {
      const isCount = part.content === 'count'
      put(
        sheet,
        row,
        column.ordinal,
        monitor.parts.length === 1 && only?.label.vi === monitor.label.vi ? index + 1 : '-',
        looks.labelCentre,
      )
      put(sheet, row, column.label, part.label.vi, looks.label)
      put(sheet, row, column.third, part.unitOfCount ? words.unitsOfCount[part.unitOfCount] : '', looks.labelCentre)
      const value = draft.input(sheet, row, column.input, `mon.${part.name}`, isCount ? looks.count : looks.text)
      guessHeight(sheet, row, Math.max(isCount ? 1 : 4, linesIn(part.label.vi, widths[1]), linesIn(String(value ?? ''), widths[3])))
      if (isCount) validateCounts(sheet, row, column.input, row, column.input)
      row++
    }
  })

  row++
  put(sheet, row++, 1, words.note, looks.section)
  put(sheet, row, column.ordinal, '\n\n\n\n', looks.strut)
  put(sheet, row, column.label, words.noteLabel, looks.label)
  sheet.getCell(row, column.third).style = looks.labelCentre
  guessHeight(sheet, row, Math.max(6, linesIn(String(draft.input(sheet, row, column.input, noteName, looks.text) ?? ''), widths[3])))
  await protect(sheet)

  function head(texts: readonly string[]): void {
    texts.forEach((text, index) => put(sheet, row, index + 1, text, looks.head))
    guessHeight(sheet, row, 2)
    row++
  }
}
