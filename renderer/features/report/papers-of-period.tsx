import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { FolderDown } from 'lucide-react'
import { paperTexts, signOffButtons } from '../../../shared/messages/sign-off-page.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'

/** Everything that is kept of a period's reports: a folder in the window, one archive in a browser. */
export function PapersOfPeriod({ period }: { period: string }) {
  const { client, host } = useEngine()
  const { language, say } = useLanguage()
  const hand = useMutation({
    mutationFn: async () => {
      const target = await host.chooseSaveFolder()
      if (!target) return undefined
      const exported = await client.reports.exportPapers({ period, ...target })
      if (target.target === undefined && exported.file !== undefined) await host.deliver(exported.file, exported.name)
      return exported
    },
  })
  const damaged = hand.data?.files.filter(({ state }) => state === 'damaged') ?? []
  return (
    <>
      <Button variant="default" leftSection={<FolderDown size={18} aria-hidden />} disabled={hand.isPending} onClick={() => hand.mutate()}>
        {say(signOffButtons.exportAll)}
      </Button>
      {hand.data && (
        <p className="quiet" role="status">
          {say(paperTexts.exported, { count: formatSmallCount(hand.data.files.length - damaged.length, language) })}
        </p>
      )}
      {damaged.length > 0 && <Notice role="alert">{say(paperTexts.damaged, { names: damaged.map(({ name }) => name).join(', ') })}</Notice>}
      {hand.error !== null && <Trouble error={hand.error} />}
    </>
  )
}
