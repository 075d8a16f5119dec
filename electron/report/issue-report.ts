import type { Id, Instant } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import { dayInVietnam } from '../../shared/rules/report-wording.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand, type RowReference } from '../audit/run-command.ts'
import { findLastNumber, insertNumber, listNumbers, type DocumentNumber } from '../store/document-number-store.ts'
import { getPeriod } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { countReportFiles } from '../store/report-freeze-store.ts'
import { insertReportStep, listReportSteps } from '../store/report-step-store.ts'
import { getReport } from '../store/report-store.ts'
import { findSetting, updateSetting } from '../store/setting-store.ts'
import type { Store } from '../store/database.ts'
import { checkReplaceable } from './choose-replaced.ts'
import type { ListedReport } from './list-reports.ts'
import { accountIdOf } from './preparers.ts'
import { readSnapshot } from './read-snapshot.ts'
import { getFreeze, keepArchived, latestPaper, readArchived, recordArchived } from './report-archive.ts'
import { scanEnding } from './scan-ending.ts'
import { checkState, takeStep } from './take-step.ts'

/** Of a report among the types of papers. */
const reportType = 'BC'
/** The committee’s present term began with its congress of 02–03/10/2025; an office whose term is another one says so. */
const usualTermFrom = '2025-10-03'

export const getTerm = ({ store }: { store: Store }): { termFrom: string } => ({
  termFrom: findSetting(store, 'term_from') ?? usualTermFrom,
})

/** Numbers run through a term: one that begins before a number of another term would give it twice. Refuses with `report.term_numbered`. */
export function updateTerm(context: ServiceContext, { termFrom }: { termFrom: string }): { termFrom: string } {
  return runCommand(context, () => {
    const twice = listNumbers(context.store).findLast((given) => given.day >= termFrom && given.termFrom !== termFrom)
    if (twice) throw new AppError('report.term_numbered', { termFrom, number: twice.number, day: twice.day })
    updateSetting(context.store, 'term_from', termFrom)
    return {
      entry: { action: 'settings.term', params: { termFrom }, rows: [{ table: 'setting', key: 'term_from' }] },
      result: { termFrom },
    }
  })
}

export type IssueOrder = {
  report: Id
  number: number
  /** ISO. */
  day: string
  /** The issued report that this one takes the place of; without it the one that its text names. */
  supersedes?: Id | undefined
  /** Of the paper that was signed by hand, where there is no certificate. */
  paper?: { bytes: Uint8Array; name: string } | undefined
}

/** What writes number and day into a paper; composed in, because reports know nothing of PDF. */
export type FillFields = (bytes: Uint8Array, values: { number: number; day: string; printedYear: string }) => Uint8Array

/**
 * Signed → issued: gives the number, fills it and the day in and locks both. An approved report that is signed on paper is issued
 * with the scan of it. Refuses with `report.not_found | wrong_state | number_taken | number_gap | number_order | outside_term |
 * day_outside | day_before_approval | day_before_submission | other_year | scan_missing | not_superseded |
 * replaces_other | bytes_lost`, and what `fill` refuses.
 */
