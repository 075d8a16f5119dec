import { guarded as on } from '../guard.ts'

export const eventsHandlers = {
  watch: on.events.watch.handler(({ context, signal }) => context.connection.watch(signal)),
}
