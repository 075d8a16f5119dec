import { tokenHeader } from './session-token.ts'

/** A file or folder that the engine knows by its id; its path never reaches the page. `bytes` is null for a folder. */
export type StagedFile = { file: string; name: string; bytes: number | null }

/** A place to write to. Without an id the engine keeps the result, and `deliver` hands it over. */
export type SaveTarget = { target?: string }

/** A file that cannot be taken over this way, with what to say about it. */
export type Unstaged = { name: string; reason: 'too_large' | 'unreadable' }
export type Staging = { staged: StagedFile[]; unstaged: Unstaged[] }

/** What the page asks of what it runs in: our own window, or an ordinary browser on loopback. */
export type Host = {
  readonly kind: 'window' | 'browser'
  /** Lets a person pick files; empty when they changed their mind. `accept` as in an input element, e.g. `.xlsx,.zip`. */
  chooseFiles(options: { accept?: string; many?: boolean }): Promise<Staging>
  /** Lets a person pick a folder; its files in a browser, the folder itself in the window. */
  chooseFolder(): Promise<Staging>
  /** What was dropped or pasted, folders included. */
  stageDropped(data: DataTransfer): Promise<Staging>
  /** Asks where to write a file; undefined when they changed their mind. In a browser the answer is always to keep it for download. */
  chooseSaveTarget(suggestedName: string): Promise<SaveTarget | undefined>
  /** The same for many files: a folder in the window. */
  chooseSaveFolder(): Promise<SaveTarget | undefined>
  /** After the work: a browser downloads the file; the window has it where it was wanted. */
  deliver(file: string, name: string): Promise<void>
  /** The bytes of a staged or kept file, for showing. */
  readFile(file: string): Promise<Uint8Array<ArrayBuffer>>
  print(): void
}

const largestStagedBytes = 20 * 1024 * 1024

/** An ordinary browser: bytes go to the loopback host and come back from it. */
export function createBrowserHost(token: string): Host {
  const headers = { [tokenHeader]: token }

  async function stage(files: readonly File[]): Promise<Staging> {
    const staged: StagedFile[] = []
    const unstaged: Unstaged[] = []
    for (const file of files) {
      const name = file.webkitRelativePath === '' ? file.name : file.webkitRelativePath
      if (file.size > largestStagedBytes) {
        unstaged.push({ name, reason: 'too_large' })
        continue
      }
      try {
        const answer = await fetch(`/stage?name=${encodeURIComponent(file.name)}`, { method: 'PUT', headers, body: file })
        if (!answer.ok) throw new Error(`the host answered ${answer.status}`)
        const { file: id } = (await answer.json()) as { file: string }
        staged.push({ file: id, name, bytes: file.size })
      } catch {
        // A folder dropped as a file, or one that went away: said by name, and the others go on.
        unstaged.push({ name, reason: 'unreadable' })
      }
    }
    return { staged, unstaged }
  }

  const readAnswer = async (file: string): Promise<Response> => {
    const answer = await fetch(`/file/${file}`, { headers })
    if (!answer.ok) throw new Error(`the host answered ${answer.status}`)
    return answer
  }

  return {
    kind: 'browser',
    chooseFiles: async ({ accept, many = false }) => stage(await pick({ accept, many })),
    chooseFolder: async () => stage(await pick({ many: true, folder: true })),
    stageDropped: async (data) => stage(await filesOf(data)),
    chooseSaveTarget: async () => ({}),
    chooseSaveFolder: async () => ({}),
    async deliver(file, name) {
      const address = URL.createObjectURL(await (await readAnswer(file)).blob())
      const link = document.createElement('a')
      link.href = address
      link.download = name
      link.click()
      // The download has begun when the click is handled; the address is of no more use a little later.
      setTimeout(() => URL.revokeObjectURL(address), 60_000)
    },
    readFile: async (file) => new Uint8Array(await (await readAnswer(file)).arrayBuffer()),
    print: () => window.print(),
  }
}

function pick({ accept, many, folder = false }: { accept?: string | undefined; many: boolean; folder?: boolean }): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = many
    if (accept !== undefined) input.accept = accept
    input.webkitdirectory = folder
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}

/** Folders are walked; the entries must be taken before the first await, while the drop still lasts. */
async function filesOf(data: DataTransfer): Promise<File[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return [...data.files]
  return (await Promise.all(entries.map(filesOfEntry))).flat()
}

async function filesOfEntry(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))]
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: FileSystemEntry[] = []
  // A directory is given in pieces of a hundred until an empty one.
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (piece.length === 0) break
    found.push(...piece)
  }
  return (await Promise.all(found.map(filesOfEntry))).flat()
}
