import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

export type FailedFile = { project: string; file: string }

/** One plain line at the end, so that whoever reads the log sees what ran without knowing the runner; what failed, by file, for who
 * asked for it. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    const failed: FailedFile[] = []
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state] += 1
      if (module.ok()) continue
      failed.push({ project: module.project.name, file: module.relativeModuleId })
      if ([...module.children.allTests('failed')].length === 0) count.failed += 1
    }
    // What failed outside every file is nobody's to try again.
    if (errors.length > 0) failed.push({ project: '', file: '' })
    const list = process.env['TONGHOP_FAILED_FILES']
    if (list !== undefined) writeFileSync(list, JSON.stringify(failed))
    process.stdout.write(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped\n`)
  }
}
