import type { Id } from '../../../shared/domain/identity.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ServiceContext } from '../../audit/context.ts'
import { runCommand } from '../../audit/run-command.ts'
import { findKeptMapping, listKeptMappings, updateMappingForgotten, type KeptMapping } from '../../store/kept-mapping-store.ts'

/** The mappings that are replayed, newest first; of one unit where one is named. */
export const listMappings = ({ store }: Pick<ServiceContext, 'store'>, request: { unit?: string | undefined }): KeptMapping[] =>
  listKeptMappings(store, { unit: request.unit ?? null })

/** The next table of this layout is asked about again; what was read by it stays. Refuses with `mapping.not_found`, `mapping.no_reason`. */
export function forgetMapping(context: ServiceContext, request: { id: Id; reason: string }): KeptMapping {
  const reason = request.reason.normalize('NFC').trim()
  if (reason === '') throw new AppError('mapping.no_reason')
  return runCommand(context, () => {
    const found = findKeptMapping(context.store, request.id)
    if (!found) throw new AppError('mapping.not_found', { id: request.id })
    updateMappingForgotten(context.store, found.id)
    return {
      entry: { action: 'mapping.forget', params: { unit: found.unit, reason }, rows: [{ table: 'kept_mapping', key: found.id }] },
      result: found,
    }
  })
}
