import { guarded as on } from '../guard.ts'

const reading = () => import('../report-reading.ts')

export const reportsHandlers = {
  build: on.reports.build.handler(async ({ context, input }) =>
    context.jobs.start('report', input, (await import('../job-works.ts')).reportWork(context, input)),
  ),
  topic: on.reports.topic.handler(async ({ context, input }) => ({
    topic: (await import('../../report/report-topic.ts')).findTopic(context, input.period),
  })),
  chooseTopic: on.reports.chooseTopic.handler(async ({ context, input }) => ({
    topic: (await import('../../report/report-topic.ts')).chooseTopic(context, input),
  })),
  replaced: on.reports.replaced.handler(async ({ context, input }) =>
    (await import('../../report/choose-replaced.ts')).getReplaced(context, input),
  ),
  chooseReplaced: on.reports.chooseReplaced.handler(async ({ context, input }) =>
    (await import('../../report/choose-replaced.ts')).chooseReplaced(context, input),
  ),
  list: on.reports.list.handler(async ({ context, input: { period } }) =>
    (await import('../../report/list-reports.ts')).listReports(context, period === undefined ? {} : { period }),
  ),
  open: on.reports.open.handler(async ({ context, input }) => {
    const { path, name } = await (await import('../../report/kept-report.ts')).openReport(context, input.report)
    return { file: context.staging.addInput(path, name), name }
  }),
  save: on.reports.save.handler(async ({ context, input }) => (await import('../save-report.ts')).saveReportAs(context, input)),
  road: on.reports.road.handler(async ({ context, input }) => (await import('../report-road.ts')).roadOf(context, input.report)),
  submit: on.reports.submit.handler(async ({ context, input }) => (await import('../report-road.ts')).startSubmit(context, input)),
  return: on.reports.return.handler(async ({ context, input }) =>
    (await import('../../report/decide-report.ts')).returnReport(context, input),
  ),
  read: on.reports.read.handler(async ({ context, input }) =>
    (await import('../../report/read-report.ts')).readToEnd(context, input.report),
  ),
  changes: on.reports.changes.handler(async ({ context, input }) => (await reading()).changesOf(context, input)),
  changesSheet: on.reports.changesSheet.handler(async ({ context, input }) => (await reading()).writeChanges(context, input)),
  remarksSheet: on.reports.remarksSheet.handler(async ({ context, input }) => (await reading()).writeRemarks(context, input)),
  later: on.reports.later.handler(async ({ context, input }) => (await reading()).laterOf(context, input.report)),
  weights: on.reports.weights.handler(async ({ context, input }) => (await reading()).weightsOf(context, input.report)),
  answer: on.reports.answer.handler(async ({ context, input }) =>
    (await import('../../report/decide-report.ts')).answerReportRemark(context, input),
  ),
  approve: on.reports.approve.handler(async ({ context, input }) => (await import('../report-road.ts')).startApproval(context, input)),
  approveOnPaper: on.reports.approveOnPaper.handler(async ({ context, input: { scan, ...input } }) =>
    (await import('../report-road.ts')).startApproval(context, { ...input, paper: scan }),
  ),
  withdraw: on.reports.withdraw.handler(async ({ context, input }) =>
    (await import('../../report/decide-report.ts')).withdrawReport(context, input),
  ),
  sign: on.reports.sign.handler(async ({ context, input }) => (await import('../report-road.ts')).signReport(context, input)),
  intake: on.reports.intake.handler(async ({ context, input }) => (await import('../report-road.ts')).intakeReport(context, input)),
  issue: on.reports.issue.handler(async ({ context, input: { scan, ...input } }) =>
    (await import('../report-road.ts')).issueReport(context, { ...input, paper: scan }),
  ),
  reprint: on.reports.reprint.handler(async ({ context, input }) => (await import('../report-road.ts')).reprintReport(context, input)),
  word: on.reports.word.handler(async ({ context, input }) => (await import('../write-word.ts')).writeWord(context, input)),
  slip: on.reports.slip.handler(async ({ context, input }) => (await import('../report-road.ts')).writeSheet(context, 'slip', input)),
  tables: on.reports.tables.handler(async ({ context, input }) => (await import('../report-tables.ts')).writeTablesOf(context, input)),
  summary: on.reports.summary.handler(async ({ context, input }) =>
    (await import('../report-road.ts')).writeSheet(context, 'summary', input),
  ),
  notice: on.reports.notice.handler(async ({ context, input }) => (await import('../report-road.ts')).writeSheet(context, 'notice', input)),
  exportPapers: on.reports.exportPapers.handler(async ({ context, input }) =>
    (await import('../export-papers.ts')).exportPapersOf(context, input),
  ),
  findByCode: on.reports.findByCode.handler(async ({ context, input }) =>
    (await import('../../report/find-by-code.ts')).findByCode(context, input.code),
  ),
  register: on.reports.register.handler(async ({ context }) =>
    (await import('../../report/issue-report.ts')).getRegisterOfNumbers(context),
  ),
  recordNumber: on.reports.recordNumber.handler(async ({ context, input }) =>
    (await import('../../report/issue-report.ts')).recordNumber(context, input),
  ),
  style: on.reports.style.handler(async ({ context, input }) => (await import('../../report/choose-style.ts')).getStyle(context, input)),
  setStyle: on.reports.setStyle.handler(async ({ context, input }) =>
    (await import('../../report/choose-style.ts')).setStyle(context, input),
  ),
  review: on.reports.review.handler(async ({ context, input }) =>
    (await import('../../report/review-report.ts')).reviewReport(context, input.report),
  ),
}
