import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { adjustmentBases } from '../../../shared/contract/figures.ts'
import type { FindingCell } from '../../../shared/contract/findings.ts'
import { reconcilePageTexts } from '../../../shared/messages/reconcile-page.ts'
import { adjustmentBasisTexts } from '../../../shared/messages/report.ts'
import { adjustTexts } from '../../../shared/messages/trace.ts'
import { readCountTyped } from '../../../shared/vietnamese/read-count-typed.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { whenDone } from '../../client/when-done.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Shown } from './settle-dialog.tsx'
import { TryEffect } from './try-effect.tsx'
import { useCellWords } from './use-cell-words.tsx'

export type AdjustableCell = FindingCell & { unit: string; input: string }
type Basis = (typeof adjustmentBases)[number]
/** `batch`: what undoes it. */
export type Adjusted = { batch: string; label: string; value: number }

type AdjustDialogProps = {
  period: string
  /** The finding that the adjustment settles, as it stands now. */
  finding: Shown
  cells: readonly AdjustableCell[]
  labelOf: (input: string) => string
  onDone: (adjusted: Adjusted) => void
  onClose: () => void
}

/** What was typed is kept by figure until it is saved, whatever closes the dialog. */
type Draft = { value: string; basis: Basis; reason: string }

export function AdjustDialog({ period, finding, cells, labelOf, onDone, onClose }: AdjustDialogProps) {
  const [key, setKey] = useState(keyOf(cells[0]!))
  const cell = cells.find((one) => keyOf(one) === key) ?? cells[0]!
  const choice = { cells, onChoose: setKey }
  return <Form key={keyOf(cell)} {...{ period, finding, cell, choice, labelOf, onDone, onClose }} />
}

/** Two units may be spoken of with the same figure. */
const keyOf = ({ unit, input }: AdjustableCell): string => `${unit} ${input}`

type FormProps = Omit<AdjustDialogProps, 'cells'> & {
  cell: AdjustableCell
  choice: { cells: readonly AdjustableCell[]; onChoose: (key: string) => void }
}

function Form({ period, finding, cell, choice, labelOf, onDone, onClose }: FormProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const { inEffect, asReported, ofReading } = useCellWords()
  const { unit, input } = cell
  const [draft, setDraft, forget] = useSessionStorage<Draft>({
    key: `tonghop.settle/${period}/${unit}/${input}`,
    defaultValue: { value: '', basis: 'phone', reason: '' },
    getInitialValueInEffect: false,
  })
  // What stood there when the typing began: another figure by now is shown and asked about once more.
  const [seen, setSeen] = useState({ state: cell.state ?? 'blank', value: cell.value })
  const [isTried, setTried] = useState(false)
  const [stood, setStood] = useState(finding.state)
  const add = useMutation(queries.discrepancies.settle.mutationOptions({ onError: () => setStood(finding.state) }))
  const value = readCountTyped(draft.value, language)
  const isReasonless = draft.reason.trim() === ''
  const hasChanged = seen.value !== cell.value || seen.state !== (cell.state ?? 'blank')

  const submit = (): void => {
    setTried(true)
    if (value === undefined || isReasonless || add.isPending) return
    if (hasChanged) return setSeen({ state: cell.state ?? 'blank', value: cell.value })
    whenDone(
      add.mutateAsync({
        period,
        findings: [finding.id],
        seen: [stood],
        as: 'adjusted',
        basis: draft.basis,
        reason: draft.reason,
        figures: [{ unit, field: input, value, seen }],
      }),
      ({ batch }) => {
        forget()
        onDone({ batch, label: labelOf(input), value })
      },
    )
  }
  return (
    <Dialog
      title={say(reconcilePageTexts.adjustTitle, { label: labelOf(input) })}
      onClose={onClose}
      onSubmit={submit}
      trouble={add.error && <Trouble error={add.error} />}
      buttons={
        <>
          <Button type="submit" loading={add.isPending}>
            {say(adjustTexts.save)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say(adjustTexts.leave)}
          </Button>
        </>
      }
    >
      {choice.cells.length > 1 && (
        <NativeSelect
          label={say(reconcilePageTexts.which)}
          value={keyOf(cell)}
          onChange={(event) => choice.onChoose(event.currentTarget.value)}
          data={choice.cells.map((one) => ({
            value: keyOf(one),
            label: `${one.unit === unit ? '' : `${one.unitName ?? one.unit}, `}${labelOf(one.input)}: ${inEffect(one)}`,
          }))}
        />
      )}
      <p>{say(reconcilePageTexts.adjustOf, { unit: cell.unitName ?? unit, reported: asReported(cell), value: inEffect(cell) })}</p>
      {hasChanged && <Notice role="alert">{say(adjustTexts.changed, { reported: ofReading(cell.state ?? 'blank', cell.value) })}</Notice>}
      <TextInput
        label={say(adjustTexts.value)}
        inputMode="numeric"
        autoComplete="off"
        data-autofocus
        value={draft.value}
        onChange={(event) => setDraft({ ...draft, value: event.currentTarget.value })}
        error={isTried && value === undefined ? say(adjustTexts.valueWrong) : undefined}
      />
      <TryEffect period={period} unit={unit} field={input} value={value} />
      <NativeSelect
        label={say(adjustTexts.basis)}
        value={draft.basis}
        onChange={(event) => setDraft({ ...draft, basis: event.currentTarget.value as Basis })}
        data={adjustmentBases.map((basis) => ({ value: basis, label: say(adjustmentBasisTexts[basis]) }))}
      />
      <Textarea
        label={say(adjustTexts.reason)}
        description={say(adjustTexts.reasonHow)}
        styles={{ description: { color: 'var(--muted)', fontSize: '1rem' } }}
        autosize
        minRows={2}
        maxLength={2000}
        value={draft.reason}
        onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
        error={isTried && isReasonless ? say(adjustTexts.reasonMissing) : undefined}
      />
      <p className="quiet">{say(adjustTexts.valueHow)}</p>
    </Dialog>
  )
}
