import type { PlainDocument } from '../../../shared/domain/document.ts'
import type { SubmissionFinding } from '../../../shared/domain/finding.ts'
import { fileFinding, openBytes, readFileBytes } from '../workbook/open-file.ts'
import { sniffFile, type Sniffed } from '../workbook/sniff-file.ts'
import { WorkbookRefusal } from '../workbook/workbook-refusal.ts'
import { readDocument } from './read-document.ts'

export type OpenedDocument = { document: PlainDocument } | { finding: SubmissionFinding }

/** The text of a Word file, or why there is none. Throws only when the file cannot be read at all. */
export async function openDocument(path: string, name: string): Promise<OpenedDocument> {
  const { bytes, isWhole } = readFileBytes(path)
  return isWhole ? openDocumentBytes(bytes, name) : { finding: fileFinding('M77', 'warning', 'PDF') }
}

export async function openDocumentBytes(bytes: Buffer, name: string): Promise<OpenedDocument> {
  try {
    const sniffed = sniffFile(bytes)
    return sniffed.format === 'docx' ? { document: readDocument(sniffed.container) } : { finding: await findingOf(sniffed, bytes, name) }
  } catch (error) {
    if (error instanceof WorkbookRefusal) return { finding: fileFinding('M76', 'warning', '', error.message) }
    throw error
  }
}

/** Why a file is none to be read as text, in the words of the reader's other findings. */
export async function findingOf({ format }: Sniffed, bytes: Buffer, name: string): Promise<SubmissionFinding> {
  if (format === 'pdf') return fileFinding('M77', 'warning', 'PDF')
  if (format === 'image') return fileFinding('M77', 'warning', 'image')
  if (format === 'doc') return fileFinding('M77', 'warning', '.doc')
  if (format === 'encrypted') return fileFinding('M76', 'warning')
  const opened = await openBytes(bytes, name)
  return opened.kind !== 'workbook' ? opened.finding : fileFinding('M77', 'warning', opened.format === 'csv' ? 'CSV' : `.${opened.format}`)
}
