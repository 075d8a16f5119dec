import { cellStates, type CellState, type Reading } from './figure.ts'

/**
 * The matrix of a period, units by fields. On its way it is one text per field with a cell per unit, in the order of the
 * units: digits; `n` nil; `x` not applicable; `b` blank; `u` and the raw text, percent-encoded, for unreadable; nothing for a
 * unit of which no version counts. An adjusted figure is what was reported, `>`, the value in effect.
 */
const gridStates = [...cellStates, 'unsent'] as const
export type GridState = CellState | 'unsent'

/** `reported` only under an adjustment in force; `raw` only where a text could not be read. */
export type GridCell = { state: GridState; value: number | null; reported?: Reading; raw?: string }

/** One field of all units; `states` are places in `gridStates`, `values` count where the state is `value`. */
export type GridColumn = {
  states: Uint8Array
  values: Float64Array
  /** By the place of the unit. */
  reported: ReadonlyMap<number, Reading>
  raws: ReadonlyMap<number, string>
}

export const stateNumbers = { value: 0, nil: 1, not_applicable: 2, blank: 3, unreadable: 4, unsent: 5 } as const satisfies Record<
  GridState,
  number
>

const marks = { nil: 'n', not_applicable: 'x', blank: 'b', unreadable: 'u', unsent: '' } as const
const separator = ','
const over = '>'

/** Longest raw text that goes along; the trace shows it whole. */
const longestRaw = 60

/** A text that no letter was torn from, so that it can be percent-encoded. */
export const shortenRaw = (raw: string): string => Array.from(raw.toWellFormed()).slice(0, longestRaw).join('')

function encodeReading({ state, value }: { state: GridState; value: number | null }, raw: string): string {
  if (state === 'value') return String(value)
  return state === 'unreadable' ? marks.unreadable + encodeURIComponent(shortenRaw(raw)) : marks[state]
}

export function encodeCell(cell: GridCell): string {
  const raw = cell.raw ?? ''
  return cell.reported ? `${encodeReading(cell.reported, raw)}${over}${cell.value}` : encodeReading(cell, raw)
}

export const encodeColumn = (cells: readonly string[]): string => cells.join(separator)

/** Inverse of encoding `units` cells. Throws where the text holds another number of cells, or anything that is none. */
export function decodeColumn(text: string, units: number): GridColumn {
  const column = {
    states: new Uint8Array(units),
    values: new Float64Array(units),
    reported: new Map<number, Reading>(),
    raws: new Map<number, string>(),
  }
  let [place, start] = [0, 0]
  // Nearly all cells are digits: read as they pass, which takes a tenth of the time of cutting the text up.
  const last = units === 0 ? -1 : text.length
  for (let [at, value] = [0, 0]; at <= last; at++) {
    const letter = at === text.length ? comma : text.charCodeAt(at)
    if (letter >= zero && letter <= zero + 9) value = value * 10 + letter - zero
    else {
      const end = letter === comma ? at : endOfCell(text, at)
      if (place === units) throw new Error(`more cells than ${units} units`)
      if (end > at || end === start || end - start > mostDigits) putCell(column, place, text.slice(start, end))
      else column.values[place] = value
      place++
      value = 0
      at = end
      start = end + 1
    }
  }
  if (place !== units || (units === 0 && text !== '')) throw new Error(`${place} cells for ${units} units`)
  return column
}

const [comma, zero] = [44, 48]
/** As many digits as are exact in a double whatever they are. */
const mostDigits = 15

function endOfCell(text: string, from: number): number {
  const end = text.indexOf(separator, from)
  return end < 0 ? text.length : end
}

type Filling = { states: Uint8Array; values: Float64Array; reported: Map<number, Reading>; raws: Map<number, string> }

function putCell({ states, values, reported, raws }: Filling, place: number, cell: string): void {
  const at = cell.indexOf(over)
  const own = readCell(at < 0 ? cell : cell.slice(0, at))
  if (own.raw !== undefined) raws.set(place, own.raw)
  if (at < 0) {
    states[place] = stateNumbers[own.state]
    values[place] = own.value ?? 0
    return
  }
  if (own.state === 'unsent') throw new Error(`an adjustment over nothing: ${cell}`)
  reported.set(place, { state: own.state, value: own.value })
  values[place] = readDigits(cell.slice(at + 1))
}

function readCell(text: string): GridCell {
  switch (text.charCodeAt(0)) {
    case 110:
      return fixed(text, nil)
    case 120:
      return fixed(text, notApplicable)
    case 98:
      return fixed(text, blank)
    case 117:
      return { state: 'unreadable', value: null, raw: decodeURIComponent(text.slice(1)) }
    default:
      return text === '' ? unsent : { state: 'value', value: readDigits(text) }
  }
}

const nil: GridCell = { state: 'nil', value: null }
const notApplicable: GridCell = { state: 'not_applicable', value: null }
const blank: GridCell = { state: 'blank', value: null }
const unsent: GridCell = { state: 'unsent', value: null }

function fixed(text: string, cell: GridCell): GridCell {
  if (text.length !== 1) throw new Error(`no cell of a grid: ${text}`)
  return cell
}

function readDigits(text: string): number {
  const value = Number(text)
  if (text === '' || !Number.isSafeInteger(value) || value < 0) throw new Error(`no count: ${text}`)
  return value
}

/** One cell of a decoded column. */
export function cellAt(column: GridColumn, place: number): GridCell {
  const state = gridStates[column.states[place] ?? stateNumbers.unsent]!
  const [reported, raw] = [column.reported.get(place), column.raws.get(place)]
  return {
    state,
    value: state === 'value' ? column.values[place]! : null,
    ...(reported === undefined ? {} : { reported }),
    ...(raw === undefined ? {} : { raw }),
  }
}
