import type { CellReference } from '../../domain/finding.ts'
import type { Confidence, MappingSuggestion } from '../../domain/layout-mapping.ts'
import { cellAddress } from '../../domain/workbook.ts'
import { assign } from './assign.ts'
import { cellLabel, type CellMatch } from './match-cells.ts'

const placeKey = ({ table, row, column }: CellMatch): string => `${table.grid.sheet.name}\n${row.row}\n${column.column}`
const referenceOf = ({ table, row, column }: CellMatch): CellReference => ({
  sheet: table.grid.sheet.name,
  cell: cellAddress(row.row, column.column),
})

const othersShown = 3
const leastDoubtful = 0.6
const leastWeak = 0.4

/** One suggestion per input, from the assignment of cells to inputs that is best as a whole. */
export function suggestCells(names: readonly string[], matches: readonly CellMatch[]): MappingSuggestion[] {
  const byName = new Map<string, CellMatch[]>()
  for (const match of matches) (byName.get(match.name) ?? byName.set(match.name, []).get(match.name)!).push(match)
  for (const list of byName.values()) list.sort((a, b) => rank(b) - rank(a) || order(a, b))
  const exactOf = new Map<string, Set<string>>()
  for (const match of matches)
    if (match.exact || match.score >= 0.85)
      (exactOf.get(placeKey(match)) ?? exactOf.set(placeKey(match), new Set()).get(placeKey(match))!).add(match.name)

  const candidates = [...byName.values()].flatMap((list) => list.slice(0, 8))
  const places = [...new Set(candidates.map(placeKey))]
  const at = new Map(places.map((place, index) => [place, index]))
  const scores = names.map((name) => {
    const row = places.map(() => 0)
    for (const match of byName.get(name)?.slice(0, 8) ?? [])
      row[at.get(placeKey(match))!] = Math.max(row[at.get(placeKey(match))!]!, rank(match))
    return row
  })
  const assigned = assign(scores)
  return names.map((name, index) => {
    const list = byName.get(name) ?? []
    const chosen = list.find((match) => places[assigned[index]!] === placeKey(match))
    const others = distinctPlaces(list.filter((match) => match !== chosen && (!chosen || placeKey(match) !== placeKey(chosen))))
    if (!chosen || chosen.score < leastWeak)
      return { name, cell: null, more: [], label: '', confidence: 'weak', others: others.slice(0, othersShown).map(referenceOf) }
    return {
      name,
      cell: referenceOf(chosen),
      more: [],
      label: cellLabel(chosen),
      confidence: confidenceOf(chosen, others, exactOf.get(placeKey(chosen))),
      others: others.slice(0, othersShown).map(referenceOf),
    }
  })
}

const isHidden = ({ table, row, column }: CellMatch): boolean => table.grid.isHidden(row.row, column.column)

/** A cell that is called right beats one that is only alike; a column of the right span beats another; what is seen beats what is hidden. */
const rank = (match: CellMatch): number =>
  Math.max(0.01, match.score - match.place * 0.02 - (isHidden(match) ? 0.3 : 0) - (match.row.role === 'total' ? 0.05 : 0))

const order = (a: CellMatch, b: CellMatch): number => a.row.row - b.row.row || a.column.column - b.column.column

function distinctPlaces(list: readonly CellMatch[]): CellMatch[] {
  const seen = new Set<string>()
  return list.filter((match) => !seen.has(placeKey(match)) && seen.add(placeKey(match)))
}

function confidenceOf(chosen: CellMatch, others: readonly CellMatch[], namesHere: ReadonlySet<string> | undefined): Confidence {
  // A worse column of the same row is no rival, the span decides; nor is what nobody sees, if the chosen one is seen.
  const rivals = others.filter(
    (other) => other.score >= 0.85 && !isHidden(other) && !(isSameRow(other, chosen) && other.place > chosen.place),
  )
  if (chosen.exact && rivals.length === 0 && (namesHere?.size ?? 0) <= 1 && !isHidden(chosen) && chosen.place < 4) return 'sure'
  return chosen.score >= leastDoubtful ? 'doubtful' : 'weak'
}

const isSameRow = (a: CellMatch, b: CellMatch): boolean => a.table === b.table && a.row === b.row
