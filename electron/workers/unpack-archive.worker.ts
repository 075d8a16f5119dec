import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveTasks } from './serve-tasks.ts'
import type { WorkerTasks } from './tasks.ts'
import { WorkbookRefusal } from './workbook/workbook-refusal.ts'
import { inflateEntry, readZipDirectory } from './workbook/zip-directory.ts'

/** Members are written under numbers: a member's own name could point outside the folder. */
function unpackArchive({ path, into }: WorkerTasks['unpack_archive']['input']): WorkerTasks['unpack_archive']['output'] {
  try {
    const file = readFileSync(path)
    const entries = readZipDirectory(file)
    if (entries.some((entry) => entry.name.toLowerCase() === '[content_types].xml')) return { kind: 'workbook' }
    const members = entries
      .filter((entry) => !entry.name.endsWith('/'))
      .map((entry, index) => {
        const member = join(into, String(index))
        writeFileSync(member, inflateEntry(file, entry))
        return { name: entry.name, path: member }
      })
    return { kind: 'members', members }
  } catch (error) {
    if (error instanceof WorkbookRefusal) return { kind: 'refused', reason: error.reason }
    throw error
  }
}

serveTasks<'unpack-archive'>({ unpack_archive: unpackArchive })
