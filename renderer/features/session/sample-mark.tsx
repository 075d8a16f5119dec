import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { frameTexts } from '../../../shared/messages/page.ts'
import { accountMenuTexts } from '../../../shared/messages/session-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { useSession } from '../../client/use-session.ts'
import { useLanguage } from '../../ui/language.tsx'
import './account-menu.css'

/** On every page and print: this is not the office's own data. Before the first account only the prints need to be told so. */
export function SampleMark() {
  const { say } = useLanguage()
  const session = useSession()
  if (session?.isSample === true) return <span className="sample">{say(frameTexts.sample)}</span>
  const isTrial = session?.allowed.includes('accounts.createFirst') === true
  return isTrial ? <span className="trial-mark">{say(accountMenuTexts.trial)}</span> : null
}

/** The way back from the sample; it stands above the pages, because the strip has no room for it. */
export function LeaveSample() {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const { go } = usePlace()
  const queryClient = useQueryClient()
  const session = useSession()
  const leave = useMutation(
    queries.workspace.leaveSample.mutationOptions({
      onSuccess: () => {
        go('start', { period: undefined })
        // Nothing of the sample may be seen as the office's own, not even while it is asked for.
        void queryClient.resetQueries()
      },
    }),
  )
  if (session?.isSample !== true || !session.allowed.includes('workspace.leaveSample')) return null
  return (
    <Button className="leave-sample" variant="default" size="sm" loading={leave.isPending} onClick={() => leave.mutate({})}>
      {say(accountMenuTexts.leaveSample)}
    </Button>
  )
}
