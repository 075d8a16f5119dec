import type { OutlineSection, Task } from '../domain/programme.ts'
import type { ReportSource } from '../domain/report.ts'
import { formatCount, formatSmallCount } from '../vietnamese/format-number.ts'
import { nameKey, tidyText } from '../vietnamese/text-key.ts'
import { assembleCauses, assembleShortcomings, assembleStrengths, hasCause } from './assemble-assessment.ts'
import { assembleIndicatorBars, assembleIndicators, listUnmet, listMet } from './assemble-indicators.ts'
import { assembleAssignments } from './assemble-milestones.ts'
import { assembleMonitors } from './assemble-monitors.ts'
import { assembleProposals } from './assemble-proposals.ts'
import { assembleSituation } from './assemble-situation.ts'
import { citeFigure } from './cite-figure.ts'
import { runsOfWritten } from './figure-tokens.ts'
import { keyedParagraph, type KeyedBlock } from './keyed-paragraph.ts'
import { countRegister, namesOf, registerSentences } from './report-register.ts'
import { periodName, sentence, shortDay, spanLine } from './report-wording.ts'
import { textPrint } from './text-print.ts'
import { statusSentence, unitsAskedForTasks, unitsReportingTask } from './task-standing.ts'

/** Stands where only the office can speak: in a draft wherever it may still speak, in what is submitted only where nothing else stands. */
export const openText = '(Phần này do cơ quan soạn thảo bổ sung.)'

/** RT7: where a section holds what the office wrote below what the program knows. */
export const writtenKey = (section: string): string => `${section}/written`

/** What the program knows for a section, then what the office wrote, or an honest gap where nobody has written yet. */
export function assembleSection(source: ReportSource, section: OutlineSection): KeyedBlock[] {
  const key = writtenKey(section.code)
  const written = writtenParagraphs(key, source.written[section.code] ?? '')
  const known = knownOfSection(source, section)
  const hasGap = isUnwritten(source, section) && (source.draft || known.length === 0)
  return [...known, ...(hasGap ? [{ kind: 'open' as const, text: openText, key }] : section.content ? written : [])]
}

/** A section that waits for words of the office and has none. */
export function isUnwritten(source: ReportSource, { code, content }: Pick<OutlineSection, 'code' | 'content'>): boolean {
  if (!content || selfContained.has(content) || isJudged(source, content)) return false
  return tidyText(source.written[code] ?? '') === ''
}

/** RT7: what the program words itself, in its own words; a key begins with its section. */
export function knownOfSection(source: ReportSource, section: OutlineSection): KeyedBlock[] {
  if (!section.content) return []
  const times = new Map<string, number>()
  return knownBlocks[section.content](source, section).map((block) => {
    if (!('key' in block)) return block
    const time = (times.get(block.key) ?? 0) + 1
    times.set(block.key, time)
    // The same noted twice of one unit is said twice.
    return { ...block, key: `${section.code}/${block.key}${time > 1 ? `/${time}` : ''}` }
  })
}

const selfContained: ReadonlySet<NonNullable<OutlineSection['content']>> = new Set([
  'opening',
  'indicators',
  'indicator_chart',
  'monitors',
  'assignments',
  'proposals',
])

/** Parts that are words of judgement are whole where reviewers had their say. */
function isJudged({ judgements: { notes } }: ReportSource, content: NonNullable<OutlineSection['content']>): boolean {
  if (content === 'strengths') return notes.some(({ kind }) => kind !== 'shortcoming')
  if (content === 'shortcomings') return notes.some(({ kind }) => kind === 'shortcoming')
  return content === 'causes' && notes.some(({ shortcoming }) => hasCause(shortcoming))
}

/** One paragraph for each line. */
function writtenParagraphs(key: string, text: string): KeyedBlock[] {
  return text
    .split(/\r?\n/u)
    .map(tidyText)
    .filter((line) => line !== '')
    .map((line) => keyedParagraph(key, ...runsOfWritten(line)))
}

const nothingKnown = (): KeyedBlock[] => []

