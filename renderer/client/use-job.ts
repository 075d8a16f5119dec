import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Job } from '../../shared/contract/jobs.ts'
import { useEngine } from './engine-provider.tsx'

export type LiveJob = {
  /** Undefined while it is asked for the first time, and without an id. */
  job: Job | undefined
  /** The id is not known, or nothing can be asked. */
  error: unknown
  /** Asks it to stop; undefined where there is nothing to stop or this person may not. */
  stop: (() => void) | undefined
}

/**
 * A job as it goes on, whoever started it: what is asked for is the truth, events keep it current. The id can stand in the
 * address; a reload then shows the same job. `onEnd` is called once, when a job ends that was started or seen running here:
 * never again for one that had ended before this page was opened.
 */
export function useJob(id: string | undefined, onEnd?: (job: Job) => void): LiveJob {
  const { queries, onJob } = useEngine()
  const queryClient = useQueryClient()
  const options = queries.jobs.get.queryOptions({ input: id === undefined ? skipToken : { id, brief: true } })
  const { data: job, error } = useQuery(options)
  const session = useQuery(queries.session.describe.queryOptions({ input: {} }))
  const cancel = useMutation(queries.jobs.cancel.mutationOptions())

  const keep = useEffectEvent((told: Job) => queryClient.setQueryData(options.queryKey, told))
  useEffect(
    () =>
      onJob((told) => {
        if (told.id === id) keep(told)
      }),
    [onJob, id],
  )

  const end = useEffectEvent((ended: Job) => onEnd?.(ended))
  // An id that was there when the page opened may have ended long ago; one that came later was started here.
  const opened = useRef(id)
  const [live] = useState(() => new Set<string>())
  const [told] = useState(() => new Set<string>())
  useEffect(() => {
    if (!job || job.id !== id) return
    if (job.state === 'running') live.add(id)
    else if (!told.has(id) && (live.has(id) || id !== opened.current)) {
      told.add(id)
      end(job)
    }
  }, [job, id, live, told])

  const canStop = job?.state === 'running' && session.data?.allowed.includes('jobs.cancel') === true
  return { job, error, stop: canStop ? () => cancel.mutate({ id: job.id }) : undefined }
}
