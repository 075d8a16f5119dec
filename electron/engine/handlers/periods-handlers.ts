import { guarded as on } from '../guard.ts'

export const periodsHandlers = {
  list: on.periods.list.handler(async ({ context }) => (await import('../../store/period-store.ts')).listPeriods(context.store)),
  open: on.periods.open.handler(async ({ context, input }) => (await import('../../setup/open-period.ts')).openPeriod(context, input)),
  close: on.periods.close.handler(async ({ context, input }) =>
    (await import('../../setup/open-period.ts')).closePeriod(context, input.code),
  ),
  reopen: on.periods.reopen.handler(async ({ context, input }) =>
    (await import('../../setup/open-period.ts')).reopenPeriod(context, input.code, input.reason),
  ),
  registerCounts: on.periods.registerCounts.handler(async ({ context, input }) =>
    (await import('../../setup/register-counts.ts')).registerCounts(context, input.period, context.staging.get(input.file).path),
  ),
}
