import { Button, TextInput } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { Square, SquareCheck } from 'lucide-react'
import { useId, useState } from 'react'
import type { Contacts } from '../../../shared/contract/contacts.ts'
import { contactPageTexts } from '../../../shared/messages/contact-page.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { filterRows, type RegisterRow } from './register-rows.ts'

type AssignDialogProps = {
  /** What the register shows now: who filters first has less to choose from. */
  rows: readonly RegisterRow[]
  desks: Contacts['desks']
  actor: string
  onDone: (count: number, clerk: string) => void
  onClose: () => void
}

/** One person for several units at once. What was chosen is kept until it is written, whatever closes the dialog. */
export function AssignDialog({ rows, desks, actor, onDone, onClose }: AssignDialogProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const namesId = useId()
  const pickedId = useId()
  const [find, setFind] = useState('')
  const [draft, setDraft, forget] = useSessionStorage<{ clerk: string; units: readonly string[] }>({
    key: 'tonghop.assign',
    defaultValue: { clerk: actor, units: [] },
    getInitialValueInEffect: false,
  })
  const [isTried, setTried] = useState(false)
  const clerks = new Map(desks.map(({ unit, clerk }) => [unit, clerk]))
  const names = [...new Set([actor, ...clerks.values()])].filter((name) => name !== '')
  const shown = filterRows(rows, { state: null, find })
  // Only what can be seen here is written: the register may show others by now.
  const kept = new Set(draft.units)
  const picked = new Set(rows.flatMap(({ code }) => (kept.has(code) ? [code] : [])))
  const count = formatSmallCount(picked.size, language)
  const pick = (units: Iterable<string>): void => setDraft({ ...draft, units: [...units] })
  const toggle = (code: string): void => {
    const next = new Set(picked)
    if (!next.delete(code)) next.add(code)
    pick(next)
  }
  const clerk = draft.clerk.trim()
  const save = useMutation(
    queries.contacts.assign.mutationOptions({
      onSuccess: (assigned) => {
        forget()
        onDone(assigned.length, clerk)
      },
    }),
  )
  const submit = (): void => {
    setTried(true)
    if (clerk !== '' && picked.size > 0 && !save.isPending) save.mutate({ units: [...picked], clerk })
  }
  return (
    <Dialog
      title={say(contactPageTexts.assignTitle)}
      onClose={onClose}
      onSubmit={submit}
      trouble={save.error && <Trouble error={save.error} />}
      buttons={
        <>
          <Button type="submit" loading={save.isPending} disabled={picked.size === 0} aria-describedby={pickedId}>
            {picked.size === 0 ? say(contactPageTexts.assignSaveNone) : say(contactPageTexts.assignSave, { count })}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say(contactPageTexts.assignLeave)}
          </Button>
        </>
      }
    >
      <TextInput
        label={say(contactPageTexts.clerk)}
        data-autofocus
        list={namesId}
        maxLength={200}
        value={draft.clerk}
        onChange={(event) => setDraft({ ...draft, clerk: event.currentTarget.value })}
        error={isTried && clerk === '' ? say(contactPageTexts.assignNoName) : undefined}
      />
      <datalist id={namesId}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextInput
        type="search"
        label={say(contactPageTexts.assignFind)}
        value={find}
        onChange={(event) => setFind(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Looking for units is not the end of choosing them.
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      <div className="assign-tools">
        <Button
          variant="default"
          size="compact-md"
          disabled={shown.length === 0}
          onClick={() => pick(new Set([...picked, ...shown.map(({ code }) => code)]))}
        >
          {say(contactPageTexts.assignAll, { count: formatSmallCount(shown.length, language) })}
        </Button>
        <Button variant="default" size="compact-md" disabled={picked.size === 0} onClick={() => pick([])}>
          {say(contactPageTexts.assignNone)}
        </Button>
        <span role="status" id={pickedId}>
          {picked.size === 0 ? say(contactPageTexts.assignMissing) : say(contactPageTexts.assignPicked, { count })}
        </span>
      </div>
      <div className="assign-units">
        <VirtualTable
          label={say(contactPageTexts.assignUnits)}
          columns={2}
          count={shown.length}
          listKey={find}
          head={
            <>
              <th>{say(contactPageTexts.assignUnit)}</th>
              <th>{say(contactPageTexts.assignNow)}</th>
            </>
          }
          row={(index) => {
            const { code, name } = shown[index]!
            const isPicked = picked.has(code)
            return (
              <>
                <th scope="row">
                  <button type="button" role="checkbox" aria-checked={isPicked} className="assign-unit" onClick={() => toggle(code)}>
                    {isPicked ? <SquareCheck size={18} aria-hidden /> : <Square size={18} aria-hidden />}
                    {name}
                  </button>
                </th>
                <td>{clerks.get(code) ?? ''}</td>
              </>
            )
          }}
        />
      </div>
    </Dialog>
  )
}
