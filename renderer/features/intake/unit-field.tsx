import { Button } from '@mantine/core'
import { useState } from 'react'
import { papersPageTexts } from '../../../shared/messages/papers-page.ts'
import { useLanguage } from '../../ui/language.tsx'
import { UnitChooser } from './unit-chooser.tsx'
import type { KnownUnit } from './use-units.tsx'

type UnitFieldProps = {
  label: string
  units: readonly KnownUnit[]
  nameOf: (code: string) => string
  suggestions: readonly string[]
  /** Undefined while nobody has said it. */
  unit: string | undefined
  onUnit: (code: string) => void
  /** Said below while it is only suggested. */
  hint?: string | undefined
  isFixed?: boolean
}

/** A unit that is confirmed or chosen: its name and one button, and the search in its place while it is open. */
export function UnitField({ label, units, nameOf, suggestions, unit, onUnit, hint, isFixed = false }: UnitFieldProps) {
  const { say } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  if (isOpen)
    return (
      <UnitChooser
        units={units}
        suggestions={suggestions}
        onBack={() => setOpen(false)}
        onChoose={(code) => {
          onUnit(code)
          setOpen(false)
        }}
      />
    )
  return (
    <div className="unit-field">
      <span className="unit-label">{label}</span>
      {unit !== undefined && <strong>{nameOf(unit)}</strong>}
      {!isFixed && (
        <Button variant="default" size="compact-md" onClick={() => setOpen(true)}>
          {say(unit === undefined ? papersPageTexts.chooseUnit : papersPageTexts.changeUnit)}
        </Button>
      )}
      {hint !== undefined && <span className="quiet">{hint}</span>}
    </div>
  )
}
