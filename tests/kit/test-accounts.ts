import { createRouterClient } from '@orpc/server'
import type { ContractRouterClient } from '@orpc/contract'
import { onTestFinished } from 'vitest'
import type { Connection } from '../../electron/engine/connection.ts'
import { createEngine, type Engine } from '../../electron/engine/engine.ts'
import type { Contract } from '../../shared/contract/index.ts'
import type { JobResult } from '../../shared/contract/jobs.ts'
import type { Role } from '../../shared/domain/account.ts'
import { countingIds } from './test-submission.ts'
import { testWorkspaceWithPeriod } from './test-workspace.ts'

export type Client = ContractRouterClient<Contract>

/** As long and as odd as people make them; found again wherever it must not be. */
export const passwordOf = (name: string): string => `Mật-khẩu của ${name} 58!`

/** Enough where nobody guesses; a password that costs what an office's does takes a sixth of a second. */
export const cheapPassword = { passwordCost: 2 ** 10 }

export type AccountsTest = {
  engine: Engine
  directory: string
  /** The time of the engine, which stands still. */
  setClock: (instant: string) => void
  /** A page of its own over direct calls. */
  page: () => { client: Client; connection: Connection }
  /** A page at which this account has signed in. */
  signedIn: (name: string) => Promise<{ client: Client; connection: Connection }>
}

/** An engine over a workspace with a period, whose clock stands still. */
export function engineWithoutAccounts(): AccountsTest {
  const { directory, context } = testWorkspaceWithPeriod()
  context.store.close()
  const newId = countingIds()
  let now = '2026-06-22T02:00:00.000Z'
  const engine = createEngine({
    directory,
    mode: 'write',
    actor: 'máy văn phòng',
    clock: () => now,
    newId: () => newId().replace(/^./, 'e'),
    poolSize: 1,
    ...cheapPassword,
  })
  onTestFinished(() => engine.close())
  const page = (): { client: Client; connection: Connection } => {
    const connection = engine.connect()
    return { connection, client: createRouterClient(engine.router, { context: { connection, logBug: engine.context.logBug } }) }
  }
  return {
    engine,
    directory,
    setClock: (instant) => void (now = instant),
    page,
    async signedIn(name) {
      const { client, connection } = page()
      await client.session.signIn({ name, password: passwordOf(name) })
      return { client, connection }
    },
  }
}

/** The same with an administrator `quan` and one account for each name. */
export async function engineWithAccounts(others: Readonly<Record<string, readonly Role[]>> = {}): Promise<AccountsTest> {
  const test = engineWithoutAccounts()
  const { client } = test.page()
  await client.accounts.createFirst({ name: 'quan', displayName: 'Lê Quản', password: passwordOf('quan'), roles: [] })
  for (const [name, roles] of Object.entries(others))
    await client.accounts.create({ name, displayName: `Chị ${name}`, password: passwordOf(name), roles: [...roles] })
  return test
}

/** What a step of a report that is a job came to; refused like a call that is none. */
export async function stepTaken({ context }: Engine, started: Promise<{ jobId: string }>): Promise<JobResult<'submit'>> {
  const { result, error } = await context.jobs.wait((await started).jobId)
  if (error) throw Object.assign(new Error('refused'), { data: error })
  return result as JobResult<'submit'>
}

type Trouble = Error & { data?: { code?: string; params?: Record<string, string | number> } }

/** The code a call is refused with; `none` when it is not. */
export const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'none',
    (error: Trouble) => error.data?.code ?? `${error.name}: ${error.message}`,
  )
