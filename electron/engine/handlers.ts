import { guarded as on } from './guard.ts'
import { accountsHandlers } from './handlers/accounts-handlers.ts'
import { adjustmentsHandlers } from './handlers/adjustments-handlers.ts'
import { contactsHandlers, proposalsHandlers } from './handlers/contacts-handlers.ts'
import { discrepanciesHandlers } from './handlers/discrepancies-handlers.ts'
import { eventsHandlers } from './handlers/events-handlers.ts'
import { figuresHandlers } from './handlers/figures-handlers.ts'
import { filesHandlers } from './handlers/files-handlers.ts'
import { findingsHandlers } from './handlers/findings-handlers.ts'
import { formsHandlers } from './handlers/forms-handlers.ts'
import { inboxHandlers } from './handlers/inbox-handlers.ts'
import { jobsHandlers } from './handlers/jobs-handlers.ts'
import { lettersHandlers } from './handlers/letters-handlers.ts'
import { narrativesHandlers } from './handlers/narratives-handlers.ts'
import { notesHandlers, shortcomingsHandlers } from './handlers/notes-handlers.ts'
import { keyedHandlers } from './handlers/keyed-handlers.ts'
import { mappingsHandlers } from './handlers/mappings-handlers.ts'
import { overviewHandlers } from './handlers/overview-handlers.ts'
import { papersHandlers } from './handlers/papers-handlers.ts'
import { periodsHandlers } from './handlers/periods-handlers.ts'
import { reportTextsHandlers } from './handlers/report-texts-handlers.ts'
import { reportsHandlers } from './handlers/reports-handlers.ts'
import { searchHandlers } from './handlers/search-handlers.ts'
import { sendersHandlers } from './handlers/senders-handlers.ts'
import { sessionHandlers } from './handlers/session-handlers.ts'
import { settingsHandlers } from './handlers/settings-handlers.ts'
import { submissionsHandlers } from './handlers/submissions-handlers.ts'
import { tasksHandlers } from './handlers/tasks-handlers.ts'
import { templatesHandlers } from './handlers/templates-handlers.ts'
import { trustHandlers } from './handlers/trust-handlers.ts'
import { unitsHandlers } from './handlers/units-handlers.ts'
import { workspaceHandlers } from './handlers/workspace-handlers.ts'

/** One file per area of the contract. Services are imported when first asked for: a command pays only for what it uses. */
export const router = on.router({
  workspace: workspaceHandlers,
  session: sessionHandlers,
  accounts: accountsHandlers,
  settings: settingsHandlers,
  periods: periodsHandlers,
  units: unitsHandlers,
  tasks: tasksHandlers,
  templates: templatesHandlers,
  submissions: submissionsHandlers,
  inbox: inboxHandlers,
  mappings: mappingsHandlers,
  senders: sendersHandlers,
  papers: papersHandlers,
  keyed: keyedHandlers,
  figures: figuresHandlers,
  overview: overviewHandlers,
  findings: findingsHandlers,
  adjustments: adjustmentsHandlers,
  discrepancies: discrepanciesHandlers,
  notes: notesHandlers,
  shortcomings: shortcomingsHandlers,
  contacts: contactsHandlers,
  proposals: proposalsHandlers,
  letters: lettersHandlers,
  narratives: narrativesHandlers,
  reports: reportsHandlers,
  reportTexts: reportTextsHandlers,
  forms: formsHandlers,
  trust: trustHandlers,
  search: searchHandlers,
  jobs: jobsHandlers,
  events: eventsHandlers,
  files: filesHandlers,
})
export type Router = typeof router
