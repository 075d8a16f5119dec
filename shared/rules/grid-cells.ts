import type { Coverage, IndicatorFigures } from '../domain/consolidation.ts'
import type { CellState, Reading } from '../domain/figure.ts'
import { cellAt, decodeColumn, stateNumbers, type GridColumn, type GridState } from '../domain/figures-grid.ts'
import type { SourceLine } from '../domain/programme.ts'
import { factorOf } from './format-rate.ts'
import type { GridColumnPlan } from './grid-columns.ts'
import { addPools, emptyPool, poolUnit, type Pool } from './pool-indicator.ts'

/** The figures of a period, ready to be looked at: units by their places in protocol order. */
export type GridFigures = {
  lines: readonly SourceLine[]
  /** Decoded when first asked for. */
  columnOf: (field: string) => GridColumn
  province: {
    indicators: readonly Pick<IndicatorFigures, 'code' | 'numerator' | 'denominator' | 'coverage'>[]
    fields: Readonly<Record<string, number | null>>
    states: Readonly<Record<string, CellState>>
  }
}

/** The figures as they crossed, each field read when it is first looked at. */
export function readGridFigures({
  units,
  fields,
  province,
}: {
  units: { codes: readonly string[]; lines: readonly SourceLine[] }
  fields: Readonly<Record<string, string>>
  province: GridFigures['province']
}): GridFigures {
  const decoded = new Map<string, GridColumn>()
  const columnOf = (field: string): GridColumn => {
    let column = decoded.get(field)
    if (!column) {
      const text = fields[field]
      if (text === undefined) throw new Error(`no figures of ${field}`)
      decoded.set(field, (column = decodeColumn(text, units.codes.length)))
    }
    return column
  }
  return { lines: units.lines, columnOf, province }
}

/** A row: the whole province, a group of units under one head, or one unit by its place. */
export type GridRow = { kind: 'province' } | { kind: 'group'; key: string; places: readonly number[] } | { kind: 'unit'; place: number }

/**
 * What stands where a row and a column meet. `value` for counts and `fraction` for rates are there exactly when the state is
 * `value`. `coverage` only for rows that sum. A group of units of several lines is never summed: then `undefined`.
 */
export type GridCellView = {
  state: GridState
  value: number | null
  fraction: Fraction | null
  isAdjusted: boolean
  reported?: Reading
  raw?: string
  coverage?: Coverage
}
type Fraction = { numerator: number; denominator: number }

export function viewGridCell(figures: GridFigures, row: GridRow, column: GridColumnPlan): GridCellView | undefined {
  if (row.kind === 'unit')
    return column.kind === 'count' ? countOfUnit(figures, row.place, column.field.code) : rateOfUnit(figures, row.place, column.indicator)
  if (row.kind === 'province') return viewProvince(figures, column)
  const [first] = row.places
  if (first === undefined || row.places.some((place) => figures.lines[place] !== figures.lines[first])) return undefined
  return column.kind === 'count'
    ? sumCount(figures.columnOf(column.field.code), row.places)
    : fromPool(poolOf(figures, column.indicator, row.places), row.places.length)
}

const withoutNumber = { value: null, fraction: null, isAdjusted: false }

function countOfUnit(figures: GridFigures, place: number, field: string): GridCellView {
  const { state, value, reported, raw } = cellAt(figures.columnOf(field), place)
  return {
    state,
    value,
    fraction: null,
    isAdjusted: reported !== undefined,
    ...(reported === undefined ? {} : { reported }),
    ...(raw === undefined ? {} : { raw }),
  }
}

type CountPair = { numerator: string; denominator: string }

function rateOfUnit(figures: GridFigures, place: number, { numerator, denominator }: CountPair): GridCellView {
  const [top, bottom] = [cellAt(figures.columnOf(numerator), place), cellAt(figures.columnOf(denominator), place)]
  const isAdjusted = top.reported !== undefined || bottom.reported !== undefined
  const pool = poolOfPlace(figures, { numerator, denominator }, place)
  if (pool.reported === 1)
    return pool.denominator === 0
      ? { ...withoutNumber, state: 'nil', isAdjusted }
      : { state: 'value', value: null, fraction: { numerator: pool.numerator, denominator: pool.denominator }, isAdjusted }
  // Both say why there is no rate; what says most comes first.
  const state = (['not_applicable', 'unsent', 'unreadable'] as const).find((one) => top.state === one || bottom.state === one)
  return { ...withoutNumber, state: state ?? 'blank', isAdjusted }
}

