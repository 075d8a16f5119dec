import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Job, JobResult } from '../../../shared/contract/jobs.ts'
import { sendOutTexts } from '../../../shared/messages/start-page.ts'
import { templateFileName } from '../../../shared/rules/template-file-name.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useJob } from '../../client/use-job.ts'
import { JobProgress } from '../../ui/job-progress.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'

/** The workbooks of a period, into a folder or as one download; its job stands in the address. */
export function SendOut({ period, isDone }: { period: string; isDone: boolean }) {
  const { queries, host } = useEngine()
  const { say } = useLanguage()
  const { params, set } = usePlace()
  const isAllowed = useAllowed()
  const [trouble, setTrouble] = useState<unknown>()
  const write = useMutation(queries.templates.write.mutationOptions())
  const handOver = (ended: Job): void => {
    if (ended.state !== 'done' || ended.kind !== 'templates') return
    const { files, archive } = ended.result as JobResult<'templates'>
    const [only] = files
    if (archive !== undefined) host.deliver(archive, say(sendOutTexts.archiveName, { period })).catch(setTrouble)
    else if (only && files.length === 1) host.deliver(only.file, templateFileName(period, null)).catch(setTrouble)
  }
  const { job, stop } = useJob(params['job'], handOver)
  const start = async (only: 'units' | 'common'): Promise<void> => {
    setTrouble(undefined)
    const target = await host.chooseSaveFolder()
    if (!target) return
    const { jobId } = await write.mutateAsync({ period, only, ...target })
    set({ job: jobId }, { replace: true })
  }
  if (!isAllowed('templates.write')) return null
  const isBusy = write.isPending || job?.state === 'running'
  return (
    <>
      <p className="muted">{say(sendOutTexts.how)}</p>
      <div className="start-actions">
        <Button variant={isDone ? 'default' : 'filled'} disabled={isBusy} onClick={() => void start('units').catch(setTrouble)}>
          {say(sendOutTexts.units)}
        </Button>
        <Button variant="default" disabled={isBusy} onClick={() => void start('common').catch(setTrouble)}>
          {say(sendOutTexts.common)}
        </Button>
      </div>
      {job?.kind === 'templates' && <JobProgress job={job} onStop={stop} />}
      {trouble !== undefined && <Trouble error={trouble} />}
    </>
  )
}

/** Denominators known from a list of the federation or a department; nobody has to have one. */
export function KnownDenominators({ period }: { period: string }) {
  const { queries, host } = useEngine()
  const { language, say } = useLanguage()
  const isAllowed = useAllowed()
  const take = useMutation(queries.periods.registerCounts.mutationOptions())
  if (!isAllowed('periods.registerCounts')) return null
  const choose = async (): Promise<void> => {
    const { staged } = await host.chooseFiles({ accept: '.xlsx' })
    if (staged[0]) take.mutate({ period, file: staged[0].file })
  }
  return (
    <>
      <p className="muted">{say(sendOutTexts.denominatorsHow)}</p>
      <div className="start-actions">
        <Button variant="default" loading={take.isPending} onClick={() => void choose()}>
          {say(sendOutTexts.denominators)}
        </Button>
      </div>
      {take.error && <Trouble error={take.error} />}
      {take.data && (
        <Notice role="status">
          {say(sendOutTexts.denominatorsDone, {
            counts: formatSmallCount(take.data.counts, language),
            units: formatSmallCount(take.data.units, language),
          })}
        </Notice>
      )}
    </>
  )
}
