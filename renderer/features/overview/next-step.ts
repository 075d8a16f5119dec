import type { Overview } from '../../../shared/contract/overview.ts'
import type { ReportEntry, ReportRoadView } from '../../../shared/contract/reports.ts'
import type { CallName } from '../../../shared/contract/rights.ts'
import type { ReportState } from '../../../shared/domain/report-state.ts'
import { nextStepTexts } from '../../../shared/messages/page.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { PageId } from '../../client/page-ids.ts'
import { signOffOffers } from '../../client/sign-off-offers.ts'

type StepParams = Readonly<Record<string, string>>

/** `page` and `params`: where it is done. */
export type NextStep = { words: string; page: PageId; params: StepParams }

type Asking = { language: Language; isAllowed: (call: CallName) => boolean }
type StepName = keyof typeof nextStepTexts
type Step = { name: StepName; page: PageId; params?: StepParams; count?: number }

/** Furthest first: what is on its way to the leader or the registrar is what a period waits for. */
const onTheirWay: readonly ReportState[] = ['signed', 'approved', 'submitted', 'reviewed']

/** The report that decides what comes next, of a list that begins with the newest; undefined when there is none but superseded ones. */
export const leadingReport = (reports: readonly ReportEntry[]): ReportEntry | undefined =>
  onTheirWay.map((state) => reports.find((one) => one.state === state)).find((one) => one !== undefined) ??
  reports.find(({ state }) => state !== 'superseded')

/**
 * What the period waits for most of whoever looks, in words; where it waits for somebody else, who
 * that is. Without a period: opening one. `road` is the leading report's, undefined without one.
 */
export function nextStepOf(view: Overview | undefined, road: ReportRoadView | undefined, { language, isAllowed }: Asking): NextStep {
  const { name, page, params = {}, count = 0 } = view ? stepOfPeriod(view, road, isAllowed) : openPeriod
  return {
    words: fillText(nextStepTexts[name], language, { count: formatSmallCount(count, language) }),
    page,
    params,
  }
}

const openPeriod: Step = { name: 'open_period', page: 'start' }

function stepOfPeriod(view: Overview, road: ReportRoadView | undefined, isAllowed: Asking['isAllowed']): Step {
  const { waiting, findings, register, period } = view
  const when = (isOpen: boolean, call: CallName, step: Step): Step[] => (isOpen && isAllowed(call) ? [step] : [])
  const answer = when(waiting > 0, 'submissions.resolveHeld', {
    name: 'answer',
    page: 'intake',
    count: waiting,
  })
  const { remarks, own, rest } = road ? stepsOfReport(road, isAllowed) : { remarks: [], own: [], rest: [] }
  // From the submission on nothing that comes in changes the report any more.
  if (road && road.report.state !== 'draft' && road.report.state !== 'reviewed') {
    const { state } = road.report
    const close = when(state === 'issued' && period.state === 'open', 'periods.close', {
      name: 'close',
      page: 'settings',
      params: { section: 'periods' },
    })
    return [...own, ...answer, ...close, ...rest][0]!
  }
  return [
    ...remarks,
    ...answer,
    ...when(register.received === 0, 'submissions.import', { name: 'take_in', page: 'intake' }),
    ...when(findings.blocking > 0, 'discrepancies.settle', {
      name: 'settle',
      page: 'reconcile',
      count: findings.blocking,
    }),
    ...own,
    ...when(register.unsent > 0 && period.state === 'open', 'letters.write', {
      name: 'chase',
      page: 'register',
      count: register.unsent,
    }),
    ...when(!road, 'reports.build', { name: 'build', page: 'report' }),
    ...rest,
    { name: 'look', page: 'overview' } as const,
  ][0]!
}

/** `remarks`: answers that are owed; `own`: the step that is this person’s; `rest`: what is left to say when nothing else is. */
function stepsOfReport(road: ReportRoadView, isAllowed: Asking['isAllowed']): { remarks: Step[]; own: Step[]; rest: Step[] } {
  const { state, report: id } = road.report
  const step = (name: StepName): Step[] => [{ name, page: 'report', params: { report: id } }]
  const { primary, decisions } = signOffOffers(road, isAllowed)
  const isStale = road.blockers.some(({ code }) => code === 'stale')
  const rest =
    state === 'issued'
      ? step('read_issued')
      : isStale && isAllowed('reports.build')
        ? step('rebuild')
        : state === 'superseded'
          ? []
          : step(`wait_${state}`)
  const open = road.remarks.filter(({ answer }) => answer === null).length
  if (primary === 'answer') return { remarks: [{ ...step('answer_remarks')[0]!, count: open }], own: [], rest }
  if (decisions.length > 0) return { remarks: [], own: step('approve'), rest }
  const own =
    primary === 'review'
      ? step('review')
      : primary === 'submit'
        ? step('submit')
        : primary === 'issue'
          ? step('issue')
          : primary === 'sign'
            ? step(state === 'issued' ? 'seal' : 'sign')
            : []
  return { remarks: [], own, rest }
}
