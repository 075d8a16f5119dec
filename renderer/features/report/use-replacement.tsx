import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { reportPageTexts } from '../../../shared/messages/report-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { ReplacementDialog } from './replacement-dialog.tsx'
import type { WordsScope } from './report-words.tsx'

type Replacement = {
  /** What is chosen, in words; undefined where nothing could be replaced. */
  chosen: string | undefined
  ask: () => void
  dialog: ReactNode
}

/** What the next report of a kind takes the place of. */
export function useReplacement(scope: WordsScope): Replacement {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const kept = useQuery(queries.reports.replaced.queryOptions({ input: scope }))
  const isOffered = kept.data !== undefined && (kept.data.replaces !== null || kept.data.issued.length > 0)
  const number = kept.data?.replaces?.number
  return {
    chosen: !isOffered
      ? undefined
      : number === undefined
        ? say(reportPageTexts.replacement)
        : say(reportPageTexts.replacementIs, { number }),
    ask: () => setOpen(true),
    dialog: isOpen && kept.data && <ReplacementDialog scope={scope} choice={kept.data} onClose={() => setOpen(false)} />,
  }
}
