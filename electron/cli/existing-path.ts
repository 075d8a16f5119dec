import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AppError } from '../../shared/errors.ts'

/** The absolute path of something that is there. Refuses with `command.no_such_path | unreadable_path | not_a_file`. */
export async function existingPath(path: string, kind: 'file' | 'any' = 'any'): Promise<string> {
  const absolute = resolve(path)
  const found = await stat(absolute).catch(() => undefined)
  if (!found) throw new AppError('command.no_such_path', { path })
  if (kind === 'file' && found.isDirectory()) throw new AppError('command.not_a_file', { path })
  if (kind === 'file')
    await access(absolute, constants.R_OK).catch(() => {
      throw new AppError('command.unreadable_path', { path })
    })
  return absolute
}
