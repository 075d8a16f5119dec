import type { Worksheet } from 'exceljs'
import { coverNames, nilSwitchWord, templateSheets } from '../../../shared/domain/template.ts'
import { cellAddress } from '../../../shared/domain/workbook.ts'
import { fillWords, workbookWords as words } from '../../../shared/messages/workbook.ts'
import { absolute, protect, put, putAcross, validate, writeDay, type Computed, type Draft } from './draft.ts'
import type { FiguresResult } from './figures-sheet.ts'
import type { NarrativesResult } from './narratives-sheet.ts'
import { sheetHead } from './sheet-head.ts'
import { looks } from './styles.ts'

const lastColumn = 5
const nilRow = 12

/** The cover is made first and written last: what it says of the other sheets is known only then. */
export const addCover = (draft: Draft): Worksheet =>
  draft.addSheet(templateSheets.cover, { widths: [24, 20, 14, 20, 30], orientation: 'portrait', footer: sheetHead(draft.order) })

export async function writeCover(draft: Draft, sheet: Worksheet, figures: FiguresResult, narratives: NarrativesResult): Promise<void> {
  const { programme, period, unit, communes } = draft.order
  putAcross(sheet, 1, 1, 2, unit ? unit.name.toLocaleUpperCase('vi') : words.unitHead, looks.strongCentre, 36)
  putAcross(sheet, 1, 3, lastColumn, fillWords(words.formHead, { period: period.code }), looks.strongCentre, 36)
  putAcross(sheet, 2, 1, 2, unit ? '' : words.unitToChoose, looks.smallCentre, 20)
  putAcross(sheet, 2, 3, lastColumn, fillWords(words.recipientHead, { issuer: programme.issuer.name }), looks.smallCentre, 20)
  putAcross(sheet, 4, 1, lastColumn, words.coverTitle, looks.title, 32)
  putAcross(sheet, 5, 1, lastColumn, programme.reportSubject.vi, looks.subtitle, 58)

  line(7, words.unit)
  if (unit) {
    putAcross(sheet, 7, 2, lastColumn, unit.name, looks.labelStrong, 26)
    draft.name(coverNames.unit, `'${sheet.name}'!${absolute(7, 2)}`)
  } else chooseUnit(7)
  line(8, words.period)
  put(sheet, 8, 2, period.code, looks.labelStrong)
  draft.name(coverNames.period, `'${sheet.name}'!${absolute(8, 2)}`)
  putAcross(sheet, 8, 3, lastColumn, programme.shortTitle.vi, looks.label, 26)
  line(9, words.span)
  draft.input(sheet, 9, 2, coverNames.from, looks.choice, writeDay(period.from))
  put(sheet, 9, 3, words.spanTo, looks.labelCentre)
  draft.input(sheet, 9, 4, coverNames.to, looks.choice, writeDay(period.to))
  put(sheet, 9, 5, null, looks.label)
  sheet.getRow(9).height = 26
  put(sheet, 10, 1, null, looks.label)
  putAcross(sheet, 10, 2, lastColumn, words.spanHint, looks.smallBox, 22)
  line(11, words.due)
  putAcross(sheet, 11, 2, lastColumn, dueWords(period.dueAt), looks.labelStrong, 26)
  line(nilRow, words.nil)
  const nil = draft.input(sheet, nilRow, 2, coverNames.nil, looks.choice)
  putAcross(sheet, nilRow, 3, lastColumn, words.nilHint, looks.smallBox, 38)
  validate(sheet, cellAddress(nilRow, 2), {
    type: 'list',
    formulae: [`"${nilSwitchWord}"`],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: words.validationTitle,
    error: words.nilHint,
  })

  put(sheet, 14, 1, words.asked, looks.section)
  put(sheet, 15, 1, words.askedSheet, looks.head)
  putAcross(sheet, 15, 2, 4, words.askedWhat, looks.head, 26)
  put(sheet, 15, 5, words.askedState, looks.head)
  let row = 16
  const required = programme.fields.filter((field) => field.required).length
  const isNil = nil === nilSwitchWord
  asked(
    templateSheets.figures,
    draft.ask.fields === 'all'
      ? fillWords(words.askedFigures, { count: twoDigits(required), optional: twoDigits(programme.fields.length - required) })
      : draft.ask.fields === 'optional'
        ? fillWords(words.askedFiguresOptional, { count: programme.fields.length })
        : words.notAsked,
    remainingWords(
      templateSheets.figures,
      figures.requiredRows,
      figures.inputColumn,
      figures.remaining,
      words.remainingFigures,
      isNil,
      draft.ask.fields,
    ),
  )
  asked(
    templateSheets.narratives,
    draft.ask.tasks === 'all' ? fillWords(words.askedNarratives, { count: twoDigits(programme.tasks.length) }) : words.notAsked,
    remainingWords(
      templateSheets.narratives,
      narratives.inputRows,
      narratives.inputColumn,
      narratives.remaining,
      words.remainingNarratives,
      isNil,
      draft.ask.tasks,
    ),
  )
  asked(templateSheets.proposals, words.askedProposals, words.optional)
  asked(templateSheets.milestones, milestoneWords(), words.optional)
  const { shortcomings = [] } = draft.order
  if (shortcomings.length > 0)
    asked(templateSheets.shortcomings, fillWords(words.askedShortcomings, { count: shortcomings.length }), words.optional)
  if (draft.ask.perCommuneRows) asked(templateSheets.communes, fillWords(words.askedCommunes, { count: communes.length }), words.optional)

  putAcross(sheet, row + 1, 1, lastColumn, words.coverFoot, looks.small, 20)
  sign(row + 3)
  await protect(sheet)

  function line(at: number, label: string): void {
    put(sheet, at, 1, label, looks.label)
  }

  function chooseUnit(at: number): void {
    draft.input(sheet, at, 2, coverNames.unit, looks.choice)
    for (let column = 3; column <= lastColumn; column++) sheet.getCell(at, column).style = looks.choice
    sheet.mergeCells(at, 2, at, lastColumn)
    sheet.getRow(at).height = 26
    validate(sheet, cellAddress(at, 2), {
      type: 'list',
      formulae: [`${templateSheets.units}!$B$1:$B$${communes.length}`],
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: words.validationTitle,
      error: words.chooseUnit,
    })
  }

  function asked(name: string, what: string, state: string | Computed): void {
    put(sheet, row, 1, name, looks.label)
    const lines = Math.ceil(what.length / 66)
    putAcross(sheet, row, 2, 4, what, looks.label, 12 + 16 * lines)
    put(sheet, row, 5, state, looks.state)
    row++
  }

  function milestoneWords(): string {
    const milestones = programme.milestones.map((milestone) =>
      fillWords(words.milestoneDue, { label: milestone.label.vi, due: writeDay(milestone.due) }),
    )
    return fillWords(words.askedMilestones, { milestones: milestones.join('; ') })
  }

  function sign(at: number): void {
    for (let column = 3; column <= lastColumn; column++) sheet.getCell(at, column).style = looks.signDate
    sheet.mergeCells(at, 3, at, lastColumn)
    sheet.getCell(at, 3).value = words.signDate
    const blocks = [
      [words.preparer, words.head, looks.strongCentre, 18],
      [words.preparerHint, words.headHint, looks.smallCentre, 18],
    ] as const
    blocks.forEach(([left, right, look, height], index) => {
      putAcross(sheet, at + 1 + index, 1, 2, left, look, height)
      putAcross(sheet, at + 1 + index, 3, lastColumn, right, look, height)
    })
    putAcross(sheet, at + 3, 1, 2, '', looks.sign, 86)
    putAcross(sheet, at + 3, 3, lastColumn, '', looks.sign, 86)
  }
}

