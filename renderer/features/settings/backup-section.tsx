import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Job, JobResult } from '../../../shared/contract/jobs.ts'
import { backupPageTexts } from '../../../shared/messages/settings.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatBytes } from '../../../shared/vietnamese/format-bytes.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { PlaceLink, usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useJob } from '../../client/use-job.ts'
import { JobProgress } from '../../ui/job-progress.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'

/** The last copy that was read back, and one button for the next. */
export function BackupSection() {
  const { queries, host } = useEngine()
  const { language, say } = useLanguage()
  const { params, set } = usePlace()
  const isAllowed = useAllowed()
  const [trouble, setTrouble] = useState<unknown>()
  const last = useQuery(queries.trust.lastBackup.queryOptions({ input: {} }))
  const workspace = useQuery(queries.workspace.describe.queryOptions({ input: {} }))
  const start = useMutation(queries.trust.backup.mutationOptions())
  const handOver = (ended: Job): void => {
    if (ended.state !== 'done') return
    const { file } = ended.result as JobResult<'backup'>
    host.deliver(file, suggestedName(ended.startedAt)).catch(setTrouble)
  }
  const { job, stop } = useJob(params['job'], handOver)
  if (last.error) return <Trouble error={last.error} />
  if (last.data === undefined || !workspace.data) return <Waiting />

  const backUp = async (): Promise<void> => {
    setTrouble(undefined)
    const target = await host.chooseSaveTarget(suggestedName(new Date().toISOString()))
    if (!target) return
    const { jobId } = await start.mutateAsync(target)
    set({ job: jobId }, { replace: true })
  }
  const { data } = last
  const words =
    data === null
      ? say(backupPageTexts.none)
      : say(data.verified ? backupPageTexts.last : backupPageTexts.lastUnverified, {
          name: data.name,
          at: printInstant(data.at, language),
          size: formatBytes(data.bytes, language),
        })
  return (
    <div className="panel panel-body backup">
      <p className="standing-words">{words}</p>
      <p>{say(backupPageTexts.how)}</p>
      {isAllowed('trust.backup') && (
        <div className="row-actions">
          <Button loading={start.isPending} disabled={job?.state === 'running'} onClick={() => void backUp().catch(setTrouble)}>
            {say(backupPageTexts.now)}
          </Button>
          {job && <JobProgress job={job} onStop={stop} />}
        </div>
      )}
      {trouble !== undefined && <Trouble error={trouble} />}
      <h2>{say(backupPageTexts.restore)}</h2>
      <p>
        {say(backupPageTexts.restoreHow)} <PlaceLink page="start">{say(backupPageTexts.toStart)}</PlaceLink>
      </p>
    </div>
  )
}

/** `tonghop-2026-06-24.tonghop`: the day is what one looks for among ten of them. */
const suggestedName = (instant: string): string => `tonghop-${instant.slice(0, 10)}.tonghop`
