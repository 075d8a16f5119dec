import type { Unit } from '../domain/unit.ts'
import type { PlainCell, PlainSheet, PlainWorkbook } from '../domain/workbook.ts'
import { cellAddress } from '../domain/workbook.ts'
import { AppError } from '../errors.ts'
import type { UnitListProblemCode } from '../messages/programme.ts'
import { unitListProblems } from '../messages/programme.ts'
import { fillText } from '../messages/text.ts'
import { readDay } from '../vietnamese/dates.ts'
import { decodeCellText } from '../vietnamese/legacy-fonts.ts'
import { readCount } from '../vietnamese/read-count.ts'
import { nameKey, tidyText } from '../vietnamese/text-key.ts'
import type { UnitColumn } from './unit-list-columns.ts'
import { findLine, findUnitColumn, lineChoices, requiredUnitColumns } from './unit-list-columns.ts'

/** One cell to correct; `cell` is '' where the sheet as a whole is meant. */
export type UnitListProblem = { sheet: string; cell: string; vi: string; en: string }
export type UnitListReading = { units: Unit[] } | { problems: readonly UnitListProblem[] }

type Columns = ReadonlyMap<UnitColumn, number>
type Row = { row: number; cells: ReadonlyMap<number, PlainCell> }
type Report = (row: number, column: number, code: UnitListProblemCode, params?: Readonly<Record<string, string | number>>) => void

const headerSearched = 30
const unitCode = /^[a-z0-9][a-z0-9._-]{0,63}$/i

/**
 * The units of a list: columns code, name, kind, line and, where there are any, parent, rank, valid_from, valid_to,
 * aliases (split at `;` or line breaks), headed in Vietnamese or English in any order, on the first visible sheet with
 * such a header. Rank falls back on the order of rows. All problems at once, each with its cell.
 * `knownCodes`: units that exist already and may be parents.
 */
export function parseUnitList(workbook: PlainWorkbook, knownCodes: ReadonlySet<string> = new Set()): UnitListReading {
  const visible = workbook.sheets.filter((sheet) => sheet.visibility === 'visible')
  const headers = visible.map((sheet) => ({ sheet, rows: rowsOf(sheet) })).map((page) => ({ ...page, header: findHeader(page.rows) }))
  // A header with the most known columns is the one meant, even if a required one is missing: then the message says which.
  const best = headers
    .filter((page) => page.header.columns.size >= 2)
    .toSorted((a, b) => requiredFound(b.header.columns) - requiredFound(a.header.columns))[0]

  const problems: UnitListProblem[] = []
  const sheetName = best?.sheet.name ?? visible[0]?.name ?? workbook.sheets[0]?.name ?? ''
  const report: Report = (row, column, code, params = {}) => {
    const text = unitListProblems[code]
    problems.push({
      sheet: sheetName,
      cell: row === 0 ? '' : cellAddress(row, column),
      vi: fillText(text, 'vi', params),
      en: fillText(text, 'en', params),
    })
  }
  if (best === undefined) {
    report(0, 0, 'no_header')
    return { problems }
  }
  const { columns, row: headerRow, repeated } = best.header
  for (const { column, at } of repeated)
    report(headerRow, at, 'duplicate_column', { column, first: cellAddress(headerRow, columns.get(column)!) })
  for (const column of requiredUnitColumns) if (!columns.has(column)) report(headerRow, 1, 'missing_column', { column })
  if (problems.length > 0) return { problems }

  const listed = best.rows.filter(
    (row) => row.row > headerRow && [...columns.values()].some((column) => textOf(row.cells.get(column)) !== ''),
  )
  if (listed.length === 0) report(headerRow, 1, 'no_rows')
  const units = listed.map((row, index) => toUnit(row, columns, index + 1, workbook.date1904, report))
  checkTogether(units, listed, columns, knownCodes, report)
  return problems.length > 0 ? { problems } : { units }
}

/** The refusal `unit_list.invalid` {count, first, first_en}: how many cells, and the first with sheet and address. */
export function refuseUnitList(problems: readonly UnitListProblem[]): AppError {
  const first = problems[0]
  const at = first === undefined ? '' : first.cell === '' ? `${first.sheet}: ` : `${first.sheet}!${first.cell}: `
  return new AppError('unit_list.invalid', { count: problems.length, first: at + (first?.vi ?? ''), first_en: at + (first?.en ?? '') })
}

const rowsOf = (sheet: PlainSheet): Row[] =>
  [...Map.groupBy(sheet.cells, (cell) => cell.row)]
    .map(([row, cells]) => ({ row, cells: new Map(cells.map((cell) => [cell.column, cell])) }))
    .toSorted((a, b) => a.row - b.row)

const textOf = (cell: PlainCell | undefined): string => (cell?.kind === 'error' ? String(cell.value) : tidyText(decodeCellText(cell).text))

type Header = { row: number; columns: Columns; repeated: readonly { column: UnitColumn; at: number }[] }

const requiredFound = (columns: Columns): number => requiredUnitColumns.filter((column) => columns.has(column)).length

function findHeader(rows: readonly Row[]): Header {
  const headers = rows.slice(0, headerSearched).map(readHeader)
  return (
    headers.toSorted((a, b) => requiredFound(b.columns) - requiredFound(a.columns) || b.columns.size - a.columns.size)[0] ?? {
      row: 0,
      columns: new Map(),
      repeated: [],
    }
  )
}

