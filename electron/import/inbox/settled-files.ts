import { lstat } from 'node:fs/promises'
import type { FoundFile } from './walk-source.ts'

/** What a file looked like when nobody was writing it, by path. */
export type SettledPrints = Map<string, string>

const printOf = ({ bytes, mtimeMs }: Pick<FoundFile, 'bytes' | 'mtimeMs'>): string => `${bytes} ${mtimeMs}`

/**
 * The files that are whole: unchanged since an earlier look, or over a pause that all unknown ones share. One that somebody is still
 * copying there grows meanwhile and is left for the next look. `pause` waits as long as a copy takes to go on.
 */
export async function settledFiles(
  files: readonly FoundFile[],
  settled: SettledPrints,
  pause: () => Promise<unknown>,
): Promise<readonly FoundFile[]> {
  const isSettled = (file: FoundFile): boolean => settled.get(file.path) === printOf(file)
  const unknown = files.filter((file) => !isSettled(file))
  if (unknown.length > 0) await pause()
  for (const file of unknown) {
    const now = await lstat(file.path).catch(() => undefined)
    if (now && printOf({ bytes: now.size, mtimeMs: now.mtimeMs }) === printOf(file)) settled.set(file.path, printOf(file))
  }
  return files.filter(isSettled)
}
