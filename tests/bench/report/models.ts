import type { ReportModel, Table } from '../../../shared/domain/report.ts'
import { assembleReport } from '../../../shared/rules/assemble-report.ts'
import { makeReportSource } from '../../kit/report-source.ts'

/** The report of about seven pages without its appendices. */
export const bodyModel = (): ReportModel => ({ ...assembleReport(makeReportSource()), appendices: [] })

const shownColumns = 12

/** 5.000 units in one block of columns: the table that fits a page's width without being continued. */
export function appendixModel(): ReportModel {
  const model = assembleReport(makeReportSource({ communes: 5000, missing: 40 }))
  const units = model.appendices[1]!
  const parts = units.parts.map((part) => (part.kind === 'table' ? { ...part, table: cut(part.table) } : part))
  return { ...model, blocks: [], appendices: [{ ...units, parts }] }
}

const cut = (table: Table): Table => ({
  columns: table.columns.slice(0, shownColumns),
  rows: table.rows.map((row) => ({ ...row, cells: row.cells.slice(0, shownColumns) })),
})
