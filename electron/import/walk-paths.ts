import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { AppError } from '../../shared/errors.ts'

/** One file as it arrived. `path` is absolute (a zip's member after `!/`); `source` is where its bytes are read from. */
export type Arrival = {
  path: string
  source: string
  fileName: string
  /** The folders above it inside what was given, joined by `/`; '' at the top. */
  folders: string
  /** Why its bytes cannot be read, as the system says it (`EACCES`); null where nothing is known against it. */
  trouble: string | null
}

/** `shownAs`: what the file was called where it came from, with its folders, where `path` is only where a copy of it lies. */
export type GivenPath = { path: string; name: string; shownAs?: string | undefined }

/** What systems and office programs leave beside the files; nobody sent it. */
export const isSystemFile = (fileName: string, folders: string): boolean =>
  /^(~\$|\._|\.~lock\.)/.test(fileName) ||
  ['thumbs.db', 'ehthumbs.db', 'desktop.ini', '.ds_store', '.directory', 'autorun.inf'].includes(fileName.toLowerCase()) ||
  folders.split('/').some((folder) => folder === '__MACOSX' || folder === '$RECYCLE.BIN' || folder === 'System Volume Information')

/**
 * Every regular file under the given paths, each once, by path. Links are followed only to files inside the same
 * given folder; a folder or link that cannot be read is one arrival with its trouble. The workspace's own folder is left
 * out: what lies there has arrived long ago.
 * Refuses with `import.path_not_found` before anything else when a given path does not exist.
 */
export async function walkPaths(given: readonly GivenPath[], workspace: string): Promise<Arrival[]> {
  const own = resolve(workspace)
  const roots = await Promise.all(
    given.map(async ({ path, name, shownAs }) => {
      const absolute = resolve(path)
      const found = await stat(absolute).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw new AppError('import.path_not_found', { path })
        return undefined
      })
      return { absolute, name, shownAs, isFolder: found?.isDirectory() ?? false }
    }),
  )
  const arrivals: Arrival[] = []
  for (const { absolute, name, shownAs, isFolder } of roots)
    if (isFolder) await walkFolder({ root: absolute, own }, absolute, basename(absolute), arrivals)
    else if (shownAs !== undefined)
      arrivals.push({ path: shownAs, source: absolute, fileName: name, folders: foldersIn(shownAs), trouble: null })
    else arrivals.push({ path: absolute, source: absolute, fileName: name, folders: basename(resolve(absolute, '..')), trouble: null })
  // Two copies may have come under one name: only what lies in one place is one file.
  const bySource = new Map(arrivals.map((arrival) => [arrival.source, arrival]))
  return [...bySource.values()].toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

/** What a copy's own name says of its folders; of a whole path only the nearest, as for a file that was given by itself. */
function foldersIn(shownAs: string): string {
  const folders = shownAs.split(/[\\/]/).slice(0, -1)
  return /^(?:[\\/]|[A-Za-z]:)/.test(shownAs) ? (folders.at(-1) ?? '') : folders.join('/')
}

async function walkFolder(walk: { root: string; own: string }, folder: string, folders: string, arrivals: Arrival[]): Promise<void> {
  if (folder === walk.own) return
  const arrive = (name: string, trouble: string | null): unknown =>
    arrivals.push({ path: join(folder, name), source: join(folder, name), fileName: name, folders, trouble })
  let entries
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    arrivals.push({ path: folder, source: folder, fileName: basename(folder), folders, trouble: codeOf(error) })
    return
  }
  for (const entry of entries) {
    if (entry.isFile()) arrive(entry.name, null)
    else if (entry.isDirectory()) await walkFolder(walk, join(folder, entry.name), `${folders}/${entry.name}`, arrivals)
    else if (entry.isSymbolicLink()) {
      const kind = await kindOfLink(walk.root, join(folder, entry.name))
      if (kind !== 'folder_inside') arrive(entry.name, kind === 'file_inside' ? null : kind)
    }
  }
}

/** A folder inside is walked where it lies; what a link fetches from outside was not given. */
async function kindOfLink(root: string, link: string): Promise<string> {
  try {
    const inside = relative(await realpath(root), await realpath(link))
    if (inside === '..' || inside.startsWith(`..${sep}`)) return 'ELINK'
    const target = await stat(link)
    return target.isFile() ? 'file_inside' : target.isDirectory() ? 'folder_inside' : 'ELINK'
  } catch (error) {
    return codeOf(error)
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'EIO'
