import type { CellReference } from '../../../shared/domain/finding.ts'
import type {
  ColumnRole,
  Confidence,
  DetectedTable,
  LayoutMapping,
  MappedInput,
  MappingProposal,
  MappingReading,
} from '../../../shared/domain/layout-mapping.ts'
import { cellAddress, parseCellAddress } from '../../../shared/domain/workbook.ts'

/** What of a proposal a draft is made from; the arrays may come from the contract. */
export type ProposedMapping = Pick<MappingProposal, 'tables' | 'suggestions' | 'reading'>

/** A proposal with what a person has said of it so far. */
export type MappingDraft = {
  /** Where each input is read, a text perhaps over several cells; one that is not here is not read. */
  cells: ReadonlyMap<string, readonly [CellReference, ...CellReference[]]>
  /** Inputs of which a person has said where they stand, or that they stand nowhere. */
  settled: ReadonlySet<string>
  reading: MappingReading
  /** Meanings of columns that a person changed, by `columnKey`. */
  roles: ReadonlyMap<string, ColumnRole>
}

/** `sure` and `doubtful` are the programme's, `settled` and `left_out` a person's; `missing`: nothing was found and nobody has said anything. */
export type InputState = 'sure' | 'doubtful' | 'missing' | 'settled' | 'left_out'

export const columnKey = (table: number, column: number): string => `${table} ${column}`

/** Weak suggestions are only offered. */
const isTaken = (confidence: Confidence): boolean => confidence !== 'weak'

export const startDraft = ({ suggestions, reading }: ProposedMapping): MappingDraft => ({
  cells: new Map(
    suggestions.flatMap(({ name, cell, more, confidence }): [string, [CellReference, ...CellReference[]]][] =>
      cell !== null && isTaken(confidence) ? [[name, [cell, ...more]]] : [],
    ),
  ),
  settled: new Set(),
  reading,
  roles: new Map(),
})

/** As it was confirmed before for this layout: nothing is open, and one key takes it again. */
export function draftOfKept({ inputs, reading }: LayoutMapping): MappingDraft {
  const cells = new Map<string, readonly [CellReference, ...CellReference[]]>()
  for (const { name, sheet, cell } of inputs) setCells(cells, name, [...(cells.get(name) ?? []), { sheet, cell }])
  return { cells, settled: new Set(cells.keys()), reading, roles: new Map() }
}

/** Another proposal for the same workbook, as after its letters are read in another way: what a person said stays. */
export function carryOver(draft: MappingDraft, proposal: ProposedMapping): MappingDraft {
  const fresh = startDraft(proposal)
  const cells = new Map([...fresh.cells].filter(([name]) => !draft.settled.has(name)))
  for (const name of draft.settled) setCells(cells, name, draft.cells.get(name))
  return { ...fresh, cells, settled: draft.settled, reading: draft.reading }
}

export function stateOf(draft: MappingDraft, { suggestions }: ProposedMapping, name: string): InputState {
  const cell = draft.cells.get(name)?.[0]
  if (draft.settled.has(name)) return cell ? 'settled' : 'left_out'
  if (!cell) return 'missing'
  const suggestion = suggestions.find((one) => one.name === name)
  return suggestion?.confidence === 'sure' && sameCell(suggestion.cell, cell) ? 'sure' : 'doubtful'
}

const sameCell = (a: CellReference | null, b: CellReference): boolean => a !== null && a.sheet === b.sheet && a.cell === b.cell

/** What a person must still look at, in the order of the list. */
export const doubtfulOf = (draft: MappingDraft, proposal: ProposedMapping): string[] =>
  proposal.suggestions.flatMap(({ name }) => (stateOf(draft, proposal, name) === 'doubtful' ? [name] : []))

/** The next doubtful one after this one; undefined after the last, so that the keyboard is never caught. */
export function nextDoubtful(draft: MappingDraft, proposal: ProposedMapping, after: string | undefined): string | undefined {
  const at = proposal.suggestions.findIndex(({ name }) => name === after)
  return proposal.suggestions.slice(at + 1).find(({ name }) => stateOf(draft, proposal, name) === 'doubtful')?.name
}

/** The input that a cell answers. */
export const inputAt = (draft: Pick<MappingDraft, 'cells'>, cell: CellReference): string | undefined =>
  [...draft.cells].find(([, read]) => read.some((one) => sameCell(one, cell)))?.[0]

/** Texts may go on over several cells; a count stands in one. */
export const mayHaveMore = (name: string): boolean => /^(nar|prop|mon|doc)\./.test(name)

/**
 * One cell answers one input: whichever had it before has none, and is open again. `adds`: beside the cells that the input
 * is read in already.
 */
