import type { Instant } from '../../shared/domain/identity.ts'
import type { Store } from './database.ts'

/** Entries that say something about the data; what only reads it, or is about the store itself, changes no report. */
const silentActions = ['report.build', 'report.review', 'workspace.backup', 'workspace.restore', 'clock.accept', 'settings.update']

/**
 * When the newest entry was made that a report on this period depends on. Earlier periods count, because their figures
 * bound what missing units can change; later ones do not, so that an old report is built again as it was.
 */
export const findLastEntryBehindReport = (store: Store, periodCode: string): Instant | undefined =>
  store
    .pluck<[string, string], Instant>(
      `SELECT max(entry.at) FROM journal_entry entry
       LEFT JOIN submission ON submission.id = json_extract(entry.params, '$.submission')
       LEFT JOIN period ON period.key = submission.period
         OR period.code = coalesce(json_extract(entry.params, '$.period'), json_extract(entry.params, '$.code'))
       WHERE entry.action NOT IN (SELECT value FROM json_each(?)) AND entry.action NOT LIKE 'session.%' AND entry.action NOT LIKE 'account.%'
         AND (period.key IS NULL OR period.cut_off <= (SELECT cut_off FROM period WHERE code = ?))`,
    )
    .get(JSON.stringify(silentActions), periodCode) ?? undefined
