import type { SourceLine } from '../../shared/domain/programme.ts'
import type { Store } from './database.ts'
import type { ReadingSteps } from './one-moment.ts'
import type { PooledIndicator } from './pooled-indicators.ts'

export type CountedUnit = { unit: string; name: string; numerator: number; denominator: number }

const unitsAtOnce = 1500

// The plus keeps the range of units where it is: repeated for the submissions, it would be chosen as their index.
const countedUnits = `SELECT u.code AS unit, u.name, coalesce(an.value, gn.value, 0) AS numerator, coalesce(ad.value, gd.value, 0) AS denominator, e.rank, e.unit AS key
  FROM expected_unit e CROSS JOIN submission s ON s.period = e.period AND s.unit = +e.unit AND s.state = 'effective'
  JOIN figure gn ON gn.submission = s.key AND gn.field = @numerator
  JOIN figure gd ON gd.submission = s.key AND gd.field = @denominator
  JOIN unit u ON u.key = e.unit
  LEFT JOIN adjustment an ON an.period = e.period AND an.unit = e.unit AND an.field = gn.field AND an.state = 'active'
  LEFT JOIN adjustment ad ON ad.period = e.period AND ad.unit = e.unit AND ad.field = gd.field AND ad.state = 'active'
  WHERE e.period = @period AND e.unit > @after AND e.line = @line AND (gn.state < 2 OR an.key IS NOT NULL) AND (gd.state < 2 OR ad.key IS NOT NULL)
  ORDER BY e.unit LIMIT ${unitsAtOnce}`

/** The units that are summed in one indicator, with both counts in effect, in protocol order. */
export function* listCountedUnits(
  store: Store,
  period: number,
  line: SourceLine,
  { numerator, denominator }: PooledIndicator,
): ReadingSteps<CountedUnit[]> {
  type Row = CountedUnit & { rank: number; key: number }
  const statement = store.prepare<[Record<string, unknown>], Row>(countedUnits)
  const found: Row[] = []
  for (;;) {
    const rows = statement.all({ period, line, numerator, denominator, after: found.at(-1)?.key ?? -1 })
    found.push(...rows)
    if (rows.length < unitsAtOnce) break
    yield
  }
  return found
    .toSorted((a, b) => a.rank - b.rank || (a.unit < b.unit ? -1 : 1))
    .map(({ unit, name, numerator, denominator }) => ({ unit, name, numerator, denominator }))
}
