import { useQuery } from '@tanstack/react-query'
import type { SessionDescription } from '../../shared/contract/session.ts'
import { useEngine } from './engine-provider.tsx'

/** Who sits before the page, and what they may do; undefined while it is asked for the first time. */
export function useSession(): SessionDescription | undefined {
  const { queries } = useEngine()
  return useQuery(queries.session.describe.queryOptions({ input: {} })).data
}