function readHeader({ row, cells }: Row): Header {
  const columns = new Map<UnitColumn, number>()
  const repeated: { column: UnitColumn; at: number }[] = []
  for (const [at, cell] of [...cells].toSorted(([a], [b]) => a - b)) {
    const column = cell.kind === 'text' ? findUnitColumn(decodeCellText(cell).text) : undefined
    if (column === undefined) continue
    if (columns.has(column)) repeated.push({ column, at })
    else columns.set(column, at)
  }
  return { row, columns, repeated }
}

function toUnit(row: Row, columns: Columns, place: number, date1904: boolean, report: Report): Unit {
  const cellOf = (column: UnitColumn): PlainCell | undefined => row.cells.get(columns.get(column) ?? 0)
  const fail = (column: UnitColumn, code: UnitListProblemCode, params?: Readonly<Record<string, string | number>>): void =>
    report(row.row, columns.get(column) ?? 1, code, params)
  const text = (column: UnitColumn): string => {
    const cell = cellOf(column)
    if (cell?.kind === 'error' || cell?.withoutResult === true)
      fail(column, 'error_cell', { value: cell.kind === 'error' ? cell.value : `=${cell.formula ?? ''}` })
    else if (textOf(cell) !== '') return textOf(cell)
    else if ((requiredUnitColumns as readonly UnitColumn[]).includes(column)) fail(column, 'missing_value', { column })
    return ''
  }
  const day = (column: 'valid_from' | 'valid_to'): string | null => {
    const reading = readDay(cellOf(column), date1904)
    if (reading.trouble !== null) fail(column, 'bad_day', { value: reading.raw })
    return reading.day
  }

  const code = text('code')
  if (code !== '' && !unitCode.test(code)) fail('code', 'bad_code', { value: code })
  const lineWord = text('line')
  const line = findLine(lineWord)
  if (lineWord !== '' && line === undefined) fail('line', 'unknown_line', { value: lineWord, choices: lineChoices })
  const rank = readCount(cellOf('rank'))
  if (rank.reading.state !== 'value' && rank.reading.state !== 'blank') fail('rank', 'bad_rank', { value: rank.raw })
  const validFrom = day('valid_from')
  const validTo = day('valid_to')
  if (validFrom !== null && validTo !== null && validTo < validFrom) fail('valid_to', 'days_reversed', { value: validTo, from: validFrom })
  return {
    code,
    name: text('name'),
    kind: text('kind'),
    line: line ?? 'other',
    parent: text('parent') || null,
    rank: rank.reading.value ?? place,
    validFrom,
    validTo,
    aliases: aliasesOf(cellOf('aliases')),
  }
}

function aliasesOf(cell: PlainCell | undefined): string[] {
  const named = decodeCellText(cell)
    .text.split(/[;\n]/)
    .map(tidyText)
    .filter((alias) => alias !== '')
  return named.filter((alias, index) => named.findIndex((other) => nameKey(other) === nameKey(alias)) === index)
}

/** Codes and names that meet twice, parents that are nowhere or lead in a circle. */
function checkTogether(
  units: readonly Unit[],
  rows: readonly Row[],
  columns: Columns,
  knownCodes: ReadonlySet<string>,
  report: Report,
): void {
  const address = (index: number, column: UnitColumn): string => cellAddress(rows[index]!.row, columns.get(column) ?? 1)
  const indexOfCode = new Map<string, number>()
  const ownerOfName = new Map<string, number>()
  units.forEach((unit, index) => {
    const row = rows[index]!.row
    const first = indexOfCode.get(unit.code.toLowerCase())
    if (unit.code !== '' && first !== undefined)
      report(row, columns.get('code')!, 'duplicate_code', { value: unit.code, first: address(first, 'code') })
    else indexOfCode.set(unit.code.toLowerCase(), index)
    for (const [name, column] of [[unit.name, 'name'] as const, ...unit.aliases.map((alias) => [alias, 'aliases'] as const)]) {
      const owner = ownerOfName.get(nameKey(name))
      if (owner === undefined) ownerOfName.set(nameKey(name), index)
      else if (owner !== index && name !== '' && !areApart(units[owner]!, unit))
        report(row, columns.get(column)!, 'duplicate_name', { value: name, first: address(owner, 'name') })
    }
  })
  units.forEach((unit, index) => {
    if (unit.parent === null) return
    const at = indexOfCode.get(unit.parent.toLowerCase())
    if (at !== undefined) unit.parent = units[at]!.code
    if (at === undefined && !knownCodes.has(unit.parent))
      report(rows[index]!.row, columns.get('parent')!, 'missing_parent', { value: unit.parent })
    else if (isCircular(units, indexOfCode, index))
      report(rows[index]!.row, columns.get('parent')!, 'circular_parent', { value: unit.parent })
  })
}

/** A name may pass on to a successor: the two never report together. */
const areApart = (left: Unit, right: Unit): boolean =>
  (left.validTo !== null && right.validFrom !== null && left.validTo < right.validFrom) ||
  (right.validTo !== null && left.validFrom !== null && right.validTo < left.validFrom)

function isCircular(units: readonly Unit[], indexOfCode: ReadonlyMap<string, number>, start: number): boolean {
  const passed = new Set<number>()
  let at: number | undefined = start
  while (at !== undefined && !passed.has(at)) {
    passed.add(at)
    const parent: string | null = units[at]!.parent
    at = parent === null ? undefined : indexOfCode.get(parent.toLowerCase())
  }
  return at === start
}
