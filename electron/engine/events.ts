import type { Topic } from '../../shared/contract/call.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'

export type Events = {
  publish(event: EngineEvent): void
  changed(topics: readonly Topic[]): void
  /** Listens from the moment of the call, not of the first `next`. Ends when the signal fires or the engine closes. */
  watch(signal?: AbortSignal): AsyncGenerator<EngineEvent, void, void>
  close(): void
}

/** A watcher that falls this far behind loses its oldest events; it can always ask for the jobs and fetch again. */
const mostWaiting = 1000

type Watcher = { waiting: EngineEvent[]; wake: (() => void) | undefined }

export function createEvents(): Events {
  const watchers = new Set<Watcher>()
  let closed = false
  const isClosed = (): boolean => closed

  const publish = (event: EngineEvent): void => {
    for (const watcher of watchers) {
      watcher.waiting.push(event)
      if (watcher.waiting.length > mostWaiting) watcher.waiting.shift()
      watcher.wake?.()
    }
  }

  async function* deliver(watcher: Watcher, signal: AbortSignal | undefined): AsyncGenerator<EngineEvent, void, void> {
    const wake = (): void => watcher.wake?.()
    signal?.addEventListener('abort', wake)
    try {
      for (;;) {
        if (isClosed() || signal?.aborted === true) return
        const event = watcher.waiting.shift()
        if (event) yield event
        else await new Promise<void>((resolve) => (watcher.wake = resolve))
      }
    } finally {
      signal?.removeEventListener('abort', wake)
      watchers.delete(watcher)
    }
  }

  return {
    publish,
    changed: (topics) => {
      if (topics.length > 0) publish({ type: 'changed', topics: [...topics] })
    },
    watch(signal) {
      const watcher: Watcher = { waiting: [], wake: undefined }
      watchers.add(watcher)
      // A generator that is never started never reaches its `finally`.
      signal?.addEventListener('abort', () => watchers.delete(watcher), { once: true })
      return deliver(watcher, signal)
    },
    close() {
      closed = true
      for (const watcher of watchers) watcher.wake?.()
      watchers.clear()
    },
  }
}
