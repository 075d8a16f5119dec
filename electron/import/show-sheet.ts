import { resolve } from 'node:path'
import type { Id } from '../../shared/domain/identity.ts'
import type { SheetWindow } from '../../shared/domain/sheet-window.ts'
import { AppError } from '../../shared/errors.ts'
import type { ServiceContext } from '../audit/context.ts'
import { findReceivedFile } from '../store/received-file-store.ts'
import { findSubmission } from '../store/submission-store.ts'
import type { WorkerTasks } from '../workers/tasks.ts'

/** `sheet` left out: the first that is not hidden. Rows and columns are 1-based. */
export type SheetQuestion = { submission: Id; sheet?: string | undefined } & Omit<
  WorkerTasks['show_sheet']['input'],
  'path' | 'sha256' | 'name' | 'sheet'
>

/**
 * A window of the workbook of any version, waiting ones too, as it looks in a spreadsheet program; the kept file is checked
 * against its hash before anything of it is shown. Refuses with `sheet.submission_not_found | file_missing | file_changed |
 * not_a_workbook | unreadable | no_such_sheet`.
 */
export async function showSheet(
  { store, pool }: Pick<ServiceContext, 'store' | 'pool'>,
  { submission: id, sheet, ...place }: SheetQuestion,
): Promise<SheetWindow> {
  const submission = findSubmission(store, id)
  if (!submission) throw new AppError('sheet.submission_not_found', { id })
  const { sha256, originalName: name } = submission
  const file = findReceivedFile(store, sha256)
  if (!file) throw new AppError('sheet.file_missing', { name })
  try {
    return await pool.run('show_sheet', { ...place, sheet: sheet ?? null, path: resolve(store.filesDirectory, file.keptAs), sha256, name })
  } catch (error) {
    // The pool's own failure is told by name; `closed` is the application ending, not the file.
    if (error instanceof Error && error.name === 'WorkerFailure' && 'reason' in error && error.reason !== 'closed')
      throw new AppError('sheet.unreadable', { name }, { cause: error })
    throw error
  }
}
