import type { Instant } from '../../shared/domain/identity.ts'
import { openStore, type Store } from './database.ts'

/**
 * Reads one moment of the store over many turns of the loop: what is written meanwhile, here or by an import, is not seen.
 * The snapshot is closed when `read` is done; nothing of it may be used afterwards.
 */
export async function readSnapshot<Result>(
  { store, clock }: { store: Store; clock: () => Instant },
  read: (snapshot: Store) => Promise<Result>,
): Promise<Result> {
  const snapshot = openStore(store.directory, { mode: 'read', clock })
  try {
    // A reader that has begun keeps what it saw first until it ends.
    snapshot.database.exec('BEGIN')
    return await read(snapshot)
  } finally {
    snapshot.close()
  }
}
