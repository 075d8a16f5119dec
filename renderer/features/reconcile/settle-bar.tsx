import { Button } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'
import type { Decision } from '../../../shared/domain/review.ts'
import { settleTexts } from '../../../shared/messages/settle-page.ts'
import { useLanguage } from '../../ui/language.tsx'

/** In the order of their keys. */
const keyed: readonly { key: string; decision: Decision }[] = [
  { key: '1', decision: 'kept' },
  { key: '2', decision: 'adjusted' },
  { key: '3', decision: 'asked' },
  { key: '4', decision: 'waived' },
  { key: '5', decision: 'marked' },
]

type SettleBarProps = {
  /** What can be done about the finding that is shown. */
  offered: readonly Decision[]
  /** A box is open over the page: digits belong to it. */
  isBusy: boolean
  onDecide: (decision: Decision) => void
}

/** What can be decided, by digits: a Vietnamese keyboard leaves those alone. */
export function SettleBar({ offered, isBusy, onDecide }: SettleBarProps) {
  const { say } = useLanguage()
  const shown = keyed.filter(({ decision }) => offered.includes(decision))
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const found = shown.find(({ key }) => key === event.key)
    if (!found || isBusy || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [role=dialog]')) return
    event.preventDefault()
    onDecide(found.decision)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  if (shown.length === 0) return null
  return (
    <div className="settle-bar" role="toolbar" aria-label={say(settleTexts.bar)}>
      {shown.map(({ key, decision }) => (
        <Button key={decision} variant={decision === 'adjusted' ? 'filled' : 'default'} onClick={() => onDecide(decision)}>
          <kbd>{key}</kbd> {say(settleTexts[decision])}
        </Button>
      ))}
    </div>
  )
}
