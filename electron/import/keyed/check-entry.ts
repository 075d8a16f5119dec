import type { Id } from '../../../shared/domain/identity.ts'
import type { KeyedDifference, KeyedFigure } from '../../../shared/domain/keyed-entry.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ServiceContext } from '../../audit/context.ts'
import { runCommand, type RowReference } from '../../audit/run-command.ts'
import { updateKeyedEntry, type KeyedEntry } from '../../store/keyed-entry-store.ts'
import { getOpenPeriod } from '../../store/period-store.ts'
import { getProgramme } from '../../store/programme-store.ts'
import { findSubmission } from '../../store/submission-store.ts'
import { submissionFinding } from '../../../shared/domain/finding.ts'
import { readQuestion } from '../held-question.ts'
import { goOn } from '../place-version.ts'
import { distinctRows, recordAnswer, resolutionOf, type HeldResolution } from '../record-answer.ts'
import { checkFigures } from './enter-figures.ts'
import { getKeyedEntry, isSamePerson, viewEntry, type KeyedView } from './list-entries.ts'

/** `resolution`: what the version became, where both read the same. */
export type KeyedCheck = { entry: KeyedView; agreed: boolean; resolution: HeldResolution | null }

/**
 * A second person keys the figures in once more, from the paper, without seeing what the first one keyed. Where both agree the
 * version takes its place as any other does; where not, the differences are kept and somebody must key it anew. Refuses with
 * `keyed.not_found`, `keyed.not_waiting`, `keyed.same_person`, `keyed.bad_figure`, `field.not_found`, `period.closed`.
 */
export function checkEntry(context: ServiceContext, request: { id: Id; figures: readonly KeyedFigure[] }): KeyedCheck {
  const { store } = context
  return runCommand(context, () => {
    const entry = getKeyedEntry(context, request.id)
    const held = entry.submission === null ? undefined : findSubmission(store, entry.submission)
    if (entry.state !== 'waiting' || held?.state !== 'held') throw new AppError('keyed.not_waiting')
    if (isSamePerson(entry.actor, context.actor)) throw new AppError('keyed.same_person', { actor: entry.actor })
    const period = getOpenPeriod(store, entry.period)
    const differences = compareFigures(entry.figures, checkFigures(request.figures, getProgramme(store, period.programmeVersion)))
    const agreed = differences.length === 0
    const checked: KeyedEntry = {
      ...entry,
      state: agreed ? 'checked' : 'differs',
      checker: context.actor,
      checkedAt: context.clock(),
      differences,
    }
    updateKeyedEntry(store, checked)
    const rows: RowReference[] = [{ table: 'keyed_entry', key: entry.id }]
    if (agreed) {
      const question = readQuestion(held.question)
      const keyedFrom = entry.receipt === null ? 'phone' : 'paper'
      const mark = submissionFinding('M58', 'info', { params: { actor: entry.actor, checker: context.actor, keyedFrom } })
      rows.push({ table: 'submission', key: held.id })
      rows.push(recordAnswer(context, held.id, question, { choice: 'check', unit: entry.unit }))
      rows.push(...goOn(context, held, { ...question, findings: [mark] }, period, entry.unit, ['M56']))
    }
    const params = { period: entry.period, unit: entry.unit, keyedBy: entry.actor, differences: differences.length }
    return {
      entry: { action: agreed ? 'keyed.check' : 'keyed.differ', params, rows: distinctRows(rows) },
      result: { entry: viewEntry(context, checked), agreed, resolution: agreed ? resolutionOf(context, held.id) : null },
    }
  })
}

/** In the order of the first, then what only the second has. */
function compareFigures(keyed: readonly KeyedFigure[], checked: readonly KeyedFigure[]): KeyedDifference[] {
  const [mine, theirs] = [keyed, checked].map((figures) => new Map(figures.map((figure) => [figure.field, figure])))
  const reading = (figure: KeyedFigure | undefined) => (figure ? { state: figure.state, value: figure.value } : null)
  return [...new Set([...mine!.keys(), ...theirs!.keys()])].flatMap((field): KeyedDifference[] => {
    const [one, other] = [mine!.get(field), theirs!.get(field)]
    if (one && other && one.state === other.state && one.value === other.value) return []
    return [{ field, keyed: reading(one), checked: reading(other) }]
  })
}
