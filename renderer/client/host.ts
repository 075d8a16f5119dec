import type { ShellTold } from '../../shared/contract/shell.ts'
import type { Language } from '../../shared/messages/text.ts'
import { tokenHeader } from './session-token.ts'
import { stageFiles, type BroughtFile } from './stage-files.ts'

/** A file or folder that the engine knows by its id; its path never reaches the page. `bytes` is null for a folder. */
export type StagedFile = { file: string; name: string; bytes: number | null }

/** A place to write to. Without an id the engine keeps the result, and `deliver` hands it over. */
export type SaveTarget = { target?: string }

/** A file that cannot be taken over this way, with what to say about it. */
export type Unstaged = { name: string; reason: 'too_large' | 'unreadable' }
export type Staging = { staged: StagedFile[]; unstaged: Unstaged[] }

/** `onProgress` tells how many are over; when all are, where they came from may be taken away. A window hands over paths and has no need of it. */
export type StageWatch = { onProgress?: ((done: number, total: number) => void) | undefined; signal?: AbortSignal | undefined }

/** What the page asks of what it runs in: our own window, or an ordinary browser on loopback. */
export type Host = {
  readonly kind: 'window' | 'browser'
  /** Lets a person pick files; empty when they changed their mind. `accept` as in an input element, e.g. `.xlsx,.zip`. */
  chooseFiles(options: { accept?: string; many?: boolean } & StageWatch): Promise<Staging>
  /** Lets a person pick a folder; its files in a browser, the folder itself in the window. */
  chooseFolder(watch?: StageWatch): Promise<Staging>
  /** What was dropped or pasted, folders included. */
  stageDropped(data: DataTransfer, watch?: StageWatch): Promise<Staging>
  /** Asks where to write a file; undefined when they changed their mind. In a browser the answer is always to keep it for download. */
  chooseSaveTarget(suggestedName: string): Promise<SaveTarget | undefined>
  /** The same for many files: a folder in the window. */
  chooseSaveFolder(): Promise<SaveTarget | undefined>
  /** After the work: a browser downloads the file; the window has it where it was wanted. */
  deliver(file: string, name: string): Promise<void>
  /** The bytes of a staged or kept file, for showing. */
  readFile(file: string): Promise<Uint8Array<ArrayBuffer>>
  print(): void
  /** What only our own window has around the page; undefined in a browser, which has its own. */
  readonly shell?: HostShell
}

export type HostShell = {
  /** Tells of commands of the menu and of files opened with the application; gives back how to stop listening. */
  listen(listener: (told: ShellTold) => void): () => void
  /** The language that menus and dialogs speak. */
  speak(language: Language): Promise<void>
  /** Shows a file that was written, in the system's own view of its folder. */
  showInFolder(file: string): Promise<void>
  /** The page as it would be printed, as a PDF. */
  previewPrint(): Promise<Uint8Array<ArrayBuffer>>
}

/** An ordinary browser: bytes go to the loopback host and come back from it. */
export function createBrowserHost(token: string): Host {
  const headers = { [tokenHeader]: token }

  async function put(path: string, file: Blob): Promise<string> {
    const answer = await fetch(`/stage?name=${encodeURIComponent(path)}`, { method: 'PUT', headers, body: file })
    if (!answer.ok) throw new Error(`the host answered ${answer.status}`)
    return ((await answer.json()) as { file: string }).file
  }

  const readAnswer = async (file: string): Promise<Response> => {
    const answer = await fetch(`/file/${file}`, { headers })
    if (!answer.ok) throw new Error(`the host answered ${answer.status}`)
    return answer
  }

  return {
    kind: 'browser',
    chooseFiles: async ({ accept, many = false, ...watch }) => stageFiles((await pick({ accept, many })).map(asBrought), put, watch),
    chooseFolder: async (watch = {}) => stageFiles((await pick({ many: true, folder: true })).map(asBrought), put, watch),
    stageDropped: async (data, watch = {}) => stageFiles(await filesOf(data), put, watch),
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
    input.hidden = true
    const end = (files: File[]): void => {
      input.remove()
      resolve(files)
    }
    input.addEventListener('change', () => end([...(input.files ?? [])]))
    input.addEventListener('cancel', () => end([]))
    // Held by the page as long as a person looks for the file: what nothing holds may be swept away, and then nobody answers.
    document.body.append(input)
    input.click()
  })
}

const asBrought = (file: File): BroughtFile => ({ path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file })

/** Folders are walked; the entries must be taken before the first await, while the drop still lasts. */
async function filesOf(data: DataTransfer): Promise<BroughtFile[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return [...data.files].map(asBrought)
  return (await Promise.all(entries.map(filesOfEntry))).flat()
}

async function filesOfEntry(entry: FileSystemEntry): Promise<BroughtFile[]> {
  const path = entry.fullPath.replace(/^\//, '')
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)).catch(() => undefined)
    // What cannot even be opened is still named: staging says that it could not be read.
    return [{ path, file }]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: FileSystemEntry[] = []
  // A directory is given in pieces of a hundred until an empty one.
  for (;;) {
    const piece = await new Promise<FileSystemEntry[] | undefined>((resolve) => reader.readEntries(resolve, () => resolve(undefined)))
    if (!piece) return [{ path, file: undefined }]
    if (piece.length === 0) break
    found.push(...piece)
  }
  return (await Promise.all(found.map(filesOfEntry))).flat()
}
