import { proposalCount } from '../../shared/domain/template.ts'
import type { ProposalState } from '../../shared/domain/review.ts'
import { AppError } from '../../shared/errors.ts'
import { nameKey } from '../../shared/vietnamese/text-key.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand } from '../audit/run-command.ts'
import { insertProposalStep, listProposalSteps, type ProposalStep } from '../store/desk-store.ts'
import { listTextsInEffect } from '../store/laid-text-store.ts'
import { getExpectedUnit, getPeriod, listExpectedUnits } from '../store/period-store.ts'
import { findEffective } from '../store/submission-store.ts'

export type Proposal = {
  unit: string
  unitName: string
  words: string
  addressee: string
  /** Null while nobody has said what becomes of it. */
  state: ProposalState | null
  reason: string
  actor: string | null
  at: string | null
}

/** Every proposal of the versions that count, those taken from papers included, in protocol order, with what became of it. Refuses with `period.not_found`. */
export function listProposals({ store }: Pick<ServiceContext, 'store'>, request: { period: string }): Proposal[] {
  const period = getPeriod(store, request.period).code
  const steps = new Map(listProposalSteps(store, period).map((step) => [keyOf(step), step]))
  return listExpectedUnits(store, period).flatMap(({ code, name }): Proposal[] => {
    const submission = findEffective(store, period, code)
    if (!submission) return []
    const texts = new Map(listTextsInEffect(store, submission).map((input) => [input.name, input.text]))
    return Array.from({ length: proposalCount }, (_, index) => index + 1).flatMap((number): Proposal[] => {
      const words = texts.get(`prop.${number}.text`)
      if (words === undefined || words.trim() === '') return []
      const step = steps.get(keyOf({ unit: code, words }))
      return [
        {
          unit: code,
          unitName: name,
          words,
          addressee: texts.get(`prop.${number}.addressee`) ?? '',
          state: step?.state ?? null,
          reason: step?.reason ?? '',
          actor: step?.actor ?? null,
          at: step?.at ?? null,
        },
      ]
    })
  })
}

/** The same words are the same proposal, in whichever row of whichever version they stand. */
const keyOf = ({ unit, words }: { unit: string; words: string }): string => `${unit} ${nameKey(words)}`

/** Refuses with `period.not_found`, `unit.not_found`, `proposal.not_found`. */
export function setProposal(
  context: ServiceContext,
  request: { period: string; unit: string; words: string; state: ProposalState; reason: string },
): Proposal {
  const { store } = context
  const period = getPeriod(store, request.period).code
  const unit = getExpectedUnit(store, period, request.unit).code
  const isThis = (proposal: Proposal): boolean => keyOf(proposal) === keyOf({ unit, words: request.words })
  const found = listProposals({ store }, { period }).find(isThis)
  if (!found) throw new AppError('proposal.not_found')
  return runCommand(context, () => {
    const step: ProposalStep = {
      id: context.newId(),
      period,
      unit,
      words: found.words,
      state: request.state,
      reason: request.reason.normalize('NFC').trim(),
      actor: context.actor,
      at: context.clock(),
    }
    insertProposalStep(store, step)
    return {
      entry: { action: 'proposal.set', params: { period, unit, state: step.state }, rows: [{ table: 'proposal_step', key: step.id }] },
      result: listProposals({ store }, { period }).find(isThis)!,
    }
  })
}
