import type { PlainCell } from '../../../shared/domain/workbook.ts'
import type { CellStyle } from './cell-styles.ts'
import { decodeEscapes } from './rich-text.ts'
import type { RichText, TextRun } from './rich-text.ts'

/** What stood in a `c` element, before its type is applied. `value` is undefined where there is no `v`. */
export type RawCell = {
  row: number
  column: number
  type: string
  value: string | undefined
  inline: RichText | undefined
  formula: string | undefined
}

const numberPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const datePattern = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/
const dayMs = 86_400_000

/** Undefined: the cell holds nothing. Null: it points at a shared string that is not there. */
export function readCellValue(
  raw: RawCell,
  style: CellStyle,
  strings: readonly RichText[],
  date1904: boolean,
): PlainCell | undefined | null {
  const { row, column, formula } = raw
  const plain = (kind: PlainCell['kind'], value: number | string): PlainCell => makeCell(row, column, kind, value, formula, style)
  const value = raw.value?.trim()
  // An empty `v` is a cached "" only where the cell says it is a string; scripts write it for "not calculated".
  const hasValue = raw.inline !== undefined || (raw.value !== undefined && (value !== '' || raw.type === 'str'))
  if (!hasValue) return formula === undefined ? undefined : { ...plain('text', ''), withoutResult: true }
  if (raw.inline !== undefined) return readTextValue(raw.inline, row, column, formula, style)
  const text = value ?? ''
  switch (raw.type) {
    case 's': {
      const shared = /^\d{1,9}$/.test(text) ? strings[Number(text)] : undefined
      return shared === undefined ? null : readTextValue(shared, row, column, formula, style)
    }
    case 'str':
    case 'inlineStr':
      return readTextValue(decodeEscapes(raw.value ?? ''), row, column, formula, style)
    case 'b':
      return text === '1' || text === 'true'
        ? plain('boolean', 1)
        : text === '0' || text === 'false'
          ? plain('boolean', 0)
          : plain('error', text)
    case 'e':
      return plain('error', text)
    case 'd': {
      const serial = dateSerial(text, date1904)
      return serial === undefined ? plain('error', text) : plain('date', serial)
    }
    default: {
      const number = numberPattern.test(text) ? Number(text) : Number.NaN
      // A number that is none is shown as it stands, never guessed at.
      return Number.isFinite(number) ? plain(style.isDate ? 'date' : 'number', number) : plain('error', text)
    }
  }
}

function makeCell(
  row: number,
  column: number,
  kind: PlainCell['kind'],
  value: number | string,
  formula: string | undefined,
  style: CellStyle,
): PlainCell {
  const { numberFormat, fontName } = style
  return formula === undefined
    ? { row, column, kind, value, numberFormat, fontName }
    : { row, column, kind, value, numberFormat, fontName, formula }
}

/** A text with the font it is shown in; undefined where it is empty and no formula gave it. */
export function readTextValue(
  rich: RichText,
  row: number,
  column: number,
  formula: string | undefined,
  style: CellStyle,
): PlainCell | undefined {
  if (typeof rich === 'string')
    return rich === '' && formula === undefined ? undefined : makeCell(row, column, 'text', rich, formula, style)
  const runs = joinRuns(rich, style.fontName)
  const value = runs.map((run) => run.text).join('')
  if (value === '' && formula === undefined) return undefined
  const cell = makeCell(row, column, 'text', value, formula, style)
  return runs.length > 1 ? { ...cell, runs } : runs.length === 1 ? { ...cell, fontName: runs[0]!.fontName } : cell
}

/** Neighbours in one font become one run. */
function joinRuns(rich: readonly TextRun[], cellFont: string): { text: string; fontName: string }[] {
  const runs: { text: string; fontName: string }[] = []
  for (const run of rich) {
    const fontName = run.fontName ?? cellFont
    const last = runs.at(-1)
    if (run.text === '') continue
    if (last?.fontName === fontName) last.text += run.text
    else runs.push({ text: run.text, fontName })
  }
  return runs
}

/** An ISO date as serial of the workbook's calendar; days before March 1900 count the 29 February that never was. */
export function dateSerial(text: string, date1904: boolean): number | undefined {
  const match = datePattern.exec(text)
  if (!match) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1).map((part: string | undefined) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const midnight = Date.UTC(year, month - 1, day)
  if (new Date(midnight).getUTCDate() !== day || hour > 24 || minute > 59 || second >= 60) return undefined
  const fraction = (hour * 3_600 + minute * 60 + second) / 86_400
  if (date1904) return (midnight - Date.UTC(1904, 0, 1)) / dayMs + fraction
  const days = (midnight - Date.UTC(1899, 11, 30)) / dayMs
  return (days < 61 ? days - 1 : days) + fraction
}
