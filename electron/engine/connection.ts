import type { EngineEvent } from '../../shared/contract/events.ts'
import { contract } from '../../shared/contract/index.ts'
import { needsAccounts, rights, type CallName } from '../../shared/contract/rights.ts'
import type { SessionDescription } from '../../shared/contract/session.ts'
import type { Role } from '../../shared/domain/account.ts'
import type { Id } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import { readIdleMinutes } from '../setup/house-settings.ts'
import { findAccount, hasAccounts, type StoredAccount } from '../store/account-store.ts'
import { findSetting } from '../store/setting-store.ts'
import type { EngineContext } from './context.ts'

/** What all connections of an engine share; `actor` is who started it. */
export type EngineServices = Omit<EngineContext, 'connection'>

/** One page (a tab with its token, a window) or one command line: who speaks over it, and what they may. */
export type Connection = {
  /** As of this moment; asked at every call, because who is there may change, and what they look at. */
  current(): EngineContext
  describe(): SessionDescription
  /** Refuses with `session.signed_out | locked | no_right | no_accounts`. A command is the sign of a person. */
  admit(call: CallName, kind?: 'query' | 'command'): void
  /** Refuses as `checkPassword`, and with `session.no_accounts`. */
  signIn(claim: { name: string; password: string }): Promise<void>
  /** Goes on as this account, which was just made. */
  enter(account: StoredAccount): void
  /** A session of this account outlives the change of its password; one that ended or was locked meanwhile stays so. */
  renew(account: StoredAccount): void
  signOut(): Promise<void>
  lock(): Promise<void>
  unlock(password: string): Promise<void>
  /** The account whose present password this is. Refuses as `checkPassword`. */
  confirm(password: string): Promise<StoredAccount>
  touch(): void
  /** The engine's events; who is not signed in, or locked, hears only that this has changed. */
  watch(signal?: AbortSignal): AsyncGenerator<EngineEvent, void, void>
  close(): void
}

/** `salt` changes with the password: a session of an old one is over. */
type Session = { account: Id; salt: string; isLocked: boolean; activeAt: number }
type Present = { state: 'trial' | 'signed_out' } | { state: 'signed_in' | 'locked'; account: StoredAccount }

const allCalls = Object.entries(contract).flatMap(([area, calls]) => Object.keys(calls).map((verb) => `${area}.${verb}` as CallName))

/**
 * `locksWhenIdle`: a page is left alone on a desk, a command line is not. `doorstep`: whose doing is what happens while nobody
 * is signed in. Without accounts everybody is let through and acts as who started the engine.
 */
