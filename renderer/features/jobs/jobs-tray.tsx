import { Popover, RingProgress, UnstyledButton } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { ListTodo } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Job } from '../../../shared/contract/jobs.ts'
import { trayTexts } from '../../../shared/messages/jobs.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { describeEnd, nameJob } from '../../ui/describe-job.ts'
import { JobProgress } from '../../ui/job-progress.tsx'
import { useLanguage } from '../../ui/language.tsx'
import './jobs-tray.css'
import { ResultFile } from './result-file.tsx'
import { resultFileOf } from './result-file-of.ts'
import { useRecentJobs } from '../../client/use-recent-jobs.ts'

const mostShown = 12

type KeptFile = { file: string; name: string }

/** Long work wherever one is: how much runs, how far it is, how it ended. */
export function JobsTray() {
  const { language, say } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const [told, setTold] = useState('')
  const [seen] = useState(() => new Set<string>())
  const { jobs, error } = useRecentJobs((job) => {
    const name = nameJob(job.kind, language)
    if (job.state !== 'running') setTold(say(trayTexts.ended, { job: name, outcome: describeEnd(job, language) }))
    else if (!seen.has(job.id)) setTold(say(trayTexts.started, { job: name }))
    seen.add(job.id)
  })
  const list = useRef<HTMLDivElement>(null)
  // The button that had the focus is gone with the work it stopped; the keys must not go with it.
  useEffect(() => {
    if (isOpen && document.activeElement === document.body) list.current?.focus()
  }, [isOpen, jobs])
  // In between, the key arrives at the document.
  useWindowEvent('keydown', (event) => {
    if (isOpen && event.key === 'Escape' && !event.isComposing && document.activeElement === document.body) setOpen(false)
  })
  const running = jobs.filter(({ state }) => state === 'running')
  const label = running.length === 0 ? say(trayTexts.none) : say(trayTexts.some, { count: formatSmallCount(running.length, language) })
  return (
    <>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-end" shadow="md" width="min(30rem, 94vw)" trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton className="tray-button" aria-label={label} title={label} onClick={() => setOpen((was) => !was)}>
            {running.length > 0 ? (
              <>
                <RingProgress size={26} thickness={4} aria-hidden sections={[{ value: percentOf(running), color: 'var(--accent)' }]} />
                <span>{formatSmallCount(running.length, language)}</span>
              </>
            ) : (
              <ListTodo size={20} aria-hidden />
            )}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={say(trayTexts.title)}>
          <div className="tray" tabIndex={0} role="group" aria-label={say(trayTexts.title)} ref={list}>
            <TrayContent jobs={jobs} error={error} />
          </div>
        </Popover.Dropdown>
      </Popover>
      <span className="unseen" role="status" data-told="jobs">
        {told}
      </span>
    </>
  )
}

/** Of all that runs together; a job that does not know yet how much there is counts as not begun. */
const percentOf = (running: readonly Job[]): number =>
  running.reduce((sum, { done, total }) => sum + (total === 0 ? 0 : (100 * done) / total), 0) / running.length

function TrayContent({ jobs, error }: { jobs: readonly Job[]; error: unknown }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  // What is not there any more, as after a new start, is not offered.
  const files = jobs.flatMap((job) => resultFileOf(job) ?? [])
  const kept = useQuery(queries.files.listKept.queryOptions({ input: files.length > 0 ? { files } : skipToken }))
  const keptOf = (job: Job): KeptFile | undefined => kept.data?.find(({ file }) => file === resultFileOf(job))
  if (error) return <Trouble error={error} />
  const running = jobs.filter(({ state }) => state === 'running')
  const ended = jobs.filter(({ state }) => state !== 'running')
  if (jobs.length === 0) return <p className="tray-empty">{say(trayTexts.empty)}</p>
  return (
    <>
      {running.length > 0 && (
        <section aria-labelledby="tray-running">
          <h2 id="tray-running">{say(trayTexts.running)}</h2>
          <ul>
            {running.map((job) => (
              <TrayJob key={job.id} job={job} file={undefined} />
            ))}
          </ul>
        </section>
      )}
      {ended.length > 0 && (
        <section aria-labelledby="tray-ended">
          <h2 id="tray-ended">{say(trayTexts.recent)}</h2>
          <ul>
            {ended.slice(0, mostShown).map((job) => (
              <TrayJob key={job.id} job={job} file={keptOf(job)} />
            ))}
          </ul>
          {ended.length > mostShown && <p className="tray-empty">{say(trayTexts.older)}</p>}
        </section>
      )}
    </>
  )
}

function TrayJob({ job, file }: { job: Job; file: KeptFile | undefined }) {
  const { language, say } = useLanguage()
  const { queries } = useEngine()
  const isAllowed = useAllowed()
  const cancel = useMutation(queries.jobs.cancel.mutationOptions())
  return (
    <li data-state={job.state}>
      <strong>{nameJob(job.kind, language)}</strong>
      <span className="tray-by">{say(trayTexts.by, { actor: job.actor, at: printInstant(job.startedAt, language) })}</span>
      <div className="tray-outcome">
        <JobProgress job={job} onStop={isAllowed('jobs.cancel') ? () => cancel.mutate({ id: job.id }) : undefined} isQuiet />
        {file && <ResultFile file={file.file} name={file.name} />}
      </div>
      {cancel.error !== null && <Trouble error={cancel.error} />}
    </li>
  )
}
