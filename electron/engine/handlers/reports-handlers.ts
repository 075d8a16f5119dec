import { guarded as on } from '../guard.ts'

export const reportsHandlers = {
  build: on.reports.build.handler(async ({ context, input }) =>
    context.jobs.start('report', input, (await import('../job-works.ts')).reportWork(context, input)),
  ),
  list: on.reports.list.handler(async ({ context, input: { period } }) =>
    (await import('../../report/list-reports.ts')).listReports(context, period === undefined ? {} : { period }),
  ),
  open: on.reports.open.handler(async ({ context, input }) => {
    const { path, name } = await (await import('../../report/kept-report.ts')).openReport(context, input.report)
    return { file: context.staging.addInput(path, name), name }
  }),
  save: on.reports.save.handler(async ({ context, input }) => (await import('../save-report.ts')).saveReportAs(context, input)),
  standing: on.reports.standing.handler(async ({ context, input }) =>
    (await import('../../report/kept-report.ts')).getStanding(context, input.report),
  ),
  review: on.reports.review.handler(async ({ context, input }) =>
    (await import('../../report/review-report.ts')).reviewReport(context, input.report),
  ),
}
