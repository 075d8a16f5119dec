import type { Topic } from '../../shared/contract/call.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import type { Job } from '../../shared/contract/jobs.ts'

export type StreamState = 'live' | 'lost'

type Following = {
  open: (signal: AbortSignal) => Promise<AsyncIterable<EngineEvent>>
  /** What pages show may have changed: these topics, or anything, as after a gap or at the end of a job. */
  onChanged: (topics: readonly Topic[] | 'anything') => void
  onJob: (job: Job) => void
  onState: (state: StreamState) => void
  /** Resolves when it is time to try again. */
  pause: (signal: AbortSignal) => Promise<void>
  signal: AbortSignal
}

/** Watches the one stream until the signal fires; a stream that ends or breaks is opened again. */
export async function followEvents({ open, onChanged, onJob, onState, pause, signal }: Following): Promise<void> {
  let hasGap = false
  while (!signal.aborted) {
    try {
      const events = await open(signal)
      onState('live')
      if (hasGap) onChanged('anything')
      for await (const event of events) {
        if (event.type === 'changed') {
          onChanged(event.topics)
          continue
        }
        onJob(event.job)
        if (event.job.state !== 'running') onChanged('anything')
      }
    } catch {
      // Whatever broke the stream, the answer is the same: say so, wait, open it again.
    }
    if (signal.aborted) return
    hasGap = true
    onState('lost')
    await pause(signal)
  }
}
