import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './longest-first.ts'

const slow = 'tests/**/*.slow.test.ts'
const endToEnd = 'tests/e2e/**/*.slow.test.ts'
const browserOnly = 'tests/e2e/**/*.browser.slow.test.ts'
const windowOnly = 'tests/e2e/**/*.window.slow.test.ts'
const endToEndSettings = {
  testTimeout: 240_000,
  hookTimeout: 240_000,
  expect: { poll: { timeout: 30_000 } },
  globalSetup: new URL('./e2e/kit/build-and-sample.ts', import.meta.url).pathname,
}

/** `quick` is what `npm run check` runs; `slow` needs system tools or seconds, `e2e` the built application in a browser, `e2e-window`
 * the same in its window; only `npm test` runs them. What is about looks or about one host says so by its name. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    projects: [
      {
        extends: true,
        test: { name: 'quick', include: ['tests/**/*.test.ts'], exclude: [slow], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      { extends: true, test: { name: 'slow', include: [slow], exclude: [endToEnd], testTimeout: 240_000, hookTimeout: 240_000 } },
      {
        extends: true,
        test: { name: 'e2e', include: [endToEnd], exclude: [windowOnly], ...endToEndSettings, provide: { host: 'browser' } },
      },
      {
        extends: true,
        test: { name: 'e2e-window', include: [endToEnd], exclude: [browserOnly], ...endToEndSettings, provide: { host: 'window' } },
      },
    ],
    // Processes and workers that tests start need not compile the same sources each time; the command line keeps its own code there too.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
    pool: 'forks',
    // Node runs the sources as they are, here too, and a process goes from one file to the next: rewriting them and beginning anew for
    // every file took two fifths of the time. What a file leaves behind in its modules, the next one meets.
    experimental: { viteModuleRunner: false },
    isolate: false,
    // One more than the processors of the smallest machine: in a browser, and for whole processes, much of the time is waiting.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    reporters: ['default', new URL('./closing-line.ts', import.meta.url).pathname],
  },
})
