import type { QuerySource } from '../../../shared/domain/letter.ts'
import { templateSheets } from '../../../shared/domain/template.ts'
import { cellAddress } from '../../../shared/domain/workbook.ts'
import { queryWords as words } from '../../../shared/messages/query.ts'
import { fillWords } from '../../../shared/messages/workbook.ts'
import { queryHeadRow, queryColumns } from '../../../shared/rules/letters/read-query.ts'
import { periodWords } from '../../../shared/rules/letters/frame-paper.ts'
import { absolute, protect, put, putAcross, validate } from './draft.ts'
import { repack } from './repack.ts'
import { guessHeight, linesIn } from './row-height.ts'
import { looks } from './styles.ts'

const widths = [6, 30, 52, 16, 14, 13, 14, 40]

/** The questions to one unit, with cells for the answers; a hidden sheet says which finding each row asks about. Equal sources give equal bytes. */
export async function writeQuery({ frame, unit, questions, contact }: QuerySource): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  const at = new Date(frame.at)
  workbook.creator = 'Tổng Hợp'
  workbook.lastModifiedBy = 'Tổng Hợp'
  workbook.created = at
  workbook.modified = at
  const sheet = workbook.addWorksheet(words.sheet, {
    views: [{ state: 'frozen', ySplit: queryHeadRow, showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width
  })
  put(sheet, 1, 1, words.title, looks.sheetTitle)
  put(
    sheet,
    2,
    1,
    fillWords(words.about, { unit: unit.name, period: periodWords(frame), issuer: frame.programme.issuer.name }),
    looks.sheetHead,
  )
  putAcross(
    sheet,
    3,
    1,
    widths.length,
    [words.how, ...(contact === '' ? [] : [fillWords(words.contact, { contact })])].join(' '),
    looks.small,
    34,
  )
  for (const [name, column] of Object.entries(queryColumns))
    put(sheet, queryHeadRow, column, words[name as keyof typeof queryColumns], looks.head)
  const answerCells = ['verdict', 'value', 'explanation'] as const
  for (const [index, { finding, label, sentence, place, reported }] of questions.entries()) {
    const row = queryHeadRow + 1 + index
    put(sheet, row, queryColumns.ordinal, index + 1, looks.labelCentre)
    put(sheet, row, queryColumns.item, label, looks.label)
    put(sheet, row, queryColumns.question, sentence, looks.label)
    put(sheet, row, queryColumns.place, place, looks.labelCentre)
    put(sheet, row, queryColumns.reported, reported, looks.labelCentre)
    put(sheet, row, queryColumns.verdict, null, looks.choice)
    put(sheet, row, queryColumns.value, null, looks.count)
    put(sheet, row, queryColumns.explanation, null, looks.text)
    // People's own scripts find the cells by these.
    for (const name of answerCells)
      workbook.definedNames.add(`'${sheet.name}'!${absolute(row, queryColumns[name])}`, `qry.${finding}.${name}`)
    guessHeight(
      sheet,
      row,
      Math.max(2, linesIn(sentence, widths[queryColumns.question - 1]!), linesIn(label, widths[queryColumns.item - 1]!)),
    )
  }
  const last = queryHeadRow + questions.length
  validate(sheet, `${cellAddress(queryHeadRow + 1, queryColumns.verdict)}:${cellAddress(last, queryColumns.verdict)}`, {
    type: 'list',
    formulae: [`"${words.right},${words.wrong}"`],
    allowBlank: true,
    showErrorMessage: false,
    errorStyle: 'warning',
    errorTitle: words.verdict,
    error: words.how,
  })
  await protect(sheet)
  const hidden = workbook.addWorksheet(templateSheets.identity, { state: 'veryHidden' })
  const identity = [
    ['tonghop', 'query'],
    ['period', frame.period.code],
    ['unit', unit.code],
    ...questions.map(({ finding }, index): [string, string] => [String(queryHeadRow + 1 + index), finding]),
  ]
  identity.forEach(([key = '', value = ''], index) => {
    put(hidden, index + 1, 1, key, looks.plain)
    put(hidden, index + 1, 2, value, looks.plain)
  })
  await hidden.protect('', {})
  return repack(new Uint8Array(await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } })), (_name, part) => part)
}
