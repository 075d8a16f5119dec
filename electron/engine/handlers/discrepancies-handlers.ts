import type { Connection } from '../connection.ts'
import { guarded as on } from '../guard.ts'

/** Without accounts nobody has a role. */
const deciderOf = (connection: Connection): { isTrial: boolean; isReviewer: boolean } => {
  const { state, account } = connection.describe()
  return { isTrial: state === 'trial', isReviewer: account?.roles.includes('reviewer') === true }
}

export const discrepanciesHandlers = {
  settle: on.discrepancies.settle.handler(async ({ context, input }) => {
    // Figures are laid over by whom may adjust them at all.
    if (input.as === 'adjusted') context.connection.admit('adjustments.add', 'command')
    return (await import('../../reconcile/settle-findings.ts')).settleFindings(context, { ...input, by: deciderOf(context.connection) })
  }),
  undo: on.discrepancies.undo.handler(async ({ context, input }) =>
    (await import('../../reconcile/settle-findings.ts')).undoSettlement(context, { ...input, by: deciderOf(context.connection) }),
  ),
  list: on.discrepancies.list.handler(async ({ context, input }) =>
    (await import('../../reconcile/list-decisions.ts')).listDecisions(context, input),
  ),
  answers: on.discrepancies.answers.handler(async ({ context, input }) =>
    (await import('../../reconcile/list-decisions.ts')).listAnswers(context, input),
  ),
  try: on.discrepancies.try.handler(async ({ context, input }) =>
    (await import('../../reconcile/try-figure.ts')).tryFigure(context, input),
  ),
}
