import { defineConfig } from 'vitest/config'

const slow = 'tests/**/*.slow.test.ts'

/** `quick` is what `npm run check` runs; `slow` needs system tools or seconds, and only `npm test` runs it. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    projects: [
      { extends: true, test: { name: 'quick', include: ['tests/**/*.test.ts'], exclude: [slow], testTimeout: 20_000 } },
      { extends: true, test: { name: 'slow', include: [slow], testTimeout: 240_000, hookTimeout: 240_000 } },
    ],
    pool: 'forks',
    maxWorkers: 2,
    reporters: ['default', new URL('./closing-line.ts', import.meta.url).pathname],
  },
})
