import { Button } from '@mantine/core'
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ReportTextView } from '../../../shared/contract/report-texts.ts'
import type { ReportKind } from '../../../shared/domain/programme.ts'
import { reportButtons } from '../../../shared/messages/report-page.ts'
import { wordsButtons, wordsTexts } from '../../../shared/messages/report-words-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { ReturnedWords } from './returned-words.tsx'
import { SectionWords } from './section-words.tsx'
import { TaskSentences } from './task-sentences.tsx'
import { useTurnFocus } from './use-turn-focus.tsx'
import { WordsList } from './words-list.tsx'
import './report-words.css'

export type WordsScope = { period: string; kind: ReportKind }
type ReportWordsProps = {
  scope: WordsScope
  isDraft: boolean
  /** Undefined while it is being built. */
  onBuild: (() => void) | undefined
}

/** What the office writes into a kind of report, and the sentences it chooses for a task; the one in hand stands in the address. */
export function ReportWords({ scope, isDraft, onBuild }: ReportWordsProps) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const { params, set } = usePlace()
  const isAllowed = useAllowed()
  const queryClient = useQueryClient()
  const listing = queries.reportTexts.list.queryOptions({ input: scope })
  const texts = useQuery(listing)
  const nameOf = useNames(scope.period, texts.data)
  const [isChanged, setChanged] = useState(false)
  const back = useTurnFocus(texts.data !== undefined)
  const keep = (view: ReportTextView): void => {
    queryClient.setQueryData(listing.queryKey, view)
    setChanged(true)
  }
  if (texts.error) return <Trouble error={texts.error} />
  if (!texts.data) return <Waiting />
  const { sections, paragraphs, tasks, figures } = texts.data
  const mayWrite = isAllowed('reportTexts.write')
  const canWrite = mayWrite && isDraft
  const wanted = params['words']
  const isReturned = params['word'] !== undefined
  const task = tasks.find(({ code }) => code === wanted)
  const section = task ? undefined : (sections.find(({ code }) => code === wanted) ?? sections[0])
  return (
    <div className="report-words">
      <nav className="words-list" aria-label={say(wordsTexts.list)}>
        <Button
          ref={back}
          variant="default"
          fullWidth
          className="report-turn"
          onClick={() => set({ words: undefined, word: undefined, paragraph: undefined })}
        >
          {say(wordsTexts.pages)}
        </Button>
        <WordsList
          texts={texts.data}
          nameOf={nameOf}
          shown={task?.code ?? section?.code}
          onShow={(code) => set({ words: code, paragraph: undefined, word: undefined })}
        />
      </nav>
      <div className="words-main">
        {!canWrite && <p className="quiet">{say(isDraft ? wordsTexts.readOnlyRole : wordsTexts.readOnlyState)}</p>}
        {isChanged && (
          <p className="words-changed" role="status">
            {say(wordsTexts.rebuild)}
            {onBuild && isAllowed('reports.build') && (
              <Button
                onClick={() => {
                  setChanged(false)
                  onBuild()
                }}
              >
                {say(reportButtons.rebuild)}
              </Button>
            )}
          </p>
        )}
        {isReturned && (
          <ReturnedWords scope={scope} file={params['word']!} figures={figures} nameOf={nameOf} canWrite={canWrite} onKept={keep} />
        )}
        <Stale scope={scope} texts={texts.data} nameOf={nameOf} canWrite={canWrite} onKept={keep} />
        {!isReturned && task && (
          <TaskSentences key={task.code} scope={scope} task={task} name={nameOf(task.code)} canWrite={canWrite} onKept={keep} />
        )}
        {!isReturned && section && (
          <SectionWords
            key={section.code}
            scope={scope}
            section={section}
            name={nameOf(section.code)}
            // The closing sentence stands after the last section.
            paragraphs={paragraphs.filter((one) => one.section === section.code || (one.section === null && section === sections.at(-1)))}
            figures={figures}
            canWrite={canWrite}
            onKept={keep}
          />
        )}
        {!task && !section && <p>{say(wordsTexts.nothing)}</p>}
      </div>
    </div>
  )
}

const numbered = (number: string, heading: string): string => {
  const bare = number.replace(/[.)\-\s]+$/u, '')
  return bare === '' ? heading : `${bare}. ${heading}`
}

/** What a section or a task is called in the language of the page; figures have the name the report gives them. */
function useNames(period: string, view: ReportTextView | undefined): (code: string) => string {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const programme = useQuery(queries.workspace.programme.queryOptions({ input: view ? { period } : skipToken }))
  const names = useMemo(() => {
    const { outline = [], tasks = [] } = programme.data ?? {}
    const known = new Map<string, string>()
    for (const { ref, label } of view?.figures ?? []) known.set(ref, label)
    for (const { code, number, heading } of view?.sections ?? []) known.set(code, numbered(number, heading))
    for (const { code, number, heading } of outline) if (heading) known.set(code, numbered(number, heading[language]))
    for (const { code, label } of view?.tasks ?? []) known.set(code, label)
    for (const { code, label } of tasks) known.set(code, label[language])
    return known
  }, [programme.data, view, language])
  // What stands before the first heading has none.
  return (code) => (names.get(code) === '' ? say(wordsTexts.opening) : (names.get(code) ?? code))
}

type StaleProps = {
  scope: WordsScope
  texts: ReportTextView
  nameOf: (code: string) => string
  canWrite: boolean
  onKept: (view: ReportTextView) => void
}

/** Old figures of all sections in one list; none changes until somebody asks for it. */
function Stale({ scope, texts, nameOf, canWrite, onKept }: StaleProps) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const refresh = useMutation(queries.reportTexts.refresh.mutationOptions({ onSuccess: (done) => onKept(done.texts) }))
  const { set } = usePlace()
  const placeOf = (section: string | null): string => (section === null ? say(wordsTexts.ending) : nameOf(section))
  const stale = [
    ...texts.sections.flatMap(({ code, stale: found }) => found.map((one) => ({ ...one, section: nameOf(code) }))),
    ...texts.paragraphs.flatMap(({ section, stale: found }) => found.map((one) => ({ ...one, section: placeOf(section) }))),
  ]
  const changed = texts.paragraphs.filter(({ own }) => own?.isChanged)
  if (stale.length + changed.length === 0) return null
  return (
    <section className="words-stale" aria-labelledby="words-stale">
      <h2 id="words-stale">{say(stale.length > 0 ? wordsTexts.stale : wordsTexts.baseChanged)}</h2>
      <ul>
        {changed.map(({ key, section }) => (
          <li key={key}>
            <button
              type="button"
              className="words-link"
              onClick={() => set({ words: section ?? texts.sections.at(-1)?.code, paragraph: key })}
            >
              {say(wordsTexts.changedParagraphs, { section: placeOf(section) })}
            </button>
          </li>
        ))}
        {stale.map(({ section, ref, shown, now }, index) => (
          // The same figure may be stale twice in one section.
          <li key={`${section} ${ref} ${index}`}>
            {now === null
              ? say(wordsTexts.staleGone, { section, label: nameOf(ref), shown })
              : say(wordsTexts.staleOne, { section, label: nameOf(ref), shown, now })}
          </li>
        ))}
      </ul>
      {canWrite && stale.some(({ now }) => now !== null) && (
        <Button variant="default" loading={refresh.isPending} onClick={() => refresh.mutate(scope)}>
          {say(wordsButtons.refresh)}
        </Button>
      )}
      {refresh.error && <Trouble error={refresh.error} />}
    </section>
  )
}
