import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const slow = 'tests/**/*.slow.test.ts'
const endToEnd = 'tests/e2e/**/*.slow.test.ts'
const browserOnly = 'tests/e2e/**/*.browser.slow.test.ts'
const windowOnly = 'tests/e2e/**/*.window.slow.test.ts'
const endToEndSettings = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  globalSetup: new URL('./e2e/kit/build-and-sample.ts', import.meta.url).pathname,
}

/** `quick` is what `npm run check` runs; `slow` needs system tools or seconds, `e2e` the built application in a browser, `e2e-window`
 * the same in its window; only `npm test` runs them. What is about looks or about one host says so by its name. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    projects: [
      { extends: true, test: { name: 'quick', include: ['tests/**/*.test.ts'], exclude: [slow], testTimeout: 20_000 } },
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
    maxWorkers: 2,
    reporters: ['default', new URL('./closing-line.ts', import.meta.url).pathname],
  },
})
