/** A stream of choices that is the same for the same seed and name, whatever else is drawn. */
export type Choices = {
  /** Whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  /** A share of a whole number, between two percentages, rounded. */
  share(whole: number, lowPercent: number, highPercent: number): number
  pick<T>(list: readonly T[]): T
  shuffle<T>(list: readonly T[]): T[]
  chance(percent: number): boolean
}

/** mulberry32 over a hash of the name, so that one unit more changes no other unit. */
export function choicesFor(seed: number, name: string): Choices {
  let state = seed >>> 0
  for (let index = 0; index < name.length; index++) state = Math.imul(state ^ name.charCodeAt(index), 0x01000193) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    between,
    share: (whole, lowPercent, highPercent) => Math.round((whole * (lowPercent + next() * (highPercent - lowPercent))) / 100),
    pick: (list) => list[between(0, list.length - 1)]!,
    shuffle: (list) => {
      const shuffled = [...list]
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = between(0, last)
        ;[shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!]
      }
      return shuffled
    },
    chance: (percent) => next() * 100 < percent,
  }
}
