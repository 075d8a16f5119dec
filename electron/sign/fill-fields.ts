import { reportFields } from '../../shared/domain/report-fields.ts'
import { AppError } from '../../shared/errors.ts'
import { drawFieldPart, partOf } from './field-appearance.ts'
import { findFields } from './pdf/find-fields.ts'
import { openRevision } from './pdf/open-revision.ts'
import type { PdfValue } from './pdf/pdf-value.ts'
import { nextNumber, pdfDict, refTo, textString, writeRevision, type Writable } from './pdf/write-revision.ts'
import { withEntries } from './sign-pdf.ts'

const readOnly = 1

/**
 * Writes number and day (ISO) into their empty fields and locks both, by one incremental revision. Papers of earlier versions
 * have no place for the year: `printedYear` (`2026`) is what they say.
 * Refuses with `sign.no_field` when one of them is not there or not empty, `report.other_year` when the paper says another year.
 */
export function fillFields(bytes: Uint8Array, values: { number: number; day: string; printedYear: string }): Uint8Array {
  const revision = openRevision(bytes)
  const fields = findFields(revision)
  const objects = new Map<number, Writable>()
  let next = nextNumber(revision)
  for (const [name, value] of [
    [reportFields.number, String(values.number)],
    [reportFields.day, values.day],
  ] as const) {
    const field = fields.find((one) => one.name === name && one.type === 'Tx' && one.value === null)
    if (!field || field.widgets.length === 0) throw new AppError('sign.no_field', { field: name })
    const hasYear = field.widgets.some(({ dict }) => partOf(dict.entries.get('NM')) === 'nam')
    if (name === reportFields.day && !hasYear && !value.startsWith(values.printedYear))
      throw new AppError('report.other_year', { year: values.printedYear })
    objects.set(field.ref.number, withEntries(field.dict, { V: textString(value), Ff: readOnly }))
    for (const { ref, dict } of field.widgets) {
      const look: PdfValue | undefined = drawFieldPart(dict, value)
      if (!look) throw new AppError('sign.no_field', { field: name })
      objects.set(next, look)
      objects.set(ref.number, withEntries(dict, { AP: pdfDict({ N: refTo(next) }) }))
      next++
    }
  }
  return writeRevision(revision, { objects })
}
