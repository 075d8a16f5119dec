import type { Programme } from '../../shared/domain/programme.ts'
import type { ReportDecision, ReportJudgements } from '../../shared/domain/report-judgements.ts'
import { dayInVietnam } from '../../shared/rules/report-wording.ts'
import { notesForReport } from '../../shared/rules/review/notes-for-report.ts'
import { ruleSayer } from '../../shared/rules/rule-message.ts'
import type { ServiceContext } from '../audit/context.ts'
import type { Finding } from '../reconcile/scene.ts'
import { listNoteViews, listRegister } from '../review/list-notes.ts'
import { listProposals } from '../review/proposals.ts'
import { listWrittenLetters } from '../review/write-letter.ts'
import { listExpectedUnits } from '../store/period-store.ts'
import { listSettlements } from '../store/settlement-store.ts'
import { listTaskStatuses } from '../store/task-status-store.ts'

/** What people found, said and decided about a period; `findings`: all of it, settled ones included. */
export function composeJudgements(
  context: ServiceContext,
  period: string,
  programme: Programme,
  findings: readonly Finding[],
): ReportJudgements {
  const { store } = context
  const expected = new Set(listExpectedUnits(store, period).map(({ code }) => code))
  const strengths = listNoteViews(context, { period }).filter(({ kind }) => kind === 'strength' || kind === 'commendation')
  return {
    taskStatuses: listTaskStatuses(store, period)
      .filter(({ unit }) => expected.has(unit))
      .map(({ task, unit, status }) => ({ task, unit, status })),
    notes: notesForReport([...listRegister(context, { all: true }), ...strengths], period),
    proposalStates: listProposals(context, { period }).flatMap(({ unit, words, state }) =>
      state === null ? [] : [{ unit, words, state }],
    ),
    decisions: decisionsOf(context, period, programme, findings),
    minutes: Object.fromEntries(
      listWrittenLetters(context, { period })
        .filter(({ kind }) => kind === 'minutes')
        .flatMap(({ units, at }) => units.map((unit) => [unit, dayInVietnam(at)])),
    ),
  }
}

/** What was found; what to do about it has been done by now. */
const firstSentence = (text: string): string => text.replace(/(?<=[.!?])\s+\p{Lu}.*$/su, '')

/** Findings on figures that hold as kept or waived, in their own order, with what was said when they were. */
function decisionsOf({ store }: ServiceContext, period: string, programme: Programme, findings: readonly Finding[]): ReportDecision[] {
  const counts = new Set(programme.fields.map(({ code }) => code))
  const settled = findings.filter(({ state, field }) => (state === 'kept' || state === 'waived') && field !== null && counts.has(field))
  if (settled.length === 0) return []
  const say = ruleSayer(programme, 'vi')
  const last = new Map(
    listSettlements(store, period)
      .filter(({ isUndone, decision }) => !isUndone && (decision === 'kept' || decision === 'waived'))
      .map((settlement) => [settlement.finding, settlement]),
  )
  return settled.flatMap(({ id, rule, params, unit, field }): ReportDecision[] => {
    const decided = last.get(id)
    if (decided?.decision !== 'kept' && decided?.decision !== 'waived') return []
    return [
      {
        unit,
        subject: field,
        about: firstSentence(say(rule, params)),
        decision: decided.decision,
        basis: decided.basis,
        reason: decided.reason,
      },
    ]
  })
}
