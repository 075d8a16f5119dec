import { createRouterClient } from '@orpc/server'
import type { Workspace } from './command.ts'
import { AppError } from '../../shared/errors.ts'
import { createEngine, type Engine, type EngineOptions } from '../engine/engine.ts'

type OpenOptions = EngineOptions & {
  /** Of the actor, where the workspace has accounts. */
  password: string | undefined
  /** Called before the work when the store is open for reading only because it is damaged. */
  onDamage: (detail: string) => Promise<void>
}

/** One piece of work over one workspace, as a client of the engine's router; closed whatever happens. */
export async function withWorkspace<Result>(
  { onDamage, password, ...options }: OpenOptions,
  work: (workspace: Workspace) => Promise<Result>,
): Promise<Result> {
  const engine = createEngine(options)
  try {
    const { damage } = engine.context.store
    if (damage !== null) await onDamage(damage)
    await signIn(engine, options, password)
    return await work({ engine, client: createRouterClient(engine.router, { context: engine.context }) })
  } finally {
    await engine.close()
  }
}

/** Refuses with `session.password_missing` and as `checkPassword`; nothing happens in a workspace without accounts. */
async function signIn(engine: Engine, options: EngineOptions, password: string | undefined): Promise<void> {
  const { connection } = engine.context
  if (connection.describe().state === 'trial') return
  if (password === undefined || password === '') throw new AppError('session.password_missing')
  const claim = { name: options.actor, password }
  try {
    await connection.signIn(claim)
  } catch (error) {
    if (options.mode === 'read' && error instanceof AppError) await countFailure(options, claim)
    throw error
  }
}

/** Who reads cannot record that a password was wrong; unless somebody writes just now, a writer does it for them. */
async function countFailure(options: EngineOptions, claim: { name: string; password: string }): Promise<void> {
  try {
    const writer = createEngine({ ...options, mode: 'write' })
    try {
      await writer.context.connection.signIn(claim)
    } finally {
      await writer.close()
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}
