import type { Programme, SourceLine } from '../domain/programme.ts'

/** A field is summed over the line of the indicator that uses it; one that none uses, over the line of the first indicator. */
export function summedLineOf({ indicators }: Pick<Programme, 'indicators'>, field: string): SourceLine {
  const user = indicators.find(({ numerator, denominator }) => numerator === field || denominator === field) ?? indicators[0]
  if (!user) throw new Error('a programme without indicators')
  return user.line
}
