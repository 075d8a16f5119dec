import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import { QueryClient, QueryClientProvider, replaceEqualDeep, type QueryKey } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Job } from '../../shared/contract/jobs.ts'
import type { SessionDescription } from '../../shared/contract/session.ts'
import type { Client } from './client.ts'
import type { Connection } from './connect.ts'
import { followEvents, type StreamState } from './follow-events.ts'
import type { Host } from './host.ts'
import { refreshQueries } from './refresh-queries.ts'
import { refusalOf } from './refusal-code.ts'

type Engine = {
  client: Client
  queries: RouterUtils<Client>
  host: Host
  stream: StreamState
  /** Tells of every job's progress and end; gives back how to stop listening. */
  onJob: (listener: (job: Job) => void) => () => void
}

const EngineContext = createContext<Engine | null>(null)

const retryMs = 2000

/** Loopback works without a network: a query never waits for one. What changes comes by events, so nothing goes stale by itself. */
function createQueries(sessionKey: QueryKey): QueryClient {
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Infinity,
        // Refused because the screen was locked a moment ago: what is shown stays until it is unlocked.
        retry: (_, error) => refusalOf(error)?.code === 'session.locked',
        retryDelay: 10_000,
        refetchOnWindowFocus: false,
      },
    },
  })
  queryClient.setQueryDefaults(sessionKey, { structuralSharing: keepOffered })
  return queryClient
}

/** Behind a locked screen the page offers what it did before: a form that went away would take along what is typed in it. */
function keepOffered(before: unknown, now: unknown): unknown {
  const [old, next] = [before as SessionDescription | undefined, now as SessionDescription]
  return replaceEqualDeep(old, next.state === 'locked' && old ? { ...next, allowed: old.allowed } : next)
}

const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, retryMs)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

/** Gives every page below it the engine's queries, kept current by the one event stream. */
export function EngineProvider({ connection: { client, host }, children }: { connection: Connection; children: ReactNode }) {
  const [queries] = useState(() => createTanstackQueryUtils(client))
  const [queryClient] = useState(() => createQueries(queries.session.describe.queryKey({ input: {} })))
  const [listeners] = useState(() => new Set<(job: Job) => void>())
  const [stream, setStream] = useState<StreamState>()
  useEffect(() => {
    const sessionKey = queries.session.describe.queryKey({ input: {} })
    const watching = new AbortController()
    void followEvents({
      open: (signal) => client.events.watch({}, { signal }),
      onChanged: (topics) => void refreshQueries(queryClient, sessionKey, topics),
      onJob: (job) => {
        for (const listener of listeners) listener(job)
      },
      onState: setStream,
      pause,
      signal: watching.signal,
    })
    return () => watching.abort()
  }, [client, queries, queryClient, listeners])
  const engine = useMemo(
    () =>
      stream && {
        client,
        host,
        stream,
        queries,
        onJob: (listener: (job: Job) => void) => {
          listeners.add(listener)
          return () => void listeners.delete(listener)
        },
      },
    [client, host, queries, stream, listeners],
  )
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
