import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runDemo } from '../../electron/demo/run-demo.ts'
import { interleave, measureProcess, type BenchReport } from './harness.ts'

const main = new URL('../../electron/cli/start.mjs', import.meta.url).pathname
const promised = 300
const rounds = 9

/** A command from the key press to its answer, whole process, on the workspace of the demo; beside it a Node that does nothing. */
export default async function start(report: BenchReport): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tonghop-bench-'))
  try {
    const { workspace } = await runDemo({ directory: folder, actor: 'bench' })
    const period = ['--period', '2026-H1']
    const commands: Record<string, readonly string[]> = {
      help: ['help'],
      status: ['status', ...period],
      'figures --json': ['figures', ...period, '--json'],
      'findings --json': ['findings', ...period, '--json'],
    }
    const run = async (argv: readonly string[]): Promise<void> => {
      const { exitCode } = await measureProcess(process.execPath, argv)
      if (exitCode !== 0) throw new Error(`${argv.join(' ')} ended with ${exitCode}`)
    }
    const bare = 'bare Node'
    const candidates = {
      [bare]: () => run(['-e', '0']),
      ...Object.fromEntries(Object.entries(commands).map(([name, argv]) => [name, () => run([main, ...argv, '--data', workspace])])),
    }
    // The first run of all fills the cache of compiled code, as on the machine of a person it is filled.
    await interleave(1, candidates)
    const times = await interleave(rounds, candidates)
    for (const name of Object.keys(commands))
      report.add({
        job: `start: ${name}`,
        ours: `${times[name]!.toFixed(0)} ms`,
        peer: `${promised} ms promised`,
        ratio: promised / times[name]!,
        must: 1,
        stretch: 1.5,
      })
    report.note(`start: bare Node takes ${times[bare]!.toFixed(0)} ms of each; medians of ${rounds} runs in turn`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