export function assignCell(draft: MappingDraft, name: string, cell: CellReference, adds = false): MappingDraft {
  const cells = new Map(draft.cells)
  const settled = new Set(draft.settled).add(name)
  const before = inputAt(draft, cell)
  if (before !== undefined && before !== name) {
    setCells(
      cells,
      before,
      draft.cells.get(before)?.filter((one) => !sameCell(one, cell)),
    )
    settled.delete(before)
  }
  const own = draft.cells.get(name) ?? []
  const isAsItIs = own.some((one) => sameCell(one, cell))
  setCells(cells, name, isAsItIs ? own : adds && mayHaveMore(name) ? [...own, cell] : [cell])
  return { ...draft, cells, settled }
}

function setCells(
  cells: Map<string, readonly [CellReference, ...CellReference[]]>,
  name: string,
  read: readonly CellReference[] = [],
): void {
  const [first, ...more] = read
  if (first) cells.set(name, [first, ...more])
  else cells.delete(name)
}

export function clearCell(draft: MappingDraft, name: string): MappingDraft {
  const cells = new Map(draft.cells)
  cells.delete(name)
  return { ...draft, cells, settled: new Set(draft.settled).add(name) }
}

/** What is doubtful was looked at and is right as it stands. */
export const settleAll = (draft: MappingDraft, names: readonly string[]): MappingDraft => ({
  ...draft,
  settled: new Set([...draft.settled, ...names]),
})

/** Columns with figures of the period itself: of them only one is read. */
const ofPeriod: readonly ColumnRole[] = ['value', 'cumulative', 'in_period']
const neverRead: readonly ColumnRole[] = ['number', 'label', 'unit_of_count', 'previous_period', 'percent', 'note', 'other']

export const roleOf = (draft: MappingDraft, table: DetectedTable, index: number, column: number): ColumnRole =>
  draft.roles.get(columnKey(index, column)) ?? table.columns.find((one) => one.column === column)?.role ?? 'other'

/**
 * Another meaning of a column. One that is never read gives its inputs back to the column of the period that is left, or to
 * nobody; one of the period takes over the inputs of the other such columns in its rows. What moves is open again.
 */
export function changeRole(
  draft: MappingDraft,
  proposal: ProposedMapping,
  { table: index, column, role }: { table: number; column: number; role: ColumnRole },
): MappingDraft {
  const table = proposal.tables[index]
  if (!table) return draft
  const roles = new Map(draft.roles).set(columnKey(index, column), role)
  const next = { ...draft, roles }
  const periodColumns = table.columns.filter((one) => one.column !== column && ofPeriod.includes(roleOf(next, table, index, one.column)))
  if (ofPeriod.includes(role)) {
    const same = periodColumns.filter((one) => roleOf(next, table, index, one.column) === role)
    for (const one of same) roles.set(columnKey(index, one.column), 'other')
    return moveInputs(next, table, new Set(periodColumns.map((one) => one.column)), column)
  }
  return neverRead.includes(role) ? moveInputs(next, table, new Set([column]), periodColumns[0]?.column) : next
}

/** Inputs read in some columns of a table are read in another one of the same row; in none where there is no other. */
function moveInputs(draft: MappingDraft, table: DetectedTable, from: ReadonlySet<number>, to: number | undefined): MappingDraft {
  const cells = new Map(draft.cells)
  const settled = new Set(draft.settled)
  for (const [name, [reference]] of draft.cells) {
    const at = parseCellAddress(reference.cell)
    if (!at || reference.sheet !== table.sheet || !isInside(table, at.row) || !from.has(at.column)) continue
    settled.delete(name)
    cells.delete(name)
    const target = to === undefined ? undefined : { sheet: table.sheet, cell: cellAddress(at.row, to) }
    // A person may have given that cell to another input.
    if (target && inputAt({ cells }, target) === undefined) setCells(cells, name, [target])
  }
  return { ...draft, cells, settled }
}

const isInside = ({ top, bottom }: DetectedTable, row: number): boolean => row >= top && row <= bottom

/** As it is kept, in the order of the proposal. */
export const mappingOf = (draft: MappingDraft, { suggestions }: ProposedMapping): { inputs: MappedInput[]; reading: MappingReading } => ({
  inputs: suggestions.flatMap(({ name, cell, more, label }) =>
    (draft.cells.get(name) ?? []).map((read): MappedInput => {
      const isSuggested = sameCell(cell, read) || more.some((one) => sameCell(one, read))
      return { name, ...read, ...(isSuggested && label !== '' ? { label } : {}) }
    }),
  ),
  reading: draft.reading,
})
