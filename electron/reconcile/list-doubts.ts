import type { DoubtLevel, DoubtRule } from '../../shared/messages/rule-list.ts'
import { doubtWeights, isDoubtRule, levelOfDoubt, weighDoubts } from '../../shared/rules/doubt-weights.ts'
import type { ServiceContext } from '../audit/context.ts'
import { readAtOnce, type ReadingSteps } from '../store/one-moment.ts'
import { listExpectedUnits } from '../store/period-store.ts'
import { findingSteps } from './list-findings.ts'

/** A unit with what makes it doubtful, the weightiest sign first. */
export type DoubtfulUnit = {
  unit: string
  name: string
  weight: number
  level: DoubtLevel
  signs: { rule: DoubtRule; count: number }[]
}

/** Units with open signs of doubt, the most doubtful first, then in protocol order. Refuses with `period.not_found`. */
export const listDoubts = (context: Pick<ServiceContext, 'store'>, request: { period: string }): DoubtfulUnit[] =>
  readAtOnce(doubtSteps(context, request))

/** `listDoubts` step by step. */
export function* doubtSteps({ store }: Pick<ServiceContext, 'store'>, { period }: { period: string }): ReadingSteps<DoubtfulUnit[]> {
  const signsOf = new Map<string, Map<DoubtRule, number>>()
  for (const { rule, unit } of yield* findingSteps({ store }, { period, open: true, withoutCells: true })) {
    if (unit === null || !isDoubtRule(rule)) continue
    const signs = signsOf.get(unit) ?? new Map<DoubtRule, number>()
    signsOf.set(unit, signs.set(rule, (signs.get(rule) ?? 0) + 1))
  }
  return listExpectedUnits(store, period)
    .flatMap(({ code, name }): DoubtfulUnit[] => {
      const counts = signsOf.get(code)
      if (!counts) return []
      const weight = weighDoubts(counts)
      const signs = [...counts].map(([rule, count]) => ({ rule, count })).toSorted((a, b) => doubtWeights[b.rule] - doubtWeights[a.rule])
      return [{ unit: code, name, weight, level: levelOfDoubt(weight), signs }]
    })
    .toSorted((a, b) => b.weight - a.weight)
}
