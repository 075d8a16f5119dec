import { Button, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { heldPageTexts } from '../../../shared/messages/intake-page.ts'
import { searchFold } from '../../../shared/vietnamese/text-key.ts'
import { useLanguage } from '../../ui/language.tsx'
import type { KnownUnit } from './use-units.tsx'

type UnitChooserProps = {
  units: readonly KnownUnit[]
  /** Codes that the file itself suggests; they stand first. */
  suggestions: readonly string[]
  onChoose: (code: string) => void
  onBack: () => void
}

const mostShown = 8

/** Search without tone marks, Enter takes the first, arrows go on. */
export function UnitChooser({ units, suggestions, onChoose, onBack }: UnitChooserProps) {
  const { say } = useLanguage()
  const [typed, setTyped] = useState('')
  const words = searchFold(typed)
    .split(' ')
    .filter((word) => word !== '')
  const ordered = useMemo(() => {
    const suggested = new Set(suggestions)
    const folded = units.map((unit) => ({ ...unit, folded: searchFold(`${unit.name} ${unit.code}`) }))
    return [...folded.filter(({ code }) => suggested.has(code)), ...folded.filter(({ code }) => !suggested.has(code))]
  }, [units, suggestions])
  const found = ordered.filter(({ folded }) => words.every((word) => folded.includes(word))).slice(0, mostShown)
  return (
    <div className="unit-chooser">
      <TextInput
        autoFocus
        type="search"
        label={say(heldPageTexts.chosen)}
        placeholder={say(heldPageTexts.findUnit)}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.key === 'Process') return
          if (event.key === 'Enter' && words.length > 0 && found[0]) onChoose(found[0].code)
          if (event.key === 'Escape') onBack()
        }}
      />
      {found.length === 0 ? (
        <p role="status">{say(heldPageTexts.noUnitFound)}</p>
      ) : (
        <ul>
          {found.map(({ code, name }) => (
            <li key={code}>
              <Button variant="default" fullWidth justify="flex-start" onClick={() => onChoose(code)}>
                {suggestions.includes(code) ? `${name} · ${say(heldPageTexts.suggested)}` : name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button variant="subtle" onClick={onBack}>
        {say(heldPageTexts.back)}
      </Button>
    </div>
  )
}
