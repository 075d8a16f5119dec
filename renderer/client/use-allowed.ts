import { useQuery } from '@tanstack/react-query'
import type { CallName } from '../../shared/contract/rights.ts'
import { useEngine } from './engine-provider.tsx'

/** Whether the engine would let a call through for who sits here; what it would not is not offered. False until it is known. */
export function useAllowed(): (call: CallName) => boolean {
  const { queries } = useEngine()
  const session = useQuery(queries.session.describe.queryOptions({ input: {} }))
  const allowed = session.data?.allowed
  return (call) => allowed?.includes(call) === true
}
