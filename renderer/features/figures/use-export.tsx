import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { JobResult } from '../../../shared/contract/jobs.ts'
import { figuresTexts } from '../../../shared/messages/figures-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { useJob } from '../../client/use-job.ts'
import { useLanguage } from '../../ui/language.tsx'
import { nameRow, type TableView } from './table-view.ts'

/**
 * Writes the table as it is shown into a workbook: asks where, starts the job, hands the file over when it is done. The job
 * stands in the address, so that a reload still shows it.
 */
export function useExport(period: string, view: TableView) {
  const { queries, host } = useEngine()
  const { language, say } = useLanguage()
  const { params, set } = usePlace()
  const [trouble, setTrouble] = useState<unknown>()
  const name = say(figuresTexts.fileName, { period })
  const start = useMutation(queries.figures.exportGrid.mutationOptions())
  const { job, stop } = useJob(params['job'], (ended) => {
    if (ended.state === 'done' && ended.result !== null) host.deliver((ended.result as JobResult<'grid'>).file, name).catch(setTrouble)
  })
  const write = async (): Promise<void> => {
    setTrouble(undefined)
    const target = await host.chooseSaveTarget(name)
    if (!target) return
    const rows = view.rows.map((row) => (row.kind === 'unit' ? view.units.codes[row.place]! : `=${nameRow(view, row, language)}`))
    const columns = view.columns.map(({ id }) => id)
    const { jobId } = await start.mutateAsync({ period, language, columns, rows, ...target })
    set({ job: jobId }, { replace: true })
  }
  const isBusy = start.isPending || job?.state === 'running'
  return { job, stop, trouble, isBusy, run: () => void write().catch(setTrouble) }
}
