import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { JobKind } from '../../shared/contract/jobs.ts'
import type { StagedPaths } from '../../shared/contract/shell.ts'
import type { Id } from '../../shared/domain/identity.ts'
import type { Connection } from './connection.ts'

/** What only the shell may ask, because only it knows paths; each for the page that a person is at. */
export type ShellAsk =
  | { ask: 'stage'; paths: readonly string[] }
  | { ask: 'target'; path: string }
  | { ask: 'locate'; file: Id }
  | { ask: 'running' }

export type ShellAnswers = {
  stage: StagedPaths
  target: { target: Id }
  /** `isKept`: the engine holds it for somebody to take; otherwise it lies where a person wanted it. */
  locate: { path: string; name: string; isKept: boolean }
  running: JobKind[]
}

/** Refuses as `Connection.admit` does where files are asked for, and with `file.not_found`. */
export async function answerShell(connection: Connection, asked: ShellAsk): Promise<ShellAnswers[ShellAsk['ask']]> {
  const { jobs, staging } = connection.current()
  if (asked.ask === 'running') return jobs.list().flatMap(({ state, kind }) => (state === 'running' ? [kind] : []))
  connection.admit('files.stat')
  if (asked.ask === 'stage') return stagePaths(staging, asked.paths)
  if (asked.ask === 'target') return { target: staging.addOutput(asked.path) }
  const file = staging.get(asked.file)
  return { path: file.path, name: file.name, isKept: staging.isKept(file) }
}

/** Folders whole, files as they lie; what is gone or may not be read is named. */
async function stagePaths(staging: ReturnType<Connection['current']>['staging'], paths: readonly string[]): Promise<StagedPaths> {
  const found: StagedPaths = { staged: [], unstaged: [] }
  for (const path of paths)
    try {
      const entry = await stat(path)
      found.staged.push({ file: staging.addInput(path), name: basename(path), bytes: entry.isFile() ? entry.size : null })
    } catch {
      found.unstaged.push({ name: basename(path), reason: 'unreadable' })
    }
  return found
}
