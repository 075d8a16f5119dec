import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Period } from '../../shared/domain/period.ts'
import type { Programme } from '../../shared/domain/programme.ts'
import { AppError } from '../../shared/errors.ts'
import { figuresTexts } from '../../shared/messages/figures-page.ts'
import { fillText, type Language } from '../../shared/messages/text.ts'
import { displayRate } from '../../shared/rules/format-rate.ts'
import { readGridFigures, viewGridCell, type GridCellView, type GridFigures, type GridRow } from '../../shared/rules/grid-cells.ts'
import { findGridColumn, planGridColumns, type GridColumnPlan } from '../../shared/rules/grid-columns.ts'
import { wordColumn, wordColumnWhole, wordGridCell, wordState, wordUnit, type CellOwner } from '../../shared/rules/grid-words.ts'
import { printDay } from '../../shared/vietnamese/dates.ts'
import type { TableSheet, TableValue } from '../workers/tasks.ts'
import type { Figures } from './get-figures.ts'
import type { FiguresGrid } from './get-grid.ts'

/** `rows`: codes of units in the order shown; `=` and words for the head of the group that follows. */
export type GridOrder = { period: Period; language: Language; columns: readonly string[]; rows: readonly string[] }
type Grid = FiguresGrid & { states: readonly string[]; keyed: readonly number[]; province: Figures }

/** Rows in one piece of work. */
const rowsPerTurn = 50
const countWidth = 16
const nameWidth = 42

/**
 * The table as somebody sees it, as sheets: the province and who is in it on top, then the rows asked for; adjusted figures
 * beside what was reported on a sheet of their own. Refuses with `unit.not_found`, `trace.unknown_input`.
 */
export async function layOutGrid(programme: Programme, grid: Grid, order: GridOrder): Promise<TableSheet[]> {
  const { language } = order
  const columns = order.columns.map((id) => getColumn(programme, id))
  const figures = readGridFigures(grid)
  const shown = toRows(grid, order)
  const say = { language, columns, figures, grid }
  const province = columns.map((column) => viewGridCell(figures, { kind: 'province' }, column))
  const rows: TableValue[][] = [
    [figuresTexts.province[language], ...columns.map((column, index) => toValue(province[index], column, 'total', language))],
    [
      figuresTexts.exportCoverage[language],
      ...province.map((cell) => (cell?.coverage ? `${cell.coverage.reported}/${cell.coverage.expected}` : null)),
    ],
  ]
  const strong = [0]
  const adjusted: TableValue[][] = []
  for (const [index, { name, row }] of shown.entries()) {
    if (index % rowsPerTurn === 0) await nextTurn()
    if (row.kind === 'group') strong.push(rows.length)
    rows.push([name, ...rowValues(say, row)])
    if (row.kind === 'unit') adjusted.push(...adjustedValues(say, row.place, name))
  }
  const title = fillText(figuresTexts.exportTitle, language, {
    period: order.period.code,
    from: printDay(order.period.from),
    to: printDay(order.period.cutOff),
  })
  const main: TableSheet = {
    name: figuresTexts.sheetFigures[language],
    title,
    heads: headsOf(programme, columns, language),
    widths: [nameWidth, ...columns.map(() => countWidth)],
    rows,
    strong,
    frozenRows: 2,
  }
  return adjusted.length === 0 ? [main] : [main, adjustedSheet(title, adjusted, language)]
}

type Saying = { language: Language; columns: readonly GridColumnPlan[]; figures: GridFigures; grid: Grid }

function getColumn(programme: Programme, id: string): GridColumnPlan {
  const column = findGridColumn(programme, id)
  if (!column) throw new AppError('trace.unknown_input', { name: id })
  return column
}

function toRows({ units, keyed }: Grid, { rows: asked, language }: GridOrder): { name: string; row: GridRow }[] {
  const placeOf = new Map(units.codes.map((code, place) => [code, place]))
  const shown: { name: string; row: GridRow }[] = []
  let group: number[] | undefined
  for (const text of asked) {
    if (text.startsWith('=')) {
      group = []
      shown.push({ name: text.slice(1), row: { kind: 'group', key: text, places: group } })
      continue
    }
    const place = placeOf.get(text)
    if (place === undefined) throw new AppError('unit.not_found', { unit: text })
    group?.push(place)
    shown.push({ name: wordUnit(units.names[place]!, keyed.includes(place), language), row: { kind: 'unit', place } })
  }
  return shown
}

function rowValues({ language, columns, figures, grid }: Saying, row: GridRow): TableValue[] {
  const owner: CellOwner = row.kind !== 'unit' ? 'total' : grid.states[row.place] === 'pending' ? 'pending' : 'unit'
  return columns.map((column) => toValue(viewGridCell(figures, row, column), column, owner, language))
}

/** A rate stays the exact quotient and is shown with as many decimals as on the screen. */
function toValue(cell: GridCellView | undefined, column: GridColumnPlan, owner: CellOwner, language: Language): TableValue {
  if (!cell) return null
  if (cell.value !== null) return cell.isAdjusted ? { number: cell.value, format: '#,##0', marked: true } : cell.value
  if (cell.fraction && column.kind === 'rate') {
    const { numerator, denominator } = cell.fraction
    const decimals = displayRate(cell.fraction, column.indicator)?.split('.')[1] ?? ''
    const format = `0${decimals === '' ? '' : '.'}${'0'.repeat(decimals.length)}${column.indicator.form === 'percent' ? '%' : ''}`
    return { number: numerator / denominator, format, ...(cell.isAdjusted ? { marked: true } : {}) }
  }
  const { state, raw } = wordGridCell(cell, column, owner, language)
  return raw === null || raw === '' ? state : `${state}: ${raw}`
}

/** Groups of fields stand over their columns; an indicator over its counts and its rate. */
function headsOf(programme: Programme, columns: readonly GridColumnPlan[], language: Language): string[][] {
  const groups = (['fields', 'indicators'] as const).flatMap((view) => planGridColumns(programme, view, true))
  const groupName = (column: GridColumnPlan): string => groups.find(({ code }) => code === column.group)?.label[language] ?? ''
  const own = [
    figuresTexts.unit[language],
    ...columns.map((column) => (column.kind === 'rate' ? wordColumnWhole(column, language) : wordColumn(column, language))),
  ]
  return columns.every(({ kind }) => kind === 'rate') ? [own] : [['', ...columns.map(groupName)], own]
}

function adjustedValues({ language, columns, figures }: Saying, place: number, name: string): TableValue[][] {
  return columns.flatMap((column): TableValue[][] => {
    const cell = column.kind === 'count' ? viewGridCell(figures, { kind: 'unit', place }, column) : undefined
    if (!cell?.reported) return []
    const { state, value } = cell.reported
    return [[name, wordColumnWhole(column, language), state === 'value' ? value : wordState(state, 'unit', language), cell.value]]
  })
}

const adjustedSheet = (title: string, rows: TableValue[][], language: Language): TableSheet => ({
  name: figuresTexts.sheetAdjusted[language],
  title,
  heads: [
    [figuresTexts.unit, figuresTexts.exportField, figuresTexts.exportReported, figuresTexts.exportInEffect].map((text) => text[language]),
  ],
  widths: [nameWidth, 60, countWidth, countWidth],
  rows,
  strong: [],
  frozenRows: 0,
})
