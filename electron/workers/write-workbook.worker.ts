import { serveTasks } from './serve-tasks.ts'
import { writeList } from './template/write-list.ts'
import { writeTemplate } from './template/write-template.ts'

serveTasks<'write-workbook'>({
  write_template: async (order) => ({ bytes: await writeTemplate(order) }),
  write_list: async ({ sheet, rows }) => ({ bytes: await writeList(sheet, rows) }),
  fill_template: async ({ order, answers }) => ({ bytes: await writeTemplate(order, answers) }),
})
