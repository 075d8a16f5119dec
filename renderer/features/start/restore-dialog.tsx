import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { BackupDescription } from '../../../shared/contract/workspace.ts'
import { restoreTexts } from '../../../shared/messages/start-page.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useLanguage } from '../../ui/language.tsx'

type RestoreDialogProps = {
  file: string
  backup: BackupDescription
  onClose: () => void
  onRestored: (done: { madeAt: string; keptAs: string | null }) => void
}

/** What would be gone is said before anything is touched. */
export function RestoreDialog({ file, backup, onClose, onRestored }: RestoreDialogProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const restore = useMutation(queries.workspace.restore.mutationOptions({ onSuccess: onRestored }))
  const { missing } = backup
  const parts = (['submissions', 'adjustments', 'others'] as const).flatMap((kind) =>
    missing !== null && missing[kind] > 0 ? [say(restoreTexts[kind], { count: formatSmallCount(missing[kind], language) })] : [],
  )
  const what = parts.length > 1 ? `${parts.slice(0, -1).join(', ')}${say(restoreTexts.and)}${parts.at(-1) ?? ''}` : parts.join('')
  return (
    <Dialog
      title={say(restoreTexts.title, { at: printInstant(backup.madeAt, language) })}
      // What has begun is finished; there is nothing to go back to in between.
      onClose={() => {
        if (!restore.isPending) onClose()
      }}
      onSubmit={() => {
        if (!restore.isPending) restore.mutate({ file })
      }}
      trouble={restore.error ? <Trouble error={restore.error} /> : undefined}
      buttons={
        <>
          <Button type="submit" loading={restore.isPending}>
            {say(restoreTexts.restore)}
          </Button>
          <Button variant="default" disabled={restore.isPending} onClick={onClose} data-autofocus>
            {say(restoreTexts.later)}
          </Button>
        </>
      }
    >
      <p>{say(restoreTexts.from, { name: backup.name, actor: backup.actor })}</p>
      {!backup.isSameWorkspace && !backup.isHereEmpty && <p>{say(restoreTexts.other)}</p>}
      <p>
        {missing === null
          ? say(restoreTexts.damaged)
          : backup.isHereEmpty
            ? say(restoreTexts.empty)
            : parts.length > 0
              ? say(restoreTexts.gone, { what })
              : say(restoreTexts.nothingGone)}
      </p>
      <p>{say(restoreTexts.sessions)}</p>
      {restore.isPending && <p role="status">{say(restoreTexts.restoring)}</p>}
    </Dialog>
  )
}
