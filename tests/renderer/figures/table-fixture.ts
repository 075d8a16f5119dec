import type { FiguresGrid, SendingState } from '../../../shared/contract/figures.ts'
import { encodeCell, encodeColumn, type GridCell } from '../../../shared/domain/figures-grid.ts'
import type { SourceLine } from '../../../shared/domain/programme.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { readGridFigures } from '../../../shared/rules/grid-cells.ts'
import { planGridColumns, type GridView } from '../../../shared/rules/grid-columns.ts'
import { arrangeRows, readUnits } from '../../../renderer/features/figures/arrange-rows.ts'
import { readSettings, type TableSettings } from '../../../renderer/features/figures/table-settings.ts'
import type { TableView } from '../../../renderer/features/figures/table-view.ts'

export type FixtureUnit = {
  code: string
  name: string
  kind?: string
  line?: SourceLine
  state?: SendingState
  cells: Readonly<Record<string, GridCell | number>>
}

const programme = bundledProgramme()
const unsent: GridCell = { state: 'unsent', value: null }

/** A grid of these units, blank where nothing is given; the province is told, never added up, so it is told nothing here. */
export function gridOf(units: readonly FixtureUnit[]): FiguresGrid {
  const cellOf = ({ cells, state }: FixtureUnit, field: string): string => {
    const cell = cells[field] ?? (state === 'missing' || state === 'pending' ? unsent : { state: 'blank' as const, value: null })
    return encodeCell(typeof cell === 'number' ? { state: 'value', value: cell } : cell)
  }
  return {
    units: {
      codes: units.map(({ code }) => code),
      names: units.map(({ name }) => name),
      kinds: units.map(({ kind }) => kind ?? 'xa'),
      lines: units.map(({ line }) => line ?? 'territorial'),
      ranks: units.map((_, index) => index + 1),
      parents: units.map(() => null),
    },
    states: units.map(({ state }) => state ?? 'on_time'),
    keyed: [],
    fields: Object.fromEntries(programme.fields.map(({ code }) => [code, encodeColumn(units.map((unit) => cellOf(unit, code)))])),
    province: {
      indicators: programme.indicators.map(({ code, line, threshold }) => ({
        code,
        line,
        numerator: 0,
        denominator: 0,
        rate: null,
        target: threshold,
        verdict: 'no_data',
        final: false,
        coverage: { reported: 0, expected: units.length },
        bounds: { low: null, high: null, basis: 'none' },
      })),
      crossChecks: [],
      fields: { um_total: 12_345 },
      states: { um_total: 'value' },
    },
  }
}

/** The table as it is laid out for settings as the address has them. */
export function tableOf(
  units: readonly FixtureUnit[],
  params: Readonly<Record<string, string>> = {},
): TableView & { settings: TableSettings } {
  const grid = gridOf(units)
  const settings = readSettings(params)
  const figures = readGridFigures(grid)
  const columns = planGridColumns(programme, settings.view satisfies GridView, settings.parts).flatMap((group) => group.columns)
  const read = readUnits(grid)
  return { units: read, figures, columns, rows: arrangeRows(read, figures, columns, settings), grouping: settings.grouping, settings }
}

export const shownCodes = ({ rows, units }: TableView): string[] =>
  rows.map((row) => (row.kind === 'unit' ? units.codes[row.place]! : row.kind === 'group' ? `=${row.key}` : '*'))
