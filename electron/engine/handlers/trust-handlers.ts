import { compareVietnamese } from '../../../shared/vietnamese/collation.ts'
import { guarded as on } from '../guard.ts'

export const trustHandlers = {
  journal: on.trust.journal.handler(async ({ context, input }) =>
    (await import('../../audit/list-journal.ts')).listJournal(context, input),
  ),
  entries: on.trust.entries.handler(async ({ context, input }) =>
    (await import('../../audit/page-journal.ts')).pageJournal(context, input),
  ),
  actors: on.trust.actors.handler(async ({ context }) =>
    (await import('../../store/journal-store.ts')).listActors(context.store).toSorted(compareVietnamese),
  ),
  startAudit: on.trust.startAudit.handler(async ({ context, input }) =>
    context.jobs.start('audit', {}, (await import('../job-works.ts')).auditWork(context, input)),
  ),
  lastAudit: on.trust.lastAudit.handler(({ context }) => context.auditor.state()),
  audit: on.trust.audit.handler(async ({ context, input, signal }) =>
    (await import('../../audit/verify-audit.ts')).verifyAudit(context, {
      language: input.language,
      ...(input.knownHead ? { knownHead: input.knownHead } : {}),
      ...(signal ? { signal } : {}),
    }),
  ),
  lastBackup: on.trust.lastBackup.handler(async ({ context }) => (await import('../../backup/last-backup.ts')).findLastBackup(context)),
  backup: on.trust.backup.handler(async ({ context, input }) =>
    context.jobs.start('backup', {}, (await import('../job-works.ts')).backupWork(context, input)),
  ),
}
