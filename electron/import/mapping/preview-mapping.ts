import type { FigureReading } from '../../../shared/domain/figure.ts'
import type { SubmissionFinding } from '../../../shared/domain/finding.ts'
import type { Id } from '../../../shared/domain/identity.ts'
import type { LayoutMapping } from '../../../shared/domain/layout-mapping.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import type { TextInput } from '../../../shared/domain/submission.ts'
import { parseCellAddress } from '../../../shared/domain/workbook.ts'
import { AppError } from '../../../shared/errors.ts'
import type { IndicatorEffect, SubmissionDifference } from '../../../shared/rules/compare-submissions.ts'
import { namesOf } from '../../../shared/rules/map-names.ts'
import type { ServiceContext } from '../../audit/context.ts'
import { getExpectedUnit, getPeriod } from '../../store/period-store.ts'
import { getProgramme } from '../../store/programme-store.ts'
import type { StoredSubmission } from '../../store/submission-store.ts'
import { listUnits } from '../../store/unit-store.ts'
import { findInContent } from '../content-findings.ts'
import { compareInputs } from '../list-held.ts'
import { getHeldTable } from './propose-mapping.ts'
import { fileOf, readBy, type ReadByMapping } from './read-by-mapping.ts'

/** What a table says when it is read in this way; nothing is stored. Difference and effect only where the unit is named. */
export type MappingPreview = {
  figures: readonly FigureReading[]
  texts: readonly TextInput[]
  findings: readonly SubmissionFinding[]
  difference: SubmissionDifference | null
  effect: readonly IndicatorEffect[]
}

/**
 * Refuses with `import.held_not_found`, `mapping.not_held | empty | unknown_input | bad_cell | twice | unreadable`, `unit.not_found`,
 * `sheet.file_missing`.
 */
export async function previewMapping(
  context: ServiceContext,
  request: { id: Id; unit?: string | undefined; mapping: LayoutMapping },
): Promise<MappingPreview> {
  const { store } = context
  const held = getHeldTable(context, request.id)
  const period = getPeriod(store, held.period)
  const programme = getProgramme(store, period.programmeVersion)
  const unit = request.unit === undefined ? null : getExpectedUnit(store, period.code, request.unit)
  const { mapped } = await readHeldBy(context, held, { programme, unit: unit?.code ?? null, mapping: request.mapping })
  const { figures, texts } = mapped
  const findings = findInContent(mapped, programme, period, unit?.line ?? null)
  if (unit === null) return { figures, texts, findings, difference: null, effect: [] }
  const target = { period: period.code, unit: unit.code, line: unit.line }
  const { difference, effect } = compareInputs(store, programme, target, mapped)
  return { figures, texts, findings, difference, effect }
}

/** Refuses what cannot be a mapping of this programme, and `mapping.unreadable`. */
export async function readHeldBy(
  context: ServiceContext,
  held: StoredSubmission,
  { programme, unit, mapping }: { programme: Programme; unit: string | null; mapping: LayoutMapping },
): Promise<ReadByMapping> {
  checkMapping(mapping, programme)
  const scene = { programme: JSON.stringify(programme), units: JSON.stringify(listUnits(context.store)) }
  const read = await readBy(context, fileOf(context, held), scene, { unit, mapping })
  if (read === null) throw new AppError('mapping.unreadable', { file: held.originalName })
  return read
}

/** Only a narrative may go on over several cells. */
function checkMapping({ inputs }: LayoutMapping, programme: Programme): void {
  if (inputs.length === 0) throw new AppError('mapping.empty')
  const { fields, texts } = namesOf(programme)
  const names = new Set([...fields, ...texts].map(({ name }) => name))
  const seen = new Set<string>()
  for (const { name, sheet, cell } of inputs) {
    if (!names.has(name)) throw new AppError('mapping.unknown_input', { name })
    if (parseCellAddress(cell) === undefined) throw new AppError('mapping.bad_cell', { text: `${sheet}!${cell}` })
    if (seen.has(name) && !name.startsWith('nar.')) throw new AppError('mapping.twice', { name })
    seen.add(name)
  }
}
