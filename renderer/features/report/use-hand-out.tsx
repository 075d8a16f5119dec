import { useState } from 'react'
import type { PaperRole } from '../../../shared/domain/report-state.ts'
import type { ReportEntry } from '../../../shared/contract/reports.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { madePapers, type HandedOut } from './shown-paper.ts'

type HandOut = {
  save: (what: HandedOut) => void
  print: () => void
  /** The page that is being laid out for the printer. */
  printing: { page: number; pages: number } | undefined
  error: unknown
}

/** The kept file itself goes out, never a new one: what was read is what is saved and printed. */
export function useHandOut({ report }: Pick<ReportEntry, 'report'>, bytes?: Uint8Array): HandOut {
  const { client, host } = useEngine()
  const [printing, setPrinting] = useState<HandOut['printing']>()
  const [error, setError] = useState<unknown>()

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setError(undefined)
    try {
      await work()
    } catch (trouble) {
      setError(trouble)
    } finally {
      setPrinting(undefined)
    }
  }

  const save = async ({ paper, name: suggested }: HandedOut): Promise<void> => {
    const target = await host.chooseSaveTarget(suggested)
    if (!target) return
    const order = { report, ...target }
    const made = madePapers.find((one) => one === paper)
    const { file, name } = await (paper === 'draft'
      ? client.reports.save(order)
      : made
        ? client.reports[made](order)
        : client.reports.reprint({ ...order, role: paper as PaperRole }))
    await host.deliver(file, name)
  }

  const print = async (): Promise<void> => {
    if (!bytes) return
    const { printPdf } = await import('../../ui/print-pdf.ts')
    await printPdf(
      bytes,
      () => host.print(),
      (page, pages) => setPrinting({ page, pages }),
    )
  }

  return { save: (what) => void attempt(() => save(what)), print: () => void attempt(print), printing, error }
}
