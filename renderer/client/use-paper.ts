import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Job, JobResult } from '../../shared/contract/jobs.ts'
import type { PaperKind } from '../../shared/domain/review.ts'
import { paperFileNames } from '../../shared/messages/letter.ts'
import { useEngine } from './engine-provider.tsx'
import { useJob, type LiveJob } from './use-job.ts'

export type PaperWish = {
  kind: PaperKind
  /** Left out: every unit that it would go to. */
  units?: string[]
  withPending?: boolean
  newDue?: string
  contact?: string
}

/** Has papers drawn, asks where to, and hands them over; `written` are those of the last time. */
export function usePaper(period: string): {
  write: (wish: PaperWish) => void
  live: LiveJob
  written: JobResult<'papers'> | undefined
  trouble: unknown
} {
  const { queries, host } = useEngine()
  const [job, setJob] = useState<string>()
  const [written, setWritten] = useState<JobResult<'papers'>>()
  const [trouble, setTrouble] = useState<unknown>()
  const start = useMutation(queries.letters.write.mutationOptions())
  const handOver = (ended: Job): void => {
    if (ended.state !== 'done') return
    const result = ended.result as JobResult<'papers'>
    setWritten(result)
    const { archive, files } = result
    const one = archive === undefined ? files.map(({ file, name }) => ({ file, name })) : [{ file: archive, name: `${period}.zip` }]
    for (const { file, name } of one) host.deliver(file, name).catch(setTrouble)
  }
  const live = useJob(job, handOver)
  const begin = async (wish: PaperWish): Promise<void> => {
    setTrouble(undefined)
    setWritten(undefined)
    const isOne = wish.kind === 'urging' || wish.units?.length === 1
    const name = paperFileNames[wish.kind].replace('{period}', period).replace('{unit}', wish.units?.[0]?.split('.').at(-1) ?? '')
    const target = isOne ? await host.chooseSaveTarget(name.replace('_lan-{round}', '')) : await host.chooseSaveFolder()
    if (!target) return
    const { jobId } = await start.mutateAsync({ period, ...wish, ...target, ...(isOne ? {} : { isFolder: true }) })
    setJob(jobId)
  }
  return { write: (wish) => void begin(wish).catch(setTrouble), live, written, trouble }
}
