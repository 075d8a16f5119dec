import type { PlainDocument } from '../../domain/document.ts'
import type { Reading } from '../../domain/figure.ts'
import type { Confidence } from '../../domain/layout-mapping.ts'
import type { Programme } from '../../domain/programme.ts'
import { mapByLayout } from '../off-template/map-by-layout.ts'
import { proposeMapping } from '../off-template/propose-mapping.ts'
import { tablesAsWorkbook } from './tables-as-workbook.ts'

/** A figure as a table of a paper has it; `raw` and `label` as written there, `place` the block of the table. */
export type SuggestedFigure = { field: string; reading: Reading; raw: string; label: string; place: number; confidence: Confidence }

/**
 * What the tables of a paper say on the fields of a programme, for a person who keys its figures in: found and read by the same
 * rules as the tables of a workbook, and no more than a suggestion. Fields that no table speaks of are left out.
 */
export function suggestFigures(document: PlainDocument, programme: Programme): SuggestedFigure[] {
  const tables = document.blocks.filter((block) => block.kind === 'table')
  if (tables.length === 0) return []
  const workbook = tablesAsWorkbook(document)
  const { suggestions, reading } = proposeMapping(workbook, programme, [])
  const found = suggestions.flatMap(({ name, cell, label, confidence }) =>
    cell && name.startsWith('fld.') ? [{ name, ...cell, label, confidence }] : [],
  )
  const inputs = found.map(({ name, sheet, cell }) => ({ name, sheet, cell }))
  const figures = new Map(mapByLayout(workbook, programme, { inputs, reading }).figures.map((figure) => [`fld.${figure.field}`, figure]))
  const placeOf = new Map(workbook.sheets.map(({ name }, index) => [name, tables[index]!.place]))
  return found.flatMap(({ name, sheet, label, confidence }): SuggestedFigure[] => {
    const figure = figures.get(name)
    if (!figure || (figure.state === 'blank' && figure.source.raw === '')) return []
    const { field, state, value, source } = figure
    return [{ field, reading: { state, value }, raw: source.raw, label, place: placeOf.get(sheet) ?? 0, confidence }]
  })
}