export async function issueReport(context: ServiceContext, order: IssueOrder, fill: FillFields): Promise<ListedReport> {
  const { store, newId, clock, actor } = context
  const { report: id, number, day, paper } = order
  const report = getReport(store, id)
  checkState(report, ['signed', 'approved'])
  if (report.state === 'approved' && !paper) throw new AppError('report.scan_missing', { report: id })
  checkNumber(store, number, day)
  const period = getPeriod(store, report.period)
  checkDay(day, period.from, clock())
  const freeze = getFreeze(store, id)
  checkApproved(store, id, day)
  const { replaces } = (await readSnapshot(store, id, freeze)).source
  if (replaces && order.supersedes !== undefined && order.supersedes !== replaces.report)
    throw new AppError('report.replaces_other', { number: replaces.number, day: replaces.day })
  const supersedes = order.supersedes ?? replaces?.report
  const file = latestPaper(store, freeze.id)
  const issued = await keepArchived(
    store,
    fill(await readArchived(store, id, file), { number, day, printedYear: period.to.slice(0, 4) }),
    '.pdf',
  )
  const scan = paper ? await keepArchived(store, paper.bytes, scanEnding(paper)) : undefined
  const programme = getProgramme(store, period.programmeVersion)
  return takeStep(context, {
    report: id,
    from: [report.state],
    to: 'issued',
    action: 'report.issue',
    params: { number, day, sha256: issued.sha256, ...(supersedes === undefined ? {} : { supersedes }) },
    words: report.state === 'approved' ? { kind: 'paper', words: paper?.name ?? '' } : undefined,
    write(current) {
      checkNumber(store, number, day)
      if (current.state !== report.state || latestPaper(store, getFreeze(store, id).id).sha256 !== file.sha256)
        throw new AppError('report.wrong_state', { report: id, state: current.state })
      const given: DocumentNumber = {
        id: newId(),
        type: reportType,
        termFrom: getTerm({ store }).termFrom,
        number,
        day,
        symbol: programme.issuer.symbol,
        report: id,
        supersedes: supersedes ?? null,
        about: programme.reportSubject.vi,
        at: clock(),
        actor,
      }
      insertNumber(store, given)
      return [
        { table: 'document_number', key: given.id },
        recordArchived(context, freeze.id, 'issued', issued),
        ...(scan ? [recordArchived(context, freeze.id, 'approval', scan)] : []),
        ...(supersedes === undefined ? [] : [supersede(supersedes)]),
      ]
    },
  })

  function supersede(old: Id): RowReference {
    checkReplaceable(store, old)
    const step = { id: newId(), report: old, state: 'superseded', at: clock(), actor } as const
    insertReportStep(store, { ...step, account: accountIdOf(store, actor) })
    return { table: 'report_step', key: step.id }
  }
}

/**
 * Nothing goes out under a day on which nobody had approved it yet. An approval by hand is recorded after it was given, and given
 * after the paper was submitted.
 */
function checkApproved(store: Store, id: Id, day: string): void {
  const isByHand = countReportFiles(store, getFreeze(store, id).id, 'approval') > 0
  const step = listReportSteps(store, id).findLast(({ state }) => state === (isByHand ? 'submitted' : 'approved'))
  const approved = step ? dayInVietnam(step.at) : day
  if (day < approved) throw new AppError(isByHand ? 'report.day_before_submission' : 'report.day_before_approval', { day, approved })
}

const dayMs = 86_400_000
/** How long before its day a paper may be numbered. */
const daysAhead = 31

/** A number that was given is given for ever: a day that was mistyped by a year or a month is asked for again. */
function checkDay(day: string, from: string, now: Instant): void {
  const until = dayInVietnam(new Date(Date.parse(now) + daysAhead * dayMs).toISOString())
  if (day < from || day > until) throw new AppError('report.day_outside', { day, from, until })
}

/** Numbers of a type run on through the whole term, from wherever the register begins, and never go back in time. */
function checkNumber(store: Store, number: number, day: string): void {
  const { termFrom } = getTerm({ store })
  if (day < termFrom) throw new AppError('report.outside_term', { day, termFrom })
  const last = findLastNumber(store, reportType, termFrom)
  if (!last) return
  if (number <= last.number) throw new AppError('report.number_taken', { number, next: last.number + 1 })
  if (number > last.number + 1) throw new AppError('report.number_gap', { number, next: last.number + 1 })
  if (day < last.day) throw new AppError('report.number_order', { number: last.number, day: last.day })
}

/** A number of the same type that was given to a paper made elsewhere. Refuses as `issueReport` does about numbers and days. */
export function recordNumber(
  context: ServiceContext,
  { number, day, about }: { number: number; day: string; about: string },
): DocumentNumber {
  const { store, newId, clock, actor } = context
  return runCommand(context, () => {
    const { termFrom } = getTerm(context)
    checkNumber(store, number, day)
    // The next one may not go back behind it.
    checkDay(day, termFrom, clock())
    const given = {
      id: newId(),
      type: reportType,
      termFrom,
      number,
      day,
      symbol: '',
      report: null,
      supersedes: null,
      about,
      at: clock(),
      actor,
    }
    insertNumber(store, given)
    return {
      entry: { action: 'report.number', params: { number, day, about }, rows: [{ table: 'document_number', key: given.id }] },
      result: given,
    }
  })
}

export type Register = { termFrom: string; next: number | null; numbers: DocumentNumber[] }

/** Everything that was given, and what comes next; null while any number may begin the register. */
export function getRegisterOfNumbers({ store }: { store: Store }): Register {
  const { termFrom } = getTerm({ store })
  const last = findLastNumber(store, reportType, termFrom)
  return { termFrom, next: last ? last.number + 1 : null, numbers: listNumbers(store) }
}
