import { skipToken, useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Period } from '../../../shared/domain/period.ts'
import { searchGroupTexts, searchTexts, type SearchGroup } from '../../../shared/messages/search.ts'
import { journalSentences } from '../../../shared/rules/journal-sentence.ts'
import { ruleSayer } from '../../../shared/rules/rule-message.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { searchWords } from '../../../shared/vietnamese/search-words.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { FoundText } from './found-text.tsx'
import './search.css'
import { itemsOfResult, listShort, pickListed, type SearchItem, type SearchItems } from './search-item.ts'

const typingMs = 120
const mostOfGroup = 5
const order: readonly SearchGroup[] = [
  'pages',
  'units',
  'indicators',
  'fields',
  'tasks',
  'periods',
  'passages',
  'findings',
  'notes',
  'files',
  'entries',
  'help',
]

/** One field for everything: units, indicators, words of submissions, files, what was done, pages and help. */
export function SearchBox({ periods, period }: { periods: readonly Period[]; period: Period | undefined }) {
  const { say, language } = useLanguage()
  const { go, set } = usePlace()
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  /** Where one was when the key called the field. */
  const before = useRef<Element>(null)
  const { groups, isLooking } = useFound(text, isOpen, periods, period)
  const listId = useId()
  const items = groups.flatMap((group) => group.items)
  const active = Math.min(chosen, items.length - 1)
  const optionId = (index: number): string => `${listId}-${index}`

  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent): void => {
      if (event.isComposing || event.altKey || event.shiftKey) return
      const isOurs = event.ctrlKey ? event.code === 'KeyK' : event.key === 'F3'
      if (!isOurs) return
      event.preventDefault()
      if (document.activeElement !== field.current) before.current = document.activeElement
      field.current?.focus()
      field.current?.select()
      setOpen(true)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  useEffect(() => {
    if (isOpen) document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [isOpen, listId, active])

  // Never to nowhere: the keys of the page must go on working.
  const leave = (to: Element | null): void => {
    const isThere = to instanceof HTMLElement && to.isConnected && to !== document.body
    ;(isThere ? to : document.getElementById('page'))?.focus()
    before.current = null
  }
  const open = ({ target }: SearchItem): void => {
    setOpen(false)
    if ('page' in target) go(target.page, target.params)
    else set(target.beside)
    leave(null)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    // Enter and the arrows belong to the input method while it composes.
    if (event.nativeEvent.isComposing || event.key === 'Process') return
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move !== undefined) {
      event.preventDefault()
      setOpen(true)
      setChosen(Math.max(0, Math.min(items.length - 1, active + move)))
    } else if (event.key === 'Enter' && isOpen && items[active]) {
      event.preventDefault()
      open(items[active])
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (isOpen && text !== '') setText('')
      else leave(before.current)
      setOpen(false)
    }
  }
  const isShown = isOpen && (text.trim() !== '' || items.length > 0)
  return (
    <div
      className="search"
      role="search"
      ref={box}
      onBlur={(event) => {
        if (!box.current?.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <Search size={18} aria-hidden />
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={say(searchTexts.label)}
        aria-expanded={isShown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isShown && items.length > 0 ? optionId(active) : undefined}
        aria-keyshortcuts="Control+K F3"
        placeholder={say(searchTexts.placeholder)}
        title={say(searchTexts.hint)}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setChosen(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={press}
      />
      <div className="search-results" hidden={!isShown}>
        <div id={listId} className="search-list" role="listbox" aria-label={say(searchTexts.results)}>
          {groups.map(({ group, items: ofGroup }) => (
            <div key={group} role="group" aria-labelledby={`${listId}-${group}`}>
              <div className="search-group" id={`${listId}-${group}`} role="presentation">
                {say(searchGroupTexts[group])}
              </div>
              {ofGroup.map((item) => {
                const index = items.indexOf(item)
                return (
                  <div
                    key={item.key}
                    id={optionId(index)}
                    role="option"
                    className="search-item"
                    aria-selected={index === active}
                    // The field keeps the focus; the mouse chooses as Enter does.
                    onMouseDown={(event) => event.preventDefault()}
                    onMouseMove={() => setChosen(index)}
                    onClick={() => open(item)}
                  >
                    <FoundText text={item.title} words={searchWords(text)} />
                    {item.detail !== undefined && <span className="search-detail">{item.detail}</span>}
                  </div>
                )
              })}
            </div>
          ))}
        </div>
        <p className="search-foot" role="status">
          {isLooking
            ? say(searchTexts.looking)
            : items.length === 0
              ? say(searchTexts.nothing, { text: text.trim() })
              : `${say(searchTexts.found, { count: formatSmallCount(items.length, language) })} · ${say(searchTexts.keys)}`}
        </p>
      </div>
    </div>
  )
}

function useFound(
  text: string,
  isOpen: boolean,
  periods: readonly Period[],
  period: Period | undefined,
): { groups: SearchItems; isLooking: boolean } {
  const { queries } = useEngine()
  const { language } = useLanguage()
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), typingMs)
    return () => clearTimeout(timer)
  }, [text])
  // Nothing is read for a field that nobody has gone to.
  const [isUsed, setUsed] = useState(false)
  if (isOpen && !isUsed) setUsed(true)
  const units = useQuery(queries.units.list.queryOptions({ input: isUsed ? {} : skipToken }))
  const programme = useQuery(
    queries.workspace.programme.queryOptions({ input: isUsed ? (period ? { period: period.code } : {}) : skipToken }),
  )
  const canAsk = isOpen && searchWords(asked).join('').length > 1
  const found = useQuery({
    ...queries.search.find.queryOptions({
      input: canAsk ? { text: asked, language, limit: mostOfGroup, ...(period ? { period: period.code } : {}) } : skipToken,
    }),
    placeholderData: (previous) => previous,
  })
  const short = useMemo(
    () => (isUsed ? listShort({ units: units.data ?? [], programme: programme.data, periods }, language) : undefined),
    [isUsed, units.data, programme.data, periods, language],
  )
  const say = useMemo(() => {
    if (!programme.data) return undefined
    const names = new Map(units.data?.map(({ code, name }) => [code, name]))
    return {
      programme: programme.data,
      language,
      nameOf: (unit: string) => names.get(unit) ?? unit,
      sayRule: ruleSayer(programme.data, language),
      sayEntry: journalSentences({ programme: programme.data, units: names, language }),
    }
  }, [programme.data, units.data, language])

  const words = searchWords(text)
  if (words.length === 0 || !short) return { groups: [], isLooking: false }
  const lists: Partial<Record<SearchGroup, SearchItem[]>> = {
    ...(canAsk && found.data && say ? itemsOfResult(found.data, say, asked) : {}),
    ...Object.fromEntries(Object.entries(short).map(([group, list]) => [group, pickListed(list, words, mostOfGroup)])),
  }
  return {
    groups: order.flatMap((group) => {
      const items = lists[group]
      return items && items.length > 0 ? [{ group, items }] : []
    }),
    isLooking: canAsk && (found.isFetching || asked !== text.trim()),
  }
}
