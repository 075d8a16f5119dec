import type { Store } from './database.ts'

/**
 * Work that reads and never writes, in steps: at each `yield` others may be served. Looked at through `readAtOneMoment` it
 * answers for a single moment all the same.
 */
export type ReadingSteps<Result> = Generator<void, Result, void>

/** Changes with every change of the data, by this connection or another; a rolled-back one may leave it changed. */
export const dataStamp = (store: Store): string =>
  `${String(store.database.pragma('data_version', { simple: true }))} ${store.pluck<[], number>('SELECT total_changes()').get() ?? 0}`

/** All steps at once, for who has nobody to serve meanwhile, or reads inside a transaction. */
export function readAtOnce<Result>(steps: ReadingSteps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

const patience = 3

/** Lets others be served between the steps. What was changed meanwhile makes it begin again, in the end without a pause. */
export async function readAtOneMoment<Result>(store: Store, begin: () => ReadingSteps<Result>): Promise<Result> {
  for (let attempt = 0; attempt < patience; attempt++) {
    const stamp = dataStamp(store)
    const steps = begin()
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done !== true) await new Promise<void>((resolve) => void setImmediate(resolve))
      if (dataStamp(store) !== stamp) break
      if (step.done === true) return step.value
    }
  }
  return readAtOnce(begin())
}
