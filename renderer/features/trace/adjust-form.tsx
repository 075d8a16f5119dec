import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useState, type KeyboardEvent, type SubmitEvent } from 'react'
import { adjustmentBases, type Trace } from '../../../shared/contract/figures.ts'
import { cellStateTexts } from '../../../shared/messages/command-output.ts'
import { adjustmentBasisTexts } from '../../../shared/messages/report.ts'
import { adjustTexts } from '../../../shared/messages/trace.ts'
import { formatCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { whenDone } from '../../client/when-done.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { readCountTyped } from '../../../shared/vietnamese/read-count-typed.ts'

type Adjustment = Trace['adjustments'][number]
type AdjustFormProps = {
  trace: Trace
  target: { period: string; unit: string; field: string }
  onSaved: (saved: Adjustment) => void
  onLeave: () => void
}

/** What was typed is kept by figure until it is saved, whatever closes the form. `seen`: what the unit reported when typing began. */
type Draft = { value: string; basis: Adjustment['basis']; reason: string; seen: string }

export function AdjustForm({ trace, target, onSaved, onLeave }: AdjustFormProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const reported = JSON.stringify([trace.submission, trace.reported, trace.raw])
  const [draft, setDraft, forget] = useSessionStorage<Draft>({
    key: `tonghop.adjust/${target.period}/${target.unit}/${target.field}`,
    defaultValue: { value: '', basis: 'minutes', reason: '', seen: reported },
    getInitialValueInEffect: false,
  })
  const [isTried, setTried] = useState(false)
  const [isChanged, setChanged] = useState(false)
  const add = useMutation(queries.adjustments.add.mutationOptions())
  const value = readCountTyped(draft.value, language)
  const isReasonless = draft.reason.trim() === ''
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    setTried(true)
    if (value === undefined || isReasonless || add.isPending) return
    if (draft.seen !== reported) {
      setDraft({ ...draft, seen: reported })
      setChanged(true)
      return
    }
    whenDone(add.mutateAsync({ ...target, value, basis: draft.basis, reason: draft.reason }), (saved) => {
      forget()
      onSaved(saved)
    })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    onLeave()
  }
  const now =
    trace.reported === null
      ? cellStateTexts.blank[language]
      : typeof trace.reported === 'number'
        ? formatCount(trace.reported, language)
        : trace.reported
  return (
    <form className="adjust-form" onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      <div className="adjust-pair">
        <TextInput
          label={say(adjustTexts.value)}
          inputMode="numeric"
          autoComplete="off"
          autoFocus
          value={draft.value}
          onChange={(event) => setDraft({ ...draft, value: event.currentTarget.value })}
          error={isTried && value === undefined ? say(adjustTexts.valueWrong) : undefined}
        />
        <NativeSelect
          label={say(adjustTexts.basis)}
          value={draft.basis}
          onChange={(event) => setDraft({ ...draft, basis: event.currentTarget.value as Draft['basis'] })}
          data={adjustmentBases.map((basis) => ({ value: basis, label: adjustmentBasisTexts[basis][language] }))}
        />
      </div>
      <Textarea
        label={say(adjustTexts.reason)}
        description={say(adjustTexts.reasonHow)}
        autosize
        minRows={2}
        maxLength={2000}
        value={draft.reason}
        onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
        error={isTried && isReasonless ? say(adjustTexts.reasonMissing) : undefined}
      />
      <p className="adjust-kept">{say(adjustTexts.valueHow)}</p>
      {isChanged && <Notice role="alert">{say(adjustTexts.changed, { reported: now })}</Notice>}
      {add.error && <Trouble error={add.error} />}
      <div className="adjust-buttons">
        <Button variant="default" onClick={onLeave}>
          {say(adjustTexts.leave)}
        </Button>
        <Button type="submit" loading={add.isPending}>
          {say(adjustTexts.save)}
        </Button>
      </div>
    </form>
  )
}