const knownBlocks: Readonly<
  Record<NonNullable<OutlineSection['content']>, (source: ReportSource, section: OutlineSection) => KeyedBlock[]>
> = {
  opening,
  situation: assembleSituation,
  leadership: nothingKnown,
  indicators: assembleIndicators,
  indicator_chart: assembleIndicatorBars,
  monitors: assembleMonitors,
  tasks,
  assignments: assembleAssignments,
  strengths: (source) => [...listMet(source), ...assembleStrengths(source)],
  shortcomings: (source) => [...listUnmet(source), ...lateness(source), ...assembleShortcomings(source)],
  causes: assembleCauses,
  lessons: nothingKnown,
  directions: nothingKnown,
  proposals: assembleProposals,
}

function opening({ programme, period, units, topic, replaces }: ReportSource): KeyedBlock[] {
  const about = topic ? [...programme.indicators, ...programme.tasks].map(({ label }) => label.vi) : []
  const listed = about.length === 1 ? about : about.map((label, index) => `(${index + 1}) ${label}`)
  const content = listed.length > 0 ? `, về nội dung: ${listed.join('; ')},` : ''
  return [
    keyedParagraph(
      'lead',
      `Triển khai ${programme.title.vi}; trên cơ sở báo cáo của các đơn vị, kết quả ${periodName(period)}${content} như sau:`,
    ),
    keyedParagraph('register', `${registerSentences(units).join(' ')} ${spanLine(period)}`),
    ...(replaces
      ? [keyedParagraph('replaces', `Báo cáo này thay thế Báo cáo số ${replaces.number}, ngày ${shortDay(replaces.day)}.`)]
      : []),
  ]
}

function tasks(source: ReportSource, section: OutlineSection): KeyedBlock[] {
  const { programme } = source
  return programme.taskGroups.flatMap((group, index): KeyedBlock[] => [
    { kind: 'heading', level: 3, text: `${section.number}.${index + 1}. ${group.label.vi}` },
    ...programme.tasks.filter((task) => task.group === group.code).flatMap((task) => taskBlocks(source, task)),
  ])
}

function taskBlocks(source: ReportSource, task: Task): KeyedBlock[] {
  const reporting = unitsReportingTask(source, task.code)
  const asked = formatCount(unitsAskedForTasks(source).length)
  const lead = `- ${task.label.vi}: có ${citeFigure(`${task.code}.reporting`, formatCount(reporting.length))}/${citeFigure('tsk.asked', asked)} đơn vị báo cáo kết quả thực hiện.`
  const status = statusSentence(source, task.code)
  const nameOf = new Map(source.units.map((unit) => [unit.code, unit.name]))
  const excerpts = source.excerpts.filter((excerpt) => excerpt.task === task.code)
  return [
    keyedParagraph(`${task.code}/lead`, status === '' ? lead : `${lead} ${status}`),
    ...excerpts.map((excerpt) =>
      keyedParagraph(`${task.code}/said/${textPrint(excerpt.unit, nameKey(excerpt.text))}`, `+ ${sentence(tidyText(excerpt.text))} `, {
        text: `(${nameOf.get(excerpt.unit)})`,
        italic: true,
      }),
    ),
  ]
}

function lateness({ units }: ReportSource): KeyedBlock[] {
  const register = countRegister(units)
  const late = units.filter((unit) => unit.state === 'late')
  const missing = units.filter((unit) => unit.state === 'missing')
  return [
    ...(register.missing > 0
      ? [
          keyedParagraph(
            'missing',
            `- Còn ${citeFigure('reg.missing', formatSmallCount(register.missing))} đơn vị chưa gửi báo cáo${namesOf(missing)}.`,
          ),
        ]
      : []),
    ...(register.late > 0
      ? [
          keyedParagraph(
            'late',
            `- Có ${citeFigure('reg.late', formatSmallCount(register.late))} đơn vị gửi báo cáo chậm so với thời hạn${namesOf(late)}.`,
          ),
        ]
      : []),
  ]
}
