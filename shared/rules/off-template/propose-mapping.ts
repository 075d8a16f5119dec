import type { CellReference } from '../../domain/finding.ts'
import type {
  Confidence,
  DetectedTable,
  KnownWords,
  MappingProposal,
  MappingReading,
  MappingSuggestion,
} from '../../domain/layout-mapping.ts'
import type { Programme } from '../../domain/programme.ts'
import type { Unit } from '../../domain/unit.ts'
import { cellAddress, type PlainWorkbook } from '../../domain/workbook.ts'
import { nameKey } from '../../vietnamese/text-key.ts'
import { findUnitNames, indexUnits } from '../find-unit-names.ts'
import { assign } from './assign.ts'
import { roleOf } from './column-heads.ts'
import { findTables, type FoundTable } from './find-tables.ts'
import { layoutKey, layoutText } from './layout-key.ts'
import { cellLabel, matchCells, type CellMatch } from './match-cells.ts'
import { lexiconOf } from './programme-lexicon.ts'
import { gridOf, type SheetGrid } from './sheet-grid.ts'

export type ProposalOptions = {
  /** Words that this unit's sheets use, confirmed earlier: label → input name. */
  known?: KnownWords
  /** How the workbook is read; as far as not given, what the workbook itself shows. */
  reading?: Partial<MappingReading>
}

/**
 * How a workbook that is not of our template may be read: tables, roles of their columns and rows, and for every input
 * the cell that answers it. Never decides: `sure` only where the sheet calls a cell just what the programme calls the
 * input and nothing else on any sheet does.
 */
export function proposeMapping(
  workbook: PlainWorkbook,
  programme: Programme,
  units: readonly Pick<Unit, 'code' | 'name' | 'kind' | 'aliases'>[],
  options: ProposalOptions = {},
): MappingProposal {
  const reading: MappingReading = { encoding: 'unicode', separators: 'ask', ...options.reading }
  const lexicon = lexiconOf(programme)
  const known = new Map(Object.entries(options.known ?? {}).map(([label, name]) => [nameKey(label), name]))
  const grids = workbook.sheets.map((sheet) => gridOf(sheet, reading.encoding))
  const tables = grids.flatMap((grid) => findTables(grid, lexicon))
  const matches = tables.flatMap((table) => matchCells(table, programme, lexicon, known))
  const counts = suggest([...lexicon.inputs.keys()], matches)
  return {
    layoutKey: layoutKey(layoutText(tables, [])),
    tables: tables.map(describeTable),
    suggestions: counts,
    reading,
    units: suggestUnits(grids, units),
  }
}

const describeTable = ({ grid, top, left, bottom, right, headRows, columns, rows }: FoundTable): DetectedTable => ({
  sheet: grid.sheet.name,
  top,
  left,
  bottom,
  right,
  headRows,
  columns: columns.map(({ column, head, text }) => ({ column, role: roleOf(head), head: text })),
  rows: rows.map(({ row, role, label }) => ({ row, role, label })),
})

const placeKey = ({ table, row, column }: CellMatch): string => `${table.grid.sheet.name}\n${row.row}\n${column.column}`
const referenceOf = ({ table, row, column }: CellMatch): CellReference => ({
  sheet: table.grid.sheet.name,
  cell: cellAddress(row.row, column.column),
})

const othersShown = 3
const leastDoubtful = 0.6
const leastWeak = 0.4

/** One suggestion per input, from the assignment of cells to inputs that is best as a whole. */
function suggest(names: readonly string[], matches: readonly CellMatch[]): MappingSuggestion[] {
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
  // A worse column of the same row is no rival: the span decides between them.
  const rivals = others.filter((other) => other.score >= 0.85 && !(isSameRow(other, chosen) && other.place > chosen.place))
  if (chosen.exact && rivals.length === 0 && (namesHere?.size ?? 0) <= 1 && !isHidden(chosen) && chosen.place < 4) return 'sure'
  return chosen.score >= leastDoubtful ? 'doubtful' : 'weak'
}

const isSameRow = (a: CellMatch, b: CellMatch): boolean => a.table === b.table && a.row === b.row

/** Units that the upper rows of the sheets speak of; the first sheet first. */
function suggestUnits(grids: readonly SheetGrid[], units: readonly Pick<Unit, 'code' | 'name' | 'kind' | 'aliases'>[]): string[] {
  const index = indexUnits(units)
  const found: string[] = []
  for (const grid of grids)
    for (const row of grid.rows.slice(0, 15))
      for (const { column } of grid.cellsOf(row)) {
        const text = grid.textAt(row, column)
        if (text.length > 200) continue
        for (const { unit } of findUnitNames(text, index)) if (!found.includes(unit)) found.push(unit)
      }
  return found
}
