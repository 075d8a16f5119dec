import type { PageSource } from '../../domain/letter.ts'
import type { ReportModel } from '../../domain/report.ts'
import { assembleMinutes } from './assemble-minutes.ts'
import { assembleNotice } from './assemble-notice.ts'
import { assembleUrging } from './assemble-urging.ts'
import { assembleRecord } from './assemble-record.ts'
import { assembleWorksheet } from './assemble-worksheet.ts'

/** Decides every word of a paper to or about a unit. Pure: equal sources give equal models. */
export function assemblePaper(source: PageSource): ReportModel {
  if (source.kind === 'urging') return assembleUrging(source)
  if (source.kind === 'notice') return assembleNotice(source)
  if (source.kind === 'minutes') return assembleMinutes(source)
  return source.kind === 'worksheet' ? assembleWorksheet(source) : assembleRecord(source)
}
