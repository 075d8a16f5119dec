import type { Assignment, Milestone } from '../domain/programme.ts'
import type { Block, ReportSource } from '../domain/report.ts'
import { parseDay } from '../vietnamese/dates.ts'
import { formatCount, formatSmallCount } from '../vietnamese/format-number.ts'
import { tidyText } from '../vietnamese/text-key.ts'
import { shortDay } from './report-wording.ts'

export type MilestoneCounts = { asked: number; issued: number; inTime: number; later: number; undated: number; open: number }

/** A plan counts as issued when the unit gives its day or its number; without a readable day nobody says whether in time. */
export function countMilestone({ units }: ReportSource, milestone: Milestone): MilestoneCounts {
  const counts = { asked: units.length, issued: 0, inTime: 0, later: 0, undated: 0, open: 0 }
  for (const unit of units) {
    const dayText = tidyText(unit.texts[`mil.${milestone.code}.date`] ?? '')
    const number = tidyText(unit.texts[`mil.${milestone.code}.number`] ?? '')
    if (dayText === '' && number === '') {
      counts.open++
      continue
    }
    counts.issued++
    const day = parseDay(dayText)
    if (day === undefined) counts.undated++
    else if (day <= milestone.due) counts.inTime++
    else counts.later++
  }
  return counts
}

function milestoneSentence(source: ReportSource, milestone: Milestone): string {
  const { asked, issued, inTime, later, undated, open } = countMilestone(source, milestone)
  const parts = [
    `${formatSmallCount(inTime)} đơn vị đúng thời hạn (đến hết ngày ${shortDay(milestone.due)})`,
    ...(later > 0 ? [`${formatSmallCount(later)} đơn vị sau thời hạn`] : []),
    ...(undated > 0 ? [`${formatSmallCount(undated)} đơn vị chưa nêu rõ ngày`] : []),
  ]
  const rest = open > 0 ? ` Còn ${formatSmallCount(open)} đơn vị chưa có thông tin.` : ''
  return `${formatCount(issued)}/${formatCount(asked)} đơn vị đã thực hiện, trong đó ${parts.join('; ')}.${rest}`
}

/** Each assignment of the programme, with the count of its milestone where it has one. */
export function assembleAssignments(source: ReportSource): Block[] {
  const { assignments, milestones } = source.programme
  const state = (assignment: Assignment): string => {
    const milestone = milestones.find(({ code, assignment: of }) => of === assignment.code || code === assignment.milestone)
    if (milestone) return milestoneSentence(source, milestone)
    return { once: 'Một lần.', continuous: 'Thực hiện thường xuyên.', periodic: 'Thực hiện định kỳ.' }[assignment.cadence]
  }
  return [
    {
      kind: 'table',
      table: {
        columns: [
          { head: 'TT', align: 'center', share: 0 },
          { head: 'Cơ quan, đơn vị', align: 'left', share: 26 },
          { head: 'Nội dung phân công', align: 'left', share: 42 },
          { head: 'Thời hạn, kết quả', align: 'left', share: 32 },
        ],
        rows: assignments.map((assignment, index) => ({
          cells: [String(index + 1), assignment.bodies.map((body) => body.vi).join('; '), assignment.duty.vi, state(assignment)],
        })),
      },
    },
  ]
}
