import type { ServiceContext } from '../audit/context.ts'
import { listFindings } from '../reconcile/list-findings.ts'
import { listAdjustments } from '../store/adjustment-store.ts'
import type { SearchedFinding } from '../store/finding-store.ts'
import { findPeriod, getPeriodKey } from '../store/period-store.ts'
import { listStandingSettlements } from '../store/settlement-store.ts'

/**
 * Whether a finding of a period that is stored as open is still open under what people decided and adjusted since. Only units with
 * such decisions are looked at again, each once.
 */
export function createStillOpen({ store }: Pick<ServiceContext, 'store'>, period: string | undefined): (found: SearchedFinding) => boolean {
  if (period === undefined || !findPeriod(store, period)) return () => true
  const key = getPeriodKey(store, period)
  const decided = new Set(listStandingSettlements(store, key).map(({ finding }) => finding))
  const adjusted = new Set(listAdjustments(store, period).flatMap(({ unit, state }) => (state === 'active' ? [unit] : [])))
  const open = new Map<string, ReadonlySet<string>>()
  return ({ id, unit }) => {
    if (!decided.has(id) && (unit === null || !adjusted.has(unit))) return true
    let ids = open.get(unit ?? '')
    if (!ids) {
      const found = listFindings({ store }, { period, unit: unit ?? undefined })
      open.set(unit ?? '', (ids = new Set(found.flatMap((one) => (one.state === 'open' || one.state === 'asked' ? [one.id] : [])))))
    }
    return ids.has(id)
  }
}
