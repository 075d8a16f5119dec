import type { PlainDocument } from '../../shared/domain/document.ts'
import type { PdfVerdict } from '../../shared/domain/pdf-verdict.ts'
import type { FormOrder, FormReading } from '../../shared/domain/form.ts'
import type { ReportModel } from '../../shared/domain/report.ts'
import type { ReportWorkbook } from '../../shared/domain/report-tables.ts'
import type { ReturnedReport } from '../../shared/domain/returned-report.ts'
import type { QuerySource } from '../../shared/domain/letter.ts'
import type { KnownWords, LayoutMapping, MappingProposal, MappingReading } from '../../shared/domain/layout-mapping.ts'
import type { MappedSubmission } from '../../shared/domain/submission.ts'
import type { SubmissionFinding } from '../../shared/domain/finding.ts'
import type { SheetWindow } from '../../shared/domain/sheet-window.ts'
import type { TemplateAnswers, TemplateOrder } from '../../shared/domain/template.ts'
import type { PlainWorkbook } from '../../shared/domain/workbook.ts'
import type { FileProperty } from '../../shared/rules/word/paragraph-mark.ts'
import type { ShowSheet } from './workbook/show-sheet.ts'

/** What a file turned out to be. `finding` says in plain words what it is and what to ask the unit for. */
export type ReadOutcome =
  | { kind: 'submission'; mapped: MappedSubmission; contentSha256: string }
  | { kind: 'off_template'; finding: SubmissionFinding }
  | { kind: 'paper'; format: 'pdf' | 'docx' | 'doc' | 'image'; finding: SubmissionFinding }
  | { kind: 'rejected'; finding: SubmissionFinding }

/** A number with a format of its own; `marked` ones stand out. */
export type TableValue = string | number | null | { number: number; format: string; marked?: boolean }

/** A table on one sheet: rows of heads, of which neighbours with the same words are one; `strong` are rows of sums, by index. */
export type TableSheet = {
  name: string
  title: string
  heads: readonly (readonly string[])[]
  /** In characters. */
  widths: readonly number[]
  rows: readonly (readonly TableValue[])[]
  strong: readonly number[]
  /** Rows below the heads that stay in sight as well. */
  frozenRows: number
}

/** `programme` and `units` (a list of Unit) as JSON; `unit`: whose the table is, null while nobody has said it. */
type MappingFile = { path: string; name: string; programme: string; units: string; unit: string | null }

/** Everything that runs off the engine's thread: one entry per task, input in, output out, both structured-cloneable. */
export type WorkerTasks = {
  /** `programme` is a Programme as JSON: a text crosses threads ten times as fast as its tree, and is parsed once for all files. */
  read_submission: { input: { path: string; name: string; programme: string }; output: ReadOutcome }
  read_workbook: { input: { path: string; name: string }; output: { workbook: PlainWorkbook } | { finding: SubmissionFinding } }
  /** The text of a .docx; of any other file the finding says why there is none. */
  read_document: { input: { path: string; name: string }; output: { document: PlainDocument } | { finding: SubmissionFinding } }
  /** An edited Word file of a report; of any other file the finding says why there is none. */
  read_returned: { input: { path: string; name: string }; output: { returned: ReturnedReport } | { finding: SubmissionFinding } }
  /** `known`: the unit's own words. The finding says why there is nothing to be read. */
  propose_mapping: {
    input: MappingFile & { known: KnownWords; reading: Partial<MappingReading> }
    output: { proposal: MappingProposal } | { finding: SubmissionFinding }
  }
  apply_mapping: {
    input: MappingFile & { mapping: LayoutMapping }
    output: { mapped: MappedSubmission; contentSha256: string; mapping: LayoutMapping } | { finding: SubmissionFinding }
  }
  /** The marks of an office's own form, and the form with them filled. Both refuse with AppError. */
  read_form: { input: { path: string; name: string }; output: { reading: FormReading } }
  fill_form: { input: { path: string; name: string; order: FormOrder }; output: { bytes: Uint8Array } }
  /** Refuses with AppError: a person asked for this one file. */
  show_sheet: { input: ShowSheet; output: SheetWindow }
  /** Writes the members into the folder `into`, which must exist; `workbook` = a workbook that only bears the name .zip. */
  unpack_archive: {
    input: { path: string; into: string }
    output:
      | { kind: 'members'; members: readonly { name: string; path: string }[] }
      | { kind: 'workbook' }
      | { kind: 'refused'; reason: string }
  }
  write_template: { input: TemplateOrder; output: { bytes: Uint8Array } }
  fill_template: { input: { order: TemplateOrder; answers: TemplateAnswers }; output: { bytes: Uint8Array } }
  /** A plain list on one sheet, the first row its head. */
  write_list: { input: { sheet: string; rows: readonly (readonly (string | number | null)[])[] }; output: { bytes: Uint8Array } }
  write_table: { input: { sheets: readonly TableSheet[] }; output: { bytes: Uint8Array } }
  write_report_tables: { input: ReportWorkbook; output: { bytes: Uint8Array } }
  /** A query sheet: questions to one unit with cells for the answers. */
  write_query: { input: QuerySource; output: { bytes: Uint8Array } }
  /** The report as a Word file; `identity`: whose it is. */
  write_document: { input: { model: ReportModel; identity: Readonly<Record<FileProperty, string>> }; output: { bytes: Uint8Array } }
  render_report: { input: ReportModel; output: { bytes: Uint8Array; pages: number } }
  /** Letters as path operators from the lower left corner, in points. */
  outline_text: { input: { lines: readonly string[]; size: number }; output: { content: string; width: number; height: number } }
  /** `roots`: pinned certificates, DER. `since`: what was `added` to a file of that many bytes. */
  verify_pdf: {
    input: { path: string; roots: readonly Uint8Array[]; since?: number }
    output: { verdict: PdfVerdict; added: PdfVerdict['later'] | undefined }
  }
}
export type WorkerTask = keyof WorkerTasks

/** Which worker file answers which task; each heavy library has one home. */
export const workerOfTask = {
  read_submission: 'read-workbook',
  read_workbook: 'read-workbook',
  read_document: 'read-workbook',
  read_returned: 'read-workbook',
  propose_mapping: 'read-workbook',
  apply_mapping: 'read-workbook',
  show_sheet: 'read-workbook',
  read_form: 'read-workbook',
  fill_form: 'read-workbook',
  unpack_archive: 'unpack-archive',
  write_template: 'write-workbook',
  fill_template: 'write-workbook',
  write_list: 'write-workbook',
  write_table: 'write-workbook',
  write_report_tables: 'write-workbook',
  write_query: 'write-workbook',
  write_document: 'write-workbook',
  render_report: 'render-pdf',
  outline_text: 'render-pdf',
  verify_pdf: 'verify-pdf',
} as const satisfies Record<WorkerTask, string>
