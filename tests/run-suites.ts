import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FailedFile } from './closing-line.ts'

const root = new URL('..', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'tonghop-suites-'))
const list = join(folder, 'failed.json')

function run(...words: readonly string[]): number {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '-c', 'tests/vitest.config.ts', ...words]
  const { status } = spawnSync(process.execPath, vitest, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TONGHOP_FAILED_FILES: list },
  })
  return status ?? 1
}

/**
 * Every suite, or what is asked for in words of the runner. A walk through the page waits for a browser and several processes, and a machine that nobody watches may stall for
 * seconds: there, and only there, a file of walks that failed is walked once more from its beginning, and named. Everything else
 * that fails has failed.
 */
function runSuites(asked: readonly string[]): number {
  const status = run(...asked)
  if (status === 0 || process.env['CI'] !== 'true') return status
  const failed = JSON.parse(readFileSync(list, 'utf8')) as FailedFile[]
  if (failed.length === 0 || failed.some(({ project }) => !project.startsWith('e2e'))) return status
  process.stdout.write(`\nWalked once more: ${failed.map(({ project, file }) => `${file} (${project})`).join(', ')}\n`)
  const projects = new Set(failed.map(({ project }) => project))
  return Math.max(
    ...[...projects].map((project) => run('--project', project, ...failed.flatMap((one) => (one.project === project ? [one.file] : [])))),
  )
}

try {
  process.exitCode = runSuites(process.argv.slice(2))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
