import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { callChannels, type CallChannel } from '../../../shared/domain/review.ts'
import { contactPageTexts } from '../../../shared/messages/contact-page.ts'
import { letterTexts } from '../../../shared/messages/letter.ts'
import { callChannelTexts } from '../../../shared/messages/review.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useSession } from '../../client/use-session.ts'
import { useLanguage } from '../../ui/language.tsx'
import { usePanelFocus } from '../../ui/use-panel-focus.ts'
import { Waiting } from '../../ui/waiting.tsx'

type Unit = { code: string; name: string }
type ContactPanelProps = { period: string; unit: Unit; onClose: () => void }

const parts = ['office', 'phone', 'email', 'clerk'] as const
type Reach = Record<(typeof parts)[number], string>
const nothing: Reach = { office: '', phone: '', email: '', clerk: '' }

/** Beside the list: how a unit's office is reached, who looks after it here, what was said to it and what was sent. */
export function ContactPanel({ period, unit, onClose }: ContactPanelProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const isAllowed = useAllowed()
  const head = usePanelFocus<HTMLHeadingElement>()
  const contacts = useQuery(queries.contacts.list.queryOptions({ input: { period } }))
  const letters = useQuery(queries.letters.list.queryOptions({ input: { period } }))
  const calls = contacts.data?.calls.filter((call) => call.unit === unit.code) ?? []
  const sent = letters.data?.filter(({ units }) => units.includes(unit.code)) ?? []
  return (
    <aside className="contact-panel" aria-labelledby="contact-unit">
      <header>
        <h2 id="contact-unit" tabIndex={-1} ref={head}>
          {unit.name}
        </h2>
        <Button size="compact-md" variant="subtle" onClick={onClose}>
          {say(contactPageTexts.close)}
        </Button>
      </header>
      {contacts.error && <Trouble error={contacts.error} />}
      {!contacts.data && !contacts.error && <Waiting />}
      {contacts.data && (
        <>
          <ReachForm
            known={contacts.data.desks.find((desk) => desk.unit === unit.code) ?? nothing}
            unit={unit.code}
            canWrite={isAllowed('contacts.update')}
          />
          <h3>{say(contactPageTexts.log)}</h3>
          {isAllowed('contacts.call') && <CallForm period={period} unit={unit.code} />}
          {calls.length === 0 && <p className="quiet">{say(contactPageTexts.noCalls)}</p>}
          <ul className="calls">
            {calls.map(({ id, channel, text, actor, at }) => (
              <li key={id}>
                {text}
                <span className="quiet">
                  {say(contactPageTexts.by, { channel: say(callChannelTexts[channel]), actor, at: printInstant(at, language) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {sent.length > 0 && (
        <>
          <h3>{say(contactPageTexts.letters)}</h3>
          <ul className="calls">
            {sent.map(({ id, kind, round, at }) => (
              <li key={id}>
                {say(contactPageTexts.letter, {
                  paper: say(letterTexts[kind]),
                  round: formatSmallCount(round, language),
                  at: printInstant(at, language),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  )
}

function ReachForm({ known, unit, canWrite }: { known: Reach; unit: string; canWrite: boolean }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const session = useSession()
  // What is typed stays until it is saved, whatever is looked at meanwhile.
  const [typed, setTyped, forget] = useSessionStorage<Partial<Reach>>({
    key: `tonghop.contact/${unit}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  })
  const save = useMutation(queries.contacts.update.mutationOptions({ onSuccess: () => forget() }))
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (!save.isPending) save.mutate({ unit, ...typed })
  }
  const isTyped = Object.keys(typed).length > 0
  const actor = session?.actor ?? ''
  return (
    <form onSubmit={submit} aria-label={say(contactPageTexts.reach)}>
      <h3>{say(contactPageTexts.reach)}</h3>
      {parts.map((part) => (
        <TextInput
          key={part}
          label={say(contactPageTexts[part])}
          maxLength={200}
          readOnly={!canWrite}
          value={typed[part] ?? known[part]}
          onChange={(event) => setTyped({ ...typed, [part]: event.currentTarget.value })}
        />
      ))}
      {canWrite && (
        <div className="contact-buttons">
          <Button type="submit" disabled={!isTyped} loading={save.isPending}>
            {say(contactPageTexts.save)}
          </Button>
          {actor !== '' && (typed.clerk ?? known.clerk) !== actor && (
            <Button variant="default" onClick={() => save.mutate({ unit, ...typed, clerk: actor })}>
              {say(contactPageTexts.toMe)}
            </Button>
          )}
          <span role="status">{save.isSuccess && !isTyped && say(contactPageTexts.saved)}</span>
        </div>
      )}
      {save.error && <Trouble error={save.error} />}
    </form>
  )
}

function CallForm({ period, unit }: { period: string; unit: string }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const [draft, setDraft, forget] = useSessionStorage<{ channel: CallChannel; text: string }>({
    key: `tonghop.call/${period}/${unit}`,
    defaultValue: { channel: 'phone', text: '' },
    getInitialValueInEffect: false,
  })
  const [isTried, setTried] = useState(false)
  const record = useMutation(
    queries.contacts.call.mutationOptions({
      onSuccess: () => {
        forget()
        setTried(false)
      },
    }),
  )
  const isEmpty = draft.text.trim() === ''
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!isEmpty && !record.isPending) record.mutate({ period, unit, ...draft })
  }
  return (
    <form onSubmit={submit} aria-label={say(contactPageTexts.record)}>
      <NativeSelect
        label={say(contactPageTexts.channel)}
        value={draft.channel}
        onChange={(event) => setDraft({ ...draft, channel: event.currentTarget.value as CallChannel })}
        data={callChannels.map((channel) => ({ value: channel, label: say(callChannelTexts[channel]) }))}
      />
      <Textarea
        label={say(contactPageTexts.said)}
        autosize
        maxLength={2000}
        value={draft.text}
        onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
        error={isTried && isEmpty ? say(contactPageTexts.saidMissing) : undefined}
      />
      <Button type="submit" variant="default" loading={record.isPending}>
        {say(contactPageTexts.record)}
      </Button>
      {record.error && <Trouble error={record.error} />}
    </form>
  )
}
