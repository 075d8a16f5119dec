/** Three slips of the finger cost nothing; guessing takes years. */
const freeAttempts = 3
const delaysSeconds = [5, 15, 60, 300, 900] as const

/** Seconds before the next password is looked at, after that many wrong ones in a row. */
export const delayAfter = (failedAttempts: number): number =>
  failedAttempts <= freeAttempts ? 0 : (delaysSeconds[failedAttempts - freeAttempts - 1] ?? delaysSeconds.at(-1)!)
