import type { Id } from '../../../shared/domain/identity.ts'
import type { LayoutMapping } from '../../../shared/domain/layout-mapping.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ServiceContext } from '../../audit/context.ts'
import { runCommand, type RowReference } from '../../audit/run-command.ts'
import { findKeptMapping, insertKeptMapping, upsertMappingUse } from '../../store/kept-mapping-store.ts'
import { getExpectedUnit, getPeriod } from '../../store/period-store.ts'
import { getProgramme } from '../../store/programme-store.ts'
import { findSubmission, updateHeldContent } from '../../store/submission-store.ts'
import { readQuestion } from '../held-question.ts'
import { goOn } from '../place-version.ts'
import { distinctRows, recordAnswer, resolutionOf, type HeldResolution } from '../record-answer.ts'
import { readHeldBy } from './preview-mapping.ts'
import { getHeldTable, proposeForHeld } from './propose-mapping.ts'

/** `unit` and `mapping` may be left out where one was confirmed before for this unit and layout. */
export type MappingOrder = { id: Id; unit?: string | undefined; mapping?: LayoutMapping | undefined }

/**
 * A person says whose a waiting table is and how it is read: it is read so, kept for this unit and layout, and the version takes its
 * place among the unit's versions. Refuses as `previewMapping` does, with `mapping.required`, `import.unit_required`.
 */
export async function confirmMapping(context: ServiceContext, order: MappingOrder): Promise<HeldResolution & { mapping: Id }> {
  const { store } = context
  const held = getHeldTable(context, order.id)
  const { proposal, kept: keptOnes } = await proposeForHeld(context, { id: order.id, unit: order.unit })
  const code = order.unit ?? keptOnes[0]?.unit
  if (code === undefined) throw new AppError('import.unit_required')
  const unit = getExpectedUnit(store, held.period, code)
  const kept = keptOnes.find((one) => one.unit === unit.code)
  const wanted = order.mapping ?? kept?.mapping
  if (wanted === undefined) throw new AppError('mapping.required')
  const programme = getProgramme(store, getPeriod(store, held.period).programmeVersion)
  const { mapped, contentSha256, mapping } = await readHeldBy(context, held, { programme, unit: unit.code, mapping: wanted })
  const claims = proposal.units.toSorted()
  const isKept = kept !== undefined && JSON.stringify([kept.mapping, kept.claims]) === JSON.stringify([mapping, claims])
  return runCommand(context, () => {
    // Somebody may have answered, or forgotten it, while the file was read.
    const now = getHeldTable(context, held.id)
    const asked = readQuestion(now.question)
    const rows: RowReference[] = [{ table: 'submission', key: now.id }]
    const same = isKept ? findKeptMapping(store, kept.id) : undefined
    const id = same?.id ?? context.newId()
    if (!same) {
      const { layoutKey } = proposal
      const next = { id, unit: unit.code, layoutKey, mapping, claims, submission: now.id, actor: context.actor, at: context.clock() }
      for (const key of [...insertKeptMapping(store, next), id]) rows.push({ table: 'kept_mapping', key })
    }
    upsertMappingUse(store, now.id, id)
    rows.push({ table: 'mapping_use', key: now.id })
    updateHeldContent(store, now.key, { ...mapped, contentSha256 })
    rows.push(recordAnswer(context, now.id, asked, { choice: 'map', unit: unit.code }))
    const read = { ...asked, cover: mapped.cover, findings: mapped.findings }
    const filled = findSubmission(store, now.id)!
    rows.push(...goOn(context, filled, read, getPeriod(store, now.period), unit.code, ['M29', 'M40', 'M41', 'M42', 'M45', 'M57', 'M68']))
    const params = { period: now.period, unit: unit.code, file: now.originalName, count: mapping.inputs.length, mapping: id }
    return {
      entry: { action: 'mapping.confirm', params, rows: distinctRows(rows) },
      result: { ...resolutionOf(context, now.id), mapping: id },
    }
  })
}
