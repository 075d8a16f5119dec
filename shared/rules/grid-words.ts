import type { GridState } from '../domain/figures-grid.ts'
import type { Indicator } from '../domain/programme.ts'
import { figuresTexts } from '../messages/figures-page.ts'
import { cellStateTexts } from '../messages/command-output.ts'
import { fillText, type Language } from '../messages/text.ts'
import { formatCount, formatDecimal, formatSmallCount } from '../vietnamese/format-number.ts'
import { displayRate } from './format-rate.ts'
import { isBelowTarget, type GridCellView } from './grid-cells.ts'
import type { GridColumnPlan } from './grid-columns.ts'

/** A mark for each state that is no number, never without its word. */
const glyphs = { nil: '–', not_applicable: '×', blank: '□', unreadable: '?', unsent: '○' } as const satisfies Record<
  Exclude<GridState, 'value'>,
  string
>

/** `number` as printed, or the state in its place; `before`: what the unit reported under an adjustment. */
export type GridCellWords = {
  number: string | null
  glyph: string
  state: string
  before: string | null
  raw: string | null
  isBelow: boolean
}

/** Whose cell it is decides between words of the same state: a file that waits was sent, and a sum leaves nothing blank. */
export type CellOwner = 'unit' | 'pending' | 'total'

/** A unit's name at the head of its row, marked where its figures were keyed in for it. */
export const wordUnit = (name: string, isKeyed: boolean, language: Language): string =>
  isKeyed ? fillText(figuresTexts.keyedUnit, language, { unit: name }) : name

export function wordGridCell(cell: GridCellView, column: GridColumnPlan, owner: CellOwner, language: Language): GridCellWords {
  const { state, fraction, value, reported, raw } = cell
  const number =
    fraction && column.kind === 'rate'
      ? wordRate(fraction, column.indicator, language)
      : value === null
        ? null
        : formatCount(value, language)
  return {
    number,
    glyph: state === 'value' ? '' : glyphs[state],
    state: state === 'value' ? '' : wordState(state, owner, language),
    before: reported ? wordReading(reported, language) : null,
    raw: state === 'unreadable' && raw !== undefined ? raw : null,
    isBelow: column.kind === 'rate' && fraction !== null && isBelowTarget(fraction, column.indicator),
  }
}

export function wordState(state: Exclude<GridState, 'value'>, owner: CellOwner, language: Language): string {
  if (owner === 'total' && (state === 'blank' || state === 'unreadable' || state === 'unsent')) return figuresTexts.noFigures[language]
  if (state === 'unsent') return figuresTexts[owner === 'pending' ? 'waiting' : 'unsent'][language]
  return cellStateTexts[state][language]
}

const wordReading = ({ state, value }: { state: Exclude<GridState, 'unsent'>; value: number | null }, language: Language): string =>
  state === 'value' ? formatCount(value ?? 0, language) : cellStateTexts[state][language]

/** `91,8%`, or a ratio without a sign; with as many decimals as it takes not to contradict the target. */
export function wordRate(
  fraction: { numerator: number; denominator: number },
  indicator: Pick<Indicator, 'form' | 'threshold'>,
  language: Language,
): string {
  const shown = displayRate(fraction, indicator)
  if (shown === null) throw new Error('a rate over nothing')
  return indicator.form === 'percent' ? `${formatDecimal(shown, language)}%` : formatDecimal(shown, language)
}

/** `≥ 90%`, `100%`, `≥ 01`, as in the report. */
export function wordTarget({ form, sense, threshold }: Pick<Indicator, 'form' | 'sense' | 'threshold'>, language: Language): string {
  const level = form === 'percent' ? `${formatCount(threshold, language)}%` : formatSmallCount(threshold, language)
  return sense === 'all' ? level : `≥ ${level}`
}

/** The column's own words at its head. */
export function wordColumn(column: GridColumnPlan, language: Language): string {
  if (column.kind === 'rate') return column.indicator.shortLabel[language]
  return column.part === null ? column.field.label[language] : figuresTexts[column.part][language]
}

/** Everything a column is about, where its head is too short. */
export function wordColumnWhole(column: GridColumnPlan, language: Language): string {
  if (column.kind === 'rate')
    return `${column.indicator.label[language]} (${fillText(figuresTexts.target, language, { target: wordTarget(column.indicator, language) })})`
  const label = column.field.label[language]
  return column.part === null ? label : `${figuresTexts[column.part][language]}: ${label}`
}
