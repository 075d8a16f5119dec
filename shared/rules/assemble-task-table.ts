import { taskStatuses } from '../domain/task-status.ts'
import type { AppendixPart, ReportSource, TableColumn, TableRow } from '../domain/report.ts'
import { formatCount, formatSmallCount } from '../vietnamese/format-number.ts'
import { spanLine } from './report-wording.ts'
import { countStated, unitsAskedForTasks, unitsByStatus, unitsReportingTask } from './task-standing.ts'

/** Beyond this the names would fill the page; their number stands there instead. */
const mostNames = 15

const statusColumns: readonly TableColumn[] = [
  { head: 'Thực hiện nền nếp', align: 'center', share: 9 },
  { head: 'Chưa thường xuyên', align: 'center', share: 9 },
  { head: 'Chưa triển khai', align: 'center', share: 9 },
  { head: 'Chưa đánh giá', align: 'center', share: 9 },
]

/** A row per task; how units carry it out stands only where somebody stated it (TS1). */
export function assembleTaskTable(source: ReportSource): AppendixPart[] {
  const { programme } = source
  const asked = unitsAskedForTasks(source)
  const isAssessed = source.judgements.taskStatuses.length > 0
  return [
    { kind: 'text', text: `${spanLine(source.period)}${isAssessed ? ` ${statusLegend}` : ''}`, style: 'lead' },
    {
      kind: 'table',
      fixedColumns: 2,
      table: {
        columns: [
          { head: 'TT', align: 'center', share: 0 },
          { head: 'Nhiệm vụ', align: 'left', share: isAssessed ? 40 : 52 },
          { head: 'Đơn vị có báo cáo', align: 'center', share: isAssessed ? 10 : 14 },
          ...(isAssessed ? statusColumns : []),
          { head: 'Đơn vị chưa có nội dung', align: 'left', share: isAssessed ? 24 : 34 },
        ],
        rows: programme.taskGroups.flatMap((group, index): TableRow[] => [
          { cells: [String(index + 1), group.label.vi], spanFrom: 1, style: 'group' },
          ...programme.tasks
            .filter((task) => task.group === group.code)
            .map((task, position): TableRow => {
              const reporting = new Set(unitsReportingTask(source, task.code))
              const silent = asked.filter((unit) => !reporting.has(unit))
              const names =
                silent.length <= mostNames ? silent.map(({ name }) => name).join(', ') : `${formatSmallCount(silent.length)} đơn vị`
              const by = unitsByStatus(source, task.code)
              const counts = [...taskStatuses.map((status) => by[status].length), asked.length - countStated(by)]
              return {
                cells: [
                  `${index + 1}.${position + 1}`,
                  task.label.vi,
                  `${formatCount(reporting.size)}/${formatCount(asked.length)}`,
                  ...(isAssessed ? counts.map((count) => formatSmallCount(count)) : []),
                  names || 'Không có',
                ],
              }
            }),
        ]),
      },
    },
  ]
}

const statusLegend = 'Tình trạng thực hiện do cơ quan tổng hợp đánh giá, có căn cứ; nhiệm vụ thường xuyên không tính quá hạn.'
