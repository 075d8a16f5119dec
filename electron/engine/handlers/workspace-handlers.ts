import { guarded as on } from '../guard.ts'
import { switchOf } from '../workspace-switch.ts'

export const workspaceHandlers = {
  describe: on.workspace.describe.handler(async ({ context }) =>
    (await import('../../setup/describe-workspace.ts')).describeWorkspace(context),
  ),
  programme: on.workspace.programme.handler(async ({ context, input }) =>
    (await import('../programme-of-period.ts')).programmeOfPeriod(context, input.period),
  ),
  openSample: on.workspace.openSample.handler(({ context }) => switchOf(context).openSample()),
  leaveSample: on.workspace.leaveSample.handler(async ({ context }) => {
    await switchOf(context).leaveSample()
    return {}
  }),
  describeBackup: on.workspace.describeBackup.handler(async ({ context, input }) => {
    const { path, name } = context.staging.get(input.file)
    return (await import('../../backup/describe-backup.ts')).describeBackup(context, path, name)
  }),
  restore: on.workspace.restore.handler(({ context, input }) => switchOf(context).restore(context.staging.get(input.file).path)),
}
