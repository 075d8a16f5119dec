import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Client } from './client.ts'
import { followEvents, type StreamState } from './follow-events.ts'

type Engine = { queries: RouterUtils<Client>; stream: StreamState }

const EngineContext = createContext<Engine | null>(null)

const retryMs = 2000

/** Loopback works without a network: a query never waits for one. What changes comes by events, so nothing goes stale by itself. */
const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: { queries: { networkMode: 'always', staleTime: Infinity, retry: false, refetchOnWindowFocus: false } },
  })

const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, retryMs)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

/** Gives every page below it the engine's queries, kept current by the one event stream. */
export function EngineProvider({ client, children }: { client: Client; children: ReactNode }) {
  const [queryClient] = useState(createQueries)
  const [stream, setStream] = useState<StreamState>()
  useEffect(() => {
    const watching = new AbortController()
    void followEvents({
      open: (signal) => client.events.watch({}, { signal }),
      onChanged: () => void queryClient.invalidateQueries(),
      onState: setStream,
      pause,
      signal: watching.signal,
    })
    return () => watching.abort()
  }, [client, queryClient])
  const engine = useMemo(() => stream && { queries: createTanstackQueryUtils(client), stream }, [client, stream])
  // Nothing is asked before the stream was tried: a change in between would be missed.
  if (!engine) return null
  return (
    <QueryClientProvider client={queryClient}>
      <EngineContext value={engine}>{children}</EngineContext>
    </QueryClientProvider>
  )
}

export function useEngine(): Engine {
  const engine = useContext(EngineContext)
  if (!engine) throw new Error('used outside EngineProvider')
  return engine
}
