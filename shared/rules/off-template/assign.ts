/**
 * The assignment with the greatest sum of scores, each row to at most one column and each column to at most one row
 * (Hungarian method with potentials, O(rows² · columns)). A score of 0 stays unassigned. Gives the column per row, or -1.
 */
export function assign(scores: readonly (readonly number[])[]): number[] {
  const rows = scores.length
  if (rows === 0) return []
  const real = scores[0]!.length
  // One column of its own for every row, worth nothing, so that nobody is forced into a match.
  const columns = real + rows
  const cost = (row: number, column: number): number => (column < real ? -scores[row]![column]! : 0)
  const rowPotential = Array.from({ length: rows + 1 }, () => 0)
  const columnPotential = Array.from({ length: columns + 1 }, () => 0)
  const rowOf = Array.from({ length: columns + 1 }, () => 0)
  const wayTo = Array.from({ length: columns + 1 }, () => 0)
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row
    let column = 0
    const shortest = Array.from({ length: columns + 1 }, () => Infinity)
    const seen = Array.from({ length: columns + 1 }, () => false)
    do {
      seen[column] = true
      const from = rowOf[column]!
      let delta = Infinity
      let next = 0
      for (let to = 1; to <= columns; to++) {
        if (seen[to]) continue
        const reduced = cost(from - 1, to - 1) - rowPotential[from]! - columnPotential[to]!
        if (reduced < shortest[to]!) {
          shortest[to] = reduced
          wayTo[to] = column
        }
        if (shortest[to]! < delta) {
          delta = shortest[to]!
          next = to
        }
      }
      for (let to = 0; to <= columns; to++) {
        if (seen[to]) {
          rowPotential[rowOf[to]!]! += delta
          columnPotential[to]! -= delta
        } else shortest[to]! -= delta
      }
      column = next
    } while (rowOf[column] !== 0)
    for (; column !== 0; column = wayTo[column]!) rowOf[column] = rowOf[wayTo[column]!]!
  }
  const found = Array.from({ length: rows }, () => -1)
  for (let column = 1; column <= real; column++) {
    const row = rowOf[column]!
    if (row > 0 && scores[row - 1]![column - 1]! > 0) found[row - 1] = column - 1
  }
  return found
}
