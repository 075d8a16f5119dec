import type { ReportRoadView } from '../../shared/contract/reports.ts'
import type { CallName } from '../../shared/contract/rights.ts'

/** What a person can do with a report on its road; each opens a question of its own. */
export type SignOffAct =
  | 'answer'
  | 'review'
  | 'settle'
  | 'submit'
  | 'submitWithReason'
  | 'approve'
  | 'reserve'
  | 'giveBack'
  | 'onPaper'
  | 'sign'
  | 'export'
  | 'intake'
  | 'issue'
  | 'withdraw'

export type SignOffOffers = {
  /** The next step of whoever looks; undefined where it is somebody else’s. */
  primary: SignOffAct | undefined
  others: SignOffAct[]
  /** Of who approves: offered after the last page. */
  decisions: SignOffAct[]
}

/** Nothing is offered that would be refused: neither by a right nor by the state of the report. */
export function signOffOffers(road: ReportRoadView, isAllowed: (call: CallName) => boolean): SignOffOffers {
  const { state } = road.report
  const count = (code: ReportRoadView['blockers'][number]['code']): number => road.blockers.find((one) => one.code === code)?.count ?? 0
  const can = (move: ReportRoadView['moves'][number]): boolean => road.moves.includes(move)
  const isOwn = count('own_work') > 0
  const when = (isOpen: boolean, ...acts: SignOffAct[]): SignOffAct[] => (isOpen ? acts : [])
  const answer = when(count('remarks_open') > 0 && isAllowed('reports.answer'), 'answer')
  const withdraw = when(can('withdraw') && isAllowed('reports.withdraw'), 'withdraw')
  const byTool: SignOffAct[] = ['export', 'intake']
  const offer = (first: SignOffAct[], others: SignOffAct[] = [], decisions: SignOffAct[] = []): SignOffOffers => ({
    primary: first[0],
    others: [...first.slice(1), ...others, ...withdraw],
    decisions,
  })
  switch (state) {
    case 'draft':
      return offer([...answer, ...when(can('review') && !isOwn, 'review')])
    case 'reviewed': {
      if (!can('submit') || count('stale') > 0) return offer(answer)
      if (answer.length > 0 || count('own_review') > 0) return offer(answer)
      return count('blocked') > 0 ? offer(['settle'], ['submitWithReason']) : offer(['submit'])
    }
    case 'submitted': {
      const decides = can('approve') && !isOwn
      return offer(
        [],
        [...when(!decides && can('return'), 'giveBack'), ...when(!isOwn && isAllowed('reports.approveOnPaper'), 'onPaper')],
        decides ? [...when(!mustReserve(road), 'approve'), 'reserve', 'giveBack'] : [],
      )
    }
    case 'approved': {
      const signs = can('sign')
      const isLeader = isAllowed('reports.approve')
      const issue = when(can('issue'), 'issue')
      return isLeader
        ? offer(when(signs, 'sign'), [...when(signs, ...byTool), ...issue])
        : // The person’s own signature is theirs; who keeps the register carries the file to their tool and back.
          offer([], [...issue, ...when(signs, ...byTool)])
    }
    case 'signed':
      return offer(when(can('issue'), 'issue'))
    case 'issued': {
      // The office’s seal is with whoever gives the numbers.
      const seals = can('sign') && isAllowed('reports.issue')
      return offer(when(seals, 'sign'), when(seals, ...byTool))
    }
    default:
      return offer([])
  }
}

/** What was submitted with findings open is approved with reservations or not at all. */
export const mustReserve = ({ steps }: ReportRoadView): boolean => steps.findLast(({ state }) => state === 'submitted')?.kind === 'blocking'
