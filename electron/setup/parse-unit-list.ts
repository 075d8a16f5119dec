import { AppError } from '../../shared/errors.ts'
import { sourceLines, type SourceLine } from '../../shared/domain/programme.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import type { PlainWorkbook } from '../../shared/domain/workbook.ts'
import { readDay } from '../../shared/vietnamese/dates.ts'
import { nameKey, tidyText } from '../../shared/vietnamese/text-key.ts'
import { badCell, listRows, textOf, wholeNumberOf, type ListRow } from './list-rows.ts'

const headings: Readonly<Record<string, readonly string[]>> = {
  code: ['code', 'mã', 'mã đơn vị'],
  name: ['name', 'tên', 'tên đơn vị', 'đơn vị'],
  kind: ['kind', 'loại', 'loại đơn vị'],
  line: ['line', 'khối', 'tuyến', 'tuyến báo cáo'],
  parent: ['parent', 'cấp trên', 'đơn vị cấp trên', 'mã cấp trên'],
  rank: ['rank', 'thứ tự', 'số thứ tự', 'stt', 'tt'],
  valid_from: ['valid_from', 'từ ngày', 'hiệu lực từ'],
  valid_to: ['valid_to', 'đến ngày', 'hiệu lực đến'],
  aliases: ['aliases', 'tên khác', 'tên gọi khác'],
}
const columnOfHeading = new Map(Object.entries(headings).flatMap(([column, names]) => names.map((name) => [nameKey(name), column] as const)))

const lineWords: Readonly<Record<SourceLine, readonly string[]>> = {
  territorial: ['territorial', 'địa bàn', 'xã phường', 'xã, phường'],
  federation: ['federation', 'liên đoàn lao động', 'công đoàn'],
  government: ['government', 'chính quyền', 'ủy ban nhân dân', 'ubnd'],
  front: ['front', 'mặt trận'],
  advisory: ['advisory', 'tham mưu'],
  other: ['other', 'khác'],
}
const lineOfWord = new Map(sourceLines.flatMap((line) => lineWords[line].map((word) => [nameKey(word), line] as const)))

/** Codes become file names and parts of defined names. */
const unitCode = /^[a-z0-9][a-z0-9._-]{0,63}$/i

/**
 * The unit list of an Excel file: columns code, name, kind, line, parent, rank, valid_from, valid_to, aliases (split at
 * `;`), in any order, headed in English or Vietnamese; the last five may be absent. Rank falls back on the order of rows.
 * Refuses with `list.no_header | empty | bad_cell | twice`, naming the cell.
 */
export function parseUnitList(workbook: PlainWorkbook, file: string): Unit[] {
  const rows = listRows(workbook, file, { columnOf: (heading) => columnOfHeading.get(heading), required: ['code', 'name', 'kind', 'line'] })
  const seen = new Set<string>()
  return rows.map((row, index) => {
    const unit = toUnit(row, index + 1)
    if (seen.has(unit.code)) throw new AppError('list.twice', { unit: unit.code, sheet: row.sheet, cell: row.addressOf('code') })
    seen.add(unit.code)
    return unit
  })
}

function toUnit(row: ListRow, place: number): Unit {
  const code = textOf(row.cells.get('code'))
  if (!unitCode.test(code)) throw badCell(row, 'code')
  const line = lineOfWord.get(nameKey(textOf(row.cells.get('line'))))
  if (line === undefined) throw badCell(row, 'line')
  const unit = {
    code,
    name: requiredText(row, 'name'),
    kind: requiredText(row, 'kind'),
    line,
    parent: textOf(row.cells.get('parent')) || null,
    rank: rankOf(row, place),
    validFrom: dayOf(row, 'valid_from'),
    validTo: dayOf(row, 'valid_to'),
    aliases: textOf(row.cells.get('aliases')).split(';').map(tidyText).filter((alias) => alias !== ''),
  }
  if (unit.parent === unit.code) throw badCell(row, 'parent')
  if (unit.validFrom !== null && unit.validTo !== null && unit.validTo < unit.validFrom) throw badCell(row, 'valid_to')
  return unit
}

function requiredText(row: ListRow, column: string): string {
  const text = textOf(row.cells.get(column))
  if (text === '') throw badCell(row, column)
  return text
}

function rankOf(row: ListRow, place: number): number {
  const cell = row.cells.get('rank')
  if (!cell) return place
  const rank = wholeNumberOf(cell)
  if (rank === undefined) throw badCell(row, 'rank')
  return rank
}

function dayOf(row: ListRow, column: string): string | null {
  const { day, trouble } = readDay(row.cells.get(column), row.date1904)
  if (trouble !== null) throw badCell(row, column)
  return day
}
