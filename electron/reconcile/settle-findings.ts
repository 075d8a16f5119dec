import { largestCount, type Reading } from '../../shared/domain/figure.ts'
import type { Id } from '../../shared/domain/identity.ts'
import type { Decision } from '../../shared/domain/review.ts'
import { AppError } from '../../shared/errors.ts'
import { isAnsweredAtIntake } from '../../shared/rules/answered-at-intake.ts'
import { decisionsAbout } from '../../shared/rules/review/decisions-about.ts'
import { nameKey } from '../../shared/vietnamese/text-key.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand, type RowReference } from '../audit/run-command.ts'
import { getAdjustment, type AdjustmentBasis } from '../store/adjustment-store.ts'
import { readAtOnce } from '../store/one-moment.ts'
import type { Store } from '../store/database.ts'
import { getExpectedUnit, getOpenPeriod, getPeriod } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import {
  findLastBatch,
  insertSettlement,
  listBatch,
  listSettlementsOf,
  updateSettlementUndone,
  type Settlement,
} from '../store/settlement-store.ts'
import { checkRequest, layAdjustment, takeBackAdjustment } from './adjust-figure.ts'
import type { DraftFinding } from './scene.ts'
import { getFinding, type FindingCell } from './get-finding.ts'
import { fingerprintsIn } from './overlay-settlements.ts'
import { findAgain, standingFindings } from './standing-findings.ts'

/** Who decides: without accounts nobody has a role, and the name stands for the person. */
export type Decider = { isTrial: boolean; isReviewer: boolean }

export type SettleRequest = {
  period: string
  findings: readonly Id[]
  /** How each stood when the person looked at it, in the same order. */
  seen?: readonly DraftFinding['state'][] | undefined
  as: Decision
  reason: string
  basis?: AdjustmentBasis | undefined
  /** With `adjusted`: the figures to lay over, of which the finding speaks. */
  figures?: readonly { unit: string; field: string; value: number; seen?: Reading | undefined }[] | undefined
  by: Decider
}

export type Settled = {
  batch: Id
  period: string
  decision: Decision
  findings: { id: Id; settlement: Id; state: DraftFinding['state'] | 'gone' }[]
}

/**
 * One decision about one finding or several of one cause, in one entry. Deciding again replaces what was decided. Refuses with
 * `period.not_found | closed`, `discrepancy.not_found | no_reason | at_intake | adjust_only | nothing_to_keep | nobody_to_ask |
 * needs_reviewer | decided_meanwhile | nothing_adjusted | other_figure` and as `adjustFigure`.
 */
export function settleFindings(context: ServiceContext, request: SettleRequest): Settled {
  const { store } = context
  const period = getOpenPeriod(store, request.period).code
  const reason = request.reason.normalize('NFC').trim()
  if (reason === '') throw new AppError('discrepancy.no_reason')
  const basis = request.basis ?? 'other'
  const figures = (request.figures ?? []).map((figure) => checkRequest(context, { ...figure, period, basis, reason }))
  if ((request.as === 'adjusted') !== figures.length > 0) throw new AppError('discrepancy.nothing_adjusted', { largest: largestCount })
  return runCommand(context, () => {
    const before = readAtOnce(standingFindings(store, period)).byId
    for (const [index, id] of request.findings.entries()) {
      checkDecision(context, request, id, before.get(id))
      const seen = request.seen?.[index]
      if (seen !== undefined && before.get(id)?.state !== seen) throw new AppError('discrepancy.decided_meanwhile')
    }
    checkFigures(store, period, request.findings, figures)
    const rows: RowReference[] = []
    const adjustments = figures.map((figure) => {
      const laid = layAdjustment(context, figure)
      rows.push(...laid.rows)
      return laid.adjustment.id
    })
    const chosen = request.findings.map((id) => before.get(id)!)
    const now = figures.length > 0 ? findAgain(store, period, chosen) : before
    const fingerprint = fingerprintsIn(store, period)
    const batch = context.newId()
    const at = context.clock()
    const made = request.findings.map((finding, index): Settlement => {
      const draft = now.get(finding) ?? before.get(finding)!
      const settlement: Settlement = {
        id: context.newId(),
        batch,
        period,
        finding,
        rule: draft.rule,
        unit: draft.unit,
        subject: draft.subject,
        decision: request.as,
        basis: request.as === 'adjusted' ? basis : (request.basis ?? null),
        reason,
        fingerprint: fingerprint(draft),
        // Undoing the first of them takes all off that were laid with it.
        adjustment: adjustments[index] ?? null,
        ...comparedIn(before.get(finding) ?? draft),
        byReviewer: request.by.isReviewer || request.as === 'marked',
        isUndone: false,
        actor: context.actor,
        at,
      }
      insertSettlement(store, settlement)
      rows.push({ table: 'settlement', key: settlement.id })
      return settlement
    })
    for (const adjustment of adjustments.slice(made.length)) {
      const rest = { ...made[0]!, id: context.newId(), adjustment }
      insertSettlement(store, rest)
      rows.push({ table: 'settlement', key: rest.id })
    }
    const findings = made.map(({ id, finding }) => {
      const draft = now.get(finding)
      const state = !draft ? ('gone' as const) : draft.state === 'adjusted' || request.as === 'marked' ? draft.state : request.as
      return { id: finding, settlement: id, state }
    })
    const params = { batch, period, decision: request.as, count: made.length, findings: [...request.findings], reason }
    return { entry: { action: 'discrepancy.settle', params, rows }, result: { batch, period, decision: request.as, findings } }
  })
}

