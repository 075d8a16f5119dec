import { communeCodeColumn, communeColumnName, communeFieldCodes, templateSheets } from '../../../shared/domain/template.ts'
import { cellAddress } from '../../../shared/domain/workbook.ts'
import { workbookWords as words } from '../../../shared/messages/workbook.ts'
import { validateCounts } from './count-validation.ts'
import { absolute, protect, put, putAcross, type Draft } from './draft.ts'
import { guessHeight } from './row-height.ts'
import { sheetHead } from './sheet-head.ts'
import { looks } from './styles.ts'

const headRow = 4
const totalRow = headRow + 1
const firstRow = totalRow + 1
const firstColumn = 4

/** One row per commune, so that a disagreement between two lines can be said to lie somewhere. */
export async function writeCommunesSheet(draft: Draft): Promise<void> {
  const { programme, communes, unit } = draft.order
  const codes = communeFieldCodes(programme, unit?.line ?? 'territorial')
  const lastColumn = firstColumn + codes.length - 1
  const lastRow = firstRow + communes.length - 1
  const sheet = draft.addSheet(templateSheets.communes, {
    widths: [6, 18, 30, ...codes.map(() => 12)],
    orientation: 'landscape',
    footer: sheetHead(draft.order),
    frozenRows: totalRow,
    frozenColumns: 3,
    repeatedRows: `${headRow}:${headRow}`,
    repeatedColumns: 'A:C',
    pagesWide: 2,
    quiet: true,
  })
  put(sheet, 1, 1, words.communesTitle, looks.sheetTitle)
  put(sheet, 2, 1, sheetHead(draft.order), looks.sheetHead)
  putAcross(sheet, 3, 1, 12, words.communesHint, looks.small, 34)
  put(sheet, headRow, 1, words.ordinal, looks.head)
  put(sheet, headRow, communeCodeColumn, words.communeCode, looks.head)
  put(sheet, headRow, 3, words.communeName, looks.head)
  for (let at = 1; at < firstColumn; at++) put(sheet, totalRow, at, at === 3 ? words.communeTotal : null, looks.group)
  const totals = codes.map(() => 0)
  communes.forEach((commune, index) => {
    const row = firstRow + index
    guessHeight(sheet, row, 1)
    put(sheet, row, 1, index + 1, looks.labelCentre)
    put(sheet, row, communeCodeColumn, commune.code, looks.labelSmall)
    put(sheet, row, 3, commune.name, looks.label)
    codes.forEach((code, at) => {
      const value = draft.answer(sheet, row, firstColumn + at, `row.${commune.code}.${code}`, looks.count)
      if (typeof value === 'number') totals[at] = (totals[at] ?? 0) + value
    })
  })
  codes.forEach((code, at) => {
    const column = firstColumn + at
    draft.name(communeColumnName(code), `'${sheet.name}'!${absolute(headRow, column)}`)
    put(sheet, headRow, column, programme.fields.find((field) => field.code === code)?.label.vi ?? code, looks.headSmall)
    const span = `${cellAddress(firstRow, column)}:${cellAddress(lastRow, column)}`
    put(sheet, totalRow, column, { formula: `SUM(${span})`, result: totals[at] ?? 0 }, looks.totalCount)
  })
  sheet.getRow(headRow).height = 96
  if (communes.length > 0 && codes.length > 0) validateCounts(sheet, firstRow, firstColumn, lastRow, lastColumn)
  await protect(sheet)
}
