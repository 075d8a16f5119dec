import type { SampleBuilder } from '../engine/open-workspaces.ts'
import { runDemo, type DemoStep } from './run-demo.ts'

/** Where each step begins and how much of the whole it is, in percent, as measured. */
const shares: Readonly<Record<DemoStep, readonly [from: number, share: number]>> = {
  init: [0, 3],
  templates: [3, 32],
  submissions: [35, 25],
  import: [60, 28],
  reconcile: [88, 2],
  report: [90, 5],
  verify: [95, 2],
  backup: [97, 3],
}

/** The half-year of the demo as a workspace to look around in; its progress is told in percent. */
export const buildSample: SampleBuilder = async ({ directory, actor, signal, onProgress }) => {
  try {
    await runDemo({
      directory,
      actor,
      signal,
      onStep: (step, done, total) => {
        const [from, share] = shares[step]
        onProgress(from + Math.floor((share * done) / Math.max(total, 1)), 100)
      },
    })
  } catch (error) {
    // Stopped as asked, whatever it was in the middle of.
    signal.throwIfAborted()
    throw error
  }
  onProgress(100, 100)
}