/** Findings between lines have the other line's count as the actual one; the others what they expected. */
function comparedIn({ rule, expected, actual, params }: DraftFinding): Pick<Settlement, 'compared' | 'comparedWith'> {
  const against = rule === 'R4' || rule === 'R6' ? actual : expected
  const name = params['lineName']
  return {
    compared: against !== null && /^\d{1,12}$/.test(against) ? Number(against) : null,
    comparedWith: typeof name === 'string' ? name : null,
  }
}

function checkDecision(context: ServiceContext, { as, by, period }: SettleRequest, id: Id, draft: DraftFinding | undefined): void {
  if (!draft) throw new AppError('discrepancy.not_found', { id })
  if (isAnsweredAtIntake(draft.rule)) throw new AppError('discrepancy.at_intake')
  const { fields } = getProgramme(context.store, getPeriod(context.store, period).programmeVersion)
  const isOnField = fields.some(({ code }) => code === draft.subject)
  if (!decisionsAbout({ ...draft, isOnField }).includes(as))
    throw new AppError(
      draft.rule === 'R3' ? 'discrepancy.adjust_only' : as === 'kept' ? 'discrepancy.nothing_to_keep' : 'discrepancy.nobody_to_ask',
    )
  if (as === 'marked' && !by.isTrial && !by.isReviewer) throw new AppError('discrepancy.needs_reviewer')
  if (as !== 'waived' && as !== 'kept') return
  const standing = listSettlementsOf(context.store, period, id).filter(({ isUndone }) => !isUndone)
  const ofReviewer = standing.findLast(isReviewers)
  if (ofReviewer) demandReviewer(context, ofReviewer, by)
}

/** S11: a finding is answered by the figures that it speaks of. */
function checkFigures(store: Store, period: string, findings: readonly Id[], figures: readonly { unit: string; field: string }[]): void {
  const cellsOf = (id: Id): readonly FindingCell[] => readAtOnce(getFinding({ store }, { period, unit: null, id }))?.cells ?? []
  for (const { unit, field } of figures)
    if (!findings.some((id) => cellsOf(id).some((cell) => cell.isField && cell.unit === unit && cell.input === field)))
      throw new AppError('discrepancy.other_figure', { unit: getExpectedUnit(store, period, unit).name, field })
}

const isReviewers = ({ decision, byReviewer }: Settlement): boolean => decision === 'marked' || (decision === 'asked' && byReviewer)

/** S3: what a reviewer asked or marked is let go by a reviewer; without accounts, by who did it. */
function demandReviewer({ actor }: ServiceContext, { actor: marker }: Settlement, by: Decider): void {
  if (by.isTrial ? nameKey(marker) !== nameKey(actor) : !by.isReviewer)
    throw new AppError('discrepancy.needs_reviewer', { reviewer: marker })
}

export type UndoRequest = { period?: string | undefined; id?: Id | undefined; by: Decider }
export type Undone = { batch: Id; period: string; findings: Id[]; adjustments: Id[] }

/**
 * Takes one command of decisions back, with the adjustments made in it: the one named by its batch or by a decision in it, or
 * the last one that this person made in the period. Refuses with `discrepancy.nothing_to_undo | decided_since |
 * needs_reviewer`, `period.closed`.
 */
export function undoSettlement(context: ServiceContext, request: UndoRequest): Undone {
  const { store } = context
  return runCommand(context, () => {
    const id = request.id ?? (request.period === undefined ? undefined : findLastBatch(store, request.period, context.actor))
    const batch = id === undefined ? [] : listBatch(store, id).filter(({ isUndone }) => !isUndone)
    const [first] = batch
    if (!first) throw new AppError('discrepancy.nothing_to_undo')
    getOpenPeriod(store, first.period)
    const rows: RowReference[] = []
    const adjustments: Id[] = []
    for (const settlement of batch) {
      const standing = listSettlementsOf(store, settlement.period, settlement.finding).filter(({ isUndone }) => !isUndone)
      if (standing.at(-1)?.batch !== settlement.batch) throw new AppError('discrepancy.decided_since')
      if (isReviewers(settlement)) demandReviewer(context, settlement, request.by)
      if (settlement.adjustment !== null) {
        const { state } = getAdjustment(store, settlement.adjustment)
        if (state === 'active' || state === 'suspended') {
          rows.push(...takeBackAdjustment(context, getAdjustment(store, settlement.adjustment)))
          adjustments.push(settlement.adjustment)
        }
      }
      updateSettlementUndone(store, settlement.id)
      rows.push({ table: 'settlement', key: settlement.id })
    }
    const findings = [...new Set(batch.map(({ finding }) => finding))]
    const params = { batch: first.batch, period: first.period, decision: first.decision, count: findings.length }
    return {
      entry: { action: 'discrepancy.undo', params, rows },
      result: { batch: first.batch, period: first.period, findings, adjustments },
    }
  })
}
