import type { EngineEvent } from '../../shared/contract/events.ts'

export type StreamState = 'live' | 'lost'

type Following = {
  open: (signal: AbortSignal) => Promise<AsyncIterable<EngineEvent>>
  /** Something that pages show may have changed; also after a gap, in which anything may have. */
  onChanged: () => void
  onState: (state: StreamState) => void
  /** Resolves when it is time to try again. */
  pause: (signal: AbortSignal) => Promise<void>
  signal: AbortSignal
}

/** Watches the one stream until the signal fires; a stream that ends or breaks is opened again. */
export async function followEvents({ open, onChanged, onState, pause, signal }: Following): Promise<void> {
  let hasGap = false
  while (!signal.aborted) {
    try {
      const events = await open(signal)
      onState('live')
      if (hasGap) onChanged()
      for await (const event of events) if (event.type === 'changed' || event.job.state !== 'running') onChanged()
    } catch {
      // Whatever broke the stream, the answer is the same: say so, wait, open it again.
    }
    if (signal.aborted) return
    hasGap = true
    onState('lost')
    await pause(signal)
  }
}
