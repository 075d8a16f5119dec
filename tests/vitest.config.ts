import { defineConfig } from 'vitest/config'

const slow = 'tests/**/*.slow.test.ts'
const endToEnd = 'tests/e2e/**/*.slow.test.ts'

/** `quick` is what `npm run check` runs; `slow` needs system tools or seconds, `e2e` the built application; only `npm test` runs them. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    projects: [
      { extends: true, test: { name: 'quick', include: ['tests/**/*.test.ts'], exclude: [slow], testTimeout: 20_000 } },
      { extends: true, test: { name: 'slow', include: [slow], exclude: [endToEnd], testTimeout: 240_000, hookTimeout: 240_000 } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: [endToEnd],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          globalSetup: new URL('./e2e/kit/build-and-sample.ts', import.meta.url).pathname,
          provide: { host: 'browser' },
        },
      },
    ],
    pool: 'forks',
    maxWorkers: 2,
    reporters: ['default', new URL('./closing-line.ts', import.meta.url).pathname],
  },
})
