import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

/** A folder of the test's own, gone after the run. */
export function ownFolder(): string {
  const folder = join(inject('sample'), '../../own')
  mkdirSync(folder, { recursive: true })
  return mkdtempSync(join(folder, 'w-'))
}
