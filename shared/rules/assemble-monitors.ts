import type { ReportSource, ReportUnit } from '../domain/report.ts'
import { countedValue, type Reading } from '../domain/figure.ts'
import type { Programme, UnitOfCount } from '../domain/programme.ts'
import { unitOfCountTexts } from '../messages/report.ts'
import { formatCount, formatSmallCount } from '../vietnamese/format-number.ts'
import { readCount } from '../vietnamese/read-count.ts'
import { tidyText } from '../vietnamese/text-key.ts'
import { citeFigure, withoutCitations } from './cite-figure.ts'
import { keyedParagraph, type KeyedBlock } from './keyed-paragraph.ts'
import { countPhrase, lowerFirst } from './report-wording.ts'

/** A monitor's count is text in the store; it is read as any count is, so that "03 vụ" is three and nobody's sentence a zero. */
const readMonitor = (text: string, unitOfCount: UnitOfCount | undefined): Reading =>
  readCount(
    { row: 1, column: 1, kind: 'text', value: text, numberFormat: 'General', fontName: '' },
    unitOfCount === undefined ? {} : { unitOfCount },
  ).reading

type Part = Programme['monitors'][number]['parts'][number]

/** `total` null: nobody gave a number. `given`: units that wrote anything; `expected`: those it applies to. */
export type MonitorCounts = { given: number; summed: number; total: number | null; known: number; expected: number; inWords: number }

/** Over the summed lines only, like every other figure. */
export function countMonitor({ programme, units }: ReportSource, part: Part): MonitorCounts {
  const lines = new Set(programme.indicators.map((indicator) => indicator.line))
  const summed = units.filter((unit) => lines.has(unit.line))
  const given = summed.map((unit) => inputOf(unit, part.name)).filter((text) => text !== '')
  const readings = part.content === 'text' ? [] : given.map((text) => readMonitor(text, part.unitOfCount))
  const known = readings.map(countedValue).filter((count) => count !== undefined)
  return {
    given: given.length,
    summed: summed.length,
    total: known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0),
    known: known.length,
    expected: summed.length - readings.filter(({ state }) => state === 'not_applicable').length,
    inWords: readings.filter(({ state }) => state === 'unreadable').length,
  }
}

/** Texts are counted, not quoted. */
export function assembleMonitors(source: ReportSource): KeyedBlock[] {
  return source.programme.monitors.map((monitor) => {
    const parts = monitor.parts.map((part) => {
      const counts = countMonitor(source, part)
      // One part alone is what the monitor's own name says.
      const label = monitor.parts.length === 1 ? '' : lowerFirst(part.label.vi)
      return { text: partText(part, label, counts), notes: part.content === 'text' ? '' : notesOf(part, counts) }
    })
    const [first] = parts
    // What is the same of every part is said once, behind the last.
    const isShared = parts.length > 1 && parts.every(({ notes }) => withoutCitations(notes) === withoutCitations(first!.notes))
    const written = parts.map(({ text, notes }) => `${text}${isShared || notes === '' ? '' : ` (${notes})`}`).join('; ')
    const shared = isShared && first!.notes !== '' ? ` (${first!.notes})` : ''
    return keyedParagraph(monitor.code, `- ${monitor.label.vi}: ${written}${shared}.`)
  })
}

const cite = (part: Part, what: string, text: string): string => citeFigure(`mon.${part.name}.${what}`, text)

function partText(part: Part, label: string, { given, summed, total }: MonitorCounts): string {
  const head = label === '' ? '' : `${label}: `
  if (part.content === 'text')
    return given === 0
      ? `${head}chưa có đơn vị báo cáo`
      : `${head}có ${cite(part, 'units', formatCount(given))}/${cite(part, 'expected', formatCount(summed))} đơn vị báo cáo`
  if (total === null) return `${head}chưa có số liệu`
  const count = cite(part, 'total', formatSmallCount(total))
  const unit = part.unitOfCount ? unitOfCountTexts[part.unitOfCount].vi : ''
  return label === '' ? `${count}${unit === '' ? '' : ` ${unit}`}` : countPhrase(label, count, unit)
}

const notesOf = (part: Part, { known, expected, inWords }: MonitorCounts): string =>
  [
    ...(known > 0 && known < expected
      ? [`${cite(part, 'units', formatCount(known))}/${cite(part, 'expected', formatCount(expected))} đơn vị có số liệu`]
      : []),
    ...(inWords > 0 ? [`${cite(part, 'words', formatSmallCount(inWords))} đơn vị báo cáo bằng lời`] : []),
  ].join('; ')

const inputOf = (unit: ReportUnit, part: string): string => tidyText(unit.texts[`mon.${part}`] ?? '')
