import type { Unit } from '../../domain/unit.ts'
import { findUnitNames, indexUnits, type UnitIndex } from '../find-unit-names.ts'
import type { FoundColumn } from './column-heads.ts'
import type { FoundTable } from './find-tables.ts'
import type { FoundRow } from './read-rows.ts'

export type NamedUnits = readonly Pick<Unit, 'code' | 'name' | 'kind' | 'aliases'>[]

/** Whose the cells of the tables of one workbook are, as far as titles, names of sheets, rows and heads of columns say so. */
export type TableOwners = {
  /** Every unit that some table, row or column is of, by code; several where communes share a file. */
  units: readonly string[]
  /** Null where nothing says it. */
  of: (table: FoundTable, row: Pick<FoundRow, 'label' | 'contexts'>, column: Pick<FoundColumn, 'text'>) => string | null
}

const longestTitle = 200

/**
 * Only communes and wards by their kind and name: whom a report is sent to and which body it speaks of stand in titles, too. A title
 * that names several says nothing; a table without a title of its own belongs to whom the one above it belongs.
 */
export function findOwners(tables: readonly FoundTable[], units: NamedUnits): TableOwners {
  const index = indexOf(units)
  const known = new Map<string, string | null>()
  const ownerIn = (text: string): string | null => {
    let owner = known.get(text)
    if (owner === undefined) known.set(text, (owner = text === '' || text.length > longestTitle ? null : onlyCommune(text, index)))
    return owner
  }
  const ofTable = new Map<FoundTable, string | null>()
  for (const [position, table] of tables.entries()) {
    const before = tables.slice(0, position).findLast((other) => other.grid === table.grid && other.bottom < table.top)
    const titles = new Set<string>()
    for (const row of table.grid.rows)
      if (row > (before?.bottom ?? 0) && row < table.top)
        for (const { column } of table.grid.cellsOf(row)) {
          const owner = ownerIn(table.grid.textAt(row, column))
          if (owner !== null) titles.add(owner)
        }
    const [title] = titles
    const inherited = before ? (ofTable.get(before) ?? null) : ownerIn(table.grid.sheet.name)
    ofTable.set(table, titles.size === 0 ? inherited : titles.size === 1 ? title! : null)
  }
  const of: TableOwners['of'] = (table, { label, contexts }, { text }) =>
    [label, ...contexts.toReversed(), text].map(ownerIn).find((owner) => owner !== null) ?? ofTable.get(table) ?? null
  const found = new Set<string>()
  for (const table of tables)
    for (const row of table.rows)
      for (const column of table.columns)
        if (row.role !== 'group' && column.head.kind === 'value') {
          const owner = of(table, row, column)
          if (owner !== null) found.add(owner)
        }
  return { units: [...found].toSorted(), of }
}

/** One list of units is asked for many files. */
const indexes = new WeakMap<object, { index: UnitIndex; communes: ReadonlySet<string> }>()

export function indexOf(units: NamedUnits): { index: UnitIndex; communes: ReadonlySet<string> } {
  let found = indexes.get(units)
  if (!found) {
    const communes = new Set(units.flatMap(({ code, kind }) => (kind === 'xa' || kind === 'phuong' ? [code] : [])))
    indexes.set(units, (found = { index: indexUnits(units), communes }))
  }
  return found
}

function onlyCommune(text: string, { index, communes }: { index: UnitIndex; communes: ReadonlySet<string> }): string | null {
  const named = findUnitNames(text, index).filter(({ unit, form }) => form !== 'bare' && communes.has(unit))
  return named.length === 1 ? named[0]!.unit : null
}
