import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { LayoutMapping } from '../../shared/domain/layout-mapping.ts'
import type { Store } from './database.ts'

/** How one unit's table of one layout is read. `claims`: the units that the heads of its sheets spoke of when it was confirmed. */
export type KeptMapping = {
  id: Id
  unit: string
  layoutKey: string
  mapping: LayoutMapping
  claims: readonly string[]
  submission: Id
  /** Of the file it was confirmed on. */
  originalName: string
  /** How many versions were read by it. */
  uses: number
  actor: string
  at: Instant
}

type Row = Omit<KeptMapping, 'mapping' | 'claims'> & { mapping: string; claims: string }

const select = `SELECT m.id, u.code AS unit, m.layout_key AS layoutKey, m.mapping, m.claims, s.id AS submission, s.original_name AS originalName,
    (SELECT count(*) FROM mapping_use e WHERE e.mapping = m.key) AS uses, m.actor, m.at
  FROM kept_mapping m JOIN unit u ON u.key = m.unit JOIN submission s ON s.key = m.submission`

const toMapping = (row: Row): KeptMapping => ({
  ...row,
  mapping: JSON.parse(row.mapping) as LayoutMapping,
  claims: JSON.parse(row.claims) as string[],
})

/** Those in force, newest first; of one unit where one is named. */
export const listKeptMappings = (store: Store, of: { unit: string | null }): KeptMapping[] =>
  store
    .prepare<[typeof of], Row>(`${select} WHERE m.state = 'active' AND (@unit IS NULL OR u.code = @unit) ORDER BY m.key DESC`)
    .all(of)
    .map(toMapping)

/** Those in force for a layout, whichever unit's, newest first. */
export const listMappingsOfLayout = (store: Store, layoutKey: string): KeptMapping[] =>
  store.prepare<[string], Row>(`${select} WHERE m.state = 'active' AND m.layout_key = ? ORDER BY m.key DESC`).all(layoutKey).map(toMapping)

export function findKeptMapping(store: Store, id: Id): KeptMapping | undefined {
  const row = store.prepare<[string], Row>(`${select} WHERE m.id = ? AND m.state = 'active'`).get(id)
  return row && toMapping(row)
}

/** The mapping by which a version was read, forgotten ones too. */
export function findMappingOf(store: Store, submission: Id): KeptMapping | undefined {
  const row = store
    .prepare<[string], Row>(
      `${select} JOIN mapping_use used ON used.mapping = m.key JOIN submission own ON own.key = used.submission WHERE own.id = ?`,
    )
    .get(submission)
  return row && toMapping(row)
}

/** The new one counts; what was in force for the same unit and layout is replaced. Gives the ids of those. */
export function insertKeptMapping(store: Store, next: Omit<KeptMapping, 'originalName' | 'uses'>): Id[] {
  const replaced = store
    .pluck<[string, string], string>(
      `UPDATE kept_mapping SET state = 'replaced' WHERE unit = (SELECT key FROM unit WHERE code = ?) AND layout_key = ? AND state = 'active' RETURNING id`,
    )
    .all(next.unit, next.layoutKey)
  store
    .prepare(
      `INSERT INTO kept_mapping (id, unit, layout_key, mapping, claims, submission, state, actor, at)
       VALUES (@id, (SELECT key FROM unit WHERE code = @unit), @layoutKey, @mapping, @claims, (SELECT key FROM submission WHERE id = @submission),
         'active', @actor, @at)`,
    )
    .run({ ...next, mapping: JSON.stringify(next.mapping), claims: JSON.stringify(next.claims) })
  return replaced
}

export const updateMappingForgotten = (store: Store, id: Id): void =>
  void store.prepare("UPDATE kept_mapping SET state = 'forgotten' WHERE id = ?").run(id)

/** A version is read by one mapping at a time. */
export const upsertMappingUse = (store: Store, submission: Id, mapping: Id): void =>
  void store
    .prepare(
      `INSERT INTO mapping_use (submission, mapping) VALUES ((SELECT key FROM submission WHERE id = ?), (SELECT key FROM kept_mapping WHERE id = ?))
       ON CONFLICT (submission) DO UPDATE SET mapping = excluded.mapping`,
    )
    .run(submission, mapping)
