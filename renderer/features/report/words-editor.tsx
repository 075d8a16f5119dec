import { Button, Textarea } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { useRef, type KeyboardEvent, type ReactNode, type SubmitEvent } from 'react'
import type { ReportTextView } from '../../../shared/contract/report-texts.ts'
import { wordsButtons, wordsTexts } from '../../../shared/messages/report-words-page.ts'
import { tieNumber } from '../../../shared/rules/figure-tokens.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { FigureChooser } from './figure-chooser.tsx'
import { LooseNumbers } from './loose-numbers.tsx'
import { WordsPreview } from './words-preview.tsx'

type WordsEditorProps = {
  /** Where what is typed is kept over a reload. */
  draftKey: string
  label: string
  /** As it is recorded, figures as `[[ref|shown]]`. */
  text: string
  newest: { id: string; actor: string; at: string } | undefined
  figures: ReportTextView['figures']
  canWrite: boolean
  recordLabel: string
  mayBeEmpty?: boolean
  /** `done` forgets what was typed. */
  onRecord: (words: string, done: () => void) => void
  isPending: boolean
  error: unknown
  autoFocus?: boolean
  /** More buttons beside the one that records. */
  children?: ReactNode
}

/** What was typed is kept until it is recorded. `seen`: the version that was in use when typing began. */
type Draft = { words: string; seen: string | null } | null

/** A text with figures in it, as it will be printed, and the numbers in it that refer to nothing. */
export function WordsEditor(props: WordsEditorProps) {
  const { draftKey, label, text, newest, figures, canWrite, mayBeEmpty = true, onRecord, isPending, error } = props
  const { language, say } = useLanguage()
  const seen = newest?.id ?? null
  const [draft, setDraft, forget] = useSessionStorage<Draft>({ key: draftKey, defaultValue: null, getInitialValueInEffect: false })
  const area = useRef<HTMLTextAreaElement>(null)
  const isTyped = canWrite && draft !== null && draft.words !== text
  const words = isTyped ? draft.words : text
  const isReady = isTyped && (mayBeEmpty || words.trim() !== '')
  const type = (typed: string): void => setDraft({ words: typed, seen: isTyped ? draft.seen : seen })
  const record = (): void => {
    if (isReady && !isPending) onRecord(words, forget)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || !event.ctrlKey) return
    event.preventDefault()
    record()
  }
  /** In place of what is selected; typing goes on behind it. */
  const insert = (ref: string, shown: string): void => {
    const token = `[[${ref}|${shown}]]`
    const from = area.current?.selectionStart ?? words.length
    type(`${words.slice(0, from)}${token}${words.slice(area.current?.selectionEnd ?? from)}`)
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(from + token.length, from + token.length)
    })
  }
  const tie = (number: string, ref: string): void => {
    type(tieNumber(words, number, ref))
    area.current?.focus()
  }
  return (
    <>
      {canWrite && (
        <form
          onSubmit={(event: SubmitEvent) => {
            event.preventDefault()
            record()
          }}
        >
          {isTyped && newest && draft.seen !== seen && (
            <Notice role="status">{say(wordsTexts.newer, { actor: newest.actor, at: printInstant(newest.at, language) })}</Notice>
          )}
          <Textarea
            ref={area}
            label={label}
            autosize
            minRows={props.autoFocus ? 3 : 5}
            maxRows={16}
            maxLength={100_000}
            value={words}
            autoFocus={props.autoFocus}
            onChange={(event) => type(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          <p className="quiet">{say(wordsTexts.textHow)}</p>
          <div className="words-acts">
            <Button type="submit" disabled={!isReady} loading={isPending}>
              {props.recordLabel}
            </Button>
            {isTyped && (
              <Button variant="default" onClick={forget}>
                {say(wordsButtons.leave)}
              </Button>
            )}
            {props.children}
          </div>
          {error !== null && error !== undefined && <Trouble error={error} />}
        </form>
      )}
      <WordsPreview words={words} figures={figures} />
      <LooseNumbers words={words} figures={figures} onTie={canWrite ? tie : undefined} />
      {canWrite && <FigureChooser figures={figures} onChoose={insert} />}
    </>
  )
}
