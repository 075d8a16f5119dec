import { setImmediate as nextTurn } from 'node:timers/promises'
import type { SourceLine } from '../../shared/domain/programme.ts'
import { encodeCell, encodeColumn } from '../../shared/domain/figures-grid.ts'
import type { Store } from '../store/database.ts'
import { listAdjustedCells, listGridRows, listGridUnits, listUnreadableTexts, type GridUnit } from '../store/grid-store.ts'
import { getPeriod, getPeriodKey } from '../store/period-store.ts'
import { fieldKeys, getProgramme } from '../store/programme-store.ts'

/** Expected units in protocol order, as columns of one length. */
export type GridUnits = {
  codes: readonly string[]
  names: readonly string[]
  kinds: readonly string[]
  lines: readonly SourceLine[]
  ranks: readonly number[]
  parents: readonly (string | null)[]
}

/** Every figure of a period; a field is one text with a cell per unit, as `figures-grid.ts` writes it. */
export type FiguresGrid = { units: GridUnits; fields: Readonly<Record<string, string>> }

/** Units in one piece of work: a hundredth of a second at 80 fields. */
const unitsPerTurn = 250

/**
 * The whole matrix of a period: units by fields, adjustments laid over. Reads in pieces, so `store` must be a snapshot
 * that nothing changes meanwhile. Refuses with `period.not_found`.
 */
export async function getGrid({ store }: { store: Store }, request: { period: string }): Promise<FiguresGrid> {
  const period = getPeriod(store, request.period)
  const key = getPeriodKey(store, period.code)
  const units = listGridUnits(store, key)
  const cells = emptyCells(store, period.programmeVersion, units.length)
  const placeOf = new Map(units.map((unit, place) => [unit.key, place]))
  let after = 0
  for (;;) {
    const rows = listGridRows(store, { period: key, after, limit: unitsPerTurn })
    const fields = fieldLists(cells.byKey)
    for (const [unit, submission, fieldList, cellList] of rows) {
      const place = placeOf.get(unit)!
      after = unit
      cells.fillBlank(place)
      if (fieldList === null || cellList === null) continue
      const columns = fields(fieldList)
      for (const [index, cell] of cellList.split(',').entries()) {
        const column = columns[index]
        if (column) column[place] = cell
      }
      if (cellList.includes('u')) fillUnreadable(store, cells.byKey, submission, place)
    }
    if (rows.length < unitsPerTurn) break
    await nextTurn()
  }
  for (const { unit, field, value, reported, raw } of listAdjustedCells(store, key)) {
    const [column, place] = [cells.byKey.get(field), placeOf.get(unit)]
    if (column && place !== undefined)
      column[place] = encodeCell({ state: 'value', value, reported, ...(reported.state === 'unreadable' ? { raw: raw ?? '' } : {}) })
  }
  return { units: toColumns(units), fields: cells.encode() }
}

type Cells = {
  byKey: ReadonlyMap<number, string[]>
  /** What a version that counts says nothing of is blank. */
  fillBlank(place: number): void
  encode(): Record<string, string>
}

function emptyCells(store: Store, programmeVersion: number, units: number): Cells {
  const keys = fieldKeys(store)
  const columns = getProgramme(store, programmeVersion).fields.map(({ code }) => {
    const key = keys.get(code)
    if (key === undefined) throw new Error(`field ${code} has no key`)
    return { code, key, cells: Array<string>(units).fill('') }
  })
  return {
    byKey: new Map(columns.map(({ key, cells }) => [key, cells])),
    fillBlank(place) {
      for (const { cells } of columns) cells[place] = 'b'
    },
    encode: () => Object.fromEntries(columns.map(({ code, cells }) => [code, encodeColumn(cells)])),
  }
}

/** Nearly all versions hold the same fields in the same order: their list is read once. */
function fieldLists(byKey: ReadonlyMap<number, string[]>): (list: string) => readonly (string[] | undefined)[] {
  const known = new Map<string, readonly (string[] | undefined)[]>()
  return (list) => {
    let columns = known.get(list)
    if (!columns) known.set(list, (columns = list.split(',').map((field) => byKey.get(Number(field)))))
    return columns
  }
}

function fillUnreadable(store: Store, byKey: ReadonlyMap<number, string[]>, submission: number, place: number): void {
  for (const { field, raw } of listUnreadableTexts(store, submission)) {
    const column = byKey.get(field)
    if (column) column[place] = encodeCell({ state: 'unreadable', value: null, raw: raw ?? '' })
  }
}

const toColumns = (units: readonly GridUnit[]): GridUnits => ({
  codes: units.map(({ code }) => code),
  names: units.map(({ name }) => name),
  kinds: units.map(({ kind }) => kind),
  lines: units.map(({ line }) => line),
  ranks: units.map(({ rank }) => rank),
  parents: units.map(({ parent }) => parent),
})
