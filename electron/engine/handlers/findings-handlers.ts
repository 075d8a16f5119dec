import { readAtOneMoment } from '../../store/one-moment.ts'
import { guarded as on } from '../guard.ts'
import { plain } from '../plain.ts'

export const findingsHandlers = {
  copies: on.findings.copies.handler(async ({ context, input }) => {
    const { copySteps } = await import('../../reconcile/list-copies.ts')
    return readAtOneMoment(context.store, () => copySteps(context, input))
  }),
  rules: on.findings.rules.handler(async ({ context, input }) => {
    const { ruleSteps } = await import('../../reconcile/list-rules.ts')
    return plain(await readAtOneMoment(context.store, () => ruleSteps(context, input)))
  }),
  doubts: on.findings.doubts.handler(async ({ context, input }) => {
    const { doubtSteps } = await import('../../reconcile/list-doubts.ts')
    return readAtOneMoment(context.store, () => doubtSteps(context, input))
  }),
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
