import { createHash } from 'node:crypto'
import type { Programme } from '../../shared/domain/programme.ts'
import { submissionContent } from '../../shared/domain/submission.ts'
import type { PlainWorkbook } from '../../shared/domain/workbook.ts'
import { mapSubmission } from '../../shared/rules/map-submission.ts'
import { serveTasks } from './serve-tasks.ts'
import type { ReadOutcome } from './tasks.ts'
import { fileFinding, foreignOutcome, openFile } from './workbook/open-file.ts'

function readSubmission(workbook: PlainWorkbook, programme: Programme): ReadOutcome {
  const mapped = mapSubmission(workbook, programme)
  if ('offTemplate' in mapped) return { kind: 'off_template', finding: fileFinding('M45', 'warning') }
  return {
    kind: 'submission',
    mapped,
    contentSha256: createHash('sha256').update(submissionContent(mapped)).digest('hex'),
  }
}

let last: { text: string; programme: Programme } | undefined

/** The files of one run are read by one programme. */
function parseProgramme(text: string): Programme {
  if (last?.text !== text) last = { text, programme: JSON.parse(text) as Programme }
  return last.programme
}

// What few files need is loaded with the first that needs it: most of a short import's time was the loading of readers it never used.
serveTasks<'read-workbook'>({
  async read_submission({ path, name, programme }) {
    const opened = await openFile(path, name)
    if (opened.kind !== 'workbook') return opened
    if (opened.format !== 'xlsx') return foreignOutcome(opened.format, name)
    return readSubmission(opened.workbook, parseProgramme(programme))
  },
  async read_workbook({ path, name }) {
    const opened = await openFile(path, name)
    return opened.kind === 'workbook' ? { workbook: opened.workbook } : { finding: opened.finding }
  },
  read_document: async ({ path, name }) => (await import('./document/open-document.ts')).openDocument(path, name),
  read_returned: async ({ path, name }) => (await import('./word/read-returned.ts')).openReturned(path, name),
  propose_mapping: async (input) => (await import('./mapping-tasks.ts')).proposeForFile(input),
  apply_mapping: async (input) => (await import('./mapping-tasks.ts')).applyToFile(input),
  read_form: async ({ path, name }) => ({ reading: (await import('./form/fill-form.ts')).readForm(path, name) }),
  fill_form: async ({ path, name, order }) => ({ bytes: (await import('./form/fill-form.ts')).fillForm(path, name, order).bytes }),
  show_sheet: async (input) => (await import('./workbook/show-sheet.ts')).showSheet(input),
})
