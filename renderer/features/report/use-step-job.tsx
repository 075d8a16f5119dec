import { useState, type ReactNode } from 'react'
import { useJob } from '../../client/use-job.ts'
import { JobProgress } from '../../ui/job-progress.tsx'

type StepJob = {
  /** Given to the call that starts the job. */
  follow: (started: { jobId: string }) => void
  isRunning: boolean
  /** How far it is, or why it was not taken. */
  progress: ReactNode
}

/** A step of a report that checks all data first: shown where it was asked for, and done when it is. */
export function useStepJob(onDone: () => void): StepJob {
  const [id, setId] = useState<string>()
  const { job, stop } = useJob(id, ({ state }) => {
    if (state === 'done') onDone()
  })
  return {
    follow: ({ jobId }) => setId(jobId),
    isRunning: job?.state === 'running',
    progress: job && job.state !== 'done' ? <JobProgress job={job} onStop={stop} /> : null,
  }
}
