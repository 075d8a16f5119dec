import { auditErrors } from './audit.ts'
import { commandErrors } from './command.ts'
import { formErrors } from './form.ts'
import { importErrors, importRules } from './import.ts'
import { narrativeRules } from './narrative-rules.ts'
import { inboxErrors } from './inbox.ts'
import { intakeErrors, intakeRules } from './intake.ts'
import { offTemplateRules } from './off-template.ts'
import { overviewErrors } from './overview-page.ts'
import { pageErrors } from './page.ts'
import { programmeErrors } from './programme.ts'
import { reconcileErrors, checkRules } from './reconcile.ts'
import { reportErrors } from './report.ts'
import { reportTextErrors } from './report-text.ts'
import { ruleErrors } from './rule-output.ts'
import { reviewErrors } from './review.ts'
import { sessionErrors } from './session.ts'
import { taskErrors } from './task-status.ts'
import { signErrors } from './sign.ts'
import { templateErrors, templateRules } from './template.ts'
import { signRules } from './sign-rules.ts'
import { sheetErrors } from './trace.ts'
import { switchErrors } from './workspace-switch.ts'
import { trustErrors } from './verify.ts'
import { workspaceErrors } from './workspace.ts'

/** One catalogue: each area keeps its texts in a file of its own, the codes meet here. */
export const errorTexts = {
  ...workspaceErrors,
  ...switchErrors,
  ...programmeErrors,
  ...templateErrors,
  ...importErrors,
  ...inboxErrors,
  ...intakeErrors,
  ...reconcileErrors,
  ...sheetErrors,
  ...reviewErrors,
  ...reportErrors,
  ...reportTextErrors,
  ...formErrors,
  ...auditErrors,
  ...commandErrors,
  ...overviewErrors,
  ...pageErrors,
  ...sessionErrors,
  ...ruleErrors,
  ...taskErrors,
  ...signErrors,
  ...trustErrors,
}
export type ErrorCode = keyof typeof errorTexts

export const ruleTexts = {
  ...templateRules,
  ...importRules,
  ...intakeRules,
  ...checkRules,
  ...signRules,
  ...narrativeRules,
  ...offTemplateRules,
}
export type RuleId = keyof typeof ruleTexts
