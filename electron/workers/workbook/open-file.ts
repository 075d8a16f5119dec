import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { submissionFinding, type SubmissionFinding } from '../../../shared/domain/finding.ts'
import type { PlainWorkbook } from '../../../shared/domain/workbook.ts'
import type { RuleId } from '../../../shared/messages/catalogue.ts'
import type { ReadOutcome } from '../tasks.ts'
import {
  extensionOf,
  isForeign,
  isRenamed,
  isWorkbookName,
  readForeign,
  sniffNamedFile,
  type ForeignFormat,
} from './foreign/read-foreign.ts'
import { limits } from './limits.ts'
import { readWorkbookPackage } from './read-workbook.ts'
import { sniffFile } from './sniff-file.ts'
import type { FileFormat } from './sniff-file.ts'
import { WorkbookRefusal } from './workbook-refusal.ts'
import type { RefusalReason } from './workbook-refusal.ts'

/** What a workbook was kept as; only `xlsx` is ever read by its names without a person. */
export type WorkbookFormat = 'xlsx' | ForeignFormat
export type OpenedFile =
  | { kind: 'workbook'; workbook: PlainWorkbook; format: WorkbookFormat }
  | Exclude<ReadOutcome, { kind: 'submission' }>

const headBytes = 65_536

/** What the file at `path` is, under the name it came with; a workbook is read. Throws only when the file cannot be read at all. */
export async function openFile(path: string, name: string): Promise<OpenedFile> {
  const { bytes, isWhole } = readFileBytes(path)
  return isWhole ? openBytes(bytes, name) : openLargeFile(bytes)
}

/** The bytes of a file; of one that is larger than any submission only the beginning. */
export function readFileBytes(path: string): { bytes: Buffer; isWhole: boolean } {
  const handle = openSync(path, 'r')
  try {
    const { size } = fstatSync(handle)
    const wanted = size > limits.fileBytes ? headBytes : size
    const bytes = Buffer.allocUnsafe(wanted)
    let filled = 0
    for (let got = 1; filled < wanted && got > 0; filled += got) got = readSync(handle, bytes, filled, wanted - filled, filled)
    return { bytes: bytes.subarray(0, filled), isWhole: size <= limits.fileBytes }
  } finally {
    closeSync(handle)
  }
}

/** Only scans and pictures may be large: they are kept, not read. */
function openLargeFile(head: Buffer): OpenedFile {
  try {
    const { format } = sniffFile(head)
    if (format === 'pdf' || format === 'image') return outcomeOfFormat(format, '')
  } catch (error) {
    if (!(error instanceof WorkbookRefusal)) throw error
  }
  return rejected('M65')
}

export async function openBytes(bytes: Buffer, name: string): Promise<OpenedFile> {
  try {
    const sniffed = sniffNamedFile(bytes, name)
    if (sniffed.format === 'workbook') return { kind: 'workbook', workbook: readWorkbookPackage(sniffed.container), format: 'xlsx' }
    if (!isForeign(sniffed)) return outcomeOfFormat(sniffed.format, name)
    const { workbook } = await readForeign(sniffed, bytes)
    return { kind: 'workbook', workbook, format: sniffed.format }
  } catch (error) {
    if (error instanceof WorkbookRefusal) return rejected(ruleOfRefusal[error.reason], error.message)
    throw error
  }
}

const ruleOfRefusal: Record<RefusalReason, RuleId> = {
  damaged: 'M61',
  too_large: 'M65',
  unsafe: 'M66',
  encrypted: 'M62',
  unsupported: 'M75',
}

/** A finding about the whole file; `actual` keeps the technical reason for whoever looks closer. */
export function fileFinding(
  rule: RuleId,
  severity: SubmissionFinding['severity'],
  format = '',
  actual: string | null = null,
): SubmissionFinding {
  return submissionFinding(rule, severity, { actual, params: format === '' ? {} : { format } })
}

const rejected = (rule: RuleId, actual: string | null = null, format = ''): OpenedFile => ({
  kind: 'rejected',
  finding: fileFinding(rule, 'warning', format, actual),
})

/** A spreadsheet that is not .xlsx waits for a person, whatever stands in it; one under another kind's name is not taken in. */
export function foreignOutcome(format: ForeignFormat, name: string): Extract<ReadOutcome, { kind: 'off_template' | 'rejected' }> {
  const called = format === 'csv' ? 'CSV' : `.${format}`
  if (!isRenamed(format, name)) return { kind: 'off_template', finding: fileFinding('M68', 'warning', called) }
  const params = { format: called, named: `.${extensionOf(name)}`, ending: `.${format}` }
  return { kind: 'rejected', finding: submissionFinding('M78', 'warning', { params }) }
}

const paper = (format: 'pdf' | 'docx' | 'doc', word: string): OpenedFile => ({
  kind: 'paper',
  format,
  finding: fileFinding('M69', 'warning', word),
})

function outcomeOfFormat(format: Exclude<FileFormat, 'workbook' | ForeignFormat>, name: string): OpenedFile {
  switch (format) {
    case 'empty':
      return rejected('M60')
    case 'damaged':
      return rejected('M61')
    case 'encrypted':
      return rejected('M62')
    case 'html':
      return rejected(extensionOf(name).startsWith('htm') ? 'M67' : 'M63', null, 'HTML')
    case 'mhtml':
      return rejected('M63', null, 'MHTML')
    case 'xml_spreadsheet':
      return rejected('M63', null, 'XML 2003')
    case 'text':
      return isWorkbookName(name) ? rejected('M64') : rejected('M67', null, 'TXT')
    case 'pdf':
      return paper('pdf', 'PDF')
    case 'docx':
    case 'doc':
      return paper(format, 'Word')
    case 'image':
      return { kind: 'paper', format: 'image', finding: fileFinding('M70', 'warning') }
    case 'xlsb':
    case 'odt':
    case 'pptx':
    case 'ppt':
      return rejected('M67', null, `.${format}`)
    case 'rtf':
      return rejected('M67', null, 'RTF')
    case 'zip':
    case 'archive':
      return rejected('M71')
    case 'unknown':
      break
  }
  return rejected('M72')
}
