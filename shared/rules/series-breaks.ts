import type { Programme } from '../domain/programme.ts'

type WithBreaks = Pick<Programme, 'breaks'>
type Break = NonNullable<Programme['breaks']>[number]

/** What cut an indicator's series between two cut-offs (ISO days), the latest; undefined while it runs on. */
export const findBreak = ({ breaks = [] }: WithBreaks, indicator: string, earlier: string, now: string): Break | undefined =>
  breaks.findLast(({ from, indicators }) => earlier < from && from <= now && (indicators === undefined || indicators.includes(indicator)))

/** The same of one count: broken with everything, or with an indicator that uses it. */
export function findFieldBreak(
  programme: WithBreaks & Pick<Programme, 'indicators'>,
  field: string,
  earlier: string,
  now: string,
): Break | undefined {
  const users = programme.indicators.filter(({ numerator, denominator }) => numerator === field || denominator === field)
  const everything = programme.breaks?.findLast(({ from, indicators }) => indicators === undefined && earlier < from && from <= now)
  return everything ?? users.map(({ code }) => findBreak(programme, code, earlier, now)).find((found) => found !== undefined)
}

/** Counts of every indicator whose series was cut between two cut-offs. */
export const brokenFields = (programme: WithBreaks & Pick<Programme, 'indicators'>, earlier: string, now: string): string[] => [
  ...new Set(
    programme.indicators
      .filter(({ code }) => findBreak(programme, code, earlier, now) !== undefined)
      .flatMap(({ numerator, denominator }) => [numerator, denominator]),
  ),
]
