import { figuresTexts, sendingTexts } from '../../../shared/messages/figures-page.ts'
import { unitOfCountTexts } from '../../../shared/messages/report.ts'
import { fillText, type Language, type Text } from '../../../shared/messages/text.ts'
import { cellAt } from '../../../shared/domain/figures-grid.ts'
import type { GridRow } from '../../../shared/rules/grid-cells.ts'
import { fieldsOfColumn, type GridColumnPlan } from '../../../shared/rules/grid-columns.ts'
import { wordColumnWhole, wordState, wordTarget } from '../../../shared/rules/grid-words.ts'
import { formatCount } from '../../../shared/vietnamese/format-number.ts'
import { nameKind, nameLine, nameRow, ownerOf, showCell, type TableView } from './table-view.ts'

export type CellDescription = { where: string; what: string; says: string }

/** A cell in whole words: `Đảng ủy xã Tiên La · Đoàn viên được tuyên truyền …: 91,8% = 940/1.024, dưới mục tiêu ≥ 90%`. */
export function describeCell(view: TableView, row: GridRow, column: GridColumnPlan | undefined, language: Language): CellDescription {
  const where = nameRow(view, row, language)
  if (!column) return { where, what: row.kind === 'unit' ? describeUnit(view, row.place, language) : '', says: '' }
  const what = column.kind === 'rate' ? column.indicator.shortLabel[language] : wordColumnWhole(column, language)
  const shown = showCell(view, row, column, language)
  if (!shown) return { where, what, says: '' }
  const { cell, words } = shown
  const say = (text: Text, params: Record<string, string> = {}): string => fillText(text, language, params)
  const parts: string[] = [words.number ?? words.state]
  if (column.kind === 'rate') {
    if (cell.fraction)
      parts[0] += ` = ${formatCount(cell.fraction.numerator, language)}/${formatCount(cell.fraction.denominator, language)}`
    else if (row.kind === 'unit') parts.push(...describeParts(view, row, column, language))
    const target = say(figuresTexts.target, { target: wordTarget(column.indicator, language) })
    parts.push(words.isBelow ? `${say(figuresTexts.belowTarget)} (${target})` : target)
  } else if (words.number !== null) parts[0] += ` ${unitOfCountTexts[column.field.unitOfCount][language]}`
  if (words.raw !== null && words.raw !== '') parts.push(say(figuresTexts.raw, { raw: words.raw }))
  if (words.before !== null) parts.push(say(figuresTexts.adjusted), say(figuresTexts.reportedBefore, { reported: words.before }))
  else if (cell.isAdjusted) parts.push(say(figuresTexts.adjusted))
  if (cell.coverage)
    parts.push(
      say(figuresTexts.coverage, {
        reported: formatCount(cell.coverage.reported, language),
        expected: formatCount(cell.coverage.expected, language),
      }),
    )
  return { where, what, says: parts.join(' · ') }
}

/** Why there is no rate: what stands in each of its two counts. */
function describeParts(view: TableView, row: GridRow, column: GridColumnPlan, language: Language): string[] {
  const owner = ownerOf(view, row)
  if (owner !== 'unit' || row.kind !== 'unit' || view.units.states[row.place] === 'missing') return []
  return fieldsOfColumn(column).map((field, index) => {
    const { state, value } = cellAt(view.figures.columnOf(field), row.place)
    const words = state === 'value' ? formatCount(value ?? 0, language) : wordState(state, owner, language)
    return `${figuresTexts[index === 0 ? 'top' : 'bottom'][language]}: ${words}`
  })
}

function describeUnit({ units, figures }: TableView, place: number, language: Language): string {
  return [
    nameKind(units.kinds[place]!, language),
    nameLine(figures.lines[place]!, language),
    sendingTexts[units.states[place]!][language],
  ].join(' · ')
}
