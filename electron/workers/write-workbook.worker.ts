import { serveTasks } from './serve-tasks.ts'
import { writeList } from './template/write-list.ts'
import { writeQuery } from './template/write-query.ts'
import { writeTable } from './template/write-table.ts'
import { writeTemplate } from './template/write-template.ts'

serveTasks<'write-workbook'>({
  write_template: async (order) => ({ bytes: await writeTemplate(order) }),
  write_list: async ({ sheet, rows }) => ({ bytes: await writeList(sheet, rows) }),
  write_table: async ({ sheets }) => ({ bytes: await writeTable(sheets) }),
  write_query: async (source) => ({ bytes: await writeQuery(source) }),
  fill_template: async ({ order, answers }) => ({ bytes: await writeTemplate(order, answers) }),
})
