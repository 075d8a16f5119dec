import type { ReportModel, ReportSource } from '../domain/report.ts'
import type { ReportStyle } from '../domain/report-style.ts'

/** Over the sheet of contents, and over the text. */
export const contentsTitle = 'MỤC LỤC'
export const reportType = 'BÁO CÁO'

/** Words of the house's marks; the text of an official paper is Vietnamese only. */
const urgencyWords: Readonly<Record<Exclude<ReportStyle['urgency'], 'none'>, string>> = {
  urgent: 'KHẨN',
  very_urgent: 'THƯỢNG KHẨN',
  flash: 'HỎA TỐC',
}

/** ST2: only a draft says that it is one, and which. */
export const draftMark = ({ draft, style }: Pick<ReportSource, 'draft' | 'style'>): string | null =>
  !draft ? null : style.draftRound === null ? 'DỰ THẢO' : `DỰ THẢO lần ${style.draftRound}`

/** ST3: how urgent it is and to whom it may go, in capitals; nothing where the house said nothing. */
export const headMarks = ({ urgency, circulation }: ReportStyle): Pick<ReportModel['head'], 'urgency' | 'circulation'> => ({
  ...(urgency === 'none' ? {} : { urgency: urgencyWords[urgency] }),
  ...(circulation === '' ? {} : { circulation: circulation.toLocaleUpperCase('vi') }),
})

/** ST4: `MTH.120`, the typist's mark and the number of copies. */
export function typistMark({ typist, copies }: ReportStyle): Pick<ReportModel['recipients'], 'typist'> {
  const parts = [typist, ...(copies === null ? [] : [String(copies)])].filter((part) => part !== '')
  return parts.length === 0 ? {} : { typist: parts.join('.') }
}
