import type { ReportFigure } from '../domain/report-text.ts'
import type { ReportSource } from '../domain/report.ts'
import { taskStatuses } from '../domain/task-status.ts'
import { figureNameTexts } from '../messages/report-text.ts'
import { taskStatusTexts } from '../messages/task-status.ts'
import { fillText } from '../messages/text.ts'
import { countVerdict } from '../messages/verdict-words.ts'
import { formatCount, formatSmallCount } from '../vietnamese/format-number.ts'
import { countCarried, shortcomingsOf } from './assemble-assessment.ts'
import { countMilestone, type MilestoneCounts } from './assemble-milestones.ts'
import { countMonitor } from './assemble-monitors.ts'
import { countProposingUnits, listProposals } from './assemble-proposals.ts'
import { stocksOf } from './assemble-situation.ts'
import { countStated, unitsAskedForTasks, unitsByStatus, unitsReportingTask } from './task-standing.ts'

type Name = keyof typeof figureNameTexts

const figure = (ref: string, shown: string, name: Name, label = ''): ReportFigure => ({
  ref,
  label: fillText(figureNameTexts[name], 'vi', { label }),
  shown,
})

/** RT1: counts that stand in assembled sentences only: `sum.…`, `stock.…`, `tsk.…`, `mil.…`, `mon.…`, `sht.…`, `prop.…`. */
export const sentenceFigures = (source: ReportSource): ReportFigure[] => [
  ...summaryFigures(source),
  ...stockFigures(source),
  ...monitorFigures(source),
  ...taskFigures(source),
  ...milestoneFigures(source),
  ...reviewFigures(source),
]

function summaryFigures({ figures: { indicators } }: ReportSource): ReportFigure[] {
  const verdicts = ['met', 'not_met', 'undetermined', 'nil', 'no_data'] as const
  return [
    figure('sum.all', formatSmallCount(indicators.length), 'sum_all'),
    ...verdicts.map((verdict) => figure(`sum.${verdict}`, formatSmallCount(countVerdict(indicators, verdict)), `sum_${verdict}`)),
  ]
}

function stockFigures(source: ReportSource): ReportFigure[] {
  const { stocks, usual, summed } = stocksOf(source)
  return [
    figure('stock.units', formatCount(usual), 'stockUnits'),
    figure('stock.expected', formatCount(summed), 'stockExpected'),
    ...stocks.map(({ field, reported }) => figure(`fld.${field.code}.units`, formatCount(reported), 'fieldUnits', field.label.vi)),
  ]
}

function monitorFigures(source: ReportSource): ReportFigure[] {
  return source.programme.monitors.flatMap(({ parts }) =>
    parts.flatMap((part): ReportFigure[] => {
      const { given, summed, total, known, expected, inWords } = countMonitor(source, part)
      const [ref, label] = [`mon.${part.name}`, part.label.vi]
      if (part.content === 'text')
        return [
          figure(`${ref}.units`, formatCount(given), 'monitorUnits', label),
          figure(`${ref}.expected`, formatCount(summed), 'monitorExpected', label),
        ]
      return [
        ...(total === null ? [] : [figure(`${ref}.total`, formatSmallCount(total), 'monitorTotal', label)]),
        figure(`${ref}.units`, formatCount(known), 'monitorUnits', label),
        figure(`${ref}.expected`, formatCount(expected), 'monitorExpected', label),
        figure(`${ref}.words`, formatSmallCount(inWords), 'monitorWords', label),
      ]
    }),
  )
}

function taskFigures(source: ReportSource): ReportFigure[] {
  return [
    figure('tsk.asked', formatCount(unitsAskedForTasks(source).length), 'tasksAsked'),
    ...source.programme.tasks.flatMap(({ code, label }): ReportFigure[] => {
      const by = unitsByStatus(source, code)
      const named = (words: string): string => `${label.vi}: ${words}`
      return [
        {
          ref: `${code}.reporting`,
          label: named(figureNameTexts.tasksReporting.vi),
          shown: formatCount(unitsReportingTask(source, code).length),
        },
        { ref: `${code}.stated`, label: named(figureNameTexts.tasksStated.vi), shown: formatSmallCount(countStated(by)) },
        ...taskStatuses.map((status) => ({
          ref: `${code}.${status}`,
          label: named(taskStatusTexts[status].vi),
          shown: formatSmallCount(by[status].length),
        })),
      ]
    }),
  ]
}

const milestoneParts: Readonly<Record<keyof MilestoneCounts, Name>> = {
  asked: 'milestoneAsked',
  issued: 'milestoneIssued',
  inTime: 'milestoneInTime',
  later: 'milestoneLater',
  undated: 'milestoneUndated',
  open: 'milestoneOpen',
}

function milestoneFigures(source: ReportSource): ReportFigure[] {
  return source.programme.milestones.flatMap((milestone) => {
    const counts = countMilestone(source, milestone)
    return Object.entries(milestoneParts).map(([part, name]) => {
      const count = counts[part as keyof MilestoneCounts]
      const shown = part === 'asked' || part === 'issued' ? formatCount(count) : formatSmallCount(count)
      return figure(`mil.${milestone.code}.${part}`, shown, name, milestone.label.vi)
    })
  })
}

function reviewFigures(source: ReportSource): ReportFigure[] {
  const { open, verified } = shortcomingsOf(source)
  const proposals = listProposals(source)
  return [
    figure('sht.open', formatSmallCount(open.length), 'shortcomingsOpen'),
    figure('sht.carried', formatSmallCount(countCarried(open)), 'shortcomingsCarried'),
    figure('sht.verified', formatSmallCount(verified.length), 'shortcomingsVerified'),
    figure('prop.count', formatSmallCount(proposals.length), 'proposals'),
    figure('prop.units', formatSmallCount(countProposingUnits(proposals)), 'proposingUnits'),
  ]
}
