import { Button } from '@mantine/core'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import type { Period } from '../../../shared/domain/period.ts'
import type { Decision } from '../../../shared/domain/review.ts'
import { reconcilePageTexts } from '../../../shared/messages/reconcile-page.ts'
import { decidedTexts } from '../../../shared/messages/review.ts'
import { settleTexts } from '../../../shared/messages/settle-page.ts'
import { adjustTexts } from '../../../shared/messages/trace.ts'
import { isAnsweredAtIntake } from '../../../shared/rules/answered-at-intake.ts'
import { decisionsAbout } from '../../../shared/rules/review/decisions-about.ts'
import { labelOf } from '../../../shared/rules/label-of.ts'
import type { SayRule } from '../../../shared/rules/rule-message.ts'
import { formatCount, formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { traceAddress } from '../../client/trace-address.ts'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { AdjustDialog, type AdjustableCell, type Adjusted } from './adjust-dialog.tsx'
import { isOpen, nextAfter, type FindingRow, type Grouping, type ListEntry } from './arrange-findings.ts'
import { FindingDetail } from './finding-detail.tsx'
import { FindingList } from './finding-list.tsx'
import { FindingSide } from './finding-side.tsx'
import { SettleBar } from './settle-bar.tsx'
import { SettleDialog, type PlainDecision } from './settle-dialog.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

type SettlingDeskProps = {
  period: Period
  rows: readonly FindingRow[]
  entries: readonly ListEntry[]
  grouping: Grouping
  sayRule: SayRule
  /** What narrows the list, above it; it stays while it is why nothing is shown. */
  find: ReactNode
  empty: ReactNode
}

type Open = { kind: 'adjust' } | { kind: 'settle'; decision: PlainDecision } | { kind: 'withdraw'; id: string }
type Done = { words: string; undo?: string }

/** The list, the finding in the middle with its cells, the rule and its history; what is done opens the next. */
export function SettlingDesk({ period, rows, entries, grouping, sayRule, find, empty }: SettlingDeskProps) {
  const { client, queries } = useEngine()
  const { language, say } = useLanguage()
  const { params, set } = usePlace()
  const isAllowed = useAllowed()
  const [open, setOpen] = useState<Open>()
  const list = useRef<HTMLDivElement>(null)
  const [done, setDone] = useState<Done>()
  const programme = useQuery(queries.workspace.programme.queryOptions({ input: { period: period.code } }))
  const wanted = params['finding']
  const firstEntry = entries.find((entry) => entry.kind === 'finding')
  const row = rows.find(({ id }) => id === wanted) ?? (wanted === undefined && firstEntry?.kind === 'finding' ? firstEntry.row : undefined)
  const full = useQuery(
    queries.findings.get.queryOptions({ input: row ? { period: period.code, unit: row.unit?.code ?? null, id: row.id } : skipToken }),
  )
  const undo = useMutation(
    queries.discrepancies.undo.mutationOptions({
      onSuccess: () => {
        setDone({ words: say(reconcilePageTexts.undone) })
        // The button that had the focus goes.
        list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus()
      },
    }),
  )
  const finding = full.data ?? undefined
  const label = (input: string): string => (programme.data ? labelOf(programme.data, input, language) : input)
  const fields = useMemo(() => new Set(programme.data?.fields.map(({ code }) => code)), [programme.data])
  const canChange = period.state === 'open' && isAllowed('adjustments.add')
  const adjustable = canChange && finding ? finding.cells.filter(isAdjustable) : []

  const choose = (id: string | undefined): void => set({ finding: id }, { replace: true })
  // What is decided about stays the one that was looked at, whatever comes to stand first in the list meanwhile.
  const hold = (): void => choose(row?.id)
  const adjust = (): void => {
    if (adjustable.length === 0) return
    hold()
    setOpen({ kind: 'adjust' })
  }
  const seen = finding?.cells.flatMap(({ unit, input }) => (unit !== null && input !== null ? [{ unit, input }] : []))[0]
  const seeCell = (): void => {
    if (seen) set({ trace: traceAddress([seen]) })
  }

  // Where it stood is known only before the list is asked for again.
  const onAdjusted = async ({ batch, label: of, value }: Adjusted): Promise<void> => {
    setOpen(undefined)
    if (!row) return
    const next = nextAfter(entries, row.id)
    const said = { label: of, value: formatCount(value, language) }
    const now = await client.findings.get({ period: period.code, unit: row.unit?.code ?? null, id: row.id })
    const isLeft = now !== null && isOpen(now)
    setDone({ words: say(isLeft ? reconcilePageTexts.stillThere : reconcilePageTexts.settledNow, said), undo: batch })
    if (!isLeft) choose(next)
  }

  const onSettled = async (
    decision: Decision,
    { batch, count, findings }: { batch: string; count: number; findings: readonly string[] },
  ): Promise<void> => {
    setOpen(undefined)
    const words = say(settleTexts.done, { decision: say(decidedTexts[decision]), count: formatSmallCount(count, language) })
    setDone({ words, undo: batch })
    if (!row) return
    // The next that was not decided along with this one; what was asked or marked stays where it is.
    const left = entries.filter((entry) => entry.kind !== 'finding' || entry.row.id === row.id || !findings.includes(entry.row.id))
    choose(nextAfter(left, row.id))
  }
  const canSettle =
    period.state === 'open' && isAllowed('discrepancies.settle') && finding !== undefined && !isAnsweredAtIntake(finding.rule)
  const isPossible: Partial<Record<Decision, boolean>> = {
    adjusted: adjustable.length > 0,
    marked: isAllowed('shortcomings.verify') && finding?.severity !== 'blocking',
  }
  const aboutRow = ({ rule, unit, field }: FindingRow): readonly Decision[] =>
    decisionsAbout({ rule, unit: unit?.code ?? null, subject: field, isOnField: fields.has(field ?? '') })
  const offered = canSettle && row ? aboutRow(row).filter((decision) => isPossible[decision] !== false) : []
  const decide = (decision: Decision): void => {
    if (decision === 'adjusted') return adjust()
    hold()
    setOpen({ kind: 'settle', decision })
  }
  const alikeFor = (decision: Decision): FindingRow[] =>
    entries.flatMap((entry) =>
      entry.kind === 'finding' && entry.row.rule === row?.rule && isOpen(entry.row) && aboutRow(entry.row).includes(decision)
        ? [entry.row]
        : [],
    )

  return (
    <>
      {done && (
        <div className="reconcile-done" role="status">
          <span>{done.words}</span>
          {done.undo !== undefined && (
            <Button variant="default" size="compact-md" loading={undo.isPending} onClick={() => undo.mutate({ id: done.undo! })}>
              {say(reconcilePageTexts.undo)}
            </Button>
          )}
        </div>
      )}
      {undo.error && <Trouble error={undo.error} />}
      {entries.length === 0 && !row && !params['find'] && params['mine'] === undefined ? (
        empty
      ) : (
        <div className="reconcile-desk">
          <div className="finding-side-list" ref={list}>
            {find}
            {entries.length === 0 ? (
              <div className="finding-list">{empty}</div>
            ) : (
              <FindingList entries={entries} grouping={grouping} chosen={row?.id} sayRule={sayRule} onChoose={choose} onOpen={seeCell} />
            )}
          </div>
          <div className="finding-middle">
            {full.error ? (
              <Trouble error={full.error} />
            ) : finding ? (
              <FindingDetail
                period={period.code}
                finding={finding}
                unitName={
                  row?.unit?.name ?? say(isAnsweredAtIntake(row?.rule ?? '') ? reconcilePageTexts.unknownUnit : reconcilePageTexts.province)
                }
                sayRule={sayRule}
                labelOf={label}
                adjustable={adjustable}
                onAdjust={adjust}
              />
            ) : row ? (
              <Waiting />
            ) : (
              <p className="quiet">{say(wanted === undefined ? reconcilePageTexts.choose : reconcilePageTexts.gone)}</p>
            )}
            {finding && (
              <FindingSide
                period={period.code}
                finding={finding}
                labelOf={label}
                onWithdraw={
                  period.state === 'open' && isAllowed('adjustments.withdraw') ? (id) => setOpen({ kind: 'withdraw', id }) : undefined
                }
              />
            )}
          </div>
        </div>
      )}
      <SettleBar offered={offered} isBusy={open !== undefined} onDecide={decide} />
      <p className="reconcile-keys" aria-label={say(reconcilePageTexts.keys)}>
        {entries.length > 0 && <kbd>{say(reconcilePageTexts.keyMove)}</kbd>}
        {seen && entries.length > 0 && <kbd>{say(reconcilePageTexts.keySee)}</kbd>}
      </p>
      {open?.kind === 'settle' && finding && (
        <SettleDialog
          key={finding.id}
          period={period.code}
          decision={open.decision}
          finding={finding}
          sentence={sayRule(finding.rule, finding.params)}
          alike={alikeFor(open.decision)}
          onDone={(settled) => void onSettled(open.decision, settled)}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.kind === 'adjust' && finding && adjustable.length > 0 && (
        <AdjustDialog
          key={finding.id}
          period={period.code}
          finding={finding}
          cells={adjustable}
          labelOf={label}
          onDone={(adjusted) => void onAdjusted(adjusted)}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.kind === 'withdraw' && (
        <WithdrawDialog
          id={open.id}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined)
            setDone({ words: say(adjustTexts.withdrawn) })
          }}
        />
      )}
    </>
  )
}

const isAdjustable = (cell: { unit: string | null; input: string | null; isField: boolean }): cell is AdjustableCell =>
  cell.isField && cell.unit !== null && cell.input !== null
