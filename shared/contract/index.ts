import { accounts } from './accounts.ts'
import { adjustments } from './adjustments.ts'
import { contacts, proposals } from './contacts.ts'
import { discrepancies } from './discrepancies.ts'
import { events } from './events.ts'
import { figures } from './figures.ts'
import { files } from './files.ts'
import { findings } from './findings.ts'
import { settings } from './house-settings.ts'
import { forms } from './forms.ts'
import { inbox } from './inbox.ts'
import { jobs } from './jobs.ts'
import { letters } from './letters.ts'
import { narratives } from './narratives.ts'
import { notes, shortcomings } from './notes.ts'
import { keyed } from './keyed.ts'
import { mappings } from './mappings.ts'
import { overview } from './overview.ts'
import { papers } from './papers.ts'
import { periods } from './periods.ts'
import { reportTexts } from './report-texts.ts'
import { reports } from './reports.ts'
import { search } from './search.ts'
import { senders } from './senders.ts'
import { session } from './session.ts'
import { submissions } from './submissions.ts'
import { tasks } from './tasks.ts'
import { templates } from './templates.ts'
import { trust } from './trust.ts'
import { units } from './units.ts'
import { workspace } from './workspace.ts'

/** Everything that can be asked of the engine, over any transport. */
export const contract = {
  workspace,
  session,
  accounts,
  settings,
  periods,
  units,
  tasks,
  templates,
  submissions,
  inbox,
  mappings,
  senders,
  papers,
  keyed,
  figures,
  overview,
  findings,
  adjustments,
  discrepancies,
  notes,
  shortcomings,
  contacts,
  proposals,
  letters,
  narratives,
  reports,
  reportTexts,
  forms,
  trust,
  search,
  jobs,
  events,
  files,
}
export type Contract = typeof contract
