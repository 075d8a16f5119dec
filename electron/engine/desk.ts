import { topics } from '../../shared/contract/call.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import type { CallName } from '../../shared/contract/rights.ts'
import { AppError } from '../../shared/errors.ts'
import type { Connection } from './connection.ts'
import type { Engine } from './engine.ts'
import type { WorkspaceHouse } from './open-workspaces.ts'
import type { WorkspaceSwitch } from './workspace-switch.ts'

/** One page before the workspaces that are open: it looks at one of them at a time, and keeps its session in the office's own. */
export type Desk = { readonly connection: Connection; isInSample(): boolean }

/** They are about the office's own workspace, and the sample must not stand in for it. */
const notInSample: ReadonlySet<CallName> = new Set([
  'workspace.openSample',
  'workspace.describeBackup',
  'workspace.restore',
  'accounts.createFirst',
])

export function createDesk(house: WorkspaceHouse, isClosed: () => boolean): Desk {
  let isInSample = false
  const held: Partial<Record<'own' | 'sample', { engine: Engine; connection: Connection }>> = {}
  const turns = new Set<AbortController>()

  /** The connection to whichever engine is looked at; one whose engine was replaced is gone with its session. */
  function active(): Connection {
    const place = isInSample ? 'sample' : 'own'
    const engine = house[place]()
    let one = held[place]
    if (one?.engine !== engine) held[place] = one = { engine, connection: engine.connect() }
    return one.connection
  }

  /** Who watches goes along at once. */
  function turn(): void {
    for (const controller of turns) controller.abort()
  }

  const workspaces: WorkspaceSwitch = {
    async openSample() {
      const building = await house.enterSample(active().current())
      if (building) return building
      isInSample = true
      turn()
      return { jobId: null }
    },
    leaveSample() {
      isInSample = false
      turn()
      house.leaveSample()
      return Promise.resolve()
    },
    restore: (file) => house.restore(file, active().current().actor),
  }

  const isOffered = (call: CallName): boolean => (isInSample ? !notInSample.has(call) : call !== 'workspace.leaveSample')

  function follow(signal: AbortSignal | undefined): AsyncGenerator<EngineEvent, void, void> {
    const controller = new AbortController()
    turns.add(controller)
    const stream = active().watch(signal ? AbortSignal.any([signal, controller.signal]) : controller.signal)
    return forgettingTurn(stream, () => turns.delete(controller))
  }

  async function* goAlong(
    first: AsyncGenerator<EngineEvent, void, void>,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<EngineEvent, void, void> {
    for (let stream = first; ; stream = follow(signal)) {
      yield* stream
      if (signal?.aborted === true || isClosed()) return
      await house.settled()
      // Everything is another workspace's now.
      yield { type: 'changed', topics: [...topics] }
    }
  }

  const connection: Connection = {
    current: () => ({ ...active().current(), connection, workspaces }),
    describe() {
      const description = active().describe()
      return { ...description, allowed: description.allowed.filter((call) => isOffered(call as CallName)) }
    },
    admit(call, kind) {
      if (isInSample && notInSample.has(call)) throw new AppError('workspace.in_sample')
      active().admit(call, kind)
    },
    signIn: (claim) => active().signIn(claim),
    enter: (account) => active().enter(account),
    renew: (account) => active().renew(account),
    signOut: () => active().signOut(),
    lock: () => active().lock(),
    unlock: (password) => active().unlock(password),
    confirm: (password) => active().confirm(password),
    touch: () => active().touch(),
    // Listens from the moment of the call, not of the first look.
    watch: (signal) => goAlong(follow(signal), signal),
    close() {
      for (const one of Object.values(held)) one.connection.close()
      turn()
    },
  }
  return { connection, isInSample: () => isInSample }
}

async function* forgettingTurn(
  stream: AsyncGenerator<EngineEvent, void, void>,
  forget: () => void,
): AsyncGenerator<EngineEvent, void, void> {
  try {
    yield* stream
  } finally {
    forget()
  }
}
