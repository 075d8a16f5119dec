import { house } from './0001-house.ts'
import { submissions } from './0002-submissions.ts'
import { reports } from './0003-reports.ts'
import { accounts } from './0004-accounts.ts'
import { textSearch } from './0005-text-search.ts'
import { journalOrder } from './0006-journal-order.ts'
import { doubts } from './0007-doubts.ts'
import { review } from './0008-review.ts'
import { intake } from './0009-intake.ts'
import { signOff } from './0010-sign-off.ts'
import { reportTexts } from './0011-report-texts.ts'
import { evidence } from './0012-evidence.ts'
import { reportParagraphs } from './0013-report-paragraphs.ts'
import { reportReadings } from './0014-report-readings.ts'
import { reportStyles } from './0015-report-style.ts'

/** In order; the place in the list is the `user_version` a step leads to. A released step never changes. */
export const migrationSteps: readonly { name: string; sql: string }[] = [
  { name: 'house', sql: house },
  { name: 'submissions', sql: submissions },
  { name: 'reports', sql: reports },
  { name: 'accounts', sql: accounts },
  { name: 'text-search', sql: textSearch },
  { name: 'journal-order', sql: journalOrder },
  { name: 'doubts', sql: doubts },
  { name: 'review', sql: review },
  { name: 'intake', sql: intake },
  { name: 'sign-off', sql: signOff },
  { name: 'report-texts', sql: reportTexts },
  { name: 'evidence', sql: evidence },
  { name: 'report-paragraphs', sql: reportParagraphs },
  { name: 'report-readings', sql: reportReadings },
  { name: 'report-style', sql: reportStyles },
]
