import type { Overview } from '../../../shared/contract/overview.ts'
import type { ReportEntry, ReportRoadView } from '../../../shared/contract/reports.ts'
import type { CallName } from '../../../shared/contract/rights.ts'
import type { ReportState } from '../../../shared/domain/report-state.ts'
import { nextStepTexts, overviewTexts } from '../../../shared/messages/page.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { PageId } from '../../client/page-ids.ts'
import { signOffOffers } from '../../client/sign-off-offers.ts'

type StepParams = Readonly<Record<string, string>>

/** `page` and `params`: where it is done; the command does the same. */
export type NextStep = { words: string; page: PageId; params: StepParams; command: string }

type Asking = { language: Language; isAllowed: (call: CallName) => boolean }
type StepName = keyof typeof nextStepTexts
type Step = { name: StepName; page: PageId; params?: StepParams; command: string; count?: number }

/** Furthest first: what is on its way to the leader or the registrar is what a period waits for. */
const onTheirWay: readonly ReportState[] = ['signed', 'approved', 'submitted', 'reviewed']

/** The report that decides what comes next, of a list that begins with the newest; undefined when there is none but superseded ones. */
export const leadingReport = (reports: readonly ReportEntry[]): ReportEntry | undefined =>
  onTheirWay.map((state) => reports.find((one) => one.state === state)).find((one) => one !== undefined) ??
  reports.find(({ state }) => state !== 'superseded')

/**
 * What the period waits for most of whoever looks, in words, and the command that does it; where it waits for somebody else, who
 * that is. Without a period: opening one. `road` is the leading report's, undefined without one.
 */
export function nextStepOf(view: Overview | undefined, road: ReportRoadView | undefined, { language, isAllowed }: Asking): NextStep {
  const { name, page, params = {}, command, count = 0 } = view ? stepOfPeriod(view, road, isAllowed) : openPeriod
  return {
    words: fillText(nextStepTexts[name], language, { count: formatSmallCount(count, language) }),
    page,
    params,
    command: `tonghop ${name === 'take_in' ? command.replace('{folder}', overviewTexts.folder[language]) : command}`,
  }
}

const openPeriod: Step = {
  name: 'open_period',
  page: 'start',
  command: 'period open 2026-H1 --from 2025-12-15 --to 2026-06-14 --due 2026-06-17T16:30',
}

function stepOfPeriod(view: Overview, road: ReportRoadView | undefined, isAllowed: Asking['isAllowed']): Step {
  const { waiting, findings, register, period } = view
  const of = `--period ${period.code}`
  const when = (isOpen: boolean, call: CallName, step: Step): Step[] => (isOpen && isAllowed(call) ? [step] : [])
  const answer = when(waiting > 0, 'submissions.resolveHeld', {
    name: 'answer',
    page: 'intake',
    command: `held list ${of}`,
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
      command: `period close ${period.code}`,
    })
    return [...own, ...answer, ...close, ...rest][0]!
  }
  return [
    ...remarks,
    ...answer,
    ...when(register.received === 0, 'submissions.import', { name: 'take_in', page: 'intake', command: `import {folder} ${of}` }),
    ...when(findings.blocking > 0, 'discrepancies.settle', {
      name: 'settle',
      page: 'reconcile',
      command: `findings ${of} --open`,
      count: findings.blocking,
    }),
    ...own,
    ...when(register.unsent > 0 && period.state === 'open', 'letters.write', {
      name: 'chase',
      page: 'register',
      command: `status ${of}`,
      count: register.unsent,
    }),
    ...when(!road, 'reports.build', { name: 'build', page: 'report', command: `report build ${of} --kind periodic --out bao-cao.pdf` }),
    ...rest,
    { name: 'look', page: 'overview', command: `status ${of}` } as const,
  ][0]!
}

/** `remarks`: answers that are owed; `own`: the step that is this person’s; `rest`: what is left to say when nothing else is. */
function stepsOfReport(road: ReportRoadView, isAllowed: Asking['isAllowed']): { remarks: Step[]; own: Step[]; rest: Step[] } {
  const { state, report: id, period } = road.report
  const step = (name: StepName, command: string): Step[] => [{ name, page: 'report', params: { report: id }, command: `report ${command}` }]
  const { primary, decisions } = signOffOffers(road, isAllowed)
  const isStale = road.blockers.some(({ code }) => code === 'stale')
  const rest =
    state === 'issued'
      ? step('read_issued', `list --period ${period}`)
      : isStale && isAllowed('reports.build')
        ? step('rebuild', `build --period ${period} --kind ${road.report.kind} --out bao-cao.pdf`)
        : state === 'superseded'
          ? []
          : step(`wait_${state}`, `list --period ${period}`)
  const open = road.remarks.filter(({ answer }) => answer === null).length
  if (primary === 'answer') return { remarks: [{ ...step('answer_remarks', `show ${id}`)[0]!, count: open }], own: [], rest }
  if (decisions.length > 0) return { remarks: [], own: step('approve', `approve ${id}`), rest }
  const own =
    primary === 'review'
      ? step('review', `review ${id}`)
      : primary === 'submit'
        ? step('submit', `submit ${id}`)
        : primary === 'issue'
          ? step('issue', `issue ${id} --number N --date D`)
          : primary === 'sign'
            ? step(state === 'issued' ? 'seal' : 'sign', `sign ${id} --p12 FILE --out FILE`)
            : []
  return { remarks: [], own, rest }
}
