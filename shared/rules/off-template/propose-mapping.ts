import type {
  DetectedTable,
  EncodingChoice,
  KnownWords,
  MappingProposal,
  MappingReading,
  MappingSuggestion,
} from '../../domain/layout-mapping.ts'
import type { Programme } from '../../domain/programme.ts'
import type { PlainCell, PlainWorkbook } from '../../domain/workbook.ts'
import { legacyEncodingOfFont } from '../../vietnamese/legacy-fonts.ts'
import { profileCounts } from '../../vietnamese/profile-counts.ts'
import { nameKey } from '../../vietnamese/text-key.ts'
import { voteEncoding, type EncodingVote } from '../../vietnamese/vote-encoding.ts'
import { findUnitNames } from '../find-unit-names.ts'
import { roleOf } from './column-heads.ts'
import { findPassages } from './find-passages.ts'
import { findTables, type FoundTable } from './find-tables.ts'
import { layoutKey, layoutText } from './layout-key.ts'
import { matchCells, type CellMatch } from './match-cells.ts'
import { lexiconOf } from './programme-lexicon.ts'
import { gridOf, type SheetGrid } from './sheet-grid.ts'
import { settleByNames } from './settle-by-names.ts'
import { suggestCells } from './suggest-cells.ts'
import { findOwners, indexOf, type NamedUnits } from './table-owners.ts'

export type ProposalOptions = {
  /** Words that this unit's sheets use, confirmed earlier: label → input name. */
  known?: KnownWords
  /** How the workbook is read; as far as not given, what the workbook itself shows. */
  reading?: Partial<MappingReading>
  /** Whose figures are looked for where the file has tables of several units. */
  unit?: string | undefined
}

/**
 * How a workbook that is not of our template may be read: tables, roles of their columns and rows, and for every input
 * the cell that answers it. Never decides: `sure` only where the sheet calls a cell just what the programme calls the
 * input and nothing else on any sheet does.
 */
export function proposeMapping(
  workbook: PlainWorkbook,
  programme: Programme,
  units: NamedUnits,
  options: ProposalOptions = {},
): MappingProposal {
  const lexicon = lexiconOf(programme)
  const known = new Map(Object.entries(options.known ?? {}).map(([label, name]) => [nameKey(label), name]))
  const settled = options.reading?.encoding
  const vote = voteOnLetters(workbook)
  const encoding = settled ?? (vote === undefined || vote.confidence === 'weak' ? 'unicode' : vote.suggestion)
  const grids = workbook.sheets.map((sheet) => gridOf(sheet, encoding))
  const tables = grids.flatMap((grid) => findTables(grid, lexicon))
  const owners = findOwners(tables, units)
  const isShared = owners.units.length > 1
  // The figures of a neighbour are nobody's answer.
  const isTheirs = ({ table, row, column }: CellMatch): boolean => {
    const owner = owners.of(table, row, column)
    return isShared && options.unit !== undefined && owner !== null && owner !== options.unit
  }
  const matches = tables.flatMap((table) => matchCells(table, programme, lexicon, known)).filter((match) => !isTheirs(match))
  const counts = suggestCells([...lexicon.inputs.keys()], matches)
  const passages = findPassages(grids, tables, programme, lexicon, known)
  // Nothing that had to be decoded by voting is settled before a person saw it.
  const isVoted = settled === undefined && encoding !== 'unicode'
  const isOpen = isShared && (options.unit === undefined || !owners.units.includes(options.unit))
  const lower = (one: MappingSuggestion): MappingSuggestion => (one.confidence === 'sure' ? { ...one, confidence: 'doubtful' } : one)
  const suggestions = [
    ...(isVoted || isOpen ? counts.map(lower) : counts),
    // Nothing says whose a sentence between the tables of several units is.
    ...(isVoted || isShared ? passages.suggestions.map(lower) : passages.suggestions),
  ]
  return {
    layoutKey: layoutKey(
      layoutText(
        tables,
        passages.headings.map(({ grid, row, column, text }) => ({ sheet: grid.sheet.name, row, column, text })),
      ),
    ),
    tables: tables.map(describeTable),
    suggestions: settleByNames(workbook, programme, tables, suggestions),
    reading: { encoding, separators: options.reading?.separators ?? separatorsOf(matches) },
    encodings: choicesOf(vote),
    units: suggestUnits(grids, units),
    owners: owners.units,
  }
}

/** Over the texts without a telling font, as they stand; undefined where none has a letter that could be of an old encoding. */
function voteOnLetters(workbook: PlainWorkbook): EncodingVote | undefined {
  const texts = workbook.sheets.flatMap(({ cells }) =>
    cells.flatMap(({ kind, value, fontName, runs }) =>
      kind === 'text' && foreign.test(String(value)) && ![fontName, ...(runs ?? []).map((run) => run.fontName)].some(legacyEncodingOfFont)
        ? [String(value)]
        : [],
    ),
  )
  return texts.length === 0 ? undefined : voteEncoding(texts.slice(0, votingTexts).map((text) => text.slice(0, votingLength)))
}

/** A question only a person answers, also where the vote is too weak to begin with its suggestion. */
const choicesOf = (vote: EncodingVote | undefined): EncodingChoice[] =>
  vote === undefined || vote.suggestion === 'unicode' ? [] : vote.candidates.map(({ encoding, samples }) => ({ encoding, samples }))

/** Latin-1 letters and signs that single-byte Vietnamese text consists of. */
const foreign = /[\u00a1-\u00ff]/
const votingTexts = 300
const votingLength = 400

/** What commas mean in the columns that answer inputs, taken together; one that contradicts another leaves the question open. */
function separatorsOf(matches: readonly CellMatch[]): MappingReading['separators'] {
  const columns = new Map<string, readonly (PlainCell | undefined)[]>()
  for (const { table, column } of matches) {
    const key = `${table.grid.sheet.name}\n${table.top}\n${column.column}`
    if (!columns.has(key))
      columns.set(
        key,
        table.rows.map(({ row }) => table.grid.cellAt(row, column.column)),
      )
  }
  return profileCounts([...columns.values()].flat()).separators
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

/** Units that the upper rows of the sheets speak of; the first sheet first. */
function suggestUnits(grids: readonly SheetGrid[], units: NamedUnits): string[] {
  const { index } = indexOf(units)
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
