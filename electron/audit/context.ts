import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { Store } from '../store/database.ts'
import type { WorkerPool } from '../workers/pool.ts'

/** What every service function takes first. Clock and ids are given, so that tests fix them. */
export type ServiceContext = {
  readonly store: Store
  readonly pool: WorkerPool
  readonly clock: () => Instant
  readonly newId: () => Id
  readonly actor: string
  /** What opening a new password costs, N of scrypt; left out, as much as an office's machine bears. */
  readonly passwordCost?: number
}
