import type { Id } from '../../shared/domain/identity.ts'
import type { ServiceContext } from '../audit/context.ts'
import { readAtOnce } from '../store/one-moment.ts'
import { getPeriod } from '../store/period-store.ts'
import { listAnswersOf, listSettlements, type QueryAnswer, type Settlement } from '../store/settlement-store.ts'
import { standingFindings } from './standing-findings.ts'

/**
 * `stands`: it holds; `reopened`: its cells say something else by now; `gone`: the finding no longer stands; `replaced`: decided
 * again since; `undone`: taken back.
 */
export type DecisionStanding = 'stands' | 'reopened' | 'gone' | 'replaced' | 'undone'
export type Decided = Omit<Settlement, 'fingerprint' | 'byReviewer' | 'isUndone'> & { standing: DecisionStanding }

/** Every decision of a period, oldest first, and what has become of it. Refuses with `period.not_found`. */
export function listDecisions({ store }: Pick<ServiceContext, 'store'>, request: { period: string; finding?: Id | undefined }): Decided[] {
  const period = getPeriod(store, request.period).code
  const all = listSettlements(store, period).filter(({ finding }) => request.finding === undefined || finding === request.finding)
  const { byId, decisions } = readAtOnce(standingFindings(store, period))
  const last = new Map<string, Settlement>()
  for (const settlement of all) {
    const { finding, decision, isUndone } = settlement
    if (isUndone) continue
    last.set(`${finding} ${decision === 'marked'}`, settlement)
    // As it counts: a mark goes before what was decided earlier, but for a question to the unit.
    if (decision === 'marked' && last.get(`${finding} false`)?.decision !== 'asked') last.delete(`${finding} false`)
  }
  const standingOf = ({ finding, decision, id, isUndone, fingerprint }: Settlement): DecisionStanding => {
    if (isUndone) return 'undone'
    if (last.get(`${finding} ${decision === 'marked'}`)?.id !== id) return 'replaced'
    const draft = byId.get(finding)
    if (!draft) return 'gone'
    return decision === 'marked' || (draft.state !== 'open' && decisions.fingerprint(draft) === fingerprint) ? 'stands' : 'reopened'
  }
  return all.map((settlement) => {
    const { fingerprint: _fingerprint, byReviewer: _byReviewer, isUndone: _isUndone, ...rest } = settlement
    return { ...rest, standing: standingOf(settlement) }
  })
}

/** What the unit wrote to the question of one finding, oldest first. Refuses with `period.not_found`. */
export const listAnswers = (
  { store }: Pick<ServiceContext, 'store'>,
  request: { period: string; finding: Id },
): Omit<QueryAnswer, 'period' | 'finding' | 'unit' | 'sha256'>[] =>
  listAnswersOf(store, getPeriod(store, request.period).code, request.finding).map(({ id, verdict, value, text, actor, at }) => ({
    id,
    verdict,
    value,
    text,
    actor,
    at,
  }))
