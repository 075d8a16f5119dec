import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { channels, type Channel } from '../../../shared/domain/submission.ts'
import { channelTexts } from '../../../shared/messages/channel.ts'
import { intakeTexts } from '../../../shared/messages/intake-page.ts'
import { useLanguage } from '../../ui/language.tsx'
import { printReceivedAt, readReceivedAt } from './received-at.ts'

const storageKey = 'tonghop.intake.channel'
const everyMinuteMs = 15_000

export type BatchFields = {
  channel: Channel
  /** As typed; undefined while nobody has touched it: then it is the present time. */
  typed: string | undefined
  /** Undefined where what was typed is no moment, or one to come. */
  receivedAt: string | undefined
  trouble: 'receivedWrong' | 'receivedLater' | undefined
  setTyped: (text: string | undefined) => void
  setChannel: (channel: Channel) => void
}

const isChannel = (text: string | null): text is Channel => channels.some((channel) => channel === text)

/** When and how a batch came: now, and the way of the last time, unless somebody says otherwise. */
export function useBatchFields(): BatchFields {
  const [channel, setChannel] = useState<Channel>(() => {
    const last = localStorage.getItem(storageKey)
    return isChannel(last) ? last : 'usb'
  })
  const [typed, setTyped] = useState<string>()
  const receivedAt = typed === undefined ? undefined : readReceivedAt(typed)
  const isLater = receivedAt !== undefined && Date.parse(receivedAt) > endOfToday()
  return {
    channel,
    typed,
    receivedAt,
    trouble: typed === undefined ? undefined : receivedAt === undefined ? 'receivedWrong' : isLater ? 'receivedLater' : undefined,
    setTyped,
    setChannel: (chosen) => {
      localStorage.setItem(storageKey, chosen)
      setChannel(chosen)
    },
  }
}

/** A day alone means its last moment, and today is not over yet. */
const endOfToday = (): number => Date.now() + 24 * 3_600_000

export function BatchFieldsRow({ fields }: { fields: BatchFields }) {
  const { say } = useLanguage()
  const now = useNow()
  const example = printReceivedAt(new Date(now).toISOString())
  return (
    <div className="batch-fields">
      <TextInput
        label={say(intakeTexts.receivedAt)}
        title={say(intakeTexts.receivedHint)}
        value={fields.typed ?? example}
        error={fields.trouble && say(intakeTexts[fields.trouble], { example })}
        onChange={(event) => fields.setTyped(event.currentTarget.value)}
        onBlur={() => fields.typed?.trim() === '' && fields.setTyped(undefined)}
      />
      {fields.typed !== undefined && (
        <Button variant="subtle" size="compact-md" onClick={() => fields.setTyped(undefined)}>
          {say(intakeTexts.receivedNow)}
        </Button>
      )}
      <NativeSelect
        label={say(intakeTexts.channel)}
        value={fields.channel}
        onChange={(event) => fields.setChannel(event.currentTarget.value as Channel)}
        data={channels.map((channel) => ({ value: channel, label: say(channelTexts[channel]) }))}
      />
    </div>
  )
}

function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMinuteMs)
    return () => clearInterval(timer)
  }, [])
  return now
}