const readingAt = (figures: GridFigures, field: string, place: number): Reading | undefined => {
  const { state, value } = cellAt(figures.columnOf(field), place)
  return state === 'unsent' ? undefined : { state, value }
}

const poolOfPlace = (figures: GridFigures, { numerator, denominator }: CountPair, place: number): Pool =>
  poolUnit(readingAt(figures, numerator, place), readingAt(figures, denominator, place))

/** Σ numerator and Σ denominator over units of one line. */
export const poolOf = (figures: GridFigures, pair: CountPair, places: readonly number[]): Pool =>
  places.reduce((pool, place) => addPools(pool, poolOfPlace(figures, pair, place)), emptyPool)

function fromPool(pool: Pool, units: number): GridCellView {
  const coverage = { reported: pool.reported, expected: units - pool.notApplicable }
  return { ...stateOfPool(pool, coverage), isAdjusted: false, coverage }
}

function stateOfPool(
  { numerator, denominator }: Fraction,
  { reported, expected }: Coverage,
): Pick<GridCellView, 'state' | 'value' | 'fraction'> {
  if (denominator > 0) return { state: 'value', value: null, fraction: { numerator, denominator } }
  const state = expected === 0 ? 'not_applicable' : reported > 0 ? 'nil' : 'blank'
  return { state, value: null, fraction: null }
}

/** One counted unit makes a sum; otherwise the state that says most about why there is none, as for the province. */
export function sumCount(column: GridColumn, places: readonly number[]): GridCellView {
  const { states, values } = column
  const counts = [0, 0, 0, 0, 0, 0]
  let total = 0
  for (const place of places) {
    counts[states[place]!]!++
    if (states[place] === stateNumbers.value) total += values[place]!
  }
  const coverage = countCoverage(column, places)
  if (counts[stateNumbers.value]! > 0) return { state: 'value', value: total, fraction: null, isAdjusted: false, coverage }
  const state = (['nil', 'unreadable', 'blank', 'not_applicable'] as const).find((one) => counts[stateNumbers[one]]! > 0)
  return { ...withoutNumber, state: state ?? 'blank', coverage }
}

/** As the consolidation has it, never added up anew; only who is in it is counted here. */
function viewProvince(figures: GridFigures, column: GridColumnPlan): GridCellView {
  if (column.kind === 'rate') {
    const found = figures.province.indicators.find(({ code }) => code === column.indicator.code)
    if (!found) throw new Error(`no figures of ${column.indicator.code}`)
    return { ...stateOfPool(found, found.coverage), isAdjusted: false, coverage: found.coverage }
  }
  const code = column.field.code
  return {
    state: figures.province.states[code] ?? 'blank',
    value: figures.province.fields[code] ?? null,
    fraction: null,
    isAdjusted: false,
    coverage: coverageOfLine(figures, code, column.line),
  }
}

/** Asked for with every drawing of the province's row, and the same until the figures are others. */
const knownCoverage = new WeakMap<GridColumn, Map<SourceLine, Coverage>>()

function coverageOfLine(figures: GridFigures, field: string, line: SourceLine): Coverage {
  const column = figures.columnOf(field)
  const known = knownCoverage.get(column) ?? new Map<SourceLine, Coverage>()
  knownCoverage.set(column, known)
  let coverage = known.get(line)
  if (!coverage) {
    const places = figures.lines.flatMap((one, place) => (one === line ? [place] : []))
    known.set(line, (coverage = countCoverage(column, places)))
  }
  return coverage
}

function countCoverage({ states }: GridColumn, places: readonly number[]): Coverage {
  let [reported, expected] = [0, 0]
  for (const place of places) {
    if (states[place]! < stateNumbers.not_applicable) reported++
    if (states[place] !== stateNumbers.not_applicable) expected++
  }
  return { reported, expected }
}

/** Exact: whether a rate lies below the target. */
export const isBelowTarget = (
  { numerator, denominator }: Fraction,
  { form, threshold }: { form: 'percent' | 'ratio'; threshold: number },
): boolean => BigInt(numerator) * factorOf(form) < BigInt(threshold) * BigInt(denominator)
