import { AppError } from '../../shared/errors.ts'

const diskFullCodes = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'EFBIG'])
const readOnlyCodes = new Set(['EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'SQLITE_CANTOPEN', 'SQLITE_PERM', 'SQLITE_AUTH'])

/**
 * Turns what SQLite or the file system says into a refusal a person can act on; anything else comes back unchanged,
 * because it is a bug. For every place that writes into the workspace: `catch (error) { throw asRefusal(error, path) }`.
 */
export function asRefusal(error: unknown, path: string): unknown {
  if (error instanceof AppError) return error
  const code = codeOf(error)
  if (diskFullCodes.has(code)) return new AppError('workspace.disk_full', {}, { cause: error })
  if (code === 'SQLITE_CORRUPT' || code.startsWith('SQLITE_CORRUPT_') || code === 'SQLITE_NOTADB')
    return new AppError('workspace.damaged', { detail: (error as Error).message }, { cause: error })
  // A write that fails half-way without ENOSPC is what file-size limits and vanished sticks look like.
  if (code === 'SQLITE_IOERR_WRITE' || code === 'SQLITE_IOERR_SHMSIZE') return new AppError('workspace.disk_full', {}, { cause: error })
  if (readOnlyCodes.has(code) || code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN_'))
    return new AppError('workspace.read_only', { path }, { cause: error })
  return error
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''
