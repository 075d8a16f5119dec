import type { SubmissionFinding } from '../../shared/domain/finding.ts'
import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { SubmissionDifference } from '../../shared/rules/compare-submissions.ts'
import { listAdjustments } from '../store/adjustment-store.ts'
import type { Store } from '../store/database.ts'
import { listLaidTexts } from '../store/laid-text-store.ts'
import { listSettledFindings } from '../store/submission-finding-store.ts'

/** What lies on figures and texts that a version changes: adjustments and passages from papers that would be suspended, settled findings. */
export type ComesUpAgain = {
  adjustments: readonly { id: Id; field: string; value: number; reason: string; actor: string; at: Instant }[]
  texts: readonly { id: Id; name: string; heading: string }[]
  findings: readonly {
    id: string
    rule: SubmissionFinding['rule']
    params: SubmissionFinding['params']
    state: 'asked' | 'kept' | 'waived'
  }[]
}

/** Adjustments that are suspended already are not said again. */
export function findWhatComesUpAgain(
  store: Store,
  { period, unit }: { period: string; unit: string },
  difference: SubmissionDifference,
): ComesUpAgain {
  const fields = new Set(difference.figures.filter(({ commune, old }) => commune === null && old !== null).map(({ field }) => field))
  const texts = new Map(difference.texts.map((change) => [change.name, change.new]))
  if (fields.size === 0 && texts.size === 0) return { adjustments: [], texts: [], findings: [] }
  return {
    adjustments: listAdjustments(store, period)
      .filter((adjustment) => adjustment.unit === unit && adjustment.state === 'active' && fields.has(adjustment.field))
      .map(({ id, field, value, reason, actor, at }) => ({ id, field, value, reason, actor, at })),
    texts: listLaidTexts(store, period, unit)
      .filter(({ state, name, reported }) => state === 'active' && (texts.get(name) ?? '') !== '' && texts.get(name) !== reported)
      .map(({ id, name, heading }) => ({ id, name, heading })),
    findings: listSettledFindings(store, period, unit)
      .filter(({ subject }) => subject !== null && (fields.has(subject) || texts.has(subject)))
      .map(({ id, rule, params, state }) => ({ id, rule, params, state })),
  }
}
