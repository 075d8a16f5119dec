import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { accountTableTexts } from '../../../shared/messages/settings.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useLanguage } from '../../ui/language.tsx'

const readMinutes = (text: string): number | undefined => {
  const minutes = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0
  return minutes >= 1 && minutes <= 240 ? minutes : undefined
}

/** After how long without a key or a click the screen is locked, for everybody. */
export function IdleSetting() {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const id = useId()
  const isAllowed = useAllowed()
  const settings = useQuery(queries.settings.get.queryOptions({ input: {} }))
  const [typed, setTyped] = useState<string>()
  const update = useMutation(queries.settings.update.mutationOptions({ onSuccess: () => setTyped(undefined) }))
  if (!settings.data || !isAllowed('settings.update')) return null
  const minutes = readMinutes(typed ?? '')
  const save = (): void => {
    if (minutes !== undefined) update.mutate({ idleMinutes: minutes })
  }
  return (
    <form
      className="idle"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <label htmlFor={id}>{say(accountTableTexts.idle)}</label>
      <TextInput
        id={id}
        inputMode="numeric"
        value={typed ?? String(settings.data.idleMinutes)}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={typed !== undefined && minutes === undefined && say(accountTableTexts.idleRange)}
      />
      <span>{say(accountTableTexts.minutes)}</span>
      {typed !== undefined && (
        <Button type="submit" variant="default" loading={update.isPending} disabled={minutes === undefined}>
          {say(accountTableTexts.save)}
        </Button>
      )}
      {update.error && <Trouble error={update.error} />}
    </form>
  )
}
