import { skipToken, useQuery } from '@tanstack/react-query'
import { useEngine } from '../../client/engine-provider.tsx'

/** The bytes of an attached file, fetched once: what was received never changes. */
export function useKeptBytes(receipt: string | undefined) {
  const { client, host } = useEngine()
  return useQuery({
    // Named after the call, so that what it reads is known: nothing that changes.
    queryKey: [['papers', 'open'], { bytes: receipt }],
    queryFn: receipt === undefined ? skipToken : async () => host.readFile((await client.papers.open({ receipt })).file),
    staleTime: Infinity,
    structuralSharing: (known, fetched) => known ?? fetched,
    gcTime: 60_000,
    networkMode: 'always',
  })
}
