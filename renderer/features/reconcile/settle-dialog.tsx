import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { adjustmentBases } from '../../../shared/contract/figures.ts'
import type { FindingState } from '../../../shared/domain/finding.ts'
import type { Decision } from '../../../shared/domain/review.ts'
import { reconcilePageTexts } from '../../../shared/messages/reconcile-page.ts'
import { adjustmentBasisTexts } from '../../../shared/messages/report.ts'
import { settleTexts } from '../../../shared/messages/settle-page.ts'
import { adjustTexts } from '../../../shared/messages/trace.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { whenDone } from '../../client/when-done.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useLanguage } from '../../ui/language.tsx'

export type PlainDecision = Exclude<Decision, 'adjusted'>
type Basis = (typeof adjustmentBases)[number]

/** A finding as it stands now. */
export type Shown = { id: string; state: FindingState }

type SettleDialogProps = {
  period: string
  decision: PlainDecision
  finding: Shown
  sentence: string
  /** Open findings of the same cause, this one among them. */
  alike: readonly Shown[]
  onDone: (settled: { batch: string; count: number; findings: readonly string[] }) => void
  onClose: () => void
}

/** Why it is decided so. What was typed is kept by finding until it is saved, whatever closes the dialog. */
export function SettleDialog({ period, decision, finding, sentence, alike, onDone, onClose }: SettleDialogProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const [draft, setDraft, forget] = useSessionStorage<{ reason: string; basis: Basis }>({
    key: `tonghop.decide/${period}/${finding.id}/${decision}`,
    // Asking needs no other reason than the finding itself.
    defaultValue: { reason: decision === 'asked' ? say(settleTexts.askReason) : '', basis: 'phone' },
    getInitialValueInEffect: false,
  })
  const [isForAll, setForAll] = useState(false)
  const [isTried, setTried] = useState(false)
  // As they stood when the box was opened: another decision by now is told about once before it is replaced.
  const now = (): Map<string, FindingState> => new Map([...alike, finding].map(({ id, state }) => [id, state]))
  const [seen, setSeen] = useState(now)
  const settle = useMutation(queries.discrepancies.settle.mutationOptions({ onError: () => setSeen(now) }))
  const isReasonless = draft.reason.trim() === ''
  const submit = (): void => {
    setTried(true)
    if (isReasonless || settle.isPending) return
    const chosen = isForAll ? alike : [finding]
    const findings = chosen.map(({ id }) => id)
    const basis = decision === 'kept' ? { basis: draft.basis } : {}
    const order = {
      period,
      findings,
      seen: chosen.map(({ id, state }) => seen.get(id) ?? state),
      as: decision,
      reason: draft.reason,
      ...basis,
    }
    whenDone(settle.mutateAsync(order), ({ batch }) => {
      forget()
      onDone({ batch, count: findings.length, findings })
    })
  }
  return (
    <Dialog
      title={say(settleTexts[decision])}
      onClose={onClose}
      onSubmit={submit}
      trouble={settle.error && <Trouble error={settle.error} />}
      buttons={
        <>
          <Button type="submit" loading={settle.isPending}>
            {say(settleTexts.save)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say(adjustTexts.leave)}
          </Button>
        </>
      }
    >
      <p>{sentence}</p>
      <Textarea
        label={say(adjustTexts.reason)}
        description={decision === 'kept' ? say(settleTexts.reasonPrinted) : undefined}
        data-autofocus
        autosize
        minRows={2}
        maxLength={2000}
        value={draft.reason}
        onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
        error={isTried && isReasonless ? say(settleTexts.reasonMissing) : undefined}
      />
      {decision === 'kept' && (
        <NativeSelect
          label={say(adjustTexts.basis)}
          value={draft.basis}
          onChange={(event) => setDraft({ ...draft, basis: event.currentTarget.value as Basis })}
          data={adjustmentBases.map((basis) => ({ value: basis, label: say(adjustmentBasisTexts[basis]) }))}
        />
      )}
      {alike.length > 1 && (
        <Checkbox
          label={say(settleTexts.forAll, { count: formatSmallCount(alike.length, language) })}
          checked={isForAll}
          onChange={(event) => setForAll(event.currentTarget.checked)}
        />
      )}
      <p className="quiet">{say(reconcilePageTexts.canUndo)}</p>
    </Dialog>
  )
}
