import { implement, ORPCError, ValidationError, type ImplementerInternalWithMiddlewares } from '@orpc/server'
import { callErrors, type Refusal } from '../../shared/contract/call.ts'
import { contract } from '../../shared/contract/index.ts'
import type { CallName } from '../../shared/contract/rights.ts'
import { AppError } from '../../shared/errors.ts'
import { prepareProgrammeRules } from '../reconcile/prepared-rules.ts'
import type { EngineContext } from './context.ts'
import type { BugLog } from './log.ts'

const refused = (data: Refusal): ORPCError<'REFUSED', Refusal> =>
  new ORPCError('REFUSED', { defined: true, status: callErrors.REFUSED.status, message: callErrors.REFUSED.message, data })

/** Refusals keep their code; everything else leaves as the reference of its log entry. */
export function toCallError(error: unknown, during: string, logBug: BugLog): ORPCError<string, unknown> {
  if (error instanceof AppError) return refused({ code: error.code, params: { ...error.params } })
  if (error instanceof ORPCError && (error.code === 'REFUSED' || error.code === 'UNEXPECTED')) return error
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError)
    return refused({ code: 'call.wrong_input', params: { call: during, places: placesOf(error.cause) } })
  const { status, message } = callErrors.UNEXPECTED
  return new ORPCError('UNEXPECTED', { defined: true, status, message, data: { reference: logBug(error, during) } })
}

/** Where the input was wrong, never what it was: it may be secret. */
const placesOf = (error: ValidationError): string =>
  error.issues
    .map((issue) => (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.') || '-')
    .join(', ')

type Asked = Pick<EngineContext, 'connection' | 'logBug'>
/** Written out: inferred, the whole contract would be longer than the compiler writes down. */
type Guarded = ImplementerInternalWithMiddlewares<typeof contract, Asked, EngineContext>

/**
 * Every handler starts here: whoever asks must have the right, a command needs a store that can be written and tells what
 * it changed. Only the session is no part of the store: who reads beside a writer must say who they are, too; and a restore
 * is what a damaged store needs.
 */
export const guarded: Guarded = implement(contract)
  .$context<Asked>()
  .use(async ({ context: { connection, logBug }, next, procedure, path }) => {
    const { kind, changes } = procedure['~orpc'].meta
    try {
      connection.admit(path.join('.') as CallName, kind)
      const context = connection.current()
      const { store, events } = context
      if (kind === 'command' && path[0] !== 'session' && path.join('.') !== 'workspace.restore' && store.readOnly)
        throw new AppError('workspace.read_only', { path: store.directory })
      await prepareProgrammeRules(store)
      const result = await next({ context })
      events.changed(changes)
      return result
    } catch (error) {
      throw toCallError(error, path.join('.'), logBug)
    }
  })
