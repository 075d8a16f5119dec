import type { Period } from '../domain/period.ts'
import type { ReportUnit } from '../domain/report.ts'
import { unitStateTexts } from '../messages/report.ts'
import { fillText } from '../messages/text.ts'
import { formatCount, formatSmallCount } from '../vietnamese/format-number.ts'
import { citeFigure } from './cite-figure.ts'
import { daysLate } from './report-wording.ts'

export type RegisterCounts = { expected: number; received: number; onTime: number; late: number; pending: number; missing: number }

/** `missing` here is "nothing came"; a unit whose only file still waits for a decision is `pending`, and neither is received. */
export function countRegister(units: readonly ReportUnit[]): RegisterCounts {
  const count = (state: ReportUnit['state']): number => units.filter((unit) => unit.state === state).length
  const onTime = count('on_time')
  const late = count('late')
  return { expected: units.length, received: onTime + late, onTime, late, pending: count('pending'), missing: count('missing') }
}

/** With their figures cited. */
export function registerSentences(units: readonly ReportUnit[]): string[] {
  const { expected, received, onTime, late, pending, missing } = countRegister(units)
  const rest = [
    ...(pending > 0 ? [`${citeFigure('reg.pending', formatSmallCount(pending))} đơn vị đã gửi, đang chờ xử lý`] : []),
    ...(missing > 0 ? [`${citeFigure('reg.missing', formatSmallCount(missing))} đơn vị chưa gửi`] : []),
  ]
  return [
    `Đã tiếp nhận báo cáo của ${citeFigure('reg.received', formatCount(received))}/${citeFigure('reg.expected', formatCount(expected))} đơn vị (đúng hạn: ${citeFigure('reg.onTime', formatSmallCount(onTime))}; chậm: ${citeFigure('reg.late', formatSmallCount(late))}).`,
    ...(rest.length > 0 ? [`Còn ${rest.join('; ')}.`] : []),
  ]
}

/** How many names stand in a sentence before the appendix is the better place. */
const mostNames = 12

export function namesOf(units: readonly ReportUnit[]): string {
  if (units.length > mostNames) return ' (danh sách tại Phụ lục)'
  return `: ${units.map((unit) => unit.name).join(', ')}`
}

/** `Đúng hạn`, `Chậm 02 ngày`, `Chậm trong ngày`, `Đã gửi, chờ xử lý`, `Chưa gửi`. */
export function unitStateWords(unit: ReportUnit, period: Period): string {
  if (unit.state !== 'late' || unit.receivedAt === null) return unitStateTexts[unit.state].vi.replace(' {days} ngày', '')
  const days = daysLate(period.dueAt, unit.receivedAt)
  return days > 0 ? fillText(unitStateTexts.late, 'vi', { days: formatSmallCount(days) }) : unitStateTexts.late_same_day.vi
}
