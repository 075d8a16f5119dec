import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { WriterLock } from './lock.ts'
import { asRefusal } from './store-trouble.ts'

/**
 * Puts a workspace that was built beside in the place of the one in use. No file system exchanges two folders, so the
 * decision is one small file: before it is there the old workspace is the one, from then on the new one, and whoever opens
 * the folder next finishes what a crash left. Layout: `restore/{step,incoming,outgoing}` inside the workspace's folder.
 */
const folderOf = (directory: string): string => join(directory, 'restore')
const stepPath = (directory: string): string => join(folderOf(directory), 'step')
const outgoingPath = (directory: string): string => join(folderOf(directory), 'outgoing')
/** Where the new workspace is built; it must not exist before. */
export const incomingPath = (directory: string): string => join(folderOf(directory), 'incoming')

/** What belongs together; logs, backups, copies before an update and the sample stay where they are. */
const items = ['store.db', 'store.db-wal', 'store.db-shm', 'files', 'reports']

/** Decided but not finished: the folder may hold no store at this moment and still be a workspace. */
export const isSwapDecided = (directory: string): boolean => existsSync(stepPath(directory))

/** Takes away what an earlier attempt left, and makes room for the next. Refuses with `workspace.read_only | disk_full`. */
export function prepareSwap(directory: string): void {
  try {
    if (!isSwapDecided(directory)) rmSync(folderOf(directory), { recursive: true, force: true })
    mkdirSync(folderOf(directory), { recursive: true })
  } catch (error) {
    throw asRefusal(error, directory)
  }
}

/**
 * What stands at `incomingPath` becomes the workspace. `lock`, which `Store.handOver` gave, is held all along and released in
 * the end: nobody can write between the last look at the old workspace and its end. `keepOldAs`, a path inside the folder,
 * keeps the old one as it is, for one of which no backup can be made.
 * Refuses with `workspace.read_only | disk_full`; the old one then still is the workspace.
 */
export function swapWorkspace(directory: string, lock: WriterLock, keepOldAs = ''): void {
  try {
    if (!existsSync(join(incomingPath(directory), 'store.db'))) throw new Error('there is nothing to put in the place of the workspace')
    rmSync(outgoingPath(directory), { recursive: true, force: true })
    decide(directory, 'out', keepOldAs)
    try {
      moveOut(directory)
    } catch (error) {
      // Another program may hold one of the files, as virus scanners do; what was moved goes back.
      moveBack(directory)
      throw error
    }
    decide(directory, 'in', keepOldAs)
    finish(directory, keepOldAs)
  } catch (error) {
    throw asRefusal(error, directory)
  } finally {
    lock.release()
  }
}

/** After a crash, by the next writer, which holds the lock. */
export function finishSwap(directory: string): void {
  if (!existsSync(folderOf(directory))) return
  if (isSwapDecided(directory)) {
    const [step, keepOldAs = ''] = readFileSync(stepPath(directory), 'utf8').split('\n')
    if (step === 'out') {
      moveOut(directory)
      decide(directory, 'in', keepOldAs)
    }
    finish(directory, keepOldAs)
  } else rmSync(folderOf(directory), { recursive: true, force: true })
}

function decide(directory: string, step: 'out' | 'in', keepOldAs: string): void {
  const unfinished = `${stepPath(directory)}.part`
  const descriptor = openSync(unfinished, 'w')
  try {
    writeFileSync(descriptor, `${step}\n${keepOldAs}`)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(unfinished, stepPath(directory))
  syncFolders(directory)
}

function moveOut(directory: string): void {
  mkdirSync(outgoingPath(directory), { recursive: true })
  for (const item of items) moveIfThere(join(directory, item), join(outgoingPath(directory), item))
}

function moveBack(directory: string): void {
  for (const item of items) moveIfThere(join(outgoingPath(directory), item), join(directory, item))
  rmSync(stepPath(directory))
  syncFolders(directory)
}

function finish(directory: string, keepOldAs: string): void {
  for (const item of items) moveIfThere(join(incomingPath(directory), item), join(directory, item))
  syncFolders(directory)
  if (!existsSync(join(directory, 'store.db'))) throw new Error('the new workspace did not arrive; the old one is kept in restore/outgoing')
  if (keepOldAs !== '') {
    mkdirSync(dirname(join(directory, keepOldAs)), { recursive: true })
    moveIfThere(outgoingPath(directory), join(directory, keepOldAs))
  }
  // The step goes last: without it the rest of the folder is only litter.
  rmSync(outgoingPath(directory), { recursive: true, force: true })
  rmSync(folderOf(directory), { recursive: true, force: true })
}

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to)
}

function syncFolders(directory: string): void {
  for (const path of [folderOf(directory), directory]) {
    try {
      const descriptor = openSync(path, 'r')
      try {
        fsyncSync(descriptor)
      } finally {
        closeSync(descriptor)
      }
    } catch {
      // Some file systems cannot open or sync a folder; the rename is then as safe as they make it.
    }
  }
}
