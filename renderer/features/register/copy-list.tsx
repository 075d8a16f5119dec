import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { registerPageTexts } from '../../../shared/messages/register-page.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { copyText } from '../../ui/copy-button.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useModalManners } from '../../ui/use-modal-manners.ts'
import { writeMessageList } from './message-list.ts'
import type { RegisterRow, UnitState } from './register-rows.ts'

type CopyListProps = { rows: readonly RegisterRow[]; period: string; dueAt: string; asOf: string; state: UnitState | null }

/** **Chép danh sách để nhắn tin**: nobody whose file lies here unanswered is urged without a question. */
export function CopyList({ rows, period, dueAt, asOf, state }: CopyListProps) {
  const { language, say } = useLanguage()
  const manners = useModalManners()
  const [isAsking, setAsking] = useState(false)
  const [copied, setCopied] = useState<number>()
  const count = (many: number): string => formatSmallCount(many, language)
  const pending = rows.filter((row) => row.state === 'pending')
  const urges = rows.some((row) => row.state === 'missing')
  const copy = async (chosen: readonly RegisterRow[]): Promise<void> => {
    setAsking(false)
    await copyText(writeMessageList(chosen, { period, dueAt, asOf, state }, language))
    setCopied(chosen.length)
  }
  return (
    <>
      <Button
        variant="default"
        disabled={rows.length === 0}
        onClick={() => (pending.length > 0 && (urges || state === 'pending') ? setAsking(true) : void copy(rows))}
        onBlur={() => setCopied(undefined)}
        aria-live="polite"
      >
        {copied === undefined ? say(registerPageTexts.copyList) : `✓ ${say(registerPageTexts.copied, { count: count(copied) })}`}
      </Button>
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={say(registerPageTexts.copyList)} centered size="lg" {...manners}>
        <div className="ask-pending">
          <p>
            {pending.length === 1
              ? say(registerPageTexts.pendingOne, { unit: pending[0]!.name })
              : say(registerPageTexts.pendingMany, { count: count(pending.length) })}
          </p>
          {pending.length > 1 && (
            <ul>
              {pending.slice(0, 8).map((row) => (
                <li key={row.code}>{row.name}</li>
              ))}
              {pending.length > 8 && <li>…</li>}
            </ul>
          )}
          <div className="row-actions">
            <Button onClick={() => void copy(rows.filter((row) => row.state !== 'pending'))} disabled={pending.length === rows.length}>
              {say(registerPageTexts.withoutPending)}
            </Button>
            <Button variant="default" onClick={() => void copy(rows)}>
              {say(registerPageTexts.withPending)}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  )
}
