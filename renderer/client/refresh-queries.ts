import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { Topic } from '../../shared/contract/call.ts'
import type { SessionDescription } from '../../shared/contract/session.ts'
import { readsAny } from './reads-any.ts'

/**
 * Asks again for what may have changed: first who sits here, then the rest. Behind a locked screen nothing is asked, because
 * everything would be refused and a page that shows a refusal has lost what was being typed; unlocking asks for all of it.
 */
export async function refreshQueries(queryClient: QueryClient, sessionKey: QueryKey, topics: readonly Topic[] | 'anything'): Promise<void> {
  const reads = (queryKey: QueryKey): boolean => topics === 'anything' || readsAny(queryKey, topics)
  const session = JSON.stringify(sessionKey)
  const isSession = (queryKey: QueryKey): boolean => JSON.stringify(queryKey) === session
  if (reads(sessionKey)) await queryClient.invalidateQueries({ predicate: ({ queryKey }) => isSession(queryKey) })
  const state = queryClient.getQueryData<SessionDescription>(sessionKey)?.state
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => !isSession(queryKey) && reads(queryKey),
    refetchType: state === 'locked' || state === 'signed_out' ? 'none' : 'active',
  })
}
