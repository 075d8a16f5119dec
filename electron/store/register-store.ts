import type { Instant } from '../../shared/domain/identity.ts'
import type { Channel } from '../../shared/domain/submission.ts'
import type { Store } from './database.ts'

/** What the register needs of one expected unit; `heldAt` = when the oldest file that still waits for a decision was received;
 * `keyed`: the figures that count were keyed in for the unit. */
export type RegisterRow = { code: string; name: string; receivedAt: Instant | null; heldAt: Instant | null; keyed: boolean }

/**
 * Expected units of a period in protocol order. A unit is received from the day its first version that ever counted
 * arrived: correcting figures after the due time does not make a punctual unit late. A waiting file whose unit is not
 * settled counts as waiting for each unit it may belong to, so that none of them is urged by mistake.
 */
export function listRegisterRows(store: Store, period: string): RegisterRow[] {
  const rows = store
    .prepare<[string], { code: string; name: string; receivedAt: Instant | null; keyed: number }>(
      `SELECT u.code, u.name,
         CASE WHEN EXISTS (SELECT 1 FROM submission s WHERE s.period = e.period AND s.unit = e.unit AND s.state = 'effective')
           THEN (SELECT MIN(s.received_at) FROM submission s WHERE s.period = e.period AND s.unit = e.unit AND s.state IN ('effective', 'superseded')) END AS receivedAt,
         EXISTS (SELECT 1 FROM submission s WHERE s.period = e.period AND s.unit = e.unit AND s.state = 'effective' AND s.layout = 'keyed') AS keyed
       FROM expected_unit e JOIN period p ON p.key = e.period JOIN unit u ON u.key = e.unit
       WHERE p.code = ? ORDER BY e.rank, u.code`,
    )
    .all(period)
  const heldAt = new Map(
    store
      .prepare<[{ period: string }], { unit: string; heldAt: Instant }>(
        `SELECT unit, MIN(received_at) AS heldAt FROM (
           SELECT u.code AS unit, s.received_at FROM submission s JOIN period p ON p.key = s.period JOIN unit u ON u.key = s.unit
             WHERE p.code = @period AND s.state = 'held'
           UNION ALL
           SELECT j.value, s.received_at FROM submission s JOIN period p ON p.key = s.period, json_each(s.question, '$.suggestions') j
             WHERE p.code = @period AND s.state = 'held' AND s.unit IS NULL)
         GROUP BY unit`,
      )
      .all({ period })
      .map((row) => [row.unit, row.heldAt]),
  )
  return rows.map((row) => ({ ...row, heldAt: heldAt.get(row.code) ?? null, keyed: row.keyed === 1 }))
}

/** Of an expected unit that sent something: how its first version came, and how many there are that count, counted or wait. */
export type RegisterArrival = { unit: string; kind: string; channel: Channel | null; versions: number }

/** One for each expected unit, in no order. */
export const listRegisterArrivals = (store: Store, period: string): RegisterArrival[] =>
  store
    .prepare<[{ period: string }], RegisterArrival>(
      `SELECT u.code AS unit, e.kind, f.channel, COALESCE(f.versions, 0) AS versions
       FROM expected_unit e JOIN period p ON p.key = e.period JOIN unit u ON u.key = e.unit
         LEFT JOIN (SELECT s.unit, s.channel, COUNT(*) AS versions, MIN(s.received_at) FROM submission s
           WHERE s.period = (SELECT key FROM period WHERE code = @period) AND s.state IN ('effective', 'superseded', 'held') AND s.unit IS NOT NULL
           GROUP BY s.unit) f ON f.unit = e.unit
       WHERE p.code = @period`,
    )
    .all({ period })
