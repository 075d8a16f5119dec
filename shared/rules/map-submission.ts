import type { FigureReading } from '../domain/figure.ts'
import type { Programme } from '../domain/programme.ts'
import type { MappedSubmission, SubmissionIdentity } from '../domain/submission.ts'
import { coverNames, isShortcomingName, nilSwitchWord } from '../domain/template.ts'
import type { PlainWorkbook } from '../domain/workbook.ts'
import { readDay } from '../vietnamese/dates.ts'
import { readCount, type CountOptions } from '../vietnamese/read-count.ts'
import { nameKey } from '../vietnamese/text-key.ts'
import { mapCommuneRows } from './map-communes.ts'
import { findMappingTrouble } from './map-findings.ts'
import { findListedUnit, mapIdentity } from './map-identity.ts'
import { namesOf, type FieldName, type TextName } from './map-names.ts'
import { addressOf, mapText, plainText } from './map-texts.ts'
import { indexInputCells, type InputCells } from './map-input-cells.ts'

/**
 * Reads a workbook made from our template: identity sheet, cover, and every input by its defined name.
 * A workbook in which fewer than half of the programme's fields have a cell is not of our layout.
 *
 * The switch "Báo cáo không phát sinh" turns every field whose cell is empty into nil, stock or flow: that is what
 * the cover says beside it. A typed word or number, "chưa có số liệu" included, stays as it is.
 */
export function mapSubmission(workbook: PlainWorkbook, programme: Programme): MappedSubmission | { offTemplate: true } {
  const cells = indexInputCells(workbook)
  const located = namesOf(programme).fields.filter(({ name }) => cells.find(name) !== undefined).length
  if (located * 2 < programme.fields.length) return { offTemplate: true }

  const written = mapIdentity(workbook)
  const cover = mapCover(cells, workbook)
  const isCommon = written !== null && written.unit === ''
  const identity: SubmissionIdentity | null = written && isCommon ? { ...written, unit: cover.unitCode } : written
  const nilReport = nameKey(cover.nil) === nameKey(nilSwitchWord)
  const figures = namesOf(programme).fields.map((input) => mapFigure(input, cells, { date1904: workbook.date1904 }, nilReport))
  // Which shortcomings a workbook asks about is its own; their names stand in it.
  const followUps = cells.names
    .filter(isShortcomingName)
    .map((name): TextName => ({ name: name.toLowerCase(), label: '', content: 'text', continuation: null }))
  const texts = [...namesOf(programme).texts, ...followUps].flatMap((name) => mapText(name, cells, workbook.date1904) ?? [])
  const communes = mapCommuneRows(programme, cells, workbook.date1904)
  return {
    layout: isCommon ? 'common_template' : 'template',
    identity,
    cover: { unitName: cover.unitName, unitCode: cover.unitCode, periodCode: cover.periodCode, from: cover.from, to: cover.to },
    nilReport,
    figures,
    texts,
    communeRows: communes.rows,
    findings: [...findMappingTrouble({ workbook, programme, cells, identity, figures, nilReport }), ...communes.findings],
  }
}

/** Days are ISO, or as written where they are no clear day. */
function mapCover(cells: InputCells, workbook: PlainWorkbook) {
  const text = (name: string): string => {
    const cell = cells.find(name)?.cell
    return cell ? plainText(cell, workbook.date1904) : ''
  }
  const day = (name: string): string => readDay(cells.find(name)?.cell, workbook.date1904).day ?? text(name)
  const unitName = text(coverNames.unit)
  return {
    unitName,
    unitCode: findListedUnit(workbook, unitName),
    periodCode: text(coverNames.period),
    from: day(coverNames.from),
    to: day(coverNames.to),
    nil: text(coverNames.nil),
  }
}

/** The figure of one field; `options` settle what its cell alone would leave open. */
export function mapFigure({ name, field }: FieldName, cells: InputCells, options: CountOptions, nilReport: boolean): FigureReading {
  const found = cells.find(name)
  const { reading, raw, how } = readCount(found?.cell, { unitOfCount: field.unitOfCount, ...options })
  const isEmpty = found !== undefined && reading.state === 'blank' && raw.trim() === ''
  const source = {
    sheet: found?.sheet.name ?? '',
    cell: found ? addressOf(found) : '',
    raw,
    numberFormat: found?.cell?.numberFormat ?? 'General',
  }
  return nilReport && isEmpty
    ? { field: field.code, state: 'nil', value: null, source: { ...source, how: 'nil_report' } }
    : { field: field.code, state: reading.state, value: reading.value, source: { ...source, how } }
}
