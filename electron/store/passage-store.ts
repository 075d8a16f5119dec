import type { Store } from './database.ts'

/** One narrative of the version that counts. */
export type StoredPassage = { unit: string; name: string; text: string }

/** Everything that units wrote under one input name in a period, in protocol order. */
export const listPassagesOfInput = (store: Store, period: string, name: string): StoredPassage[] =>
  store
    .prepare<[string, string], StoredPassage>(
      `SELECT u.code AS unit, t.name, t.text FROM period p JOIN expected_unit e ON e.period = p.key JOIN unit u ON u.key = e.unit
       JOIN submission s ON s.period = p.key AND s.unit = u.key AND s.state = 'effective' JOIN text_input t ON t.submission = s.key AND t.name = ?
       WHERE p.code = ? ORDER BY e.rank, u.code`,
    )
    .all(name, period)
