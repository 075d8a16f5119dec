import { readAtOneMoment } from '../../store/one-moment.ts'
import { guarded as on } from '../guard.ts'
import { plain } from '../plain.ts'

export const findingsHandlers = {
  list: on.findings.list.handler(async ({ context, input: { period, open = false, unit } }) =>
    plain(
      (await import('../../reconcile/list-findings.ts')).listFindings(
        context,
        unit === undefined ? { period, open } : { period, open, unit },
      ),
    ),
  ),
  browse: on.findings.browse.handler(async ({ context, input }) => {
    const { browseFindings } = await import('../../reconcile/browse-findings.ts')
    return readAtOneMoment(context.store, () => browseFindings(context, input.period))
  }),
  get: on.findings.get.handler(async ({ context, input }) => {
    const { getFinding } = await import('../../reconcile/get-finding.ts')
    return plain(await readAtOneMoment(context.store, () => getFinding(context, input)))
  }),
}
