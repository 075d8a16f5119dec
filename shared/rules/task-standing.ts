import { taskStatuses, type TaskStatus } from '../domain/task-status.ts'
import type { ReportSource, ReportUnit } from '../domain/report.ts'
import { formatCount, formatSmallCount } from '../vietnamese/format-number.ts'
import { hasWords } from '../vietnamese/text-key.ts'
import { citeFigure } from './cite-figure.ts'

/** Units that are asked about tasks. */
export function unitsAskedForTasks({ programme, units }: ReportSource): ReportUnit[] {
  const silent = new Set(programme.asks.filter(({ tasks }) => tasks === 'none').map(({ line }) => line))
  return units.filter(({ line }) => !silent.has(line))
}

/** Units whose workbook says something on a task: neither empty nor a word for "nothing". */
export const unitsReportingTask = (source: ReportSource, task: string): ReportUnit[] =>
  unitsAskedForTasks(source).filter((unit) => hasWords(unit.texts[`nar.${task}`] ?? ''))

/** By what a person stated; who was not assessed is in none. */
export function unitsByStatus(source: ReportSource, task: string): Readonly<Record<TaskStatus, readonly ReportUnit[]>> {
  const statusOf = new Map(source.judgements.taskStatuses.filter((one) => one.task === task).map(({ unit, status }) => [unit, status]))
  const asked = unitsAskedForTasks(source)
  const of = (status: TaskStatus): ReportUnit[] => asked.filter(({ code }) => statusOf.get(code) === status)
  return { regular: of('regular'), irregular: of('irregular'), not_started: of('not_started') }
}

export const countStated = (by: ReturnType<typeof unitsByStatus>): number =>
  taskStatuses.reduce((sum, status) => sum + by[status].length, 0)

const statusWords: Readonly<Record<TaskStatus, string>> = {
  regular: 'đơn vị thực hiện nền nếp',
  irregular: 'đơn vị có thực hiện nhưng chưa thường xuyên',
  not_started: 'đơn vị chưa triển khai',
}

/** TS1: a standing task is regular, irregular or not started, as stated; it has no deadline to be late for. Empty where nobody was assessed. */
export function statusSentence(source: ReportSource, task: string): string {
  const by = unitsByStatus(source, task)
  const stated = countStated(by)
  if (stated === 0) return ''
  const parts = taskStatuses
    .filter((status) => by[status].length > 0)
    .map((status) => `${citeFigure(`${task}.${status}`, formatSmallCount(by[status].length))} ${statusWords[status]}`)
  const asked = formatCount(unitsAskedForTasks(source).length)
  return `Đã đánh giá ${citeFigure(`${task}.stated`, formatSmallCount(stated))}/${citeFigure('tsk.asked', asked)} đơn vị: ${parts.join('; ')}.`
}
