import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import type { SheetWindow } from '../../../shared/domain/sheet-window.ts'
import { AppError } from '../../../shared/errors.ts'
import { limits } from './limits.ts'
import { isForeign, readForeign, sniffNamedFile } from './foreign/read-foreign.ts'
import { dressedSheetWindow, readSheetWindow, type WindowRequest } from './read-sheet-window.ts'
import { WorkbookRefusal } from './workbook-refusal.ts'

/** `name` as the file was called when it came, for what is said of it. */
export type ShowSheet = WindowRequest & { path: string; sha256: string; name: string }

/**
 * A window of a kept workbook; nothing is shown of a file whose bytes are not those that were taken in. Refuses with
 * `sheet.file_missing | file_changed | not_a_workbook | unreadable | no_such_sheet`.
 */
export async function showSheet({ path, sha256, name, ...request }: ShowSheet): Promise<SheetWindow> {
  const bytes = readKept(path, name)
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new AppError('sheet.file_changed', { name })
  try {
    const sniffed = sniffNamedFile(bytes, name)
    if (sniffed.format === 'workbook') return readSheetWindow(sniffed.container, request)
    if (!isForeign(sniffed)) throw new AppError('sheet.not_a_workbook', { name })
    return dressedSheetWindow(await readForeign(sniffed, bytes), request)
  } catch (error) {
    if (error instanceof WorkbookRefusal) throw new AppError('sheet.unreadable', { name }, { cause: error })
    throw error
  }
}

function readKept(path: string, name: string): Buffer {
  let handle: number
  try {
    handle = openSync(path, 'r')
  } catch (error) {
    throw new AppError('sheet.file_missing', { name }, { cause: error })
  }
  try {
    const stat = fstatSync(handle)
    if (!stat.isFile()) throw new AppError('sheet.file_missing', { name })
    // Scans may be larger: they are kept, not shown as sheets.
    if (stat.size > limits.fileBytes) throw new AppError('sheet.not_a_workbook', { name })
    return readFileSync(handle)
  } finally {
    closeSync(handle)
  }
}
