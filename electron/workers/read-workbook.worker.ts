import { createHash } from 'node:crypto'
import type { Programme } from '../../shared/domain/programme.ts'
import { submissionContent } from '../../shared/domain/submission.ts'
import type { PlainWorkbook } from '../../shared/domain/workbook.ts'
import { mapSubmission } from '../../shared/rules/map-submission.ts'
import { serveTasks } from './serve-tasks.ts'
import type { ReadOutcome } from './tasks.ts'
import { fileFinding, openFile } from './workbook/open-file.ts'

function readSubmission(workbook: PlainWorkbook, programme: Programme): ReadOutcome {
  const mapped = mapSubmission(workbook, programme)
  if ('offTemplate' in mapped) return { kind: 'off_template', finding: fileFinding('M45', 'warning') }
  const ofFile = [
    ...(workbook.hasMacros ? [fileFinding('M73', 'info')] : []),
    ...(workbook.hasExternalLinks ? [fileFinding('M74', 'info')] : []),
  ]
  return {
    kind: 'submission',
    mapped: { ...mapped, findings: [...ofFile, ...mapped.findings] },
    contentSha256: createHash('sha256').update(submissionContent(mapped)).digest('hex'),
  }
}

serveTasks<'read-workbook'>({
  read_submission({ path, name, programme }) {
    const opened = openFile(path, name)
    return opened.kind === 'workbook' ? readSubmission(opened.workbook, programme) : opened
  },
  read_workbook({ path, name }) {
    const opened = openFile(path, name)
    return opened.kind === 'workbook' ? { workbook: opened.workbook } : { finding: opened.finding }
  },
})
