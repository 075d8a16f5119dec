import type { LayoutMapping } from '../../domain/layout-mapping.ts'
import type { Programme } from '../../domain/programme.ts'
import type { MappedSubmission } from '../../domain/submission.ts'
import type { PlainWorkbook } from '../../domain/workbook.ts'
import { findCellTrouble } from '../map-findings.ts'
import { namesOf } from '../map-names.ts'
import { mapFigure } from '../map-submission.ts'
import { mapText } from '../map-texts.ts'
import { indexMappedCells } from './mapped-cells.ts'

/**
 * Reads a workbook of any layout by the mapping that a person confirmed: the cells it names and no others. An input that
 * the mapping leaves out is blank. Gives the same findings as our own workbook does where they make sense, and M20 to M28.
 */
export function mapByLayout(workbook: PlainWorkbook, programme: Programme, mapping: LayoutMapping): MappedSubmission {
  const cells = indexMappedCells(workbook, mapping)
  const { date1904 } = workbook
  const figures = namesOf(programme).fields.map((input) => mapFigure(input, cells, { date1904 }, false))
  const texts = namesOf(programme).texts.flatMap((input) => mapText(input, cells, date1904) ?? [])
  return {
    layout: 'mapped',
    identity: null,
    cover: { unitName: '', unitCode: '', periodCode: '', from: '', to: '' },
    nilReport: false,
    figures,
    texts,
    communeRows: [],
    findings: findCellTrouble({ workbook, programme, cells, identity: null, figures, nilReport: false }),
  }
}
