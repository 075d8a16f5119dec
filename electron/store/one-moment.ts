import type { Store } from './database.ts'

/**
 * Work that reads and never writes, in steps: at each `yield` others may be served. Looked at through `readAtOneMoment` it
 * answers for a single moment all the same.
 */
export type ReadingSteps<Result> = Generator<void, Result, void>

const versionOf = (store: Store): string => String(store.database.pragma('data_version', { simple: true }))
const changesOf = (store: Store): number => store.pluck<[], number>('SELECT total_changes()').get() ?? 0

/** Changes with every change of the data, by this connection or another; a rolled-back one may leave it changed. */
export const dataStamp = (store: Store): string => `${versionOf(store)} ${changesOf(store)}`

const aside = new WeakMap<Store, number>()

/** Writes what no figure and no rule looks at: the journal, decisions, notes, letters, jobs. */
export function writeAside(store: Store, write: () => void): void {
  const before = changesOf(store)
  write()
  aside.set(store, (aside.get(store) ?? 0) + changesOf(store) - before)
}

/** Like `dataStamp`, but the same after what was written aside: what thousands of units sent need not be judged again after a decision. */
export const figureStamp = (store: Store): string => `${versionOf(store)} ${changesOf(store) - (aside.get(store) ?? 0)}`

/** All steps at once, for who has nobody to serve meanwhile, or reads inside a transaction. */
export function readAtOnce<Result>(steps: ReadingSteps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

type Begun<Result> = { stamp: string; steps: ReadingSteps<Result>; ended: { result: Result } | undefined }

/**
 * Work about one period that is done once for every state of the data: its result is remembered until the stamp changes, and who
 * asks while it is being done goes on with what was begun instead of beginning again. The result is shared and must not be changed.
 */
export function rememberUntilChange<Result>(
  begin: (store: Store, period: string) => ReadingSteps<Result>,
  stampOf: (store: Store) => string = dataStamp,
): (store: Store, period: string) => ReadingSteps<Result> {
  const known = new WeakMap<Store, Map<string, Begun<Result>>>()
  return function* remembered(store, period) {
    const stamp = stampOf(store)
    let periods = known.get(store)
    if (!periods) known.set(store, (periods = new Map()))
    let begun = periods.get(period)
    if (begun?.stamp !== stamp) {
      // What a transaction sees of its own changes may still be rolled back, and the stamp does not go back with it.
      if (store.database.inTransaction) return yield* begin(store, period)
      periods.forEach(({ stamp: of }, code) => void (of !== stamp && periods.delete(code)))
      periods.set(period, (begun = { stamp, steps: begin(store, period), ended: undefined }))
    }
    try {
      while (!begun.ended) {
        const step = begun.steps.next()
        if (step.done === true) begun.ended = { result: step.value }
        else yield
      }
    } catch (trouble) {
      periods.delete(period)
      throw trouble
    }
    return begun.ended.result
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
