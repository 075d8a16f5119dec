import { Button, CloseButton, NativeSelect } from '@mantine/core'
import { Printer } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import {
  firstDaySteps,
  helpTexts,
  helpTopicIds,
  keyTable,
  termTable,
  titleOfTopic,
  type HelpPage,
  type HelpTopicId,
} from '../../../shared/messages/help.ts'
import { helpOfPages } from '../../../shared/messages/help-pages.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { useLanguage } from '../../ui/language.tsx'
import './help.css'

/** In the address `page` stands for the page one is on. */
const ofThisPage = 'page'
const isTopic = (value: string | undefined): value is HelpTopicId => helpTopicIds.some((id) => id === value)

/** The help of the page one is on, beside it: opened by F1 or its button, closed by Esc, kept in the address. */
export function HelpPanel() {
  const { params, set } = usePlace()
  const topic = params['help']
  const toggle = useRef<() => void>(undefined)
  useEffect(() => {
    toggle.current = () => set({ help: topic === undefined ? ofThisPage : undefined }, { replace: true })
  })
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'F1' || event.isComposing || event.ctrlKey || event.altKey) return
      event.preventDefault()
      toggle.current?.()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return topic === undefined ? null : <OpenHelp topic={topic} />
}

function OpenHelp({ topic }: { topic: string }) {
  const { host } = useEngine()
  const { say, language } = useLanguage()
  const { page, set } = usePlace()
  const [isPrinting, setPrinting] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = isTopic(topic) ? topic : page
  useEffect(() => {
    const before = document.activeElement
    heading.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  // Only what was asked for goes to paper, not the page behind it.
  useEffect(() => {
    if (!isPrinting) return undefined
    const finish = (): void => setPrinting(false)
    window.addEventListener('afterprint', finish)
    host.print()
    return () => window.removeEventListener('afterprint', finish)
  }, [isPrinting, host])
  const close = (): void => set({ help: undefined }, { replace: true })
  return (
    <aside
      className="help"
      aria-labelledby="help-title"
      data-printing={isPrinting || undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || event.defaultPrevented) return
        event.preventDefault()
        close()
      }}
    >
      <header>
        <h2 id="help-title" tabIndex={-1} ref={heading}>
          {say(helpTexts.title)}
        </h2>
        <Button variant="default" size="compact-md" leftSection={<Printer size={18} aria-hidden />} onClick={() => setPrinting(true)}>
          {say(helpTexts.print)}
        </Button>
        <CloseButton aria-label={say(helpTexts.close)} onClick={close} />
      </header>
      <NativeSelect
        className="help-topics"
        aria-label={say(helpTexts.topic)}
        value={isTopic(topic) ? topic : ofThisPage}
        onChange={(event) => set({ help: event.currentTarget.value }, { replace: true })}
        data={[
          { value: ofThisPage, label: say(helpTexts.thisPage, { page: titleOfTopic(page, language) }) },
          ...(['firstDay', 'keys', 'terms'] as const).map((id) => ({ value: id, label: titleOfTopic(id, language) })),
          ...helpTopicIds
            .filter((id) => id !== 'firstDay' && id !== 'keys' && id !== 'terms')
            .map((id) => ({ value: id, label: titleOfTopic(id, language) })),
        ]}
      />
      <TopicText topic={shown} />
    </aside>
  )
}

function TopicText({ topic }: { topic: HelpTopicId }) {
  if (topic === 'firstDay') return <FirstDay />
  if (topic === 'keys') return <Keys />
  if (topic === 'terms') return <Terms />
  return <PageTopic page={topic} />
}

function PageTopic({ page }: { page: HelpPage }) {
  const { say, language } = useLanguage()
  const { purpose, todo } = helpOfPages[page]
  return (
    <>
      <h3>{titleOfTopic(page, language)}</h3>
      <p>{say(purpose)}</p>
      <h4>{say(helpTexts.todo)}</h4>
      <ul>
        {todo.map((text) => (
          <li key={text.vi}>{say(text)}</li>
        ))}
      </ul>
      <Keys page={page} />
    </>
  )
}

function FirstDay() {
  const { say } = useLanguage()
  return (
    <>
      <h3>{say(helpTexts.firstDay)}</h3>
      <p>{say(helpTexts.firstDayWhy)}</p>
      <ol>
        {firstDaySteps.map((text) => (
          <li key={text.vi}>{say(text)}</li>
        ))}
      </ol>
    </>
  )
}

/** All keys; of one page, those that work everywhere and its own. */
function Keys({ page }: { page?: HelpPage }) {
  const { say } = useLanguage()
  const rows = keyTable.filter((row) => page === undefined || row.page === undefined || row.page === page)
  return (
    <>
      {page === undefined ? <h3>{say(helpTexts.keys)}</h3> : <h4>{say(helpTexts.keysOfPage)}</h4>}
      {page === undefined && <p>{say(helpTexts.keysWhy)}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{say(helpTexts.key)}</th>
            <th scope="col">{say(helpTexts.does)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ keys, does }) => (
            <tr key={`${keys} ${does.vi}`}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{say(does)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Terms() {
  const { say } = useLanguage()
  return (
    <>
      <h3>{say(helpTexts.terms)}</h3>
      <dl>
        {termTable.map(({ term, meaning }) => (
          <div key={term.vi}>
            <dt>{say(term)}</dt>
            <dd>{say(meaning)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
