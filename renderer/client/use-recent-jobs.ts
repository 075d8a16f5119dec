import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import type { Job } from '../../shared/contract/jobs.ts'
import { useEngine } from './engine-provider.tsx'

/** The newest jobs, kept current by their events; `onJob` hears every event once. */
export function useRecentJobs(onJob: (job: Job) => void): { jobs: readonly Job[]; error: unknown } {
  const { queries, onJob: listen } = useEngine()
  const queryClient = useQueryClient()
  const options = queries.jobs.list.queryOptions({ input: {} })
  const { data = [], error } = useQuery(options)
  const keep = useEffectEvent((told: Job) => {
    onJob(told)
    // The end of an import carries all its files; the list does without them and is asked for again anyway.
    if (told.state === 'running')
      queryClient.setQueryData<Job[]>(options.queryKey, (known = []) =>
        known.some(({ id }) => id === told.id) ? known.map((job) => (job.id === told.id ? told : job)) : [told, ...known],
      )
  })
  useEffect(() => listen((job) => keep(job)), [listen])
  return { jobs: data, error }
}
