import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Instant } from '../../shared/domain/identity.ts'

/** Writes a bug with its trace into the day's log and gives the reference that a person is shown, e.g. `TH-4F2A`. Never throws. */
export type BugLog = (error: unknown, during: string) => string

/** `directory` is the workspace's; where it cannot be written, the log goes to the system's folder for temporary files. */
export const createBugLog =
  (directory: string, clock: () => Instant): BugLog =>
  (error, during) => {
    const reference = `TH-${randomBytes(2).toString('hex').toUpperCase()}`
    const at = clock()
    const entry = `${at} ${reference} ${during}\n${describeError(error)}\n\n`
    for (const folder of [join(directory, 'log'), join(tmpdir(), 'tonghop-log')])
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        appendFileSync(join(folder, `${at.slice(0, 10)}.log`), entry, { mode: 0o600 })
        break
      } catch {
        // The next folder is the answer; without any, the reference still tells two reports of trouble apart.
      }
    return reference
  }

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause === undefined ? '' : `\ncaused by ${describeError(error.cause)}`
  // A schema's refusal says where the value was wrong; the value itself stays out of the log.
  const issues = 'issues' in error && Array.isArray(error.issues) ? `\n${error.issues.map(describeIssue).join('\n')}` : ''
  return (error.stack ?? error.message) + issues + cause
}

const describeIssue = (issue: { path?: readonly unknown[]; message?: string }): string =>
  `  at ${(issue.path ?? []).join('.')}: ${issue.message ?? ''}`
