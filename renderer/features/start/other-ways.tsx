import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupDescription } from '../../../shared/contract/workspace.ts'
import { otherWayTexts } from '../../../shared/messages/start-page.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useJob } from '../../client/use-job.ts'
import { JobProgress } from '../../ui/job-progress.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RestoreDialog } from './restore-dialog.tsx'

export function OtherWays() {
  const { say } = useLanguage()
  const isAllowed = useAllowed()
  if (!isAllowed('workspace.openSample') && !isAllowed('workspace.restore')) return null
  return (
    <section className="other-ways" aria-label={say(otherWayTexts.title)}>
      {isAllowed('workspace.openSample') && <Sample />}
      {isAllowed('workspace.restore') && <Restore />}
    </section>
  )
}

/** Built the first time it is asked for; then the whole page shows it. */
function Sample() {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const { go } = usePlace()
  const queryClient = useQueryClient()
  const [building, setBuilding] = useState<string>()
  const open = useMutation(
    queries.workspace.openSample.mutationOptions({
      onSuccess: ({ jobId }) => {
        if (jobId !== null) return setBuilding(jobId)
        go('overview', { period: undefined })
        // Nothing of the office's own may be taken for the sample.
        void queryClient.resetQueries()
      },
    }),
  )
  const { job, stop } = useJob(building, ({ state }) => {
    if (state === 'done') open.mutate({})
  })
  const isBuilding = job?.state === 'running'
  return (
    <div>
      <Button variant="default" loading={open.isPending} disabled={isBuilding} onClick={() => open.mutate({})}>
        {say(otherWayTexts.sample)}
      </Button>
      <p className="muted">{say(otherWayTexts.sampleHow)}</p>
      {job && <JobProgress job={job} onStop={stop} />}
      {open.error && <Trouble error={open.error} />}
    </div>
  )
}

function Restore() {
  const { client, host } = useEngine()
  const { say } = useLanguage()
  const { set } = usePlace()
  const queryClient = useQueryClient()
  const [chosen, setChosen] = useState<{ file: string; backup: BackupDescription }>()
  const [unread, setUnread] = useState<string>()
  const describe = useMutation({
    mutationFn: async (file: string) => ({ file, backup: await client.workspace.describeBackup({ file }) }),
    onSuccess: setChosen,
  })
  const choose = async (): Promise<void> => {
    const { staged, unstaged } = await host.chooseFiles({ accept: '.tonghop' })
    const [missed] = unstaged
    setUnread(missed && say(missed.reason === 'too_large' ? otherWayTexts.tooLarge : otherWayTexts.unreadable, { name: missed.name }))
    if (staged[0]) describe.mutate(staged[0].file)
  }
  return (
    <div>
      <Button variant="default" loading={describe.isPending} onClick={() => void choose()}>
        {say(otherWayTexts.restore)}
      </Button>
      <p className="muted">{say(describe.isPending ? otherWayTexts.reading : otherWayTexts.restoreHow)}</p>
      {unread !== undefined && <Notice role="alert">{unread}</Notice>}
      {describe.error && <Trouble error={describe.error} />}
      {chosen && (
        <RestoreDialog
          {...chosen}
          onClose={() => setChosen(undefined)}
          onRestored={({ madeAt, keptAs }) => {
            setChosen(undefined)
            // It stands in the address, because everybody is signed out now and the page begins anew.
            set({ restored: madeAt, kept: keptAs ?? undefined, step: undefined, job: undefined, period: undefined })
            void queryClient.resetQueries()
          }}
        />
      )}
    </div>
  )
}

/** What a restore has done, also for who had to sign in again. */
export function RestoredNotice() {
  const { language, say } = useLanguage()
  const { params } = usePlace()
  const { restored, kept } = params
  if (restored === undefined || Number.isNaN(Date.parse(restored))) return null
  const at = printInstant(restored, language)
  return (
    <Notice role="status">
      {kept === undefined ? say(otherWayTexts.restored, { at }) : say(otherWayTexts.restoredKept, { at, file: kept })}
    </Notice>
  )
}
