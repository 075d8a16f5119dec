import type { Store } from './database.ts'
import { listAdjustedCells, listGridRows } from './grid-store.ts'
import type { ReadingSteps } from './one-moment.ts'

/** Counts in effect by key of the field: ≥ 0 (nil is 0), −1 not applicable, NaN where nothing counts as reported. */
export type CountsByField = Float64Array

/** What versions say never changes, so that it is read once for each: by the version's key. */
const known = new WeakMap<Store, Map<number, CountsByField>>()

const readAtOnce = 250

/**
 * Counts in effect of every expected unit that has reported in a period and is wanted, by key of the unit; step by step. The arrays are
 * shared and must not be changed.
 */
export function* countsInEffect(
  store: Store,
  period: number,
  isWanted: (unit: number) => boolean = () => true,
): ReadingSteps<ReadonlyMap<number, CountsByField>> {
  let versions = known.get(store)
  if (!versions) known.set(store, (versions = new Map()))
  const size = (store.pluck<[], number | null>('SELECT max(key) FROM field').get() ?? 0) + 1
  const all = store.database
    .prepare<[number], [number, number]>(
      `SELECT s.unit, s.key FROM submission s JOIN expected_unit e ON e.period = s.period AND e.unit = s.unit
       WHERE s.period = ? AND s.state = 'effective' ORDER BY s.unit`,
    )
    .raw()
    .all(period)
  const effective = all.filter(([unit]) => isWanted(unit))
  const counts = new Map<number, CountsByField>()
  const isNew = effective.filter(([, version]) => !versions.has(version))
  for (let index = 0; index < isNew.length;) {
    // As many as stand next to each other among those that reported are read at once.
    const [first] = isNew[index]!
    const place = all.findIndex(([unit]) => unit === first)
    let length = 1
    while (length < readAtOnce && index + length < isNew.length && isNew[index + length] === all[place + length]) length++
    index += length
    for (const [, version, fields, cells] of listGridRows(store, { period, after: first - 1, limit: length })) {
      const read = toCounts(size, fields, cells)
      // What a transaction sees of its own rows may be rolled back, and their keys given to others.
      if (!store.database.inTransaction) versions.set(version, read)
      else counts.set(version, read)
    }
    yield
  }
  const byUnit = new Map(
    effective.map(([unit, version]): [number, CountsByField] => [unit, (versions.get(version) ?? counts.get(version))!]),
  )
  for (const { unit, field, value } of listAdjustedCells(store, period)) {
    const own = byUnit.get(unit)
    if (own) byUnit.set(unit, own.with(field, value))
  }
  return byUnit
}

/** The same as long as `countsInEffect` of a period gives the same: its versions that count and what is laid over them. */
export const stampOfCounts = (store: Store, period: number): string =>
  store
    .pluck<[{ period: number }], string>(
      `SELECT coalesce((SELECT group_concat(key, ' ' ORDER BY key) FROM submission WHERE period = @period AND state = 'effective'), '') || '/' ||
         coalesce((SELECT group_concat(unit || ' ' || field || ' ' || value, ',' ORDER BY unit, field) FROM adjustment
           WHERE period = @period AND state = 'active'), '')`,
    )
    .get({ period })!

function toCounts(size: number, fields: string | null, cells: string | null): CountsByField {
  const counts = new Float64Array(size).fill(Number.NaN)
  const said = cells?.split(',') ?? []
  fields?.split(',').forEach((field, index) => {
    const cell = said[index]!
    counts[Number(field)] = cell === 'n' ? 0 : cell === 'x' ? -1 : Number(cell)
  })
  return counts
}

/** Where every figure of the version that counts stands, by code of the field. */
export const listCountCells = (
  store: Store,
  period: number,
  unit: string,
): Map<string, { sheet: string; cell: string; sha256: string; keptAs: string }> =>
  new Map(
    store
      .prepare<[number, string], { field: string; sheet: string; cell: string; sha256: string; keptAs: string }>(
        `SELECT f.code AS field, c.sheet, g.cell, r.sha256, r.kept_as AS keptAs
         FROM unit u JOIN submission s ON s.period = ? AND s.unit = u.key AND s.state = 'effective'
         CROSS JOIN figure g ON g.submission = s.key JOIN field f ON f.key = g.field JOIN cell_form c ON c.key = g.form
         JOIN received_file r ON r.sha256 = s.sha256 WHERE u.code = ?`,
      )
      .all(period, unit)
      .map(({ field, ...place }) => [field, place]),
  )
