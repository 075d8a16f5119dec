import type { TemplateOrder } from '../../../shared/domain/template.ts'
import { fillWords, workbookWords as words } from '../../../shared/messages/workbook.ts'
import { writeDay } from './draft.ts'

/** Second line of every sheet, and its footer: whose figures, which period, which days. */
export const sheetHead = ({ unit, period }: TemplateOrder): string =>
  fillWords(unit ? words.sheetHead : words.sheetHead.replace('{unit} · ', ''), {
    unit: unit?.name ?? '',
    period: period.code,
    from: writeDay(period.from),
    to: writeDay(period.to),
  })
