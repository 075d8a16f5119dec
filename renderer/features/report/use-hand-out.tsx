import { useState } from 'react'
import { useEngine } from '../../client/engine-provider.tsx'
import type { ReportEntry } from '../../../shared/contract/reports.ts'

type HandOut = {
  save: () => void
  print: () => void
  /** The page that is being laid out for the printer. */
  printing: { page: number; pages: number } | undefined
  error: unknown
}

/** The kept file itself goes out, never a new one: what was read is what is saved and printed. */
export function useHandOut({ report, kind, period }: ReportEntry, bytes: Uint8Array | undefined): HandOut {
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

  const save = async (): Promise<void> => {
    const target = await host.chooseSaveTarget(`bao-cao-${kind}-${period}.pdf`)
    if (!target) return
    const { file, name } = await client.reports.save({ report, ...target })
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

  return { save: () => void attempt(save), print: () => void attempt(print), printing, error }
}
