import type { FiguresGrid } from '../../../shared/contract/figures.ts'
import { stateNumbers, type GridColumn } from '../../../shared/domain/figures-grid.ts'
import type { Indicator } from '../../../shared/domain/programme.ts'
import { isBelowTarget, viewGridCell, type GridFigures, type GridRow } from '../../../shared/rules/grid-cells.ts'
import { fieldsOfColumn, type GridColumnPlan } from '../../../shared/rules/grid-columns.ts'
import { compareVietnamese } from '../../../shared/vietnamese/collation.ts'
import { searchFold } from '../../../shared/vietnamese/text-key.ts'
import { nameColumn, type Having, type Sorting, type TableSettings } from './table-settings.ts'

/** The units of a period with what they are searched and sorted by, worked out once. */
export type UnitRows = Pick<FiguresGrid, 'states'> &
  FiguresGrid['units'] & { keyed: ReadonlySet<number>; folded: readonly string[]; byName: readonly number[] }

export function readUnits({ units, states, keyed }: Pick<FiguresGrid, 'units' | 'states' | 'keyed'>): UnitRows {
  const places = units.codes.map((_, place) => place)
  return {
    ...units,
    states,
    keyed: new Set(keyed),
    folded: units.names.map((name, place) => `${searchFold(name)} ${units.codes[place]!.toLowerCase()}`),
    // The place in the order of names: sorting by name anew would compare each time.
    byName: places.toSorted((a, b) => compareVietnamese(units.names[a]!, units.names[b]!) || a - b),
  }
}

/** What stands below the province: units in the order asked for, under the heads of their groups. */
export function arrangeRows(units: UnitRows, figures: GridFigures, columns: readonly GridColumnPlan[], settings: TableSettings): GridRow[] {
  const places = sortPlaces(filterPlaces(units, figures, columns, settings), units, figures, columns, settings.sorting)
  const toRow = (place: number): GridRow => ({ kind: 'unit', place })
  if (settings.grouping === null) return places.map(toRow)
  const keys = settings.grouping === 'kind' ? units.kinds : units.lines
  const groups = Map.groupBy(places, (place) => keys[place]!)
  // Groups stand as their first units do in protocol order, however the units within are sorted.
  const heads = [...groups.keys()].toSorted((a, b) => keys.indexOf(a) - keys.indexOf(b))
  return heads.flatMap((key): GridRow[] => {
    const own = groups.get(key)!
    return [{ kind: 'group', key, places: own }, ...own.map(toRow)]
  })
}

export function filterPlaces(
  units: UnitRows,
  figures: GridFigures,
  columns: readonly GridColumnPlan[],
  { name, kind, line, sending, having, inColumn }: TableSettings,
): number[] {
  const wanted = searchFold(name.trim())
  const asked = inColumn === null ? columns : columns.filter(({ id }) => id === inColumn)
  const has = having === null ? () => true : tellHaving(figures, asked.length > 0 ? asked : columns, having)
  return units.codes.flatMap((_, place) =>
    (wanted === '' || units.folded[place]!.includes(wanted)) &&
    (kind === null || units.kinds[place] === kind) &&
    (line === null || units.lines[place] === line) &&
    (sending === null || units.states[place] === sending) &&
    has(place)
      ? [place]
      : [],
  )
}

function tellHaving(figures: GridFigures, columns: readonly GridColumnPlan[], having: Having): (place: number) => boolean {
  if (having === 'below') {
    const rates = columns.flatMap((column) => (column.kind === 'rate' ? [column] : []))
    return (place) =>
      rates.some((column) => {
        const fraction = viewGridCell(figures, { kind: 'unit', place }, column)?.fraction
        return fraction !== null && fraction !== undefined && isBelowTarget(fraction, column.indicator)
      })
  }
  const fields = [...new Set(columns.flatMap(fieldsOfColumn))].map(figures.columnOf)
  if (having === 'adjusted') return (place) => fields.some(({ reported }) => reported.has(place))
  return (place) => fields.some(({ states }) => states[place] === stateNumbers[having])
}

/** Stable: equal ones stay in protocol order. What is no number comes last, whichever the direction. */
export function sortPlaces(
  places: readonly number[],
  units: UnitRows,
  figures: GridFigures,
  columns: readonly GridColumnPlan[],
  sorting: Sorting | null,
): number[] {
  if (sorting === null) return [...places]
  if (sorting.column === nameColumn) {
    const kept = new Set(places)
    const named = units.byName.filter((place) => kept.has(place))
    return sorting.descending ? named.toReversed() : named
  }
  const column = columns.find(({ id }) => id === sorting.column)
  if (!column) return [...places]
  const { rank, compare } =
    column.kind === 'count' ? countOrder(figures.columnOf(column.field.code)) : rateOrder(figures, column, column.indicator)
  const sign = sorting.descending ? -1 : 1
  return places.toSorted((a, b) => rank(a) - rank(b) || (rank(a) === 0 ? sign * compare(a, b) : 0) || a - b)
}

type Order = { rank: (place: number) => number; compare: (a: number, b: number) => number }

const countOrder = ({ states, values }: GridColumn): Order => ({
  rank: (place) => states[place]!,
  compare: (a, b) => values[a]! - values[b]!,
})

function rateOrder(figures: GridFigures, column: GridColumnPlan, { numerator, denominator }: Indicator): Order {
  const [top, bottom] = [figures.columnOf(numerator), figures.columnOf(denominator)]
  const ranks = new Map<number, number>()
  return {
    rank(place) {
      let rank = ranks.get(place)
      if (rank === undefined)
        ranks.set(place, (rank = stateNumbers[viewGridCell(figures, { kind: 'unit', place }, column)?.state ?? 'unsent']))
      return rank
    },
    // Nil counts as 0, which is what its place in `values` holds.
    compare: (a, b) => compareFractions(top.values[a]!, bottom.values[a]!, top.values[b]!, bottom.values[b]!),
  }
}

/** a/b against c/d, exact; b and d > 0. */
export function compareFractions(a: number, b: number, c: number, d: number): number {
  const [left, right] = [a * d, c * b]
  if (left <= Number.MAX_SAFE_INTEGER && right <= Number.MAX_SAFE_INTEGER) return left - right
  const [exactLeft, exactRight] = [BigInt(a) * BigInt(d), BigInt(c) * BigInt(b)]
  return exactLeft < exactRight ? -1 : exactLeft > exactRight ? 1 : 0
}
