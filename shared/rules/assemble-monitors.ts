import type { Block, ReportSource, ReportUnit } from '../domain/report.ts'
import { countedValue, type Reading } from '../domain/figure.ts'
import type { UnitOfCount } from '../domain/programme.ts'
import { unitOfCountTexts } from '../messages/report.ts'
import { formatCount, formatSmallCount } from '../vietnamese/format-number.ts'
import { readCount } from '../vietnamese/read-count.ts'
import { tidyText } from '../vietnamese/text-key.ts'
import { lowerFirst } from './report-wording.ts'

/** A monitor's count is text in the store; it is read as any count is, so that "03 vụ" is three and nobody's sentence a zero. */
const readMonitor = (text: string, unitOfCount: UnitOfCount | undefined): Reading =>
  readCount(
    { row: 1, column: 1, kind: 'text', value: text, numberFormat: 'General', fontName: '' },
    unitOfCount === undefined ? {} : { unitOfCount },
  ).reading

/** Counts are summed over the summed lines only, like every other figure; texts are counted, not quoted. */
export function assembleMonitors({ programme, units }: ReportSource): Block[] {
  const lines = new Set(programme.indicators.map((indicator) => indicator.line))
  const summed = units.filter((unit) => lines.has(unit.line))
  return programme.monitors.map((monitor) => {
    const parts = monitor.parts.map((part) => {
      const given = summed.map((unit) => inputOf(unit, part.name)).filter((text) => text !== '')
      const label = lowerFirst(part.label.vi)
      if (part.content === 'text')
        return given.length === 0
          ? `${label}: chưa có đơn vị báo cáo`
          : `${label}: có ${formatCount(given.length)}/${formatCount(summed.length)} đơn vị báo cáo`
      const readings = given.map((text) => readMonitor(text, part.unitOfCount))
      const known = readings.map(countedValue).filter((count) => count !== undefined)
      const inWords = readings.filter(({ state }) => state === 'unreadable').length
      const expected = summed.length - readings.filter(({ state }) => state === 'not_applicable').length
      const unit = part.unitOfCount ? ` ${unitOfCountTexts[part.unitOfCount].vi}` : ''
      const total = known.length === 0 ? 'chưa có số liệu' : `${formatSmallCount(known.reduce((sum, count) => sum + count, 0))}${unit}`
      const notes = [
        ...(known.length > 0 && known.length < expected ? [`${formatCount(known.length)}/${formatCount(expected)} đơn vị có số liệu`] : []),
        ...(inWords > 0 ? [`${formatSmallCount(inWords)} đơn vị báo cáo bằng lời`] : []),
      ]
      return `${label}: ${total}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`
    })
    return { kind: 'paragraph', runs: [{ text: `- ${monitor.label.vi}: ${parts.join('; ')}.` }] }
  })
}

const inputOf = (unit: ReportUnit, part: string): string => tidyText(unit.texts[`mon.${part}`] ?? '')
