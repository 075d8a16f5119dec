/** Rows or columns of a sheet along one direction, 1-based, in pixels of the sheet at 100 %. */
export type SheetAxis = {
  count: number
  /** Where each begins; one more at the end. */
  starts: Float64Array
  /** First and last of each run of hidden ones. */
  hidden: readonly { first: number; last: number }[]
  /** Whether hidden ones are drawn at their size; otherwise each run is one narrow band. */
  isOpen: boolean
}

type AxisOrder = {
  count: number
  /** How many, how large, how many … */
  runs: readonly number[]
  /** First, last, first, last … */
  hidden: readonly number[]
  isOpen: boolean
  /** Size of the band that stands for hidden ones. */
  band: number
}

export function buildAxis({ count, runs, hidden, isOpen, band }: AxisOrder): SheetAxis {
  const sizes = new Float64Array(count)
  let at = 0
  for (let run = 0; run + 1 < runs.length && at < count; run += 2) {
    const end = Math.min(count, at + runs[run]!)
    sizes.fill(runs[run + 1]!, at, end)
    at = end
  }
  const spans: { first: number; last: number }[] = []
  for (let span = 0; span + 1 < hidden.length; span += 2) {
    const [first, last] = [hidden[span]!, Math.min(count, hidden[span + 1]!)]
    if (first > last) continue
    spans.push({ first, last })
    if (isOpen) continue
    sizes.fill(0, first - 1, last)
    sizes[first - 1] = band
  }
  const starts = new Float64Array(count + 1)
  for (let index = 0; index < count; index++) starts[index + 1] = starts[index]! + sizes[index]!
  return { count, starts, hidden: spans, isOpen }
}

/** Where a row begins; one beyond the end begins where the last one ends. */
export const startOf = (axis: SheetAxis, index: number): number => axis.starts[Math.max(0, Math.min(axis.count, index - 1))]!
export const endOf = (axis: SheetAxis, index: number): number => startOf(axis, index + 1)

/** The row at a place; the first before the beginning, the last after the end. */
export function indexAt({ starts, count }: SheetAxis, place: number): number {
  let [low, high] = [1, Math.max(1, count)]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (starts[middle]! > place) high = middle
    else low = middle + 1
  }
  return low
}

/** The run of hidden ones that this one belongs to. */
export function spanOf({ hidden }: SheetAxis, index: number): { first: number; last: number } | undefined {
  let [low, high] = [0, hidden.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (hidden[middle]!.last < index) low = middle + 1
    else high = middle
  }
  const span = hidden[low]
  return span && span.first <= index ? span : undefined
}
