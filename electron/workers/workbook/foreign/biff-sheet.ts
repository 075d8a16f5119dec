import type { SheetLook } from '../read-sheet-look.ts'
import { limits } from '../limits.ts'
import { damaged, tooLarge } from '../workbook-refusal.ts'
import type { DressedArea } from './dressed-workbook.ts'
import { forEachRecord, isBeginning } from './biff-records.ts'

/** What a sheet says of its cells besides their values; rows and columns 1-based. */
export type BiffSheet = {
  look: SheetLook
  areas: readonly DressedArea[]
  hiddenRows: readonly number[]
  hiddenColumns: readonly number[]
  /** By `row * 16384 + column - 1`: the place of its style, of its shared string, and whether it holds a formula. */
  cells: ReadonlyMap<number, { style: number; string: number | undefined; isFormula: boolean }>
  isMacro: boolean
}

export const cellKey = (row: number, column: number): number => row * limits.columns + column - 1

/** Records that begin with row, column and style of one cell. */
const single: ReadonlySet<number> = new Set([0x06, 0x206, 0x406, 0x203, 0x204, 0x205, 0x27e, 0xd6, 0xfd, 0x201])
const formulas: ReadonlySet<number> = new Set([0x06, 0x206, 0x406])
const [labelSst, blank, mulRk, mulBlank] = [0xfd, 0x201, 0xbd, 0xbe]

export function readBiffSheet(stream: Buffer, offset: number): BiffSheet {
  if (offset + 4 > stream.length || !isBeginning(stream.readUInt16LE(offset))) throw damaged('sheet that is not there')
  const cells = new Map<number, { style: number; string: number | undefined; isFormula: boolean }>()
  const areas: DressedArea[] = []
  const hiddenRows: number[] = []
  const hiddenColumns: number[] = []
  const heights = new Map<number, number>()
  const widths: { first: number; last: number; width: number | undefined }[] = []
  const look = { frozenRows: 0, frozenColumns: 0, gridLines: true, usualHeight: 15, usualWidth: undefined as number | undefined }
  let isFrozen = false
  let isMacro = false
  let depth = 0
  const dress = (row: number, column: number, style: number): void => {
    areas.push({ top: row, left: column, bottom: row, right: column, style })
    if (areas.length > limits.tokens / 4) throw tooLarge('cells')
  }
  const keep = (row: number, column: number, style: number, string: number | undefined, isFormula: boolean): void => {
    cells.set(cellKey(row, column), { style, string, isFormula })
    if (cells.size > limits.cells) throw tooLarge('cells')
    dress(row, column, style)
  }
  const see = (type: number, data: Buffer): void => {
    if (single.has(type)) {
      const [row, column, style] = [data.readUInt16LE(0) + 1, data.readUInt16LE(2) + 1, data.readUInt16LE(4)]
      if (type === blank) dress(row, column, style)
      else keep(row, column, style, type === labelSst ? data.readUInt32LE(6) : undefined, formulas.has(type))
    } else if (type === mulRk || type === mulBlank) {
      const [row, first] = [data.readUInt16LE(0) + 1, data.readUInt16LE(2) + 1]
      const step = type === mulRk ? 6 : 2
      for (let at = 4; at + step <= data.length - 2; at += step) {
        const column = first + (at - 4) / step
        if (type === mulRk) keep(row, column, data.readUInt16LE(at), undefined, false)
        else dress(row, column, data.readUInt16LE(at))
      }
    } else if (type === 0x208) readRow(data, heights, hiddenRows)
    else if (type === 0x7d) {
      const [first, last] = [data.readUInt16LE(0) + 1, Math.min(256, data.readUInt16LE(2) + 1)]
      if (widths.length < limits.columns) widths.push({ first, last, width: data.readUInt16LE(4) / 256 })
      if (data.readUInt16LE(8) & 1) for (let column = first; column <= last; column++) hiddenColumns.push(column)
    } else if (type === 0x55) look.usualWidth = data.readUInt16LE(0)
    else if (type === 0x225) look.usualHeight = Math.max(1, Math.min(409, data.readUInt16LE(2) / 20))
    else if (type === 0x23e) {
      isFrozen = (data.readUInt16LE(0) & 8) !== 0
      look.gridLines = (data.readUInt16LE(0) & 2) !== 0
    } else if (type === 0x41 && isFrozen) {
      look.frozenColumns = Math.min(256, data.readUInt16LE(0))
      look.frozenRows = data.readUInt16LE(2)
    }
  }
  forEachRecord(stream, offset, (type, data, at) => {
    try {
      if (isBeginning(type)) {
        if (depth++ === 0) isMacro = data.readUInt16LE(2) === 0x40
        return true
      }
      if (type === 0x0a) return --depth > 0
      // A chart inside the sheet has records of its own.
      if (depth === 1) see(type, data)
      return true
    } catch (error) {
      throw error instanceof RangeError ? damaged(`record ${type.toString(16)} at ${at}`) : error
    }
  })
  return {
    look: { ...look, heights, widths },
    areas,
    hiddenRows: [...new Set(hiddenRows)].toSorted((a, b) => a - b),
    hiddenColumns: [...new Set(hiddenColumns)].toSorted((a, b) => a - b),
    cells,
    isMacro,
  }
}

function readRow(data: Buffer, heights: Map<number, number>, hiddenRows: number[]): void {
  const row = data.readUInt16LE(0) + 1
  const [height, flags] = [data.readUInt16LE(6), data.readUInt16LE(12)]
  const points = (height & 0x7fff) / 20
  if (flags & 0x20 || points === 0) hiddenRows.push(row)
  if (points > 0 && (height & 0x8000) === 0) heights.set(row, flags & 0x40 ? Math.min(409.5, points) : -Math.min(409.5, points))
}
