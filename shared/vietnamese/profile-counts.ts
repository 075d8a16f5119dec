import type { MappingReading } from '../domain/layout-mapping.ts'
import type { PlainCell } from '../domain/workbook.ts'
import { parseDay } from './dates.ts'
import { decodeCellText } from './legacy-fonts.ts'
import { isPercentFormat } from './number-formats.ts'
import { visibleText, type NumberManner } from './read-count-text.ts'

type Cells = readonly (PlainCell | undefined)[]

/** How many cells of a column show what; equal for equal cells in any order. */
export type NumberEvidence = {
  /** `1,234,567`, `1,234.5`: commas that can only group. */
  commaGroups: number
  /** `12,5`, `0,123`, `1.234,5`: commas that can only be decimal marks. */
  commaDecimals: number
  /** `1.234.567`, `1.234,5`. */
  dotGroups: number
  /** `12.5`, `1,234.5`. */
  dotDecimals: number
  /** `1,234`: what the question is about. */
  commaBeforeThree: number
  /** `1.234`. */
  dotBeforeThree: number
  /** Texts with a percent sign and numbers with a percentage format. */
  percents: number
  /** True numbers with a fraction, or shown with decimals by their format: not only whole things stand in this column. */
  fractions: number
  /** Whole numbers without any mark. */
  plain: number
}

export type CountProfile = Required<NumberManner> & { evidence: NumberEvidence }

export type ProfileOptions = {
  /** Cells of the columns beside it, in which the same person typed: they weigh only where the column itself shows nothing. */
  neighbours?: Cells
  encoding?: MappingReading['encoding']
}

/**
 * What a comma or a dot before three digits means in one column, from the other marks in it: `1,234` is a whole number beside
 * `1,234,567`, a fraction beside `12,5`, and a question where nothing tells or the column contradicts itself. The result goes
 * into `readCount` as it is. The order of cells does not matter, and numbers without marks change nothing.
 */
export function profileCounts(cells: Cells, { neighbours = [], encoding }: ProfileOptions = {}): CountProfile {
  const evidence = gatherEvidence(cells, encoding)
  const own = mannerOf(evidence)
  return {
    separators: own ?? mannerBeside(evidence, gatherEvidence(neighbours, encoding)) ?? 'ask',
    dots: evidence.commaGroups > 0 || evidence.dotDecimals > 0 ? 'ask' : 'groups',
    evidence,
  }
}

/** Undefined where the cells show neither manner. */
function mannerOf(evidence: NumberEvidence): CountProfile['separators'] | undefined {
  const isCommaDecimal = evidence.commaDecimals > 0 || evidence.dotGroups > 0
  const isCommaGroup = evidence.commaGroups > 0 || evidence.dotDecimals > 0
  if (isCommaDecimal && isCommaGroup) return 'ask'
  return isCommaDecimal ? 'decimals' : isCommaGroup ? 'groups' : undefined
}

/** Neighbours never make a number of `1,234` where the column holds something else than whole numbers, or groups by dots. */
function mannerBeside(own: NumberEvidence, neighbours: NumberEvidence): CountProfile['separators'] | undefined {
  const beside = mannerOf(neighbours)
  const isPure = own.percents === 0 && own.fractions === 0 && own.dotBeforeThree === 0
  return beside === 'groups' && !isPure ? undefined : beside
}

const none: NumberEvidence = {
  commaGroups: 0,
  commaDecimals: 0,
  dotGroups: 0,
  dotDecimals: 0,
  commaBeforeThree: 0,
  dotBeforeThree: 0,
  percents: 0,
  fractions: 0,
  plain: 0,
}

function gatherEvidence(cells: Cells, encoding: MappingReading['encoding'] | undefined): NumberEvidence {
  const evidence = { ...none }
  for (const cell of cells) if (cell) for (const kind of evidenceOf(cell, encoding)) evidence[kind] += 1
  return evidence
}

type Kind = keyof NumberEvidence

function evidenceOf(cell: PlainCell, encoding: MappingReading['encoding'] | undefined): readonly Kind[] {
  if (cell.kind === 'number') {
    if (isPercentFormat(cell.numberFormat)) return ['percents']
    const isWhole = Number.isInteger(Number(Number(cell.value).toPrecision(15)))
    return [isWhole && !decimalFormat.test(cell.numberFormat) ? 'plain' : 'fractions']
  }
  if (cell.kind !== 'text' || cell.withoutResult === true) return []
  const typed = String(cell.value)
  // Most cells are plain numbers or no numbers at all.
  if (/^\d{1,12}$/.test(typed)) return ['plain']
  if (!/\d/.test(typed)) return []
  const text = visibleText(decodeCellText(cell, encoding).text)
  const sole = soleNumber.exec(text)
  if (!sole || parseDay(text) !== undefined) return []
  return text.includes('%') ? ['percents', ...marksOf(sole[1]!)] : marksOf(sole[1]!)
}

/** Exactly one number among words and signs; not the number of a paper (`15-BC/ĐU`) or two in a ratio. */
const soleNumber = /^[^\d/]*?(\d[\d.,]*\d|\d)(?![\d.,])[^\d/]*$/u
const decimalFormat = /[0#]\.0/

const commaGroups = /^[1-9]\d{0,2}(?:,\d{3}){2,}$/
const dotGroups = /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/
const bothWays: readonly (readonly [RegExp, readonly Kind[]])[] = [
  [/^\d+$/, ['plain']],
  [commaGroups, ['commaGroups']],
  [dotGroups, ['dotGroups']],
  [/^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/, ['commaGroups', 'dotDecimals']],
  [/^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/, ['dotGroups', 'commaDecimals']],
  [/^[1-9]\d{0,2},\d{3}$/, ['commaBeforeThree']],
  [/^[1-9]\d{0,2}\.\d{3}$/, ['dotBeforeThree']],
  [/^\d+,\d+$/, ['commaDecimals']],
  [/^\d+\.\d+$/, ['dotDecimals']],
]

const marksOf = (number: string): readonly Kind[] => bothWays.find(([pattern]) => pattern.test(number))?.[1] ?? []
