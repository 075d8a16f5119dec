import type { Id } from '../../shared/domain/identity.ts'
import type { ReplacedPaper } from '../../shared/domain/report.ts'
import { layoutProfileOn } from '../../shared/programmes/layout-profiles.ts'
import { documentSymbol } from '../../shared/rules/document-symbol.ts'
import type { Store } from '../store/database.ts'
import { findNumberOf } from '../store/document-number-store.ts'
import { getPeriod } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { getReport } from '../store/report-store.ts'

/** A report by its number, as the form of its day has it; undefined while it has none. */
export function findNumberedPaper(store: Store, report: Id): ReplacedPaper | undefined {
  const given = findNumberOf(store, report)
  if (!given) return undefined
  const { layoutProfiles } = getProgramme(store, getPeriod(store, getReport(store, report).period).programmeVersion)
  const { pattern } = layoutProfileOn(given.day, layoutProfiles).head.number
  return { report, number: documentSymbol(given, pattern), day: given.day }
}
