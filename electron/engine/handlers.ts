import { guarded as on } from './guard.ts'
import { plain } from './plain.ts'
import { readAtOneMoment } from '../store/one-moment.ts'
import { compareVietnamese } from '../../shared/vietnamese/collation.ts'
import { switchOf } from './workspace-switch.ts'

// Services are imported when first asked for: a command pays only for what it uses.
export const router = on.router({
  workspace: {
    describe: on.workspace.describe.handler(async ({ context }) =>
      (await import('../setup/describe-workspace.ts')).describeWorkspace(context),
    ),
    programme: on.workspace.programme.handler(async ({ context, input }) =>
      (await import('./programme-of-period.ts')).programmeOfPeriod(context, input.period),
    ),
    openSample: on.workspace.openSample.handler(({ context }) => switchOf(context).openSample()),
    leaveSample: on.workspace.leaveSample.handler(async ({ context }) => {
      await switchOf(context).leaveSample()
      return {}
    }),
    describeBackup: on.workspace.describeBackup.handler(async ({ context, input }) => {
      const { path, name } = context.staging.get(input.file)
      return (await import('../backup/describe-backup.ts')).describeBackup(context, path, name)
    }),
    restore: on.workspace.restore.handler(({ context, input }) => switchOf(context).restore(context.staging.get(input.file).path)),
  },
  session: {
    describe: on.session.describe.handler(({ context: { connection } }) => connection.describe()),
    signIn: on.session.signIn.handler(async ({ context: { connection }, input }) => {
      await connection.signIn(input)
      return connection.describe()
    }),
    signOut: on.session.signOut.handler(async ({ context: { connection } }) => {
      await connection.signOut()
      return connection.describe()
    }),
    lock: on.session.lock.handler(async ({ context: { connection } }) => {
      await connection.lock()
      return connection.describe()
    }),
    unlock: on.session.unlock.handler(async ({ context: { connection }, input }) => {
      await connection.unlock(input.password)
      return connection.describe()
    }),
    touch: on.session.touch.handler(({ context: { connection } }) => {
      connection.touch()
      return connection.describe()
    }),
    changePassword: on.session.changePassword.handler(async ({ context, input }) =>
      (await import('./session-calls.ts')).changePassword(context, input),
    ),
  },
  accounts: {
    list: on.accounts.list.handler(async ({ context }) => (await import('../accounts/manage-accounts.ts')).listAccounts(context)),
    createFirst: on.accounts.createFirst.handler(async ({ context, input }) =>
      (await import('./session-calls.ts')).createFirst(context, input),
    ),
    create: on.accounts.create.handler(async ({ context, input }) =>
      (await import('../accounts/manage-accounts.ts')).createAccount(context, input),
    ),
    update: on.accounts.update.handler(async ({ context, input: { id, ...change } }) =>
      (await import('../accounts/manage-accounts.ts')).changeAccount(context, id, change),
    ),
    setPassword: on.accounts.setPassword.handler(async ({ context, input }) =>
      (await import('./session-calls.ts')).setPasswordOf(context, input),
    ),
  },
  settings: {
    get: on.settings.get.handler(async ({ context }) => (await import('../setup/house-settings.ts')).getHouseSettings(context)),
    update: on.settings.update.handler(async ({ context, input }) =>
      (await import('../setup/house-settings.ts')).updateHouseSettings(context, input),
    ),
  },
  periods: {
    list: on.periods.list.handler(async ({ context }) => (await import('../store/period-store.ts')).listPeriods(context.store)),
    open: on.periods.open.handler(async ({ context, input }) => (await import('../setup/open-period.ts')).openPeriod(context, input)),
    close: on.periods.close.handler(async ({ context, input }) =>
      (await import('../setup/open-period.ts')).closePeriod(context, input.code),
    ),
    reopen: on.periods.reopen.handler(async ({ context, input }) =>
      (await import('../setup/open-period.ts')).reopenPeriod(context, input.code, input.reason),
    ),
    registerCounts: on.periods.registerCounts.handler(async ({ context, input }) =>
      (await import('../setup/register-counts.ts')).registerCounts(context, input.period, context.staging.get(input.file).path),
    ),
  },
  units: {
    list: on.units.list.handler(async ({ context }) => (await import('../store/unit-store.ts')).listUnits(context.store).map(plain)),
    import: on.units.import.handler(async ({ context, input }) =>
      (await import('../setup/import-units.ts')).importUnits(context, context.staging.get(input.file).path),
    ),
  },
  templates: {
    write: on.templates.write.handler(async ({ context, input }) =>
      context.jobs.start('templates', input, (await import('./job-works.ts')).templatesWork(context, input)),
    ),
  },
  submissions: {
    import: on.submissions.import.handler(async ({ context, input }) =>
      context.jobs.start('import', input, (await import('./job-works.ts')).importWork(context, input)),
    ),
    listHeld: on.submissions.listHeld.handler(async ({ context, input }) =>
      plain((await import('../import/list-held.ts')).listHeld(context, input)),
    ),
    resolveHeld: on.submissions.resolveHeld.handler(async ({ context, input }) =>
      plain((await import('../import/resolve-held.ts')).resolveHeld(context, input)),
    ),
    waiting: on.submissions.waiting.handler(async ({ context, input }) =>
      (await import('../import/get-held.ts')).listWaiting(context, input),
    ),
    held: on.submissions.held.handler(async ({ context, input }) =>
      plain((await import('../import/get-held.ts')).findHeld(context, input)),
    ),
    receipts: on.submissions.receipts.handler(async ({ context, input }) =>
      plain((await import('../import/list-receipts.ts')).listReceipts(context, input)),
    ),
    receipt: on.submissions.receipt.handler(async ({ context, input }) =>
      plain((await import('../import/list-receipts.ts')).getReceipt(context, input)),
    ),
    importAgain: on.submissions.importAgain.handler(async ({ context, input }) =>
      context.jobs.start('import', input, (await import('./job-works.ts')).importAgainWork(context, input)),
    ),
    register: on.submissions.register.handler(async ({ context, input }) =>
      plain((await import('../import/get-register.ts')).getRegister(context, input)),
    ),
    sheet: on.submissions.sheet.handler(async ({ context, input }) =>
      plain(await (await import('../import/show-sheet.ts')).showSheet(context, input)),
    ),
    registerSheet: on.submissions.registerSheet.handler(async ({ context, input }) =>
      plain((await import('../import/get-register.ts')).getRegisterSheet(context, input)),
    ),
  },
  figures: {
    get: on.figures.get.handler(async ({ context, input: { period, unit } }) =>
      plain((await import('../consolidate/get-figures.ts')).getFigures(context, unit === undefined ? { period } : { period, unit })),
    ),
    trace: on.figures.trace.handler(async ({ context, input }) =>
      plain((await import('../consolidate/trace-input.ts')).traceInput(context, input)),
    ),
    grid: on.figures.grid.handler(async ({ context, input }) =>
      plain(await (await import('./grid-of-period.ts')).gridOfPeriod(context, input.period)),
    ),
    exportGrid: on.figures.exportGrid.handler(async ({ context, input }) => {
      const { period, language } = input
      return context.jobs.start('grid', { period, language }, (await import('./job-works.ts')).gridWork(context, input))
    }),
  },
  overview: {
    get: on.overview.get.handler(async ({ context, input }) => {
      const { overviewSteps } = await import('./overview-of-period.ts')
      return readAtOneMoment(context.store, () => overviewSteps(context, input.period))
    }),
    weights: on.overview.weights.handler(async ({ context, input }) => {
      const { weighIndicator } = await import('../consolidate/weigh-indicator.ts')
      return readAtOneMoment(context.store, () => weighIndicator(context, input))
    }),
  },
  findings: {
    list: on.findings.list.handler(async ({ context, input: { period, open = false, unit } }) =>
      plain(
        (await import('../reconcile/list-findings.ts')).listFindings(
          context,
          unit === undefined ? { period, open } : { period, open, unit },
        ),
      ),
    ),
    browse: on.findings.browse.handler(async ({ context, input }) => {
      const { browseFindings } = await import('../reconcile/browse-findings.ts')
      return readAtOneMoment(context.store, () => browseFindings(context, input.period))
    }),
    get: on.findings.get.handler(async ({ context, input }) => {
      const { getFinding } = await import('../reconcile/get-finding.ts')
      return plain(await readAtOneMoment(context.store, () => getFinding(context, input)))
    }),
  },
  adjustments: {
    add: on.adjustments.add.handler(async ({ context, input }) =>
      (await import('../reconcile/adjust-figure.ts')).adjustFigure(context, input),
    ),
    withdraw: on.adjustments.withdraw.handler(async ({ context, input }) =>
      (await import('../reconcile/adjust-figure.ts')).withdrawAdjustment(context, input),
    ),
  },
  reports: {
    build: on.reports.build.handler(async ({ context, input }) =>
      context.jobs.start('report', input, (await import('./job-works.ts')).reportWork(context, input)),
    ),
    list: on.reports.list.handler(async ({ context, input: { period } }) =>
      (await import('../report/list-reports.ts')).listReports(context, period === undefined ? {} : { period }),
    ),
    open: on.reports.open.handler(async ({ context, input }) => {
      const { path, name } = await (await import('../report/kept-report.ts')).openReport(context, input.report)
      return { file: context.staging.addInput(path, name), name }
    }),
    save: on.reports.save.handler(async ({ context, input }) => (await import('./save-report.ts')).saveReportAs(context, input)),
    standing: on.reports.standing.handler(async ({ context, input }) =>
      (await import('../report/kept-report.ts')).getStanding(context, input.report),
    ),
    review: on.reports.review.handler(async ({ context, input }) =>
      (await import('../report/review-report.ts')).reviewReport(context, input.report),
    ),
  },
  trust: {
    journal: on.trust.journal.handler(async ({ context, input }) => (await import('../audit/list-journal.ts')).listJournal(context, input)),
    entries: on.trust.entries.handler(async ({ context, input }) => (await import('../audit/page-journal.ts')).pageJournal(context, input)),
    actors: on.trust.actors.handler(async ({ context }) =>
      (await import('../store/journal-store.ts')).listActors(context.store).toSorted(compareVietnamese),
    ),
    startAudit: on.trust.startAudit.handler(async ({ context, input }) =>
      context.jobs.start('audit', {}, (await import('./job-works.ts')).auditWork(context, input)),
    ),
    lastAudit: on.trust.lastAudit.handler(({ context }) => context.auditor.state()),
    audit: on.trust.audit.handler(async ({ context, input, signal }) =>
      (await import('../audit/verify-audit.ts')).verifyAudit(context, {
        language: input.language,
        ...(input.knownHead ? { knownHead: input.knownHead } : {}),
        ...(signal ? { signal } : {}),
      }),
    ),
    lastBackup: on.trust.lastBackup.handler(async ({ context }) => (await import('../backup/last-backup.ts')).findLastBackup(context)),
    backup: on.trust.backup.handler(async ({ context, input }) =>
      context.jobs.start('backup', {}, (await import('./job-works.ts')).backupWork(context, input)),
    ),
  },
  search: {
    find: on.search.find.handler(async ({ context, input }) =>
      plain(await (await import('../search/find-everywhere.ts')).findEverywhere(context, input)),
    ),
  },
  jobs: {
    list: on.jobs.list.handler(({ context }) => context.jobs.list()),
    get: on.jobs.get.handler(({ context, input }) => (input.brief ? context.jobs.getBrief(input.id) : context.jobs.get(input.id))),
    cancel: on.jobs.cancel.handler(({ context, input }) => context.jobs.cancel(input.id)),
  },
  events: {
    watch: on.events.watch.handler(({ context, signal }) => context.connection.watch(signal)),
  },
  files: {
    listKept: on.files.listKept.handler(async ({ context, input }) => (await import('./job-works.ts')).listKeptFiles(context, input.files)),
    stat: on.files.stat.handler(async ({ context, input }) => (await import('./job-works.ts')).statFile(context, input.file)),
  },
})
export type Router = typeof router
