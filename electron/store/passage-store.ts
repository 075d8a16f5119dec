import type { Store } from './database.ts'

/** One narrative of the version that counts, with what was laid over it from the unit's papers. */
export type StoredPassage = { unit: string; name: string; text: string }

/** Everything that units wrote under one input name in a period, in protocol order. */
export const listPassagesOfInput = (store: Store, period: string, name: string): StoredPassage[] =>
  store
    .prepare<[{ period: string; name: string }], StoredPassage>(
      `SELECT u.code AS unit, @name AS name, coalesce(l.text, t.text) AS text
       FROM period p JOIN expected_unit e ON e.period = p.key JOIN unit u ON u.key = e.unit
       JOIN submission s ON s.period = p.key AND s.unit = u.key AND s.state = 'effective'
       LEFT JOIN text_input t ON t.submission = s.key AND t.name = @name
       LEFT JOIN laid_text l ON l.period = p.key AND l.unit = u.key AND l.name = @name AND l.state = 'active'
       WHERE p.code = @period AND (t.name IS NOT NULL OR l.text IS NOT NULL) ORDER BY e.rank, u.code`,
    )
    .all({ period, name })
