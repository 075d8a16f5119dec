import type { Indicator, SourceLine } from '../../shared/domain/programme.ts'
import { cellAddress } from '../../shared/domain/workbook.ts'
import { communeCodeColumn } from '../../shared/domain/template.ts'
import { lineTexts } from '../../shared/messages/reconcile.ts'
import { chooseBasis } from '../../shared/rules/bound-indicator.ts'
import { crossCheckLines, type LineView, type Range } from '../../shared/rules/cross-check.ts'
import { formatCount } from '../../shared/vietnamese/format-number.ts'
import { listCommuneDifferences, listCommuneRowCounts, listLineCells, type LineCell } from '../store/consolidation-store.ts'
import { readLinesOf } from '../store/line-reader.ts'
import { findReceivedFile } from '../store/received-file-store.ts'
import { draftFinding, sourceOf, type DraftFinding, type Scene, type Source } from './scene.ts'

/** R4 and R5: sums of the summed line against another line, where that line does not say it per commune. */
export function findLineDifferences(scene: Scene): DraftFinding[] {
  const { store, periodKey, programme } = scene
  const readLine = readLinesOf(store, periodKey)
  const cellsOf = new Map<SourceLine, LineCell[]>()
  const listCells = (line: SourceLine, field: string): LineCell[] => {
    let cells = cellsOf.get(line)
    if (!cells) cellsOf.set(line, (cells = listLineCells(store, periodKey, line)))
    return cells.filter((cell) => cell.field === field)
  }
  const rows = new Map(listCommuneRowCounts(store, periodKey).map(({ line, field, of, units }) => [`${line} ${field} ${of}`, units]))
  return programme.indicators.flatMap((indicator) => {
    const summed = readLine(indicator.line, indicator.code)
    const isPerCommune = (line: SourceLine, field: string): boolean =>
      rows.get(`${line} ${field} ${indicator.line}`) === summed.expectedUnits
    return indicator.crossCheckLines.flatMap((line) => {
      if (isPerCommune(line, indicator.numerator) && isPerCommune(line, indicator.denominator)) return []
      const other = readLine(line, indicator.code)
      const view = ({ pool, uncounted }: typeof summed): LineView => ({ pool, missing: uncounted.map(chooseBasis) })
      const outcomes = crossCheckLines(view(summed), view(other))
      const different = outcomes.filter(({ outcome }) => outcome === 'disagrees')
      if (different.length > 0)
        return different
          .filter(({ part }) => !isPerCommune(line, indicator[part]))
          .map((found) => lineFinding(scene, indicator, line, indicator[found.part], found, listCells(line, indicator[found.part])))
      if (!outcomes.some(({ outcome }) => outcome === 'not_enough')) return []
      return [notEnough(indicator, line, summed.pool.reported, summed.expectedUnits - summed.pool.notApplicable)]
    })
  })
}

const rangeWords = ({ low, high }: Range): string => {
  if (high === low) return formatCount(low)
  return high === null ? `≥ ${formatCount(low)}` : `${formatCount(low)}–${formatCount(high)}`
}
const rangeValue = ({ low, high }: Range): string => (high === low ? String(low) : `${low}..${high ?? ''}`)

function lineFinding(
  { store, programme }: Scene,
  indicator: Indicator,
  line: SourceLine,
  field: string,
  { summed, other }: { summed: Range; other: Range },
  cells: readonly LineCell[],
): DraftFinding {
  const label = programme.fields.find(({ code }) => code === field)?.label.vi ?? field
  return draftFinding('R4', 'warning', null, {
    subject: field,
    counterpart: `${line} ${indicator.code}`,
    expected: rangeValue(summed),
    actual: rangeValue(other),
    params: {
      field,
      label,
      line,
      lineName: lineTexts[line].vi,
      indicatorCode: indicator.code,
      indicator: indicator.shortLabel.vi,
      expected: rangeWords(summed),
      actual: rangeWords(other),
    },
    sources: cells.flatMap(({ sha256, sheet, cell }) => keptSource({ store }, sha256, { sheet, cell })),
  })
}

function notEnough(indicator: Indicator, line: SourceLine, reported: number, expected: number): DraftFinding {
  const params = {
    line,
    lineName: lineTexts[line].vi,
    indicatorCode: indicator.code,
    indicator: indicator.shortLabel.vi,
    reported: formatCount(reported),
    expectedUnits: formatCount(expected),
  }
  return draftFinding('R5', 'info', null, {
    subject: indicator.denominator,
    counterpart: `${line} ${indicator.code}`,
    expected: String(expected),
    actual: String(reported),
    params,
  })
}

function keptSource({ store }: Pick<Scene, 'store'>, sha256: string, cell: { sheet: string; cell: string }): Source[] {
  const file = findReceivedFile(store, sha256)
  return file ? [sourceOf(store, file, cell)] : []
}

/** R6: another line's row for a commune against what the commune reports, for the counts of indicators that this line cross-checks. */
export function findCommuneDifferences(scene: Scene): DraftFinding[] {
  const { store, periodKey, programme, units } = scene
  const compared = new Set(
    programme.indicators.flatMap(({ crossCheckLines: lines, line, numerator, denominator }) =>
      lines.flatMap((other) => [`${other} ${line} ${numerator}`, `${other} ${line} ${denominator}`]),
    ),
  )
  return listCommuneDifferences(store, periodKey)
    .filter(({ line, unit, field }) => compared.has(`${line} ${units.get(unit)?.line ?? ''} ${field}`))
    .map((found) => ({
      ...draftFinding('R6', 'warning', null, {
        subject: found.field,
        counterpart: found.otherUnit,
        expected: String(found.own),
        actual: String(found.other),
        params: {
          unit: found.unit,
          unitName: found.unitName,
          field: found.field,
          label: programme.fields.find(({ code }) => code === found.field)?.label.vi ?? found.field,
          line: found.line,
          lineName: lineTexts[found.line].vi,
          expected: formatCount(found.own),
          actual: formatCount(found.other),
        },
        sources: [
          ...keptSource(scene, found.ownSha256, { sheet: found.ownSheet, cell: found.ownCell }),
          // The row is what is known of a commune's figure in that sheet; its code stands at the head of it.
          ...keptSource(scene, found.otherSha256, { sheet: found.otherSheet, cell: cellAddress(found.otherRow, communeCodeColumn) }),
        ],
      }),
      unit: found.unit,
    }))
}
