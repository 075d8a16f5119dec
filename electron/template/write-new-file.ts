import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { AppError } from '../../shared/errors.ts'

const highestNumber = 999

/**
 * Writes whole or not at all, and never over a file with other content: that may be a workbook somebody filled in.
 * Gives the path: `name`, or `name_2`, `name_3` …; a file with these very bytes is left as it is.
 * Refuses with `template.not_written`.
 */
export async function writeNewFile(directory: string, name: string, bytes: Uint8Array): Promise<string> {
  const { name: stem, ext } = parse(name)
  const temporary = join(directory, `.${name}.${process.pid}.part`)
  try {
    await mkdir(directory, { recursive: true })
    for (let number = 1; number <= highestNumber; number++) {
      const path = join(directory, number === 1 ? name : `${stem}_${number}${ext}`)
      const existing = await readExisting(path)
      if (existing && Buffer.compare(existing, bytes) === 0) return path
      if (existing) continue
      const file = await open(temporary, 'w')
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(temporary, path)
      return path
    }
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    if (code === undefined) throw error
    throw new AppError('template.not_written', { path: directory, reason: code }, { cause: error })
  }
  throw new AppError('template.not_written', { path: join(directory, name), reason: 'EEXIST' })
}

async function readExisting(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
