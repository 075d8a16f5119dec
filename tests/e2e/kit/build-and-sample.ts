import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { runDemo } from '../../../electron/demo/run-demo.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { createLargeWorkspace } from '../../kit/large-workspace.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built application: `main`, `preload`, `renderer`. */
    built: string
    /** A workspace with the sample period 2026-H1; copied before it is written to. */
    sample: string
    /** A workspace of 5,000 units and two periods, 2026-Q2 the newer; copied before it is written to. */
    large: string
    /** What shows the page. */
    host: 'browser' | 'window'
  }
}

const root = new URL('../../..', import.meta.url).pathname

type Made = { built: string; sample: string; large: string; remove: () => void; users: number }

/** Both projects of end-to-end tests set up in one process, and one build serves both. */
const shared = globalThis as typeof globalThis & { tonghopEndToEnd?: Promise<Made> | undefined }

/** Once for all end-to-end tests: the bundles as they are shipped, and the sample workspace. */
export default async function buildAndSample(project: TestProject): Promise<() => void> {
  shared.tonghopEndToEnd ??= make()
  const made = await shared.tonghopEndToEnd
  made.users += 1
  project.provide('built', made.built)
  project.provide('sample', made.sample)
  project.provide('large', made.large)
  return () => {
    made.users -= 1
    if (made.users > 0) return
    shared.tonghopEndToEnd = undefined
    made.remove()
  }
}

async function make(): Promise<Made> {
  const folder = mkdtempSync(join(tmpdir(), 'tonghop-e2e-'))
  // Inside the checkout, because the bundles ask for better-sqlite3 from where they lie.
  mkdirSync(join(root, 'out'), { recursive: true })
  const built = mkdtempSync(join(root, 'out/e2e-'))
  const build = promisify(execFile)(process.execPath, ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--outDir', built], {
    cwd: root,
  })
  const large = join(folder, 'large')
  createLargeWorkspace(large, { units: 5000, fields: bundledProgramme().fields.length, periods: 2, narrated: 0 })
  await Promise.all([build, runDemo({ directory: join(folder, 'demo'), actor: 'Lan' })])
  return {
    built,
    sample: join(folder, 'demo', 'workspace'),
    large,
    remove: () => {
      for (const path of [folder, built]) rmSync(path, { recursive: true, force: true })
    },
    users: 0,
  }
}
