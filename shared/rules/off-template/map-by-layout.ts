import type { FigureReading } from '../../domain/figure.ts'
import type { LayoutMapping } from '../../domain/layout-mapping.ts'
import type { Programme } from '../../domain/programme.ts'
import type { MappedSubmission, TextInput } from '../../domain/submission.ts'
import type { PlainWorkbook } from '../../domain/workbook.ts'
import { findCellTrouble } from '../map-findings.ts'
import { namesOf, type FieldName, type TextName } from '../map-names.ts'
import { mapFigure } from '../map-submission.ts'
import { mapText } from '../map-texts.ts'
import { findLayoutTrouble, type MappedView } from './check-mapped.ts'
import { findSumTrouble } from './check-sums.ts'
import { dayIn, paperNumberIn } from './find-passages.ts'
import { findTables, type FoundTable } from './find-tables.ts'
import { indexMappedCells, type MappedCells } from './mapped-cells.ts'
import { lexiconOf } from './programme-lexicon.ts'
import { findSharing, type Sender } from './check-owners.ts'
import { cellReader, columnManner, type ColumnManner } from './read-column.ts'
import { gridOf } from './sheet-grid.ts'

/**
 * Reads a workbook of any layout by the mapping that a person confirmed: the cells it names and no others. An input that
 * the mapping leaves out is blank. Gives the findings of our own workbook where they make sense, and M20 to M29; the last
 * only where it is told whose the workbook is and among which units.
 */
export function mapByLayout(workbook: PlainWorkbook, programme: Programme, mapping: LayoutMapping, sender?: Sender): MappedSubmission {
  const cells = indexMappedCells(workbook, mapping)
  const { date1904 } = workbook
  const silent = mapping.reading.encoding
  const tables = tablesOf(workbook, programme, mapping, cells)
  const manner = columnManner(mapping.reading)
  const figures = namesOf(programme).fields.map((input) => readFigure(input, cells, tables, mapping.reading, manner, date1904))
  const texts = namesOf(programme).texts.flatMap((input) => readText(input, cells, date1904, silent) ?? [])
  const view: MappedView = { programme, mapping, cells, figures, tables, read: cellReader(manner, date1904) }
  return {
    layout: 'mapped',
    identity: null,
    cover: { unitName: '', unitCode: '', periodCode: '', from: '', to: '' },
    nilReport: false,
    figures,
    texts,
    communeRows: [],
    findings: [
      ...findCellTrouble({ workbook, programme, cells, identity: null, figures, nilReport: false, silent }),
      ...findLayoutTrouble(view),
      ...findSumTrouble(view),
      ...(sender ? findSharing(workbook, view, sender) : []),
    ],
  }
}

/** Only the sheets that the mapping names are looked at again. */
function tablesOf(workbook: PlainWorkbook, programme: Programme, mapping: LayoutMapping, cells: MappedCells): FoundTable[] {
  const named = new Set(mapping.inputs.flatMap(({ name }) => cells.find(name)?.sheet ?? []))
  return workbook.sheets
    .filter((sheet) => named.has(sheet))
    .flatMap((sheet) => findTables(gridOf(sheet, mapping.reading.encoding), lexiconOf(programme)))
}

/** A number is read in the manner of its column, where a table says which column that is. */
function readFigure(
  input: FieldName,
  cells: MappedCells,
  tables: readonly FoundTable[],
  reading: LayoutMapping['reading'],
  manner: ColumnManner,
  date1904: boolean,
): FigureReading {
  const found = cells.find(input.name)
  const table =
    found &&
    tables.find(
      ({ grid, rows, columns }) =>
        grid.sheet === found.sheet && rows.some(({ row }) => row === found.row) && columns.some(({ column }) => column === found.column),
    )
  return mapFigure(input, cells, { date1904, ...(table ? manner(table, found.column) : reading) }, false)
}

/** The number and the day of a paper often stand in one sentence; each input takes its own. */
function readText(
  input: TextName,
  cells: MappedCells,
  date1904: boolean,
  silent: LayoutMapping['reading']['encoding'],
): TextInput | undefined {
  const text = mapText(input, cells, date1904, silent)
  if (!text || !input.name.startsWith('mil.')) return text
  const part = input.content === 'day' ? dayIn(text.text) : paperNumberIn(text.text)
  return part === undefined ? text : { ...text, text: part }
}
