import { Button, NativeSelect, Select, Switch, TextInput, type ComboboxItem, type OptionsFilter } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Unit } from '../../../shared/domain/unit.ts'
import { journalGroups, journalGroupTexts, journalPageTexts } from '../../../shared/messages/journal-page.ts'
import { parseDay, printDay } from '../../../shared/vietnamese/dates.ts'
import { hasWords, searchWords } from '../../../shared/vietnamese/search-words.ts'
import { searchFold } from '../../../shared/vietnamese/text-key.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { journalParams } from './journal-filter.ts'

const typingMs = 250

/** A text that narrows the list a moment after the last key; the place has it then. */
function useTypedParam(name: 'text' | 'from' | 'to', accept: (typed: string) => boolean = () => true): [string, (typed: string) => void] {
  const { params, set } = usePlace()
  const placed = params[name] ?? ''
  const [typed, setTyped] = useState(placed)
  const [before, setBefore] = useState(placed)
  const [own, setOwn] = useState<string>()
  // The place changed: by ourselves, and more may have been typed since; or by the way back or by clearing.
  if (placed !== before) {
    setBefore(placed)
    if (placed !== own) setTyped(placed)
  }
  const place = useEffectEvent((text: string) => set({ [name]: text === '' ? undefined : text }, { replace: true }))
  const isWorthPlacing = typed !== placed && accept(typed)
  useEffect(() => {
    if (!isWorthPlacing) return undefined
    const timer = setTimeout(() => {
      setOwn(typed)
      place(typed)
    }, typingMs)
    return () => clearTimeout(timer)
  }, [typed, isWorthPlacing])
  return [typed, setTyped]
}

const isDay = (typed: string): boolean => typed === '' || parseDay(typed) !== undefined
const showDay = (typed: string): string => {
  const day = /^\d{4}-/.test(typed) ? parseDay(typed) : undefined
  return day === undefined ? typed : printDay(day)
}

function DayField({ name }: { name: 'from' | 'to' }) {
  const { say } = useLanguage()
  const [typed, setTyped] = useTypedParam(name, isDay)
  const [isLeft, setLeft] = useState(false)
  return (
    <TextInput
      label={say(journalPageTexts[name])}
      placeholder="dd/mm/yyyy"
      value={showDay(typed)}
      onChange={(event) => {
        setLeft(false)
        setTyped(event.currentTarget.value)
      }}
      onBlur={() => setLeft(true)}
      error={isLeft && !isDay(typed) ? say(journalPageTexts.badDay) : undefined}
      autoComplete="off"
      className="day"
    />
  )
}

const mostUnits = 60

/** Five thousand units are too many for a list that is drawn whole. */
const filterUnits: OptionsFilter = ({ options, search }) => {
  const words = searchWords(search)
  const found: ComboboxItem[] = []
  for (const option of options as ComboboxItem[])
    if (found.length < mostUnits && hasWords(searchFold(`${option.label} ${option.value}`), words)) found.push(option)
  return found
}

export function JournalFilters({ units }: { units: readonly Unit[] }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const { params, set } = usePlace()
  const actors = useQuery(queries.trust.actors.queryOptions({ input: {} }))
  const [text, setText] = useTypedParam('text')
  const isNarrowed = journalParams.some((name) => params[name] !== undefined)
  const choose = (name: 'actor' | 'group' | 'unit', value: string | null): void =>
    set({ [name]: value ? value : undefined }, { replace: true })
  return (
    <div className="journal-filters" role="search" aria-label={say(journalPageTexts.filters)}>
      <TextInput
        className="text"
        label={say(journalPageTexts.text)}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autoComplete="off"
        type="search"
      />
      <DayField name="from" />
      <DayField name="to" />
      <NativeSelect
        label={say(journalPageTexts.actor)}
        value={params['actor'] ?? ''}
        onChange={(event) => choose('actor', event.currentTarget.value)}
        data={[
          { value: '', label: say(journalPageTexts.anybody) },
          ...(actors.data ?? []).map((actor) => ({ value: actor, label: actor })),
        ]}
      />
      <NativeSelect
        label={say(journalPageTexts.group)}
        value={params['group'] ?? ''}
        onChange={(event) => choose('group', event.currentTarget.value)}
        data={[
          { value: '', label: say(journalPageTexts.anything) },
          ...journalGroups.map((group) => ({ value: group, label: say(journalGroupTexts[group]) })),
        ]}
      />
      <Select
        className="unit"
        label={say(journalPageTexts.unit)}
        placeholder={say(journalPageTexts.anyUnit)}
        searchable
        clearable
        value={params['unit'] ?? null}
        onChange={(value) => choose('unit', value)}
        data={units.map(({ code, name }) => ({ value: code, label: name }))}
        filter={filterUnits}
        nothingFoundMessage={say(journalPageTexts.noUnit)}
        maxDropdownHeight={320}
      />
      <div className="journal-switches">
        {isNarrowed && (
          <Button
            variant="default"
            onClick={() => set(Object.fromEntries(journalParams.map((name) => [name, undefined])), { replace: true })}
          >
            {say(journalPageTexts.clear)}
          </Button>
        )}
        <Switch
          label={say(journalPageTexts.technical)}
          checked={params['technical'] === '1'}
          onChange={(event) => set({ technical: event.currentTarget.checked ? '1' : undefined }, { replace: true })}
        />
      </div>
    </div>
  )
}
