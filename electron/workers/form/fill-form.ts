import type { FormOrder, FormReading } from '../../../shared/domain/form.ts'
import { AppError } from '../../../shared/errors.ts'
import { readFileBytes } from '../workbook/open-file.ts'
import { sniffFile } from '../workbook/sniff-file.ts'
import { WorkbookRefusal } from '../workbook/workbook-refusal.ts'
import { fillDocument } from './fill-document.ts'
import { fillSheets } from './fill-sheets.ts'
import { MarkList } from './marks.ts'
import { replaceParts } from './replace-parts.ts'

/** The marks of an office's own form. Refuses with `form.not_office | unreadable`. */
export const readForm = (path: string, name: string): FormReading => openForm(path, name, undefined).reading

/** The form with its marks filled; every part without marks stays byte for byte. Refuses like `readForm`. */
export const fillForm = (path: string, name: string, order: FormOrder): { bytes: Uint8Array; reading: FormReading } =>
  openForm(path, name, order)

function openForm(path: string, name: string, order: FormOrder | undefined): { bytes: Uint8Array; reading: FormReading } {
  const { bytes, isWhole } = readFileBytes(path)
  try {
    const sniffed = isWhole ? sniffFile(bytes) : undefined
    if (!sniffed || (sniffed.format !== 'docx' && sniffed.format !== 'workbook')) throw new AppError('form.not_office', { file: name })
    const marks = new MarkList()
    const isDocument = sniffed.format === 'docx'
    const { changed, formulas } = isDocument
      ? { changed: fillDocument(sniffed.container, order, marks), formulas: 0 }
      : fillSheets(sniffed.container, order, marks)
    return {
      bytes: changed.size === 0 ? bytes : replaceParts(bytes, changed),
      reading: { format: isDocument ? 'docx' : 'xlsx', marks: marks.list(), formulas },
    }
  } catch (error) {
    if (error instanceof WorkbookRefusal) throw new AppError('form.unreadable', { file: name })
    throw error
  }
}
