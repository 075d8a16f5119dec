import { Button, Checkbox, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { parseInstant } from '../../../shared/domain/instant.ts'
import { registerPageTexts } from '../../../shared/messages/register-page.ts'
import { urgeTexts } from '../../../shared/messages/urge-page.ts'
import { parseDay, printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { usePaper } from '../../client/use-paper.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { JobProgress } from '../../ui/job-progress.tsx'
import { useLanguage } from '../../ui/language.tsx'
import type { RegisterRow } from './register-rows.ts'

/** `25/6/2026 17:00`, or the day alone, which means its end; null where nothing is written. */
function readDue(text: string): string | null | undefined {
  const [first = '', second = ''] = text.trim().split(/\s+/u)
  if (first === '') return null
  const day = parseDay(first) ?? first
  return parseInstant(second === '' ? day : `${day} ${second}`, 'end')
}

/** **Lập công văn đôn đốc (lần n)**: the list is frozen when it is written; who waits is named only when asked to. */
export function UrgeDialog({ period, rows }: { period: string; rows: readonly RegisterRow[] }) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const isAllowed = useAllowed()
  const letters = useQuery(queries.letters.list.queryOptions({ input: { period } }))
  const paper = usePaper(period)
  const [isOpen, setOpen] = useState(false)
  const [due, setDue] = useState('')
  const [contact, setContact] = useState('')
  const [withPending, setWithPending] = useState(false)
  const [isTried, setTried] = useState(false)
  const missing = rows.filter(({ state }) => state === 'missing')
  const pending = rows.filter(({ state }) => state === 'pending')
  const newDue = readDue(due)
  const isPast = typeof newDue === 'string' && Date.parse(newDue) <= Date.now()
  const last = letters.data?.findLast(({ kind }) => kind === 'urging')
  const round = (last?.round ?? 0) + 1
  if (!isAllowed('letters.write') || missing.length + pending.length === 0) return null
  const submit = (): void => {
    setTried(true)
    if (newDue === undefined || isPast || (missing.length === 0 && !withPending)) return
    setOpen(false)
    paper.write({
      kind: 'urging',
      ...(newDue === null ? {} : { newDue }),
      ...(contact.trim() === '' ? {} : { contact: contact.trim() }),
      ...(withPending ? { withPending } : {}),
    })
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say(urgeTexts.open, { round })}</Button>
      {paper.live.job && paper.live.job.state !== 'done' && <JobProgress job={paper.live.job} onStop={paper.live.stop} />}
      {paper.trouble !== undefined && <Trouble error={paper.trouble} />}
      {last && (
        <span role="status">
          {say(urgeTexts.last, {
            round: last.round,
            at: printInstant(last.at, language),
            count: formatSmallCount(last.units.length, language),
          })}
        </span>
      )}
      {isOpen && (
        <Dialog
          title={say(urgeTexts.open, { round })}
          onClose={() => setOpen(false)}
          onSubmit={submit}
          buttons={
            <>
              <Button type="submit">{say(urgeTexts.write)}</Button>
              <Button variant="default" onClick={() => setOpen(false)}>
                {say(urgeTexts.leave)}
              </Button>
            </>
          }
        >
          <p>{say(urgeTexts.frozen, { count: formatSmallCount(missing.length, language) })}</p>
          {pending.length > 0 && (
            <>
              <p>
                {pending.length === 1
                  ? say(registerPageTexts.pendingOne, { unit: pending[0]!.name })
                  : say(registerPageTexts.pendingMany, { count: formatSmallCount(pending.length, language) })}
              </p>
              <Checkbox
                label={say(urgeTexts.withPending)}
                checked={withPending}
                onChange={(event) => setWithPending(event.currentTarget.checked)}
              />
            </>
          )}
          <TextInput
            label={say(urgeTexts.due)}
            data-autofocus
            value={due}
            onChange={(event) => setDue(event.currentTarget.value)}
            error={isTried && newDue === undefined ? say(urgeTexts.dueWrong) : isPast ? say(urgeTexts.duePast) : undefined}
          />
          <TextInput
            label={say(urgeTexts.contact)}
            maxLength={300}
            value={contact}
            onChange={(event) => setContact(event.currentTarget.value)}
          />
        </Dialog>
      )}
    </>
  )
}
