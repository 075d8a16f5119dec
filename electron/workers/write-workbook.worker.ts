import { serveTasks } from './serve-tasks.ts'
import { writeTemplate } from './template/write-template.ts'

serveTasks<'write-workbook'>({
  write_template: async (order) => ({ bytes: await writeTemplate(order) }),
  fill_template: async ({ order, answers }) => ({ bytes: await writeTemplate(order, answers) }),
})
