import type { DoubtLevel, DoubtRule } from '../messages/rule-list.ts'

/** How much one sign of each kind says that a unit's figures or texts were not made for this period. No probability: an order to look in. */
export const doubtWeights: Readonly<Record<DoubtRule, number>> = {
  R13: 6,
  R14: 6,
  R16: 4,
  R21: 4,
  N7: 5,
  N6: 4,
  R12: 3,
  R15: 3,
  R17: 3,
  R18: 3,
  R19: 3,
  N3: 3,
  R9: 3,
  R7: 2,
  R11: 2,
  R20: 2,
  N4: 2,
  R10: 1,
  N1: 1,
  N2: 1,
  N5: 1,
}

/** Of one kind no more than so many count: thirteen thin texts are one habit. */
const mostOfOne = 3

export const isDoubtRule = (rule: string): rule is DoubtRule => Object.hasOwn(doubtWeights, rule)

/** The sum over kinds of their weight times how often, three times at most. */
export const weighDoubts = (counts: ReadonlyMap<DoubtRule, number>): number =>
  [...counts].reduce((sum, [rule, count]) => sum + doubtWeights[rule] * Math.min(count, mostOfOne), 0)

export const levelOfDoubt = (weight: number): DoubtLevel => (weight >= 12 ? 'many' : weight >= 5 ? 'some' : 'few')
