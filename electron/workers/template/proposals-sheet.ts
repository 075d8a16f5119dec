import { proposalCount, templateSheets } from '../../../shared/domain/template.ts'
import { cellAddress } from '../../../shared/domain/workbook.ts'
import { workbookWords as words } from '../../../shared/messages/workbook.ts'
import { protect, put, putAcross, validate, type Draft } from './draft.ts'
import { guessHeight, linesIn } from './row-height.ts'
import { sheetHead } from './sheet-head.ts'
import { looks } from './styles.ts'

const headRow = 4
const textWidth = 74

export async function writeProposalsSheet(draft: Draft): Promise<void> {
  const sheet = draft.addSheet(templateSheets.proposals, {
    widths: [6, textWidth, 26],
    orientation: 'portrait',
    footer: sheetHead(draft.order),
    frozenRows: headRow,
    repeatedRows: `${headRow}:${headRow}`,
  })
  put(sheet, 1, 1, words.proposalsTitle, looks.sheetTitle)
  put(sheet, 2, 1, sheetHead(draft.order), looks.sheetHead)
  putAcross(sheet, 3, 1, 3, words.proposalsHint, looks.small, 20)
  ;[words.ordinal, words.proposal, words.addressee].forEach((text, index) => put(sheet, headRow, index + 1, text, looks.head))
  guessHeight(sheet, headRow, 1.5)
  for (let number = 1; number <= proposalCount; number++) {
    const row = headRow + number
    // The breaks hold the row open for two lines of text.
    put(sheet, row, 1, `${number}\n\n`, looks.strut)
    guessHeight(sheet, row, Math.max(3, linesIn(String(draft.input(sheet, row, 2, `prop.${number}.text`, looks.text) ?? ''), textWidth)))
    draft.input(sheet, row, 3, `prop.${number}.addressee`, looks.textMiddle)
  }
  validate(sheet, `${cellAddress(headRow + 1, 3)}:${cellAddress(headRow + proposalCount, 3)}`, {
    type: 'list',
    formulae: [`"${words.addressees.map((addressee) => addressee.replace(',', ' và')).join(',')}"`],
    allowBlank: true,
    showErrorMessage: false,
    errorStyle: 'warning',
    errorTitle: words.validationTitle,
    error: words.proposalsHint,
  })
  await protect(sheet)
}
