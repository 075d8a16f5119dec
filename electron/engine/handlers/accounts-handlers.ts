import { guarded as on } from '../guard.ts'

export const accountsHandlers = {
  list: on.accounts.list.handler(async ({ context }) => (await import('../../accounts/manage-accounts.ts')).listAccounts(context)),
  createFirst: on.accounts.createFirst.handler(async ({ context, input }) =>
    (await import('../session-calls.ts')).createFirst(context, input),
  ),
  create: on.accounts.create.handler(async ({ context, input }) =>
    (await import('../../accounts/manage-accounts.ts')).createAccount(context, input),
  ),
  update: on.accounts.update.handler(async ({ context, input: { id, ...change } }) =>
    (await import('../../accounts/manage-accounts.ts')).changeAccount(context, id, change),
  ),
  setPassword: on.accounts.setPassword.handler(async ({ context, input }) =>
    (await import('../session-calls.ts')).setPasswordOf(context, input),
  ),
}