const twoDigits = (count: number): string => String(count).padStart(2, '0')

/** "Còn 03 ô chưa nhập", live: blank required cells counted over runs of neighbouring rows. */
function remainingWords(
  sheetName: string,
  rows: readonly number[],
  column: number,
  remaining: number,
  after: string,
  isNil: boolean,
  asks: 'all' | 'optional' | 'none',
): string | Computed {
  if (asks === 'none') return words.notAsked
  if (rows.length === 0) return words.optional
  const count = runs(rows)
    .map(([first, last]) => `COUNTBLANK('${sheetName}'!${cellAddress(first, column)}:${cellAddress(last, column)})`)
    .join('+')
  const nilCell = absolute(nilRow, 2)
  return {
    formula: `IF(${nilCell}="${nilSwitchWord}","${words.nilChosen}",IF(${count}=0,"${words.complete}","${words.remainingBefore}"&TEXT(${count},"00")&"${after}"))`,
    result: isNil ? words.nilChosen : remaining === 0 ? words.complete : `${words.remainingBefore}${twoDigits(remaining)}${after}`,
  }
}

function runs(rows: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (const row of rows) {
    const last = found.at(-1)
    if (last && last[1] === row - 1) last[1] = row
    else found.push([row, row])
  }
  return found
}

/** The due instant in Vietnamese clock time. */
function dueWords(dueAt: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .formatToParts(new Date(dueAt))
    .reduce<Record<string, string>>((all, { type, value }) => ({ ...all, [type]: value }), {})
  return fillWords(words.dueValue, {
    time: `${parts['hour']}:${parts['minute']}`,
    day: `${parts['day']}/${parts['month']}/${parts['year']}`,
  })
}
