import type { OutlineSection, Task } from '../domain/programme.ts'
import type { Block, ReportSource, Run } from '../domain/report.ts'
import { formatCount, formatSmallCount } from '../vietnamese/format-number.ts'
import { tidyText } from '../vietnamese/text-key.ts'
import { assembleCauses, assembleShortcomings, assembleStrengths } from './assemble-assessment.ts'
import { assembleIndicatorBars, assembleIndicators, listUnmet, listMet } from './assemble-indicators.ts'
import { assembleAssignments } from './assemble-milestones.ts'
import { assembleMonitors } from './assemble-monitors.ts'
import { assembleProposals } from './assemble-proposals.ts'
import { assembleSituation } from './assemble-situation.ts'
import { citeFigure } from './cite-figure.ts'
import { runsOfWritten } from './figure-tokens.ts'
import { countRegister, namesOf, registerSentences } from './report-register.ts'
import { periodName, sentence, spanLine } from './report-wording.ts'
import { statusSentence, unitsAskedForTasks, unitsReportingTask } from './task-standing.ts'

/** Stands where only the office can speak; a draft that hid the gap would be signed with it. */
export const openText = '(Phần này do cơ quan soạn thảo bổ sung.)'

const paragraph = (...parts: (string | Run)[]): Block => ({
  kind: 'paragraph',
  runs: parts.map((part) => (typeof part === 'string' ? { text: part } : part)),
})
const bullet = (text: string): Block => paragraph(`- ${text}`)

/** What the program knows for a section, then what the office wrote, or an honest gap where nobody has written yet. */
export function assembleSection(source: ReportSource, section: OutlineSection): Block[] {
  if (!section.content) return []
  const written = writtenParagraphs(source.written[section.code])
  const known = knownBlocks[section.content](source, section)
  const needsWords = !selfContained.has(section.content) && !(section.content === 'causes' && known.length > 0)
  return [...known, ...(written.length > 0 ? written : needsWords ? [{ kind: 'open' as const, text: openText }] : [])]
}

const selfContained: ReadonlySet<NonNullable<OutlineSection['content']>> = new Set([
  'opening',
  'indicators',
  'indicator_chart',
  'monitors',
  'assignments',
  'proposals',
])

function writtenParagraphs(text: string | undefined): Block[] {
  return (text ?? '')
    .split(/\r?\n/u)
    .map(tidyText)
    .filter((line) => line !== '')
    .map((line): Block => ({ kind: 'paragraph', runs: runsOfWritten(line) }))
}

const nothingKnown = (): Block[] => []

const knownBlocks: Readonly<Record<NonNullable<OutlineSection['content']>, (source: ReportSource, section: OutlineSection) => Block[]>> = {
  opening,
  situation: assembleSituation,
  leadership: nothingKnown,
  indicators: assembleIndicators,
  indicator_chart: assembleIndicatorBars,
  monitors: assembleMonitors,
  tasks,
  assignments: assembleAssignments,
  strengths: (source) => [...listMet(source).map(bullet), ...assembleStrengths(source)],
  shortcomings: (source) => [...listUnmet(source).map(bullet), ...lateness(source).map(bullet), ...assembleShortcomings(source)],
  causes: assembleCauses,
  lessons: nothingKnown,
  directions: nothingKnown,
  proposals: assembleProposals,
}

function opening({ programme, period, units, topic }: ReportSource): Block[] {
  const about = topic ? [...programme.indicators, ...programme.tasks].map(({ label }) => label.vi) : []
  const listed = about.length === 1 ? about : about.map((label, index) => `(${index + 1}) ${label}`)
  const content = listed.length > 0 ? `, về nội dung: ${listed.join('; ')},` : ''
  return [
    paragraph(`Triển khai ${programme.title.vi}; trên cơ sở báo cáo của các đơn vị, kết quả ${periodName(period)}${content} như sau:`),
    paragraph(`${registerSentences(units).join(' ')} ${spanLine(period)}`),
  ]
}

function tasks(source: ReportSource, section: OutlineSection): Block[] {
  const { programme } = source
  return programme.taskGroups.flatMap((group, index): Block[] => [
    { kind: 'heading', level: 3, text: `${section.number}.${index + 1}. ${group.label.vi}` },
    ...programme.tasks.filter((task) => task.group === group.code).flatMap((task) => taskBlocks(source, task)),
  ])
}

function taskBlocks(source: ReportSource, task: Task): Block[] {
  const reporting = unitsReportingTask(source, task.code)
  const asked = formatCount(unitsAskedForTasks(source).length)
  const lead = `- ${task.label.vi}: có ${citeFigure(`${task.code}.reporting`, formatCount(reporting.length))}/${citeFigure('tsk.asked', asked)} đơn vị báo cáo kết quả thực hiện.`
  const status = statusSentence(source, task.code)
  const nameOf = new Map(source.units.map((unit) => [unit.code, unit.name]))
  const excerpts = source.excerpts.filter((excerpt) => excerpt.task === task.code)
  return [
    paragraph(status === '' ? lead : `${lead} ${status}`),
    ...excerpts.map((excerpt) =>
      paragraph(`+ ${sentence(tidyText(excerpt.text))} `, { text: `(${nameOf.get(excerpt.unit)})`, italic: true }),
    ),
  ]
}

function lateness({ units }: ReportSource): string[] {
  const register = countRegister(units)
  const late = units.filter((unit) => unit.state === 'late')
  const missing = units.filter((unit) => unit.state === 'missing')
  return [
    ...(register.missing > 0
      ? [`Còn ${citeFigure('reg.missing', formatSmallCount(register.missing))} đơn vị chưa gửi báo cáo${namesOf(missing)}.`]
      : []),
    ...(register.late > 0
      ? [`Có ${citeFigure('reg.late', formatSmallCount(register.late))} đơn vị gửi báo cáo chậm so với thời hạn${namesOf(late)}.`]
      : []),
  ]
}
