import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { keyedPageTexts } from '../../../shared/messages/keyed-page.ts'
import { intakeTexts } from '../../../shared/messages/intake-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { whenDone } from '../../client/when-done.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { printReceivedAt, readReceivedAt } from './received-at.ts'
import { UnitField } from './unit-field.tsx'
import { useUnits } from './use-units.tsx'

type StartKeyedProps = {
  period: string
  /** The unit that a person came from. */
  unit?: string | undefined
  onStarted: (id: string) => void
  onClose: () => void
}

/** What was told over the phone: by whom, when, of which unit. Figures on paper are keyed in from the paper itself. */
export function StartKeyed({ period, unit: from, onStarted, onClose }: StartKeyedProps) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const { units, nameOf } = useUnits(period)
  const [unit, setUnit] = useState(from)
  const [toldBy, setToldBy] = useState('')
  const [toldAt, setToldAt] = useState(() => printReceivedAt(new Date().toISOString()))
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const start = useMutation(queries.keyed.start.mutationOptions())
  const at = readReceivedAt(toldAt)
  const submit = (): void => {
    setTried(true)
    if (unit === undefined || toldBy.trim() === '' || at === undefined || start.isPending) return
    whenDone(start.mutateAsync({ period, unit, toldBy, toldAt: at, note }), ({ id }) => onStarted(id))
  }
  return (
    <Dialog
      title={say(keyedPageTexts.title)}
      onClose={onClose}
      onSubmit={submit}
      trouble={start.error && <Trouble error={start.error} />}
      buttons={
        <>
          <Button type="submit" loading={start.isPending}>
            {say(keyedPageTexts.begin)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say(keyedPageTexts.later)}
          </Button>
        </>
      }
    >
      <p>{say(keyedPageTexts.startHow)}</p>
      <UnitField
        label={say(keyedPageTexts.unit)}
        units={units}
        nameOf={nameOf}
        suggestions={[]}
        unit={unit}
        onUnit={setUnit}
        hint={isTried && unit === undefined ? say(keyedPageTexts.unitMissing) : undefined}
      />
      <TextInput
        label={say(keyedPageTexts.toldBy)}
        description={say(keyedPageTexts.toldByHow)}
        maxLength={500}
        value={toldBy}
        onChange={(event) => setToldBy(event.currentTarget.value)}
        error={isTried && toldBy.trim() === '' ? say(keyedPageTexts.toldByMissing) : undefined}
      />
      <TextInput
        label={say(keyedPageTexts.toldAt)}
        title={say(intakeTexts.receivedHint)}
        value={toldAt}
        onChange={(event) => setToldAt(event.currentTarget.value)}
        error={at === undefined ? say(intakeTexts.receivedWrong, { example: printReceivedAt(new Date().toISOString()) }) : undefined}
      />
      <Textarea
        label={say(keyedPageTexts.note)}
        autosize
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Dialog>
  )
}
