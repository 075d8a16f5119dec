import { guarded as on } from '../guard.ts'

export const contactsHandlers = {
  list: on.contacts.list.handler(async ({ context, input }) => (await import('../../review/desks.ts')).listContacts(context, input)),
  update: on.contacts.update.handler(async ({ context, input }) => (await import('../../review/desks.ts')).updateDesk(context, input)),
  assign: on.contacts.assign.handler(async ({ context, input }) => (await import('../../review/desks.ts')).assignUnits(context, input)),
  call: on.contacts.call.handler(async ({ context, input }) => (await import('../../review/desks.ts')).addCall(context, input)),
}

export const proposalsHandlers = {
  list: on.proposals.list.handler(async ({ context, input }) => (await import('../../review/proposals.ts')).listProposals(context, input)),
  set: on.proposals.set.handler(async ({ context, input }) => (await import('../../review/proposals.ts')).setProposal(context, input)),
}
