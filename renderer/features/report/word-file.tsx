import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { FileInput, FileText } from 'lucide-react'
import type { ReportKind } from '../../../shared/domain/programme.ts'
import { reportButtons } from '../../../shared/messages/report-page.ts'
import { wordsTexts } from '../../../shared/messages/report-words-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'

/** The draft of today's figures goes out as a Word file and is taken in again after it was edited elsewhere. */
export function WordFile({ scope }: { scope: { period: string; kind: ReportKind } }) {
  const { client, host } = useEngine()
  const { say } = useLanguage()
  const { set } = usePlace()
  const isAllowed = useAllowed()
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
      if (staged[0]) set({ words: 'word', word: staged[0].file, paragraph: undefined })
    },
  })
  return (
    <>
      <Button variant="default" leftSection={<FileText size={18} aria-hidden />} loading={write.isPending} onClick={() => write.mutate()}>
        {say(reportButtons.word)}
      </Button>
      {isAllowed('reportTexts.take') && (
        <Button
          variant="default"
          leftSection={<FileInput size={18} aria-hidden />}
          loading={choose.isPending}
          onClick={() => choose.mutate()}
        >
          {say(reportButtons.wordBack)}
        </Button>
      )}
      {choose.data && choose.data.unstaged.length > 0 && <Notice role="status">{say(wordsTexts.wordUnread)}</Notice>}
      {(write.error ?? choose.error) && <Trouble error={write.error ?? choose.error} />}
    </>
  )
}
