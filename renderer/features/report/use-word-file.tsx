import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ReportKind } from '../../../shared/domain/programme.ts'
import { reportButtons } from '../../../shared/messages/report-page.ts'
import { wordsTexts } from '../../../shared/messages/report-words-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { pagesAgain } from './pages-again.ts'

type WordFile = {
  write: () => void
  takeIn: () => void
  isBusy: boolean
  /** What did not go as asked. */
  trouble: ReactNode
}

/** The draft of today's figures goes out as a Word file and is taken in again after it was edited elsewhere. */
export function useWordFile(scope: { period: string; kind: ReportKind }): WordFile {
  const { client, host } = useEngine()
  const { say } = useLanguage()
  const { set } = usePlace()
  const write = useMutation({
    mutationFn: async () => {
      const target = await host.chooseSaveTarget(say(reportButtons.wordName, { period: scope.period }))
      if (!target) return
      const { file, name } = await client.reports.word({ ...scope, ...target })
      await host.deliver(file, name)
    },
  })
  const choose = useMutation({
    mutationFn: () => host.chooseFiles({ accept: '.docx' }),
    onSuccess: ({ staged }) => {
      if (staged[0]) set({ ...pagesAgain, words: 'word', word: staged[0].file })
    },
  })
  const error = write.error ?? choose.error
  return {
    write: () => write.mutate(),
    takeIn: () => choose.mutate(),
    isBusy: write.isPending || choose.isPending,
    trouble: (
      <>
        {choose.data && choose.data.unstaged.length > 0 && <Notice role="status">{say(wordsTexts.wordUnread)}</Notice>}
        {error && <Trouble error={error} />}
      </>
    ),
  }
}
