import type { ProgrammeRule } from '../domain/programme.ts'
import { isCounted } from './signs/sign.ts'

/**
 * The counts a rule is asked with, undefined where it is skipped: `any` = skipped if any of its fields is missing, `all` = only
 * if all are, `never` = never. A missing one that does not skip it is left out, and is 0 to the rule.
 */
export function countsOfUnit(
  fields: readonly string[],
  countOf: (field: string) => number | undefined,
  missing: ProgrammeRule['missing'],
): ReadonlyMap<string, number> | undefined {
  const counts = new Map(
    fields.flatMap((field): [string, number][] => {
      const count = countOf(field)
      return isCounted(count) ? [[field, count]] : []
    }),
  )
  const absent = fields.length - counts.size
  if (missing === 'any' && absent > 0) return undefined
  if (missing === 'all' && absent === fields.length && absent > 0) return undefined
  return counts
}
