import { Button } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { KeyedEntry, PaperFigure } from './intake-values.ts'
import type { Period } from '../../../shared/domain/period.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import { keyedPageTexts, keyedStateTexts } from '../../../shared/messages/keyed-page.ts'
import { formatCount, formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { refusalOf } from '../../client/refusal-code.ts'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { KeyedDifferences } from './keyed-differences.tsx'
import { KeyedGrid } from './keyed-grid.tsx'
import './keyed.css'
import { readFigures, typedOf, type TypedFigures } from './keyed-typed.ts'
import { KeyedSource } from './keyed-source.tsx'
import { ScreenHead } from './screen-head.tsx'
import { WithdrawKeyed } from './withdraw-keyed.tsx'

type KeyedScreenProps = {
  id: string
  period: Period
  nameOf: (code: string) => string
  onClose: () => void
  onTold: (words: string) => void
}

/** What was keyed in for a unit, beside the paper it comes from: its author goes on, anybody else reads it once more. */
export function KeyedScreen({ id, period, nameOf, onClose, onTold }: KeyedScreenProps) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const entry = useQuery(queries.keyed.get.queryOptions({ input: { id } }))
  const programme = useQuery(queries.workspace.programme.queryOptions({ input: { period: period.code } }))
  const error = programme.error ?? (refusalOf(entry.error)?.code === 'keyed.not_found' ? undefined : entry.error)
  if (error) return <Trouble error={error} />
  if (entry.error)
    return (
      <>
        <ScreenHead title={say(keyedPageTexts.title)} onClose={onClose} />
        <Notice role="alert">{say(keyedPageTexts.missing)}</Notice>
      </>
    )
  if (!entry.data || !programme.data) return <Waiting />
  const props = { entry: entry.data, programme: programme.data, period, unitName: nameOf(entry.data.unit), onClose, onTold }
  // Another state of it begins with other fields.
  return <Entry key={`${entry.data.state} ${entry.data.figures === null}`} {...props} />
}

type EntryProps = {
  entry: KeyedEntry
  programme: Programme
  period: Period
  unitName: string
  onClose: () => void
  onTold: (words: string) => void
}

type Role = 'keys' | 'checks' | 'reads'

