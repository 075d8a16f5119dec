import { Button, Textarea } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useRef, type KeyboardEvent, type SubmitEvent } from 'react'
import type { ReportTextView } from '../../../shared/contract/report-texts.ts'
import { wordsButtons, wordsTexts } from '../../../shared/messages/report-words-page.ts'
import { tieNumber } from '../../../shared/rules/figure-tokens.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { FigureChooser } from './figure-chooser.tsx'
import { LooseNumbers } from './loose-numbers.tsx'
import type { WordsScope } from './report-words.tsx'
import { WordsPreview } from './words-preview.tsx'
import { WordsVersions } from './words-versions.tsx'

type SectionWordsProps = {
  scope: WordsScope
  section: ReportTextView['sections'][number]
  name: string
  figures: ReportTextView['figures']
  canWrite: boolean
  onKept: (view: ReportTextView) => void
}

/** What was typed is kept until it is recorded. `seen`: the version that was in use when typing began. */
type Draft = { words: string; seen: string | null } | null

export function SectionWords({ scope, section, name, figures, canWrite, onKept }: SectionWordsProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const newest = section.versions[0]
  const seen = newest?.id ?? null
  const [draft, setDraft, forget] = useSessionStorage<Draft>({
    key: `tonghop.words/${scope.period}/${scope.kind}/${section.code}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  const area = useRef<HTMLTextAreaElement>(null)
  const write = useMutation(queries.reportTexts.write.mutationOptions())
  const isTyped = canWrite && draft !== null && draft.words !== section.text
  const words = isTyped ? draft.words : section.text
  const type = (typed: string): void => setDraft({ words: typed, seen: isTyped ? draft.seen : seen })
  const record = (): void => {
    if (!isTyped || write.isPending) return
    write.mutate(
      { ...scope, section: section.code, text: words },
      {
        onSuccess: (view) => {
          forget()
          onKept(view)
        },
      },
    )
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
  return (
    <section className="words-section" aria-labelledby="words-section">
      <h2 id="words-section">{name}</h2>
      {newest && <p className="quiet">{say(wordsTexts.by, { actor: newest.actor, at: printInstant(newest.at, language) })}</p>}
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
            label={say(wordsTexts.text, { section: name })}
            autosize
            minRows={5}
            maxRows={16}
            maxLength={100_000}
            value={words}
            onChange={(event) => type(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          <p className="quiet">{say(wordsTexts.textHow)}</p>
          <div className="words-acts">
            <Button type="submit" disabled={!isTyped} loading={write.isPending}>
              {say(wordsButtons.write)}
            </Button>
            {isTyped && (
              <Button variant="default" onClick={forget}>
                {say(wordsButtons.leave)}
              </Button>
            )}
          </div>
          {write.error && <Trouble error={write.error} />}
        </form>
      )}
      <WordsPreview words={words} figures={figures} />
      <LooseNumbers
        words={words}
        figures={figures}
        onTie={
          canWrite
            ? (number, ref) => {
                type(tieNumber(words, number, ref))
                area.current?.focus()
              }
            : undefined
        }
      />
      {canWrite && <FigureChooser figures={figures} onChoose={insert} />}
      <WordsVersions versions={section.versions} canWrite={canWrite} onKept={onKept} />
    </section>
  )
}
