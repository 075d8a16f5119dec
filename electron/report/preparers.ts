import type { Id } from '../../shared/domain/identity.ts'
import { nameKey } from '../../shared/vietnamese/text-key.ts'
import { findAccountByName, listAccountNames } from '../store/account-store.ts'
import { listAdjustments } from '../store/adjustment-store.ts'
import type { Store } from '../store/database.ts'
import { findLastChangeSince, listAdjusters, listWordsmiths } from '../store/report-entry-store.ts'
import { listReportSteps } from '../store/report-step-store.ts'
import type { StoredReport } from '../store/report-store.ts'

/**
 * Whether a report is the work of whoever acts: they built or submitted it, wrote or chose words for it, or agreed on a figure that
 * stands in it.
 */
export function isOwnWork(store: Store, report: StoredReport, actor: string): boolean {
  const own = namesOf(store, actor)
  return preparersOf(store, report).some((name) => own.has(nameKey(name)))
}

/** Whether whoever acts is who judged it in this round: submitting it would make them its preparer. */
export function hasReviewed(store: Store, report: StoredReport, actor: string): boolean {
  const reviewed = listReportSteps(store, report.id).findLast(({ state }) => state === 'reviewed')
  return reviewed !== undefined && namesOf(store, actor).has(nameKey(reviewed.actor))
}

/** A figure that was taken back since still stands in a report that was built with it. */
function preparersOf(store: Store, report: StoredReport): string[] {
  const active = listAdjustments(store, report.period).filter(({ state }) => state === 'active')
  const adjusters = findLastChangeSince(store, report) === undefined ? [] : listAdjusters(store, report)
  const submitted = listReportSteps(store, report.id).filter(({ state }) => state === 'submitted')
  return [report.actor, ...listWordsmiths(store, report), ...[...submitted, ...active].map(({ actor }) => actor), ...adjusters]
}

/** An account is whoever it was ever called: a new name makes nobody somebody else. */
function namesOf(store: Store, actor: string): ReadonlySet<string> {
  const account = findAccountByName(store, nameKey(actor))
  return new Set([nameKey(actor), ...(account ? listAccountNames(store, account.id) : [])])
}

export const accountIdOf = (store: Store, actor: string): Id | null => findAccountByName(store, nameKey(actor))?.id ?? null
