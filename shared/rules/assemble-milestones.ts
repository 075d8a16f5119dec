import type { Assignment, Milestone } from '../domain/programme.ts'
import type { ReportSource } from '../domain/report.ts'
import { parseDay } from '../vietnamese/dates.ts'
import { formatCount, formatSmallCount } from '../vietnamese/format-number.ts'
import { tidyText } from '../vietnamese/text-key.ts'
import { citeFigure } from './cite-figure.ts'
import { keyedParagraph, type KeyedBlock } from './keyed-paragraph.ts'
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

/** A sentence on each milestone; its numbers are figures. */
function milestoneBlocks(source: ReportSource): KeyedBlock[] {
  return source.programme.milestones.map((milestone) => {
    const counts = countMilestone(source, milestone)
    const cite = (what: keyof MilestoneCounts, write = formatSmallCount): string =>
      citeFigure(`mil.${milestone.code}.${what}`, write(counts[what]))
    const parts = [
      `${cite('inTime')} đơn vị đúng thời hạn (đến hết ngày ${shortDay(milestone.due)})`,
      ...(counts.later > 0 ? [`${cite('later')} đơn vị sau thời hạn`] : []),
      ...(counts.undated > 0 ? [`${cite('undated')} đơn vị chưa nêu rõ ngày`] : []),
    ]
    const done = `${cite('issued', formatCount)}/${cite('asked', formatCount)} đơn vị đã thực hiện`
    const among = counts.issued > 0 ? `, trong đó ${parts.join('; ')}` : ''
    const rest = counts.open > 0 ? ` Còn ${cite('open')} đơn vị chưa có thông tin.` : ''
    return keyedParagraph(milestone.code, `- ${milestone.label.vi}: ${done}${among}.${rest}`)
  })
}

/** Each assignment of the programme, below what came of its milestones. */
export function assembleAssignments(source: ReportSource): KeyedBlock[] {
  const { assignments, milestones } = source.programme
  const state = (assignment: Assignment): string => {
    const milestone = milestones.find(({ code, assignment: of }) => of === assignment.code || code === assignment.milestone)
    if (milestone) {
      const { issued, asked, inTime } = countMilestone(source, milestone)
      return `Thời hạn ${shortDay(milestone.due)}. ${formatCount(issued)}/${formatCount(asked)} đơn vị đã thực hiện, ${formatSmallCount(inTime)} đơn vị đúng thời hạn.`
    }
    return { once: 'Một lần.', continuous: 'Thực hiện thường xuyên.', periodic: 'Thực hiện định kỳ.' }[assignment.cadence]
  }
  return [
    ...milestoneBlocks(source),
    {
      kind: 'table',
      table: {
        columns: [
          { head: 'TT', align: 'center', share: 0 },
          { head: 'Cơ quan, đơn vị', align: 'left', share: 30 },
          { head: 'Nội dung phân công', align: 'left', share: 42 },
          { head: 'Thời hạn, kết quả', align: 'left', share: 28 },
        ],
        rows: assignments.map((assignment, index) => ({
          cells: [String(index + 1), assignment.bodies.map((body) => body.vi).join('; '), assignment.duty.vi, state(assignment)],
        })),
      },
    },
  ]
}
