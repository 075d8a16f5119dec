import type { RowRole } from '../../domain/layout-mapping.ts'
import { nameKey } from '../../vietnamese/text-key.ts'
import { readHead, type FoundColumn, type Time } from './column-heads.ts'
import { cleanLabel, foldLabel, splitNumbering, type Numbering } from './label-words.ts'
import { isRate, meaningKey, type Lexicon } from './programme-lexicon.ts'
import type { SheetGrid } from './sheet-grid.ts'

export type FoundRow = {
  row: number
  role: RowRole
  /** Without numbering; '' where a row of numbers has no name. */
  label: string
  /** Rows and merged cells under which this one stands, outermost first. */
  contexts: readonly string[]
  isRate: boolean
  time: Time | null
  /** What the row counts, where a column says it. */
  unitOfCount: string
}

/** Whether a text is just what some input is called. */
export type CallTest = (text: string) => boolean

const signature =
  /^(?:noi nhan|nguoi lap|nguoi tong hop|nguoi bao cao|lap bieu|thu truong|thu ky|chu tich|bi thu|pho bi thu|t\/?m |tm\.?|ky ten|ghi chu ?:|.{2,30}, ngay .{0,40}nam \d{4})/

type Above = { level: number; label: string }
const plainLevel = 3

/** The named rows below a head, with the headings they stand under. */
export function readRows(
  grid: SheetGrid,
  lexicon: Lexicon,
  isCalled: CallTest,
  columns: readonly FoundColumn[],
  first: number,
  last: number,
): FoundRow[] {
  const labels = columns.filter(({ head }) => head.kind === 'label').map(({ column }) => column)
  const values = columns.filter(({ head }) => head.kind === 'value').map(({ column }) => column)
  const numberColumn = columns.find(({ head }) => head.kind === 'number')?.column
  const unitColumn = columns.find(({ head }) => head.kind === 'unit_of_count')?.column
  const found: FoundRow[] = []
  const groupNames = new Set(lexicon.groups.values())
  const isGroupName = (label: string): boolean =>
    !/^(?:tong|so)\b/.test(foldLabel(label)) && groupNames.has(meaningKey(lexicon.meaningsOf(label)[0]?.concepts ?? []))
  let stack: Above[] = []
  let itemLevel = plainLevel
  for (const row of grid.rows) {
    if (row < first) continue
    if (row > last) break
    const written = labels.map((column) => grid.spreadTextAt(row, column)).filter((text) => text !== '')
    const beside = columns.filter(({ column }) => column < Math.min(...values)).map(({ column }) => grid.textAt(row, column))
    const label = written.at(-1) ?? beside.find((text) => text.length > 3) ?? ''
    const hasNumbers = values.some((column) => isFilled(grid, row, column))
    if (signature.test(foldLabel(label || firstText(grid, row))) && !hasNumbers) break
    if (label === '' && !hasNumbers) continue
    const clean = cleanLabel(label)
    const numbering = numberColumn === undefined ? clean.numbering : (numberingIn(grid, row, numberColumn) ?? clean.numbering)
    const called = isCalled(clean.label)
    const total = isTotalWord(clean.label)
    const within = /^(?:trong do|trong so do|trong so nay|rieng)\b/.test(foldLabel(clean.label))
    const heads = (numbering !== null && numbering.level <= 1) || isGroupName(clean.label)
    const isGroup = clean.label !== '' && !hasNumbers && (heads || !called) && !total && !isRate(clean.label)
    const level = numbering?.level ?? (isGroup ? 1.5 : within ? itemLevel + 0.25 : itemLevel)
    stack = total && numbering === null ? stack.filter((above) => above.level < itemLevel) : stack.filter((above) => above.level < level)
    const outer = [...new Set(written.slice(0, -1).map((text) => cleanLabel(text).label))].filter((text) => text !== clean.label)
    found.push({
      row,
      role: total ? 'total' : isGroup ? 'group' : 'item',
      label: clean.label,
      contexts: [...stack.map((above) => above.label), ...outer],
      isRate: isRate(clean.label),
      time: timeOf(clean.label, lexicon),
      unitOfCount: unitColumn === undefined ? '' : grid.spreadTextAt(row, unitColumn),
    })
    if (clean.label !== '' && !total) {
      stack.push({ level, label: clean.label })
      if (!isGroup && !within) itemLevel = level
    }
  }
  return trimEnd(settleHeadings(found, isCalled))
}

export const isFilled = (grid: SheetGrid, row: number, column: number): boolean => {
  const cell = grid.cellAt(row, column)
  return (
    cell !== undefined &&
    (cell.kind !== 'text' || cell.withoutResult === true || /\d/.test(grid.textAt(row, column)) || isWord(grid.textAt(row, column)))
  )
}
const isWord = (text: string): boolean => text !== '' && text.length <= 24
const firstText = (grid: SheetGrid, row: number): string =>
  grid
    .cellsOf(row)
    .map(({ column }) => grid.textAt(row, column))
    .find((text) => text !== '') ?? ''

function numberingIn(grid: SheetGrid, row: number, column: number): Numbering | null {
  const cell = grid.cellAt(row, column)
  if (cell === undefined) return null
  const text = cell.kind === 'text' ? grid.textAt(row, column) : String(cell.value)
  return text.length > 10 ? null : splitNumbering(/[.)/]$/.test(text) || /^[-+*•]/.test(text) ? text : `${text}.`).numbering
}

const totalKeys = new Set(['cộng', 'tổng cộng', 'tổng số', 'tổng', 'tổng chung', 'cộng chung', 'tổng cộng chung', 'cộng dồn'].map(nameKey))
const sumKey = nameKey('cộng')
/** "Cộng", "Tổng cộng (I + II)", "Cộng mục I": a row that sums others. "Công" is another word. */
export function isTotalWord(label: string): boolean {
  if (!/^[ct]/i.test(label)) return false
  const key = nameKey(label).replace(/\s*\(.*\)$/u, '')
  return totalKeys.has(key) || ['cong', 'tong cong', 'tong so', 'tong'].includes(key) || key === sumKey || key.startsWith(`${sumKey} `)
}

function timeOf(label: string, lexicon: Lexicon): Time | null {
  return label.length > 60 ? null : readHead([label], lexicon).time
}

/** A numbered name without numbers is a heading only where rows stand beneath it. */
function settleHeadings(rows: readonly FoundRow[], isCalled: CallTest): FoundRow[] {
  return rows.map((row, index) =>
    row.role === 'group' && isCalled(row.label) && !rows[index + 1]?.contexts.includes(row.label) ? { ...row, role: 'item' } : row,
  )
}

/** What stands below the last row with a number or a known name is no table any more. */
function trimEnd(rows: FoundRow[]): FoundRow[] {
  const last = rows.findLastIndex(({ role }) => role !== 'group')
  return rows.slice(0, last + 1)
}
