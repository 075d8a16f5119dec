import { guarded as on } from '../guard.ts'
import { plain } from '../plain.ts'

export const mappingsHandlers = {
  propose: on.mappings.propose.handler(async ({ context, input: { id, unit, reading = {} } }) => {
    const { proposeForHeld } = await import('../../import/mapping/propose-mapping.ts')
    const { encoding, separators } = reading
    const settled = { ...(encoding === undefined ? {} : { encoding }), ...(separators === undefined ? {} : { separators }) }
    const { kept, ...question } = await proposeForHeld(context, { id, unit, reading: settled })
    return plain({ ...question, kept: kept.map(shown) })
  }),
  preview: on.mappings.preview.handler(async ({ context, input }) => {
    const { previewMapping } = await import('../../import/mapping/preview-mapping.ts')
    const { figures, ...preview } = await previewMapping(context, input)
    const read = figures.map(({ field, state, value, source: { raw, sheet, cell, how } }) => ({
      field,
      state,
      value,
      raw,
      sheet,
      cell,
      how,
    }))
    return plain({ ...preview, figures: read })
  }),
  confirm: on.mappings.confirm.handler(async ({ context, input }) =>
    plain(await (await import('../../import/mapping/confirm-mapping.ts')).confirmMapping(context, input)),
  ),
  list: on.mappings.list.handler(async ({ context, input }) =>
    plain((await import('../../import/mapping/kept-mappings.ts')).listMappings(context, input).map(shown)),
  ),
  forget: on.mappings.forget.handler(async ({ context, input }) =>
    plain(shown((await import('../../import/mapping/kept-mappings.ts')).forgetMapping(context, input))),
  ),
}

/** What the heads of the sheets spoke of then only serves the replay. */
const shown = <Kept extends { claims: readonly string[] }>({ claims: _claims, ...kept }: Kept): Omit<Kept, 'claims'> => kept
