import { useMutation } from '@tanstack/react-query'
import type { JobResult } from '../../../shared/contract/jobs.ts'
import type { ReportKind } from '../../../shared/domain/programme.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { useJob, type LiveJob } from '../../client/use-job.ts'

export type DraftBuilder = LiveJob & { build: (kind: ReportKind) => void; isBuilding: boolean }

/** Building is a job that goes on without this page; its id stands in the address until it is done, then the draft's. */
export function useDraftBuilder(period: string, onBuilt: (report: string) => void): DraftBuilder {
  const { queries } = useEngine()
  const { params, set } = usePlace()
  const start = useMutation(queries.reports.build.mutationOptions({ onSuccess: ({ jobId }) => set({ job: jobId }, { replace: true }) }))
  const live = useJob(params['job'], (job) => {
    if (job.state !== 'done') return
    const { report } = job.result as JobResult<'report'>
    set({ job: undefined, report, pageNumber: undefined })
    onBuilt(report)
  })
  return {
    ...live,
    error: start.error ?? live.error,
    build: (kind) => start.mutate({ period, kind }),
    isBuilding: start.isPending || live.job?.state === 'running',
  }
}
