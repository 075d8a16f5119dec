import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Job, JobResult } from '../../../shared/contract/jobs.ts'
import { templateFileName } from '../../../shared/rules/template-file-name.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { useJob, type LiveJob } from '../../client/use-job.ts'

type Wanted = { code: string; name: string }

/** Writes one unit's workbook again: asks where to, starts the work, hands the file over. */
export function useUnitTemplate(period: string): {
  write: (unit: Wanted) => void
  live: LiveJob
  unit: Wanted | undefined
  trouble: unknown
} {
  const { queries, host } = useEngine()
  const [asked, setAsked] = useState<{ unit: Wanted; job: string }>()
  const [trouble, setTrouble] = useState<unknown>()
  const start = useMutation(queries.templates.write.mutationOptions())
  const handOver = (job: Job): void => {
    if (job.state !== 'done' || !asked) return
    const { files } = job.result as JobResult<'templates'>
    for (const { file } of files) host.deliver(file, templateFileName(period, asked.unit)).catch(setTrouble)
  }
  const live = useJob(asked?.job, handOver)
  const begin = async (unit: Wanted): Promise<void> => {
    setTrouble(undefined)
    const target = await host.chooseSaveFolder()
    if (!target) return
    const { jobId } = await start.mutateAsync({ period, units: [unit.code], ...target })
    setAsked({ unit, job: jobId })
  }
  return { write: (unit) => void begin(unit).catch(setTrouble), live, unit: asked?.unit, trouble }
}
