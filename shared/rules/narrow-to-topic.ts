import type { OutlineSection, Programme, ReportKind } from '../domain/programme.ts'
import type { ReportSource, ReportTopic } from '../domain/report.ts'

/** Parts of the outline that say nothing without an indicator, or without a task. */
const ofIndicators: ReadonlySet<OutlineSection['content']> = new Set(['indicators', 'indicator_chart'])
const ofTasks: ReadonlySet<OutlineSection['content']> = new Set(['tasks'])
/** They are about the programme as a whole. */
const ofEverything: ReadonlySet<OutlineSection['content']> = new Set(['monitors', 'assignments'])

/**
 * TP1: the source with what a thematic report is about and nothing else. Notes and decisions stay where they are pinned to a chosen
 * count or task; proposals name neither and stay.
 */
export function narrowToTopic(source: ReportSource): ReportSource {
  const { topic, programme, figures, judgements } = source
  if (!topic) return source
  const [chosen, tasks] = [new Set(topic.indicators), new Set(topic.tasks)]
  const indicators = programme.indicators.filter(({ code }) => chosen.has(code))
  const counts = new Set(indicators.flatMap(({ numerator, denominator }) => [numerator, denominator]))
  const isAbout = (input: string | null): boolean => input !== null && (counts.has(input) || tasks.has(input.replace(/^nar\./, '')))
  return {
    ...source,
    programme: {
      ...programme,
      indicators,
      fields: programme.fields.filter(({ code }) => counts.has(code)),
      tasks: programme.tasks.filter(({ code }) => tasks.has(code)),
      taskGroups: programme.taskGroups.filter(({ code }) => programme.tasks.some((task) => task.group === code && tasks.has(task.code))),
      monitors: [],
      outline: narrowOutline(programme.outline, source.kind, topic),
      appendices: programme.appendices.filter(({ code }) =>
        code === 'tasks' ? tasks.size > 0 : code === 'late_and_missing' || indicators.length > 0,
      ),
    },
    figures: {
      indicators: figures.indicators.filter(({ code }) => chosen.has(code)),
      crossChecks: figures.crossChecks.filter(({ code }) => chosen.has(code)),
      fields: Object.fromEntries(Object.entries(figures.fields).filter(([code]) => counts.has(code))),
    },
    adjustments: source.adjustments.filter(({ field }) => counts.has(field)),
    excerpts: source.excerpts.filter(({ task }) => tasks.has(task)),
    judgements: {
      ...judgements,
      taskStatuses: judgements.taskStatuses.filter(({ task }) => tasks.has(task)),
      notes: judgements.notes.filter(({ input }) => isAbout(input)),
      decisions: judgements.decisions.filter(({ subject }) => isAbout(subject)),
    },
  }
}

/** The sections that remain, numbered through again below each part; other kinds keep their own numbers. */
export function narrowOutline(outline: Programme['outline'], kind: ReportKind, topic: ReportTopic): OutlineSection[] {
  const isKept = ({ content }: OutlineSection): boolean =>
    !ofEverything.has(content) &&
    !(ofIndicators.has(content) && topic.indicators.length === 0) &&
    !(ofTasks.has(content) && topic.tasks.length === 0)
  const counters = [0, 0]
  return outline.flatMap((section): OutlineSection[] => {
    if (!section.kinds.includes(kind)) return [section]
    if (section.level === 1) counters.fill(0)
    if (!isKept(section)) return []
    if (section.level === 2) {
      counters[0]!++
      counters[1] = 0
    }
    if (section.level === 3) counters[1]!++
    const number = [String(counters[0]), ...(section.level === 3 ? [String(counters[1])] : [])].join('.')
    return [section.level === 1 || section.number === '' ? section : { ...section, number }]
  })
}
