import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { runDemo } from '../../../electron/demo/run-demo.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built application: `main`, `preload`, `renderer`. */
    built: string
    /** A workspace with the sample period 2026-H1; copied before it is written to. */
    sample: string
    /** What shows the page. */
    host: 'browser' | 'window'
  }
}

const root = new URL('../../..', import.meta.url).pathname

/** Once for all end-to-end tests: the bundles as they are shipped, and the sample workspace. */
export default async function buildAndSample(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'tonghop-e2e-'))
  // Inside the checkout, because the bundles ask for better-sqlite3 from where they lie.
  mkdirSync(join(root, 'out'), { recursive: true })
  const built = mkdtempSync(join(root, 'out/e2e-'))
  const build = promisify(execFile)(process.execPath, ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--outDir', built], {
    cwd: root,
  })
  await Promise.all([build, runDemo({ directory: join(folder, 'demo'), actor: 'Lan' })])
  project.provide('built', built)
  project.provide('sample', join(folder, 'demo', 'workspace'))
  return () => {
    for (const made of [folder, built]) rmSync(made, { recursive: true, force: true })
  }
}
