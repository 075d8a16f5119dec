import type { Reporter, TestModule } from 'vitest/node'

/** One plain line at the end, so that whoever reads the log sees what ran without knowing the runner; above it, what passed only
 * when it was tried again, because that is a race that wants mending. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        count[test.result().state] += 1
        if (test.diagnostic()?.flaky) process.stdout.write(`\nPassed at the second try: ${module.relativeModuleId} > ${test.name}\n`)
      }
      if (!module.ok() && [...module.children.allTests('failed')].length === 0) count.failed += 1
    }
    process.stdout.write(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped\n`)
  }
}
