export type Progress = { phase: 'reading' | 'storing'; done: number; total: number }

const leastGapMs = 100

/** Passes on at most ten a second, and always the last one. */
export function throttleProgress(
  onProgress: ((progress: Progress) => void) | undefined,
  now: () => number = () => performance.now(),
): { report: (progress: Progress) => void; finish: () => void } {
  let lastAt = -Infinity
  let waiting: Progress | undefined
  const pass = (progress: Progress): void => {
    waiting = undefined
    lastAt = now()
    onProgress?.(progress)
  }
  return {
    report: (progress) => {
      if (now() - lastAt >= leastGapMs) pass(progress)
      else waiting = progress
    },
    finish: () => {
      if (waiting) pass(waiting)
    },
  }
}
