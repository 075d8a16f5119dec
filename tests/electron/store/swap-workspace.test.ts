import fs, { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { hasWorkspace, openStore } from '../../../electron/store/database.ts'
import { getSetting } from '../../../electron/store/setting-store.ts'
import { incomingPath, prepareSwap, swapWorkspace } from '../../../electron/store/swap-workspace.ts'
import { fixedClock } from '../../kit/test-submission.ts'
import { temporaryFolder, testWorkspace, type TestWorkspace } from '../../kit/test-workspace.ts'

const { clock } = fixedClock('2036-01-01T00:00:00.000Z')
/** Kept file and store tell which workspace one looks at. */
const nameOf = (directory: string): string => readFileSync(join(directory, 'files', 'whose'), 'utf8')

function twoWorkspaces(): TestWorkspace {
  const old = testWorkspace(join(temporaryFolder(), 'data'))
  writeFileSync(join(old.directory, 'files', 'whose'), 'old')
  writeFileSync(join(old.directory, 'log', '2026.log'), 'what happened')
  prepareSwap(old.directory)
  const next = testWorkspace(incomingPath(old.directory))
  writeFileSync(join(next.directory, 'files', 'whose'), 'new')
  next.context.store.transaction(() => next.context.store.prepare("UPDATE setting SET value = 'new' WHERE name = 'workspace'").run())
  next.context.store.close()
  return old
}

function workspaceAt(directory: string): string {
  const store = openStore(directory, { mode: 'write', clock })
  const workspace = getSetting(store, 'workspace')
  store.close()
  return workspace === 'new' && nameOf(directory) === 'new' ? 'new' : workspace !== 'new' && nameOf(directory) === 'old' ? 'old' : 'torn'
}

describe('putting a workspace in the place of another', () => {
  it('takes over store, kept files and reports, and leaves the rest of the folder alone', () => {
    const { directory, context } = twoWorkspaces()
    swapWorkspace(directory, context.store.handOver())
    expect(workspaceAt(directory)).toBe('new')
    expect(readFileSync(join(directory, 'log', '2026.log'), 'utf8')).toBe('what happened')
    expect(existsSync(join(directory, 'restore'))).toBe(false)
  })

  it('lets nobody else write until it is done', () => {
    const { directory, context } = twoWorkspaces()
    const lock = context.store.handOver()
    expect(() => openStore(directory, { mode: 'write', clock })).toThrow(expect.objectContaining({ code: 'workspace.in_use' }))
    swapWorkspace(directory, lock)
    expect(workspaceAt(directory)).toBe('new')
  })

  it('keeps the old one when there is nothing to put in its place', () => {
    const { directory, context } = testWorkspace(join(temporaryFolder(), 'data'))
    writeFileSync(join(directory, 'files', 'whose'), 'old')
    prepareSwap(directory)
    const lock = context.store.handOver()
    expect(() => swapWorkspace(directory, lock)).toThrow('nothing to put')
    expect(workspaceAt(directory)).toBe('old')
  })

  it('keeps the old one when it cannot be moved away, and gives the lock back', () => {
    const { directory, context } = twoWorkspaces()
    const lock = context.store.handOver()
    const rename = fs.renameSync
    // As where another program holds a file.
    fs.renameSync = (from, to) => {
      if (String(to).endsWith(join('outgoing', 'files'))) throw Object.assign(new Error('held'), { code: 'EPERM' })
      rename(from, to)
    }
    syncBuiltinESMExports()
    onTestFinished(() => {
      fs.renameSync = rename
      syncBuiltinESMExports()
    })
    expect(() => swapWorkspace(directory, lock)).toThrow(expect.objectContaining({ code: 'workspace.read_only' }))
    expect(workspaceAt(directory)).toBe('old')
  })

  it('is litter while nothing was decided: the next writer takes it away', () => {
    const { directory, context } = twoWorkspaces()
    context.store.close()
    expect(workspaceAt(directory)).toBe('old')
    expect(readdirSync(directory)).not.toContain('restore')
  })

  it('is finished by the next one who opens the folder, for reading too, even where no store stands in it', () => {
    const { directory, context } = twoWorkspaces()
    context.store.close()
    writeFileSync(join(directory, 'restore', 'step'), 'out')
    openStore(directory, { mode: 'read', clock }).close()
    expect(workspaceAt(directory)).toBe('new')
    expect(hasWorkspace(directory)).toBe(true)
  })
})
