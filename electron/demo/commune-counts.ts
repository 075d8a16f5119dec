import type { Unit } from '../../shared/domain/unit.ts'
import { choicesFor } from './seeded-random.ts'

/** Counts by field code. */
export type Counts = Record<string, number>

/**
 * A commune's counts as they would be without mistakes: wards are larger, parts add up to their whole, no numerator
 * exceeds its denominator, and rates lie on both sides of the programme's targets.
 */
export function communeCounts(seed: number, unit: Pick<Unit, 'code' | 'kind'>): Counts {
  const draw = choicesFor(seed, `counts ${unit.code}`)
  const size = (unit.kind === 'phuong' ? draw.between(170, 320) : draw.between(35, 130)) / 100
  const scaled = (low: number, high: number): number => Math.round(draw.between(low, high) * size)

  const umTotal = scaled(1_900, 3_200)
  const workers = Math.round(umTotal * (draw.between(118, 165) / 100))
  const state = draw.between(1, unit.kind === 'phuong' ? 6 : 3)
  const nonstate = Math.max(3, scaled(14, 34))
  const psu = Math.max(2, scaled(3, 6))
  const unions = state + nonstate
  const withSource = draw.share(unions, 55, 85)
  const introduced = draw.share(withSource, 85, 135)
  const stateEnterprises = draw.between(0, unit.kind === 'phuong' ? 4 : 1)
  const nonstateEnterprises = scaled(60, 150)
  const enterprises = stateEnterprises + nonstateEnterprises
  const unionised = Math.min(enterprises, draw.share(nonstate, 80, 96) + stateEnterprises)
  const agreements = draw.share(unionised, 74, 90)
  const newAgreements = draw.share(agreements, 4, 18)
  const cadres = unions * draw.between(3, 5) + draw.between(0, 6)
  const informed = draw.share(workers, 84, 95)
  return {
    um_total: umTotal,
    um_informed: draw.share(umTotal, 92, 98),
    um_introduced: introduced,
    um_admitted: draw.share(introduced, 35, 70),
    w_total: workers,
    w_informed: informed,
    w_upskilled: draw.share(workers, 52, 66),
    ub_total: unions,
    ub_state: state,
    ub_nonstate: nonstate,
    ub_psu: Math.min(psu, unions),
    ub_with_source: withSource,
    ub_state_dr: draw.chance(93) ? state : state - 1,
    ub_nonstate_dr: draw.share(nonstate, 76, 96),
    ub_psu_conf: Math.min(psu, unions) - (draw.chance(25) ? 1 : 0),
    ent_total: enterprises,
    ent_state: stateEnterprises,
    ent_nonstate: nonstateEnterprises,
    ent_lt10: draw.share(enterprises, 36, 52),
    ent_union: unionised,
    ent_nonstate_conf: draw.share(nonstateEnterprises, 55, 68),
    ent_dialogue: draw.share(enterprises, 58, 74),
    ent_cba: agreements,
    cba_new: newAgreements,
    cba_registered: draw.share(newAgreements, 70, 100),
    uc_total: cadres,
    uc_trained: draw.chance(45) ? cadres : draw.share(cadres, 88, 99),
    propaganda_sessions: draw.between(8, 26) + Math.round(size * 14),
    propaganda_turns: draw.share(informed, 108, 165),
    leader_dialogues: draw.between(1, 5),
  }
}

/** The counts of many communes added up, as a body that keeps its own books of all of them would report. */
export function sumCounts(all: Iterable<Counts>): Counts {
  const sums: Counts = {}
  for (const counts of all) for (const [field, value] of Object.entries(counts)) sums[field] = (sums[field] ?? 0) + value
  return sums
}
