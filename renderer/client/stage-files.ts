import type { StagedFile, StageWatch, Staging, Unstaged } from './host.ts'

/** A file as a browser hands it over; `path` with the folders it came with, `file` undefined where it could not be opened. */
export type BroughtFile = { path: string; file: Blob | undefined }

export type PutFile = (path: string, file: Blob) => Promise<string>

const largestStagedBytes = 20 * 1024 * 1024
/** As the host takes them: backups hold the files of years. */
const largestFor = (name: string): number => (/\.tonghop$/i.test(name) ? 4 * 1024 ** 3 : largestStagedBytes)

/** A browser keeps six connections to a host: one carries the events, the others must stay free for what the page asks. */
const atOnce = 3

/**
 * Brings files over one after the other, a few at a time; whatever is wrong with one is said by its name, and the others
 * go on. In the order they were given. After an abort it gives what was over by then.
 */
export async function stageFiles(files: readonly BroughtFile[], put: PutFile, { onProgress, signal }: StageWatch): Promise<Staging> {
  const results: (StagedFile | Unstaged)[] = []
  let next = 0
  let done = 0
  const isStopped = (): boolean => signal?.aborted === true
  const stageNext = async (): Promise<void> => {
    while (next < files.length && !isStopped()) {
      const index = next++
      results[index] = await stageOne(files[index]!, put)
      onProgress?.(++done, files.length)
    }
  }
  onProgress?.(0, files.length)
  await Promise.all(Array.from({ length: atOnce }, stageNext))
  const told = results.filter((result) => result !== undefined)
  return { staged: told.filter((one) => 'file' in one), unstaged: told.filter((one) => 'reason' in one) }
}

async function stageOne({ path: name, file }: BroughtFile, put: PutFile): Promise<StagedFile | Unstaged> {
  if (!file) return { name, reason: 'unreadable' }
  if (file.size > largestFor(name)) return { name, reason: 'too_large' }
  try {
    return { file: await put(name, file), name, bytes: file.size }
  } catch {
    // A folder dropped as a file, or one that went away.
    return { name, reason: 'unreadable' }
  }
}
