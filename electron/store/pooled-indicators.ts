import type { Store } from './database.ts'
import { fieldKeys, getProgramme } from './programme-store.ts'

/** An indicator of the period's programme, with the keys of its two fields. */
export type PooledIndicator = { code: string; numerator: number; denominator: number }

const known = new WeakMap<Store, Map<number, readonly PooledIndicator[]>>()

/** Remembered per programme version: a version, once kept, never changes. */
export function listPooledIndicators(store: Store, period: number): readonly PooledIndicator[] {
  const version = store.pluck<[number], number>('SELECT programme_version FROM period WHERE key = ?').get(period)
  if (version === undefined) throw new Error(`no period with key ${period}`)
  let versions = known.get(store)
  if (!versions) known.set(store, (versions = new Map()))
  let indicators = versions.get(version)
  if (!indicators) {
    const keys = fieldKeys(store)
    const keyOf = (code: string): number => {
      const key = keys.get(code)
      if (key === undefined) throw new Error(`field ${code} has no key`)
      return key
    }
    indicators = getProgramme(store, version).indicators.map(({ code, numerator, denominator }) => ({
      code,
      numerator: keyOf(numerator),
      denominator: keyOf(denominator),
    }))
    versions.set(version, indicators)
  }
  return indicators
}
