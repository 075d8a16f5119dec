import { lstat, opendir } from 'node:fs/promises'
import { join } from 'node:path'
import { isSystemFile } from '../walk-paths.ts'

/** `inside`: its name with the folders above it, from the source's own on, joined by `/`. */
export type FoundFile = { path: string; name: string; inside: string; bytes: number; mtimeMs: number }
/** `isCut`: there is more than was looked through. */
export type SourceWalk = { files: readonly FoundFile[]; isCut: boolean }

const mostEntries = 5000
/** The source's own folder, the folders in it, and the folders in those. */
const deepestLevel = 3

/** Our own backups, programs, what plays, and what a program is still fetching under a name of its own: nobody reports with these. */
const isNoReport = (name: string): boolean =>
  /\.(?:tonghop|part|partial|crdownload|tmp|exe|msi|dll|sys|bat|cmd|lnk|apk|iso|mp3|mp4|avi|mkv|mov|wav)$/i.test(name)

/**
 * The files of a stick or folder that somebody may have sent, by path; nothing is opened, links are not followed, and `own` is
 * left out. Undefined where it cannot be read; a folder in it that cannot be is passed over.
 */
export async function walkSource(
  root: { path: string; name: string },
  { own, signal, most = mostEntries }: { own: string; signal: AbortSignal; most?: number },
): Promise<SourceWalk | undefined> {
  const files: FoundFile[] = []
  let isCut = false
  let entries = 0
  const folders = [{ path: root.path, inside: root.name, level: 1 }]
  for (let folder = folders.shift(); folder; folder = folders.shift()) {
    try {
      for await (const entry of await opendir(folder.path)) {
        signal.throwIfAborted()
        if (++entries > most) return { files: byPath(files), isCut: true }
        const path = join(folder.path, entry.name)
        const inside = `${folder.inside}/${entry.name}`
        if (isSystemFile(entry.name, inside) || entry.name.startsWith('.') || path === own) continue
        if (entry.isDirectory()) {
          if (folder.level < deepestLevel) folders.push({ path, inside, level: folder.level + 1 })
          else isCut = true
        } else if (entry.isFile() && !isNoReport(entry.name)) {
          const { size: bytes, mtimeMs } = await lstat(path)
          files.push({ path, name: entry.name, inside, bytes, mtimeMs })
        }
      }
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof Error && 'code' in error)) throw error
      if (folder.level === 1) return undefined
    }
  }
  return { files: byPath(files), isCut }
}

const byPath = (files: readonly FoundFile[]): FoundFile[] => files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
