import { guarded as on } from '../guard.ts'

export const sessionHandlers = {
  describe: on.session.describe.handler(({ context: { connection } }) => connection.describe()),
  signIn: on.session.signIn.handler(async ({ context: { connection }, input }) => {
    await connection.signIn(input)
    return connection.describe()
  }),
  signOut: on.session.signOut.handler(async ({ context: { connection } }) => {
    await connection.signOut()
    return connection.describe()
  }),
  lock: on.session.lock.handler(async ({ context: { connection } }) => {
    await connection.lock()
    return connection.describe()
  }),
  unlock: on.session.unlock.handler(async ({ context: { connection }, input }) => {
    await connection.unlock(input.password)
    return connection.describe()
  }),
  touch: on.session.touch.handler(({ context: { connection } }) => {
    connection.touch()
    return connection.describe()
  }),
  changePassword: on.session.changePassword.handler(async ({ context, input }) =>
    (await import('../session-calls.ts')).changePassword(context, input),
  ),
}
