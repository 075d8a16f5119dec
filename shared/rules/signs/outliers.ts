export type OutlierBounds = { factor: number; floorPercent: number; fewest: number }

/** Makes the median of absolute deviations of normally distributed values their standard deviation. */
const normalSpread = 1.4826

/**
 * Places of the values that lie apart from all the others, and the median of those others; undefined when there are fewer
 * than `fewest`. A value is judged by the median and the spread of the rest, so that it cannot hide itself: apart means
 * farther than factor × max(1.4826 · MAD, floorPercent of the median). A plain z-score cannot exceed (n−1)/√n.
 */
export function findOutliers(
  values: readonly number[],
  { factor, floorPercent, fewest }: OutlierBounds,
): { place: number; median: number }[] | undefined {
  if (values.length < fewest) return undefined
  const order = values.map((_, place) => place).toSorted((a, b) => values[a]! - values[b]!)
  const sorted = order.map((place) => values[place]!)
  // Leaving one out moves the median to one of three values at most; the deviations are sorted once for each.
  const deviationsFrom = new Map<number, number[]>()
  return order
    .flatMap((place, rank) => {
      const median = medianWithout(sorted, rank)
      let deviations = deviationsFrom.get(median)
      if (!deviations) deviationsFrom.set(median, (deviations = sorted.map((value) => Math.abs(value - median)).toSorted((a, b) => a - b)))
      const own = Math.abs(sorted[rank]! - median)
      const spread = medianWithout(deviations, lowerBound(deviations, own))
      return own > factor * Math.max(normalSpread * spread, (floorPercent * Math.abs(median)) / 100) ? [{ place, median }] : []
    })
    .toSorted((a, b) => a.place - b.place)
}

/** The median of sorted values without the one at `rank`. */
function medianWithout(sorted: readonly number[], rank: number): number {
  const others = sorted.length - 1
  const at = (place: number): number => sorted[place < rank ? place : place + 1]!
  const middle = others >> 1
  return others % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2
}

function lowerBound(sorted: readonly number[], value: number): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (sorted[middle]! < value) from = middle + 1
    else to = middle
  }
  return from
}
