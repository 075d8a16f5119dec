import type { Block, ReportSource, ReportUnit } from '../domain/report.ts'
import { unitOfCountTexts } from '../messages/report.ts'
import { formatCount, formatSmallCount, parseDecimal } from '../vietnamese/format-number.ts'
import { nameKey, tidyText } from '../vietnamese/text-key.ts'
import { lowerFirst } from './report-wording.ts'

const nilWords = new Set(['-', '–', 'không', 'không có', 'không phát sinh', '0 phát sinh'].map(nameKey))

/** A count typed as text: undefined where it is words, so that nobody's sentence becomes a zero. */
function countOf(text: string): number | undefined {
  if (nilWords.has(nameKey(text))) return 0
  const decimal = parseDecimal(text)
  return decimal !== undefined && /^\d+$/.test(decimal) ? Number(decimal) : undefined
}

/** Counts are summed over the summed lines only, like every other figure; texts are counted, not quoted. */
export function assembleMonitors({ programme, units }: ReportSource): Block[] {
  const lines = new Set(programme.indicators.map((indicator) => indicator.line))
  const summed = units.filter((unit) => lines.has(unit.line))
  return programme.monitors.map((monitor) => {
    const parts = monitor.parts.map((part) => {
      const given = summed.map((unit) => inputOf(unit, part.name)).filter((text) => text !== '')
      const label = lowerFirst(part.label.vi)
      if (part.content === 'text') return given.length === 0 ? `${label}: chưa có đơn vị báo cáo` : `${label}: có ${formatCount(given.length)}/${formatCount(summed.length)} đơn vị báo cáo`
      const counts = given.map(countOf)
      const known = counts.filter((count) => count !== undefined)
      const inWords = counts.length - known.length
      if (known.length === 0) return `${label}: chưa có số liệu`
      const unit = part.unitOfCount ? ` ${unitOfCountTexts[part.unitOfCount].vi}` : ''
      const notes = [
        ...(known.length < summed.length ? [`${formatCount(known.length)}/${formatCount(summed.length)} đơn vị có số liệu`] : []),
        ...(inWords > 0 ? [`${formatSmallCount(inWords)} đơn vị báo cáo bằng lời`] : []),
      ]
      return `${label}: ${formatSmallCount(known.reduce((sum, count) => sum + count, 0))}${unit}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`
    })
    return { kind: 'paragraph', runs: [{ text: `- ${monitor.label.vi}: ${parts.join('; ')}.` }] }
  })
}

const inputOf = (unit: ReportUnit, part: string): string => tidyText(unit.texts[`mon.${part}`] ?? '')
