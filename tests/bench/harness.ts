import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'

/** One line of the printed table: ours against a peer measured in the same run. `ratio` > 1 means ours is better by that factor. */
export type BenchRow = {
  job: string
  ours: string
  peer: string
  ratio: number
  must: number
  stretch: number | null
}
export type BenchReport = { add(row: BenchRow): void; note(text: string): void }

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Runs the candidates in turn, `rounds` times, so that a slow moment of the machine hits all; gives each one's median in ms. */
export async function interleave(rounds: number, candidates: Record<string, () => unknown>): Promise<Record<string, number>> {
  const times: Record<string, number[]> = {}
  for (let round = 0; round < rounds; round++)
    for (const [name, run] of Object.entries(candidates)) {
      const start = performance.now()
      await run()
      ;(times[name] ??= []).push(performance.now() - start)
    }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]))
}

export type ProcessMeasure = { ms: number; peakMb: number; stdout: string; exitCode: number | null; signal: NodeJS.Signals | null }

/** A whole process, with its peak memory (VmHWM, polled every 20 ms; 0 where /proc is not). */
export function measureProcess(
  command: string,
  args: readonly string[],
  options: { env?: NodeJS.ProcessEnv; cwd?: string } = {},
): Promise<ProcessMeasure> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] })
    let stdout = ''
    let peakKb = 0
    const watch = setInterval(() => {
      const path = `/proc/${child.pid}/status`
      const status = existsSync(path) ? readFileSync(path, 'utf8') : ''
      peakKb = Math.max(peakKb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))
    }, 20)
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
    child.on('error', reject)
    child.on('close', (exitCode, signal) => {
      clearInterval(watch)
      resolve({ ms: performance.now() - start, peakMb: peakKb / 1024, stdout, exitCode, signal })
    })
  })
}
