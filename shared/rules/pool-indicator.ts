import { countedValue, type Reading } from '../domain/figure.ts'

/** What the units of one line add up to in one indicator. `reported` counts the units that are summed. */
export type Pool = { numerator: number; denominator: number; reported: number; notApplicable: number }

export const emptyPool: Pool = { numerator: 0, denominator: 0, reported: 0, notApplicable: 0 }

const blank: Reading = { state: 'blank', value: null }

/**
 * One unit's part in an indicator: summed only when both counts are a value or nil; out of the expected units when either
 * is not applicable; otherwise missing, and it adds nothing.
 */
export function poolUnit(numerator: Reading = blank, denominator: Reading = blank): Pool {
  if (numerator.state === 'not_applicable' || denominator.state === 'not_applicable') return { ...emptyPool, notApplicable: 1 }
  const [top, bottom] = [countedValue(numerator), countedValue(denominator)]
  return top === undefined || bottom === undefined ? emptyPool : { numerator: top, denominator: bottom, reported: 1, notApplicable: 0 }
}

export const addPools = (a: Pool, b: Pool): Pool => ({
  numerator: a.numerator + b.numerator,
  denominator: a.denominator + b.denominator,
  reported: a.reported + b.reported,
  notApplicable: a.notApplicable + b.notApplicable,
})
