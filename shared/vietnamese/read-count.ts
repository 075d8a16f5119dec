import type { Reading } from '../domain/figure.ts'
import { largestCount } from '../domain/figure.ts'
import type { MappingReading } from '../domain/layout-mapping.ts'
import type { PlainCell } from '../domain/workbook.ts'
import { dayOfSerial, parseDay, printDay } from './dates.ts'
import { decodeCellText } from './legacy-fonts.ts'
import { isPercentFormat } from './number-formats.ts'
import { readCountText } from './read-count-text.ts'
import type { CountTextOptions, CountTrouble } from './read-count-text.ts'
import { nameKey } from './text-key.ts'

export type { CountTrouble }

export type CountReading = {
  reading: Reading
  /** As typed or displayed, before decoding and reading. */
  raw: string
  /** `number`, `text`, `formula`, `formula_without_result`, `error`, `missing`, with `+tcvn3` or `+vni` where decoded. */
  how: string
  trouble: CountTrouble | null
}

export type CountOptions = CountTextOptions & {
  date1904?: boolean
  /** What a person settled about texts whose font does not tell; a font of the old encodings goes before it. */
  encoding?: MappingReading['encoding']
}

const blank: Reading = { state: 'blank', value: null }
const unreadable: Reading = { state: 'unreadable', value: null }

const wordsOf = (state: Reading['state'], words: readonly string[]) => words.map((word) => [nameKey(word), { state, value: null }] as const)
const words: ReadonlyMap<string, Reading> = new Map([
  ...wordsOf('nil', ['-', '--', '---', 'không', 'không có', 'không phát sinh', '0 phát sinh', '00 phát sinh']),
  ...wordsOf('not_applicable', ['x', 'không áp dụng', 'không thuộc đối tượng']),
  ...wordsOf('blank', ['…', '...', 'chưa có số liệu']),
])

/** Words are the same with a full stop behind them; `...` is a word of its own. */
export const readStateWord = (text: string): Reading | undefined => {
  const key = nameKey(text)
  return words.get(key) ?? words.get(key.replace(/\s*\.$/, ''))
}

/**
 * Reads one whole count. Never guesses: what has no single reading in the grammar of whole numbers (dots group,
 * `1.234` = 1234) is `unreadable` with its trouble, and the raw text is kept for a person.
 */
export function readCount(cell: PlainCell | undefined, options: CountOptions = {}): CountReading {
  if (cell === undefined) return { reading: blank, raw: '', how: 'missing', trouble: null }
  const typed = cell.formula !== undefined ? 'formula' : cell.kind === 'text' ? 'text' : 'number'
  const fail = (trouble: CountTrouble, raw: string, how: string = typed): CountReading => ({ reading: unreadable, raw, how, trouble })

  if (cell.withoutResult === true) return fail('formula_without_result', `=${cell.formula ?? ''}`, 'formula_without_result')
  if (cell.kind === 'error') return fail('error_cell', String(cell.value), 'error')
  if (cell.kind === 'boolean') return fail('not_a_number', Number(cell.value) === 0 ? 'FALSE' : 'TRUE')
  if (cell.kind === 'date') return fail('date', displayedDay(cell.value, options.date1904))
  if (cell.kind === 'number') return readNumber(Number(cell.value), String(cell.value), cell.numberFormat, typed)
  return readText(cell, typed, options)
}

function displayedDay(value: number | string, date1904 = false): string {
  const day = typeof value === 'number' ? dayOfSerial(value, date1904) : parseDay(value)
  return day === undefined ? String(value) : printDay(day)
}

function readNumber(stored: number, raw: string, numberFormat: string, how: string): CountReading {
  const fail = (trouble: CountTrouble): CountReading => ({ reading: unreadable, raw, how, trouble })
  if (!Number.isFinite(stored)) return fail('not_a_number')
  if (isPercentFormat(numberFormat)) return fail('percent')
  // Excel computes and shows 15 significant digits; beyond them stands only the noise of binary fractions.
  const shown = Number(stored.toPrecision(15))
  if (shown < 0) return fail('negative')
  if (shown > largestCount) return fail('too_large')
  if (!Number.isInteger(shown)) return fail('fraction')
  return { reading: { state: 'value', value: shown }, raw, how, trouble: null }
}

function readText(cell: PlainCell, typed: string, options: CountOptions): CountReading {
  const raw = String(cell.value)
  const decoded = decodeCellText(cell, options.encoding)
  const how = decoded.encoding === null ? typed : `${typed}+${decoded.encoding}`
  // Leading apostrophes are how people force text; as typed quotes they may be curled.
  const text = decoded.text.replace(/^[\s'‘’`]+/, '')
  if (/^\d{1,12}$/.test(text)) return { reading: { state: 'value', value: Number(text) }, raw, how, trouble: null }
  const word = readStateWord(text)
  if (word !== undefined) return { reading: word, raw, how, trouble: null }
  if (nameKey(text) === '') return { reading: blank, raw, how, trouble: null }
  const outcome = readCountText(text, options)
  return typeof outcome === 'number'
    ? { reading: { state: 'value', value: outcome }, raw, how, trouble: null }
    : { reading: unreadable, raw, how, trouble: outcome }
}
