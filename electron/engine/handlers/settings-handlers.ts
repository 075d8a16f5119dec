import { guarded as on } from '../guard.ts'

export const settingsHandlers = {
  term: on.settings.term.handler(async ({ context }) => (await import('../../report/issue-report.ts')).getTerm(context)),
  updateTerm: on.settings.updateTerm.handler(async ({ context, input }) =>
    (await import('../../report/issue-report.ts')).updateTerm(context, input),
  ),
  get: on.settings.get.handler(async ({ context }) => (await import('../../setup/house-settings.ts')).getHouseSettings(context)),
  update: on.settings.update.handler(async ({ context, input }) =>
    (await import('../../setup/house-settings.ts')).updateHouseSettings(context, input),
  ),
  setRule: on.settings.setRule.handler(async ({ context, input }) =>
    (await import('../../setup/rule-settings.ts')).setRuleParameter(context, input),
  ),
}
