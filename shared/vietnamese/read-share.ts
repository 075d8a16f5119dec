import type { CellState } from '../domain/figure.ts'
import type { MappingReading } from '../domain/layout-mapping.ts'
import type { PlainCell } from '../domain/workbook.ts'
import { compareQuotient, exactDecimal, printExact, roundingInterval, type ExactDecimal } from './exact-decimal.ts'
import { decodeCellText } from './legacy-fonts.ts'
import { formatDecimals, isPercentFormat } from './number-formats.ts'
import { readStateWord } from './read-count.ts'
import { readShareText, scaleNumber, times100, type Share, type ShareManner, type ShareTrouble } from './read-share-text.ts'
import { nameKey } from './text-key.ts'

export type ShareOptions = Partial<ShareManner> & { encoding?: MappingReading['encoding'] }

/** `share` exactly where the state is `value`; `trouble` exactly where it is `unreadable`. */
export type ShareReading = { state: CellState; share: Share | null; raw: string; trouble: ShareTrouble | null }

/**
 * Reads a rate that a unit wrote in a column of percents (or of ratios). It never becomes a figure: with the two counts it is
 * compared by `compareShare`, without them it says nothing. What is displayed counts, because that is what was declared.
 */
export function readShare(cell: PlainCell | undefined, options: ShareOptions = {}): ShareReading {
  if (cell === undefined) return { state: 'blank', share: null, raw: '', trouble: null }
  const raw = String(cell.value)
  const manner: ShareManner = { form: options.form ?? 'percent', scale: options.scale ?? 'ask' }
  if (cell.withoutResult === true) return unreadable(`=${cell.formula ?? ''}`, 'formula_without_result')
  if (cell.kind === 'error') return unreadable(raw, 'error_cell')
  if (cell.kind === 'date') return unreadable(raw, 'date')
  if (cell.kind === 'boolean') return unreadable(raw, 'not_a_share')
  if (cell.kind === 'number') return settle(raw, readStored(Number(cell.value), cell.numberFormat, manner))
  const text = decodeCellText(cell, options.encoding).text.replace(/^[\s'‘’`]+/, '')
  const word = readStateWord(text)
  if (word !== undefined || nameKey(text) === '') return { state: word?.state ?? 'blank', share: null, raw, trouble: null }
  return settle(raw, readShareText(text, manner))
}

const unreadable = (raw: string, trouble: ShareTrouble): ShareReading => ({ state: 'unreadable', share: null, raw, trouble })
const settle = (raw: string, outcome: Share | ShareTrouble): ShareReading =>
  typeof outcome === 'string' ? unreadable(raw, outcome) : { state: 'value', share: outcome, raw, trouble: null }

function readStored(stored: number, numberFormat: string, manner: ShareManner): Share | ShareTrouble {
  const shown = Number(stored.toPrecision(15))
  if (!Number.isFinite(shown) || shown < 0 || shown > 1e9) return 'not_a_share'
  const exact = exactDecimal(plainDigits(shown))
  const isPercent = isPercentFormat(numberFormat)
  if (isPercent && manner.form === 'ratio') return 'not_a_share'
  const scaled = isPercent ? times100(exact) : scaleNumber(exact, manner)
  if (scaled === 'ambiguous') return 'ambiguous'
  const decimals = formatDecimals(numberFormat)
  const declared = decimals === null || (!isPercent && scaled !== exact) ? scaled : roundTo(scaled, decimals)
  return { ...roundingInterval(declared), decimals: declared.decimals }
}

/** Never in powers of ten: 1e-7 is 0.0000001. */
function plainDigits(value: number): string {
  const [digits, exponent] = String(value).split('e-') as [string, string | undefined]
  return exponent === undefined ? digits : `0.${'0'.repeat(Number(exponent) - 1)}${digits.replace('.', '')}`
}

/** Half up, as Excel displays. */
function roundTo(value: ExactDecimal, decimals: number): ExactDecimal {
  if (value.decimals <= decimals) return { units: value.units * 10n ** BigInt(decimals - value.decimals), decimals }
  const unit = 10n ** BigInt(value.decimals - decimals)
  return { units: (value.units + unit / 2n) / unit, decimals }
}

/** Numbers without a percent sign in one column: a part of one in each, or points as soon as one is above 1. Order-free. */
export function scaleOfShares(cells: readonly (PlainCell | undefined)[]): ShareManner['scale'] {
  const bare = cells.flatMap((cell) => (cell?.kind === 'number' && !isPercentFormat(cell.numberFormat) ? [Number(cell.value)] : []))
  if (bare.some((value) => value > 1)) return 'points'
  return bare.some((value) => value > 0 && value < 1) ? 'fraction' : 'ask'
}

/**
 * The written rate against the two counts, in integers. agrees: it is how the true rate is written with so many decimals ·
 * rounding: no more than one unit of the last decimal off (cut instead of rounded) · differs.
 */
export function compareShare(
  { low, high, decimals }: Share,
  counted: { numerator: number; denominator: number },
  form: ShareManner['form'] = 'percent',
): 'agrees' | 'rounding' | 'differs' {
  if (counted.denominator <= 0) return 'differs'
  const factor = form === 'percent' ? 100 : 1
  const against = (bound: ExactDecimal) => compareQuotient(counted.numerator, counted.denominator, factor, bound)
  const isWithin = (slack: bigint): boolean => {
    const [from, to] = [exactDecimal(low), high === null ? null : exactDecimal(high)]
    return against(widened(from, -slack, decimals)) >= 0 && (to === null || against(widened(to, slack, decimals)) <= 0)
  }
  return isWithin(0n) ? 'agrees' : isWithin(1n) ? 'rounding' : 'differs'
}

/** By half a unit of the last written decimal, at least down to 0. */
function widened(bound: ExactDecimal, slack: bigint, decimals: number): ExactDecimal {
  const places = Math.max(bound.decimals, decimals + 1)
  const units = bound.units * 10n ** BigInt(places - bound.decimals) + slack * 5n * 10n ** BigInt(places - decimals - 1)
  return exactDecimal(printExact({ units, decimals: places }))
}