function Entry({ entry, programme, period, unitName, onClose, onTold }: EntryProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const isAllowed = useAllowed()
  const save = useMutation(queries.keyed.save.mutationOptions())
  const check = useMutation(queries.keyed.check.mutationOptions())
  const [isCorrecting, setCorrecting] = useState(false)
  const isOwn = entry.figures !== null
  const role = roleOf(entry, {
    isCorrecting,
    mayKey: isAllowed('keyed.save'),
    mayCheck: isAllowed('keyed.check'),
    isClosed: period.state === 'closed',
  })
  const [typed, setTyped, forget] = useSessionStorage<TypedFigures>({
    key: `tonghop.keyed/${entry.id}/${role}`,
    defaultValue: role === 'checks' ? {} : typedOf(entry.figures ?? [], language),
    getInitialValueInEffect: false,
  })
  // Whoever checks reads the original for themselves.
  const mayOffer = role === 'keys' && entry.receipt !== null
  const offered = useQuery(queries.papers.figures.queryOptions({ input: mayOffer ? { receipt: entry.receipt! } : skipToken }))
  const offers = new Map((mayOffer ? (offered.data ?? []) : []).map((offer): [string, PaperFigure] => [offer.field, offer]))
  const [isTried, setTried] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { figures, wrong } = readFigures(typed, programme.fields, language)
  const shownWrong = isTried ? wrong : new Set([...wrong].filter((field) => left.has(field)))
  const send = async (done: boolean): Promise<void> => {
    setTried(true)
    if (wrong.size > 0 || save.isPending) return
    await save.mutateAsync({ id: entry.id, figures, done })
    forget()
    setCorrecting(false)
    if (done) {
      onTold(say(keyedPageTexts.waiting))
      onClose()
    }
  }
  const record = async (): Promise<void> => {
    setTried(true)
    if (wrong.size > 0 || check.isPending) return
    const { agreed, resolution } = await check.mutateAsync({ id: entry.id, figures })
    forget()
    if (!agreed) return
    onTold(say(resolution?.state === 'held' ? keyedPageTexts.agreedHeld : keyedPageTexts.agreed, { unit: unitName }))
    onClose()
  }
  const differing = new Set(entry.state === 'differs' ? entry.differences.map(({ field }) => field) : [])
  return (
    <div className="keyed">
      <ScreenHead title={say(role === 'checks' ? keyedPageTexts.checkTitle : keyedPageTexts.title)} about={unitName} onClose={onClose}>
        <span className="quiet">{say(keyedStateTexts[entry.state])}</span>
      </ScreenHead>
      <div className="keyed-desk">
        <KeyedSource entry={entry} />
        <section className="keyed-form" aria-label={say(keyedPageTexts.figures)}>
          <p className="quiet">
            {say(role === 'checks' ? keyedPageTexts.checkHow : role === 'keys' ? keyedPageTexts.how : keyedPageTexts.waiting)}
          </p>
          {offers.size > 0 && <p className="quiet">{say(keyedPageTexts.offerHow, { count: formatSmallCount(offers.size, language) })}</p>}
          {entry.state === 'differs' && <KeyedDifferences entry={entry} programme={programme} />}
          <div
            className="keyed-fields"
            onBlur={(event) => {
              const field = event.target instanceof HTMLInputElement ? event.target.id.replace('key-', '') : undefined
              if (field !== undefined && !left.has(field)) setLeft(new Set(left).add(field))
            }}
          >
            <KeyedGrid
              programme={programme}
              typed={role === 'reads' && !isOwn ? {} : typed}
              wrong={shownWrong}
              differing={differing}
              offers={offers}
              isReadOnly={role === 'reads'}
              onType={(field, text) => setTyped({ ...typed, [field]: text })}
            />
          </div>
          {(save.error ?? check.error ?? offered.error) && <Trouble error={save.error ?? check.error ?? offered.error} />}
          <div className="keyed-finish">
            <span aria-live="polite">
              {save.data?.state === 'draft' && !save.isPending
                ? say(keyedPageTexts.saved)
                : say(keyedPageTexts.count, {
                    count: formatCount(figures.length, language),
                    total: formatCount(programme.fields.length, language),
                  })}
            </span>
            <span className="row-actions">
              {isAllowed('keyed.withdraw') && entry.state !== 'checked' && entry.state !== 'withdrawn' && isOwn && (
                <WithdrawKeyed id={entry.id} unit={unitName} onDone={onClose} />
              )}
              {role === 'keys' && (
                <>
                  <Button variant="default" loading={save.isPending} onClick={() => void send(false).catch(() => undefined)}>
                    {say(keyedPageTexts.save)}
                  </Button>
                  <Button loading={save.isPending} onClick={() => void send(true).catch(() => undefined)}>
                    {say(keyedPageTexts.finish)}
                  </Button>
                </>
              )}
              {role === 'checks' && (
                <Button loading={check.isPending} onClick={() => void record().catch(() => undefined)}>
                  {say(keyedPageTexts.check)}
                </Button>
              )}
              {role === 'reads' && entry.state === 'waiting' && isOwn && isAllowed('keyed.save') && (
                <Button variant="default" onClick={() => setCorrecting(true)}>
                  {say(keyedPageTexts.edit)}
                </Button>
              )}
            </span>
          </div>
        </section>
      </div>
    </div>
  )
}

type Standing = { isCorrecting: boolean; mayKey: boolean; mayCheck: boolean; isClosed: boolean }

/** What was not keyed by who sits here shows no figures: they are to be read from the paper. */
function roleOf({ state, figures }: KeyedEntry, { isCorrecting, mayKey, mayCheck, isClosed }: Standing): Role {
  if (isClosed) return 'reads'
  if (figures === null) return state === 'waiting' && mayCheck ? 'checks' : 'reads'
  const isOpen = state === 'draft' || state === 'differs' || (state === 'waiting' && isCorrecting)
  return isOpen && mayKey ? 'keys' : 'reads'
}
