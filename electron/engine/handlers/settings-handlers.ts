import { guarded as on } from '../guard.ts'

export const settingsHandlers = {
  term: on.settings.term.handler(async ({ context }) => (await import('../../report/issue-report.ts')).getTerm(context)),
  updateTerm: on.settings.updateTerm.handler(async ({ context, input }) =>
    (await import('../../report/issue-report.ts')).updateTerm(context, input),
  ),
  reportStyle: on.settings.reportStyle.handler(async ({ context }) =>
    (await import('../../store/report-style-store.ts')).defaultReportStyle(context.store),
  ),
  updateReportStyle: on.settings.updateReportStyle.handler(async ({ context, input }) =>
    (await import('../../report/choose-style.ts')).setDefaultStyle(context, input),
  ),
  get: on.settings.get.handler(async ({ context }) => (await import('../../setup/house-settings.ts')).getHouseSettings(context)),
  update: on.settings.update.handler(async ({ context, input }) =>
    (await import('../../setup/house-settings.ts')).updateHouseSettings(context, input),
  ),
  setRule: on.settings.setRule.handler(async ({ context, input }) =>
    (await import('../../setup/rule-settings.ts')).setRuleParameter(context, input),
  ),
}
