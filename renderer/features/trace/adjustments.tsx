import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Trace } from '../../../shared/contract/figures.ts'
import type { Period } from '../../../shared/domain/period.ts'
import { adjustmentStateTexts, cellStateTexts } from '../../../shared/messages/command-output.ts'
import { adjustmentBasisTexts } from '../../../shared/messages/report.ts'
import { adjustTexts } from '../../../shared/messages/trace.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { whenDone } from '../../client/when-done.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AdjustForm } from './adjust-form.tsx'
import { WithdrawForm } from './withdraw-form.tsx'

type Adjustment = Trace['adjustments'][number]
type AdjustmentsProps = {
  trace: Trace
  period: Period
  count: (value: number) => string
  /** What counts now; the buttons stand beside it. */
  value: ReactNode
  /** What is known of the reported figure. */
  children: ReactNode
}

/** What was just done and how it is undone. */
type Done = { words: string; undo: () => void }

/** Every adjustment of a figure with its story, and the ways to make, withdraw and undo one. */
export function Adjustments({ trace, period, count, value, children }: AdjustmentsProps) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const isAllowed = useAllowed()
  const [open, setOpen] = useState<'adjust' | 'withdraw'>()
  const [done, setDone] = useState<Done>()
  const add = useMutation(queries.adjustments.add.mutationOptions())
  const withdraw = useMutation(queries.adjustments.withdraw.mutationOptions())
  const target = { period: period.code, unit: trace.unit, field: trace.name }
  const inForce = trace.adjustments.find(({ state }) => state === 'active' || state === 'suspended')
  const isClosed = period.state === 'closed'
  const undone = (): void => setDone(undefined)
  const put = ({ value, basis, reason }: Pick<Adjustment, 'value' | 'basis' | 'reason'>): void =>
    whenDone(add.mutateAsync({ ...target, value, basis, reason }), undone)

  const onSaved = (saved: Adjustment): void => {
    setOpen(undefined)
    setDone({
      words: say(adjustTexts.saved, { value: count(saved.value) }),
      // A withdrawal alone would not bring back the adjustment that this one replaced.
      undo: () =>
        inForce?.state === 'active'
          ? put(inForce)
          : whenDone(withdraw.mutateAsync({ id: saved.id, reason: say(adjustTexts.undoReason) }), undone),
    })
  }
  const onWithdrawn = (gone: Adjustment): void => {
    setOpen(undefined)
    setDone({ words: say(adjustTexts.withdrawn), undo: () => put(gone) })
  }
  const trouble = add.error ?? withdraw.error
  const canAdjust = !isClosed && isAllowed('adjustments.add')
  return (
    <div className="adjustments">
      <div className="traced-top">
        {value}
        {canAdjust && open === undefined && (
          <span className="adjust-buttons">
            {inForce && isAllowed('adjustments.withdraw') && (
              <Button variant="default" onClick={() => setOpen('withdraw')}>
                {say(adjustTexts.withdraw)}
              </Button>
            )}
            <Button variant="default" onClick={() => setOpen('adjust')}>
              {say(adjustTexts.open)}
            </Button>
          </span>
        )}
      </div>
      {children}
      {done && (
        <div className="adjust-done" role="status">
          <span>{done.words}</span>
          <Button variant="default" loading={add.isPending || withdraw.isPending} onClick={done.undo}>
            {say(adjustTexts.undo)}
          </Button>
        </div>
      )}
      {trouble && <Trouble error={trouble} />}
      {inForce?.state === 'suspended' && <Notice role="status">{say(adjustTexts.suspended)}</Notice>}
      {!canAdjust && <p className="adjust-not">{say(isClosed ? adjustTexts.closed : adjustTexts.who)}</p>}
      {canAdjust && open === 'adjust' && <AdjustForm trace={trace} target={target} onSaved={onSaved} onLeave={() => setOpen(undefined)} />}
      {canAdjust && open === 'withdraw' && inForce && (
        <WithdrawForm adjustment={inForce} onWithdrawn={onWithdrawn} onLeave={() => setOpen(undefined)} />
      )}
      {trace.adjustments.length > 0 && (
        <>
          <h4>{say(adjustTexts.title)}</h4>
          <ul>
            {trace.adjustments.toReversed().map((one) => (
              <AdjustmentLine key={one.id} adjustment={one} count={count} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function AdjustmentLine({ adjustment, count }: { adjustment: Adjustment; count: (value: number) => string }) {
  const { language, say } = useLanguage()
  const { value, state, basis, reason, actor, at, reportedState, reportedValue } = adjustment
  const isGone = state === 'withdrawn' || state === 'replaced'
  const reported = reportedValue === null ? cellStateTexts[reportedState][language] : count(reportedValue)
  const line = say(adjustTexts.line, { value: count(value), state: adjustmentStateTexts[state][language] })
  return (
    <li data-state={state}>
      <p className="adjustment-value">{isGone ? <s>{line}</s> : <strong>{line}</strong>}</p>
      <p>{say(adjustTexts.based, { basis: adjustmentBasisTexts[basis][language], reason })}</p>
      <p className="adjustment-by">
        {say(adjustTexts.by, { actor, at: printInstant(at, language) })}; {say(adjustTexts.over, { reported })}
      </p>
    </li>
  )
}
