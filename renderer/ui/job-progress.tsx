import { Button, Progress } from '@mantine/core'
import { useState } from 'react'
import type { Job } from '../../shared/contract/jobs.ts'
import { jobButtons, jobProgressTexts } from '../../shared/messages/jobs.ts'
import { describeEnd, describeProgress, nameJob } from './describe-job.ts'
import './job-progress.css'
import { useLanguage } from './language.tsx'

type JobProgressProps = {
  job: Pick<Job, 'id' | 'kind' | 'state' | 'done' | 'total' | 'result' | 'error'>
  /** Left out where stopping is not allowed. */
  onStop?: (() => void) | undefined
  /** What it is called where the kind alone says too little. */
  name?: string
  /** Its end is told elsewhere on the page. */
  isQuiet?: boolean
}

/** One job where it is waited for: a bar, what is done in words, **Dừng**; in the end how it ended. */
export function JobProgress({ job, onStop, name, isQuiet = false }: JobProgressProps) {
  const { language, say } = useLanguage()
  const [stopped, setStopped] = useState<string>()
  if (job.state !== 'running')
    return (
      <p className="job-end" data-state={job.state} role={isQuiet ? undefined : 'status'}>
        {describeEnd(job, language)}
      </p>
    )
  const title = name ?? nameJob(job.kind, language)
  const isStopping = stopped === job.id
  const words = isStopping ? say(jobProgressTexts.stopping) : describeProgress(job, language)
  return (
    <div className="job-progress">
      <span className="job-words">{words}</span>
      <Progress.Root size="md" transitionDuration={0}>
        <Progress.Section value={job.total === 0 ? 0 : (100 * job.done) / job.total} aria-label={title} aria-valuetext={words} />
      </Progress.Root>
      {onStop && (
        <Button
          variant="default"
          size="compact-md"
          disabled={isStopping}
          aria-label={say(jobButtons.stopOf, { job: title })}
          onClick={() => {
            setStopped(job.id)
            onStop()
          }}
        >
          {say(jobButtons.stop)}
        </Button>
      )}
    </div>
  )
}
