import { compareVietnamese } from '../../../shared/vietnamese/collation.ts'
import { guarded as on } from '../guard.ts'

export const trustHandlers = {
  verifyFile: on.trust.verifyFile.handler(async ({ context, input }) => {
    const { verifyFile } = await import('../../sign/verify-file.ts')
    const { describeVerdict, sayVerdict } = await import('../../../shared/rules/describe-verdict.ts')
    const { verdict, archive, report } = await verifyFile(context, { path: context.staging.get(input.file).path })
    const sentence = sayVerdict(verdict, archive, input.language)
    return { ...describeVerdict(verdict, archive, input.language), sentence, report }
  }),
  listRoots: on.trust.listRoots.handler(async ({ context }) => (await import('../../sign/manage-roots.ts')).listRoots(context)),
  addRoot: on.trust.addRoot.handler(async ({ context, input }) =>
    (await import('../../sign/manage-roots.ts')).addRoots(context, context.staging.get(input.file)),
  ),
  removeRoot: on.trust.removeRoot.handler(async ({ context, input }) =>
    (await import('../../sign/manage-roots.ts')).removeRoot(context, input.sha256),
  ),
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
