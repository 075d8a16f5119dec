import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { SessionDescription } from '../../shared/contract/session.ts'
import { useEngine } from './engine-provider.tsx'

const tellEveryMs = 30_000
const lookEveryMs = 5_000
/** The page locks itself a little before the engine does, so that nothing it asks is refused meanwhile. */
const marginMs = 10_000
const signs = ['keydown', 'pointerdown', 'wheel'] as const

/** Tells the engine that a person is here, and locks when nobody was for the minutes that the office set. */
export function useIdleLock(session: SessionDescription | undefined): void {
  const { client, queries } = useEngine()
  const queryClient = useQueryClient()
  const isWatched = session?.state === 'signed_in'
  const idleMs = (session?.idleMinutes ?? 0) * 60_000
  useEffect(() => {
    if (!isWatched) return undefined
    const key = queries.session.describe.queryKey({ input: {} })
    const keep = (described: SessionDescription): void => void queryClient.setQueryData(key, described)
    // Where the engine cannot be reached, the frame says so already.
    const ask = (answer: Promise<SessionDescription>): void => void answer.then(keep, () => undefined)
    let toldAt = Date.now()
    ask(client.session.touch({}))
    const see = (event: Event): void => {
      if (!event.isTrusted || Date.now() - toldAt < tellEveryMs) return
      toldAt = Date.now()
      ask(client.session.touch({}))
    }
    const look = (): void => {
      if (Date.now() - toldAt >= idleMs - marginMs) ask(client.session.lock({}))
    }
    for (const sign of signs) window.addEventListener(sign, see, { capture: true, passive: true })
    const timer = setInterval(look, lookEveryMs)
    return () => {
      for (const sign of signs) window.removeEventListener(sign, see, { capture: true })
      clearInterval(timer)
    }
  }, [isWatched, idleMs, client, queries, queryClient])
}
