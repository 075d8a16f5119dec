import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import type { Id } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'

/**
 * `input`: to be read; `output`: a save target. `name` is what people call it; the path never leaves the engine. `shownAs`:
 * with the folders it came with, where bytes were brought and `path` says nothing of them.
 */
export type StagedFile = { id: Id; name: string; kind: 'input' | 'output'; path: string; shownAs?: string }

/** Maps file ids to paths. Only who runs in this process can name a path; everybody else brings bytes. */
export type Staging = {
  /** A file or folder that stays where it is. */
  addInput(path: string, name?: string, shownAs?: string): Id
  /** A file or folder to be written, chosen by a person. */
  addOutput(path: string): Id
  /** A place of the engine's own that bytes can be put into; gone when the engine closes. `name` may carry folders. */
  reserve(name: string, kind: StagedFile['kind']): StagedFile
  /** Refuses with `file.not_found`. */
  get(id: Id): StagedFile
  /** The same for what may be written: never what a person brought in, or a kept file. */
  getTarget(id: Id): StagedFile
  find(id: Id): StagedFile | undefined
  /** Bytes on disk, null for folders and what is not written yet. */
  bytesOf(file: StagedFile): number | null
  /** Whether it lies in a place of the engine's own. */
  isKept(file: StagedFile): boolean
  remove(id: Id): void
  close(): void
}

export function createStaging(newId: () => Id): Staging {
  const files = new Map<Id, StagedFile>()
  let folder: string | undefined

  const add = (file: Omit<StagedFile, 'id'>): StagedFile => {
    const staged = { id: newId(), ...file }
    files.set(staged.id, staged)
    return staged
  }
  const get = (id: Id): StagedFile => {
    const file = files.get(id)
    if (!file) throw new AppError('file.not_found', { file: id })
    return file
  }

  return {
    addInput: (path, name = basename(path), shownAs) =>
      add({ name, kind: 'input', path: resolve(path), ...(shownAs === undefined ? {} : { shownAs }) }).id,
    addOutput: (path) => add({ name: basename(path), kind: 'output', path: resolve(path) }).id,
    reserve(name, kind) {
      folder ??= mkdtempSync(join(tmpdir(), 'tonghop-staging-'))
      // A folder of its own for each: the file keeps the name it came with, because names say whose file it is.
      const own = join(folder, newId())
      mkdirSync(own)
      const safe = safeName(name)
      return add({ name: safe, kind, path: join(own, safe), ...(kind === 'input' ? { shownAs: safeFolders(name, safe) } : {}) })
    },
    get,
    getTarget(id) {
      const file = get(id)
      if (file.kind !== 'output') throw new AppError('file.not_found', { file: id })
      return file
    },
    find: (id) => files.get(id),
    bytesOf({ path }) {
      const found = statSync(path, { throwIfNoEntry: false })
      return found?.isFile() ? found.size : null
    },
    isKept: ({ path }) => folder !== undefined && path.startsWith(folder),
    remove(id) {
      const file = files.get(id)
      files.delete(id)
      if (file && folder !== undefined && file.path.startsWith(folder)) rmSync(file.path, { recursive: true, force: true })
    },
    close() {
      files.clear()
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** `USB/Xã Tiên La/BC.xlsx`: only to be read by people and to suggest whose file it is, never to be opened. */
const safeFolders = (name: string, last: string): string =>
  [
    ...name
      .split(/[\\/]/)
      .slice(0, -1)
      .filter((folder) => !/^\.*$/.test(folder))
      .slice(-8)
      .map(safeName),
    last,
  ].join('/')

/** No separators, no control characters, no name that means a folder; Vietnamese letters stay. */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const clean = Array.from(last)
    .filter((letter) => letter >= ' ' && letter !== '\u007f' && !'<>:"|?*'.includes(letter))
    .join('')
    .trim()
  const short = Array.from(clean).slice(-120).join('')
  return /^\.*$/.test(short) ? 'file' : short
}
