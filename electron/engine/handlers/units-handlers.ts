import { guarded as on } from '../guard.ts'
import { plain } from '../plain.ts'

export const unitsHandlers = {
  list: on.units.list.handler(async ({ context }) => (await import('../../store/unit-store.ts')).listUnits(context.store).map(plain)),
  import: on.units.import.handler(async ({ context, input }) =>
    (await import('../../setup/import-units.ts')).importUnits(context, context.staging.get(input.file).path),
  ),
}