export function createConnection(
  services: EngineServices,
  { locksWhenIdle, doorstep }: { locksWhenIdle: boolean; doorstep: string },
): Connection {
  const { store, clock, events, logBug } = services
  let session: Session | undefined
  let timer: NodeJS.Timeout | undefined

  const idleMs = (): number => readIdleMinutes(store) * 60_000
  const now = (): number => Date.parse(clock())

  function present(): Present {
    if (!hasAccounts(store)) return { state: 'trial' }
    const account = session && findAccount(store, session.account)
    if (!session || !account?.isActive || account.password.salt !== session.salt) {
      end()
      return { state: 'signed_out' }
    }
    if (locksWhenIdle && !session.isLocked && now() - session.activeAt >= idleMs()) lockForIdleness(session, account)
    return { state: session.isLocked ? 'locked' : 'signed_in', account }
  }

  function lockForIdleness(of: Session, account: StoredAccount): void {
    of.isLocked = true
    // The lock holds even where it cannot be recorded.
    void record('session.lock_idle', account).catch((error: unknown) => logBug(error, 'session.lock_idle'))
    events.changed(['session'])
  }

  function end(): void {
    session = undefined
    clearTimeout(timer)
  }

  /** Tells the page when the lock falls due, rather than let it find out at its next call. */
  function armTimer(): void {
    clearTimeout(timer)
    if (!locksWhenIdle || !session || session.isLocked) return
    timer = setTimeout(
      () => {
        if (present().state === 'signed_in') armTimer()
      },
      Math.max(session.activeAt + idleMs() - now(), 50),
    )
    timer.unref()
  }

  function begin({ id, password }: StoredAccount): void {
    session = { account: id, salt: password.salt, isLocked: false, activeAt: now() }
    armTimer()
  }

  const context = (actor: string): EngineContext => ({ ...services, actor, jobs: services.jobs.by(actor), connection })
  const entryContext = { store, clock, actor: doorstep }

  async function record(action: 'session.sign_out' | 'session.lock' | 'session.lock_idle', account: StoredAccount): Promise<void> {
    const { recordLeaving } = await import('../accounts/check-password.ts')
    recordLeaving(entryContext, account, action)
  }

  /** Undefined where nobody is signed in. */
  function accountPresent(): StoredAccount | undefined {
    const who = present()
    return 'account' in who ? who.account : undefined
  }

  async function check(claim: { name: string } | { account: Id }, password: string): Promise<StoredAccount> {
    const { checkPassword } = await import('../accounts/check-password.ts')
    try {
      return await checkPassword(entryContext, claim, password)
    } catch (error) {
      events.changed(['accounts'])
      throw error
    }
  }

  const connection: Connection = {
    current() {
      const who = present()
      return context('account' in who ? who.account.displayName : services.actor)
    },
    describe() {
      const who = present()
      armTimer()
      const account = 'account' in who ? who.account : undefined
      return {
        state: who.state,
        actor: account?.displayName ?? (who.state === 'trial' ? services.actor : ''),
        account: account ? { id: account.id, name: account.name, displayName: account.displayName, roles: [...account.roles] } : null,
        allowed: allCalls.filter((call) => refusalOf(call, who) === undefined),
        idleMinutes: readIdleMinutes(store),
        isSample: findSetting(store, 'sample') === '1',
      }
    },
    admit(call, kind = 'query') {
      const refusal = refusalOf(call, present())
      if (refusal) throw refusal
      if (kind === 'command' && session && !session.isLocked) session.activeAt = now()
    },
    async signIn({ name, password }) {
      if (present().state === 'trial') throw new AppError('session.no_accounts')
      const account = await check({ name }, password)
      await connection.signOut()
      const { recordEntrance } = await import('../accounts/check-password.ts')
      recordEntrance(entryContext, account, 'session.sign_in')
      begin(account)
    },
    enter: begin,
    renew({ id, password }) {
      if (session?.account === id) session.salt = password.salt
    },
    async signOut() {
      const account = accountPresent()
      end()
      if (account) await record('session.sign_out', account)
    },
    async lock() {
      const who = present()
      if (!session || who.state !== 'signed_in') return
      session.isLocked = true
      clearTimeout(timer)
      await record('session.lock', who.account)
    },
    async unlock(password) {
      const who = present()
      if (who.state === 'trial') throw new AppError('session.no_accounts')
      if (!('account' in who)) throw new AppError('session.signed_out')
      const account = await check({ account: who.account.id }, password)
      // It may have been signed out while the password was looked at.
      if (session?.account !== account.id) throw new AppError('session.signed_out')
      if (session.isLocked) {
        const { recordEntrance } = await import('../accounts/check-password.ts')
        recordEntrance(entryContext, account, 'session.unlock')
      }
      begin(account)
    },
    confirm(password) {
      const account = accountPresent()
      if (!account) throw new AppError('session.signed_out')
      return check({ account: account.id }, password)
    },
    touch() {
      if (present().state !== 'signed_in' || !session) return
      session.activeAt = now()
      armTimer()
    },
    watch: (signal) => deliver(events.watch(signal), present),
    close: end,
  }
  return connection
}

async function* deliver(stream: AsyncGenerator<EngineEvent, void, void>, present: () => Present): AsyncGenerator<EngineEvent, void, void> {
  for await (const event of stream) {
    const { state } = present()
    if (state === 'trial' || state === 'signed_in') yield event
    else if (event.type === 'changed' && event.topics.includes('session')) yield { type: 'changed', topics: ['session'] }
  }
}

/** Undefined when the call is let through. */
function refusalOf(call: CallName, who: Present): AppError | undefined {
  if (who.state === 'trial') return needsAccounts.has(call) ? new AppError('session.no_accounts') : undefined
  const right = rights[call]
  if (right === 'anyone') return undefined
  if (who.state === 'signed_out') return new AppError('session.signed_out')
  if (who.state === 'locked') return new AppError('session.locked')
  if (right === 'signed_in' || ('account' in who && right.some((role: Role) => who.account.roles.includes(role)))) return undefined
  return new AppError('session.no_right', { roles: right.join(', ') })
}
