import { serveTasks } from './serve-tasks.ts'
import { writeList } from './template/write-list.ts'
import { writeQuery } from './template/write-query.ts'
import { writeReportTables } from './template/write-report-tables.ts'
import { writeTable } from './template/write-table.ts'
import { writeTemplate } from './template/write-template.ts'

serveTasks<'write-workbook'>({
  write_template: async (order) => ({ bytes: await writeTemplate(order) }),
  write_list: async ({ sheet, rows }) => ({ bytes: await writeList(sheet, rows) }),
  write_table: async ({ sheets }) => ({ bytes: await writeTable(sheets) }),
  write_report_tables: async (tables) => ({ bytes: await writeReportTables(tables) }),
  write_query: async (source) => ({ bytes: await writeQuery(source) }),
  write_document: async (order) => ({ bytes: await (await import('./word/write-document.ts')).writeDocument(order) }),
  fill_template: async ({ order, answers }) => ({ bytes: await writeTemplate(order, answers) }),
})
