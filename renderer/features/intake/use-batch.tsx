import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Channel } from '../../../shared/domain/submission.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import type { StageWatch, Staging, Unstaged } from '../../client/host.ts'

export type Copying = { done: number; total: number }

type BatchSetting = {
  period: string
  channel: Channel
  /** Undefined = when it is taken in. */
  receivedAt: string | undefined
  onStarted: (job: string) => void
}

export type Batch = {
  /** While files are brought over. */
  copying: Copying | undefined
  /** How many came over last; undefined before. */
  copied: number | undefined
  unstaged: readonly Unstaged[]
  trouble: unknown
  take: (bring: (watch: StageWatch) => Promise<Staging>) => void
  stop: () => void
  forget: () => void
}

const shownEveryMs = 100

/** Brings files over, then lets the engine take them in; what cannot be brought over is named, and the others go on. */
export function useBatch({ period, channel, receivedAt, onStarted }: BatchSetting): Batch {
  const { queries } = useEngine()
  const start = useMutation(queries.submissions.import.mutationOptions())
  const [copying, setCopying] = useState<Copying>()
  const [copied, setCopied] = useState<number>()
  const [unstaged, setUnstaged] = useState<readonly Unstaged[]>([])
  const [trouble, setTrouble] = useState<unknown>()
  const running = useRef<AbortController>(undefined)

  const run = async (bring: Parameters<Batch['take']>[0], signal: AbortSignal): Promise<void> => {
    let shownAt = 0
    const onProgress = (done: number, total: number): void => {
      const now = performance.now()
      if (now - shownAt < shownEveryMs && done < total) return
      shownAt = now
      setCopying({ done, total })
    }
    const staging = await bring({ onProgress, signal })
    setCopying(undefined)
    if (signal.aborted) return
    setUnstaged(staging.unstaged)
    if (staging.staged.length === 0) return
    setCopied(staging.staged.length)
    const files = staging.staged.map(({ file }) => file)
    const { jobId } = await start.mutateAsync({ period, files, channel, ...(receivedAt === undefined ? {} : { receivedAt }) })
    onStarted(jobId)
  }
  const take: Batch['take'] = (bring) => {
    // One batch is brought over at a time; the engine takes batches in one after the other.
    if (running.current) return
    const controller = new AbortController()
    running.current = controller
    setTrouble(undefined)
    setUnstaged([])
    setCopied(undefined)
    run(bring, controller.signal)
      .catch(setTrouble)
      .finally(() => {
        running.current = undefined
        setCopying(undefined)
      })
  }
  return {
    copying,
    copied,
    unstaged,
    trouble,
    take,
    stop: () => running.current?.abort(),
    forget: () => {
      setUnstaged([])
      setCopied(undefined)
      setTrouble(undefined)
    },
  }
}
