import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { inboxSettingTexts as texts } from '../../../shared/messages/inbox-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'

/** Which folder is watched, and whether sticks are told of. */
export function InboxSection() {
  const { queries, host } = useEngine()
  const { say } = useLanguage()
  const isAllowed = useAllowed()
  const [isChoosing, setChoosing] = useState(false)
  const mayChange = isAllowed('inbox.update')
  const status = useQuery(queries.inbox.status.queryOptions({ input: {} }))
  const update = useMutation(queries.inbox.update.mutationOptions({ onSuccess: () => setChoosing(false) }))
  if (status.error) return <Trouble error={status.error} />
  if (!status.data) return <Waiting />
  const { folder, watchesMedia } = status.data
  const chooseInWindow = async (): Promise<void> => {
    const { staged } = await host.chooseFolder()
    if (staged[0]) update.mutate({ folder: staged[0].file })
  }
  return (
    <div className="panel panel-body inbox-section">
      <p className="quiet">{say(texts.about)}</p>
      <p>
        {say(texts.folder)}: <strong data-inbox="folder">{folder?.place ?? say(texts.none)}</strong>
      </p>
      {mayChange && (
        <p className="inbox-buttons">
          <Button variant="default" onClick={() => (host.kind === 'window' ? void chooseInWindow() : setChoosing(true))}>
            {say(texts.choose)}
          </Button>
          {folder && (
            <Button variant="subtle" onClick={() => update.mutate({ folder: null })}>
              {say(texts.stop)}
            </Button>
          )}
        </p>
      )}
      {isChoosing && <FolderChooser onChoose={(file) => update.mutate({ folder: file })} onLeave={() => setChoosing(false)} />}
      {update.error && <Trouble error={update.error} />}
      <Checkbox
        label={say(texts.media)}
        checked={watchesMedia}
        disabled={!mayChange || update.isPending}
        onChange={(event) => update.mutate({ watchesMedia: event.currentTarget.checked })}
      />
    </div>
  )
}

type FolderChooserProps = { onChoose: (file: string) => void; onLeave: () => void }

/** A browser hands over bytes and no folder: those of the machine that runs the application are offered one level at a time. */
function FolderChooser({ onChoose, onLeave }: FolderChooserProps) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const [way, setWay] = useState<readonly { file: string; name: string }[]>([])
  const under = way.at(-1)
  const folders = useQuery(queries.inbox.folders.queryOptions({ input: under ? { under: under.file } : {} }))
  return (
    <section aria-label={say(texts.offered)} data-inbox="folders">
      <h3>{say(texts.offered)}</h3>
      <p>{[say(texts.home), ...way.map(({ name }) => name)].join(' › ')}</p>
      {folders.error && <Trouble error={folders.error} />}
      {folders.data?.length === 0 && <p className="quiet">{say(texts.noFolders)}</p>}
      <ul className="inbox-folders">
        {folders.data?.map((folder) => (
          <li key={folder.file}>
            <Button variant="subtle" aria-label={say(texts.open, { name: folder.name })} onClick={() => setWay([...way, folder])}>
              {folder.name}
            </Button>
          </li>
        ))}
      </ul>
      <p className="inbox-buttons">
        {under && <Button onClick={() => onChoose(under.file)}>{say(texts.use)}</Button>}
        <Button variant="default" onClick={() => (under ? setWay(way.slice(0, -1)) : onLeave())}>
          {say(texts.leave)}
        </Button>
      </p>
    </section>
  )
}
