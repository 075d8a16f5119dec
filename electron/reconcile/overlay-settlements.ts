import type { Id } from '../../shared/domain/identity.ts'
import { canonicalJson, sha256, type Json } from '../audit/canonical.ts'
import { listAdjustments } from '../store/adjustment-store.ts'
import type { Store } from '../store/database.ts'
import { listTextsInEffect } from '../store/laid-text-store.ts'
import { figureStamp, readAtOnce, rememberUntilChange, type ReadingSteps } from '../store/one-moment.ts'
import { listReadings } from '../store/submission-rows.ts'
import { findEffective } from '../store/submission-store.ts'
import { listStandingSettlements, type Settlement } from '../store/settlement-store.ts'
import type { DraftFinding, Scene } from './scene.ts'

/** What was decided lies over what the rules say: `decide` gives a finding as it stands, `decided` are the ids that it may change. */
export type Decisions = {
  decide<Draft extends DraftFinding>(id: Id, draft: Draft): Draft
  decided: ReadonlySet<Id>
  fingerprint: Fingerprint
}

type Fingerprint = (draft: DraftFinding) => string

/** Names and labels are no part of what was decided about. */
const names: ReadonlySet<string> = new Set(['unitName', 'label', 'otherLabel', 'lineName', 'indicator'])

/** What others report moves the bounds of these with every import; what was decided about is the unit's own. */
const isAgainstOthers = /^(R([7-9]|[1-3]\d)|N\d+)$/

/**
 * S1: a decision stands as long as the finding and its cells say the same; another number opens it again. S2: what a
 * reviewer marked must be settled before the report is submitted, whatever the rule thinks of it.
 */
export function readDecisions(scene: Scene): Decisions {
  const { store, period, periodKey } = scene
  const latest = new Map<Id, Settlement>()
  const marked = new Map<Id, Settlement>()
  for (const settlement of listStandingSettlements(store, periodKey))
    if (settlement.decision !== 'marked') latest.set(settlement.finding, settlement)
    else {
      marked.set(settlement.finding, settlement)
      // What somebody let go before does not answer it; a question to the unit goes on.
      if (latest.get(settlement.finding)?.decision !== 'asked') latest.delete(settlement.finding)
    }
  // What was settled by a figure is settled as long as that figure lies over the reported one.
  const inForce = new Set(
    [...latest.values()].some(({ decision }) => decision === 'adjusted')
      ? listAdjustments(store, period.code).flatMap(({ id, state }) => (state === 'active' ? [id] : []))
      : [],
  )
  const isLifted = ({ decision, adjustment }: Settlement): boolean =>
    decision === 'adjusted' && (adjustment === null || !inForce.has(adjustment))
  const fingerprint = fingerprintsIn(store, period.code)
  return {
    decide(id, draft) {
      const mark = marked.get(id)
      const found = mark ? { ...draft, severity: 'blocking' as const } : draft
      const settlement = latest.get(id)
      if (!settlement || isLifted(settlement) || draft.state !== 'open' || settlement.fingerprint !== fingerprint(draft)) return found
      return settlement.decision === 'marked' ? found : { ...found, state: settlement.decision }
    },
    decided: new Set([...latest.keys(), ...marked.keys()]),
    fingerprint,
  }
}

/** What a finding and the cells it speaks of say, the same as long as neither says anything else. */
export const fingerprintsIn = (store: Store, period: string): Fingerprint => readAtOnce(fingerprintsOf(store, period))

const fingerprintsOf = rememberUntilChange(function* read(store: Store, period: string): ReadingSteps<Fingerprint> {
  yield
  const inputs = new Map<string, ReadonlyMap<string, string>>()
  const inputsOf = (unit: string): ReadonlyMap<string, string> => {
    let known = inputs.get(unit)
    if (!known) {
      const submission = findEffective(store, period, unit)
      known = new Map(
        submission
          ? [
              ...listReadings(store, submission.key).map(({ field, state, value }): [string, string] => [field, `${state} ${value ?? ''}`]),
              ...listTextsInEffect(store, submission).map(({ name, text }): [string, string] => [name, text]),
            ]
          : [],
      )
      inputs.set(unit, known)
    }
    return known
  }
  const taken = new WeakMap<DraftFinding, string>()
  return (draft) => {
    let print = taken.get(draft)
    if (print === undefined) taken.set(draft, (print = sha256(canonicalJson(saidBy(draft, inputsOf)))))
    return print
  }
}, figureStamp)

function saidBy(draft: DraftFinding, inputsOf: (unit: string) => ReadonlyMap<string, string>): Json {
  const { rule, unit, subject, counterpart, expected, actual, params } = draft
  const touched = [subject, counterpart, params['otherField']].flatMap((name) => (typeof name === 'string' ? [name] : []))
  const cells = unit === null ? [] : touched.flatMap((name) => inputsOf(unit).get(name) ?? [])
  if (isAgainstOthers.test(rule)) return [rule, actual, cells]
  const said = Object.entries(params).filter(([name]) => !names.has(name))
  return [rule, expected, actual, Object.fromEntries(said), cells]
}
