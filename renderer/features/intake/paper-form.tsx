import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { AttachedPaper, PaperSuggestion } from './intake-values.ts'
import { papersPageTexts } from '../../../shared/messages/papers-page.ts'
import { parseDay, printDay, printInstant } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { UnitField } from './unit-field.tsx'
import type { KnownUnit } from './use-units.tsx'

type PaperFormProps = {
  paper: AttachedPaper
  suggestion: PaperSuggestion
  units: readonly KnownUnit[]
  nameOf: (code: string) => string
  mayDescribe: boolean
}

const lines = ['number', 'issuedOn', 'signer', 'subject'] as const

/** Whose the paper is and what it is; what was only read from it says so until a person records it. */
export function PaperForm({ paper, suggestion, units, nameOf, mayDescribe }: PaperFormProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const said = paper.paper
  const { suggestions, disagrees } = whoseItMayBe(paper.suggestions, suggestion.units)
  const [unit, setUnit] = useState<string | undefined>(() => paper.unit ?? (disagrees ? undefined : suggestions[0]))
  const read = { ...suggestion, issuedOn: dayOf(suggestion.issuedOn) }
  const [typed, setTyped] = useState(() => {
    const { number, signer, subject } = said ?? suggestion
    return { number, issuedOn: dayOf((said ?? suggestion).issuedOn), signer, subject, note: said?.note ?? '' }
  })
  const [isTried, setTried] = useState(false)
  const describe = useMutation(queries.papers.describe.mutationOptions())
  const isDayWrong = typed.issuedOn.trim() !== '' && parseDay(typed.issuedOn) === undefined
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    setTried(true)
    if (unit !== undefined && !isDayWrong && !describe.isPending) describe.mutate({ receipt: paper.receipt, unit, ...typed })
  }
  const isSuggested = (line: (typeof lines)[number]): boolean => !said && typed[line] !== '' && typed[line] === read[line]
  const contradiction = (): string => {
    const [name, head] = [paper.suggestions, suggestion.units].map((codes) => codes.map(nameOf).join(', '))
    return say(papersPageTexts.unitContradicted, { name: name!, head: head! })
  }
  const hint =
    paper.unit !== null
      ? undefined
      : unit !== undefined
        ? say(papersPageTexts.unitSuggested)
        : disagrees
          ? contradiction()
          : isTried
            ? say(papersPageTexts.unitFirst)
            : undefined
  return (
    <form className="paper-form" onSubmit={submit} noValidate aria-label={say(papersPageTexts.describe)}>
      <UnitField
        label={say(papersPageTexts.unit)}
        units={units}
        nameOf={nameOf}
        suggestions={suggestions}
        unit={unit}
        onUnit={setUnit}
        isFixed={!mayDescribe}
        hint={hint}
      />
      {lines.map((line) => (
        <TextInput
          key={line}
          label={say(papersPageTexts[line])}
          title={line === 'issuedOn' ? say(papersPageTexts.dayHow) : undefined}
          data-suggested={isSuggested(line) || undefined}
          maxLength={500}
          readOnly={!mayDescribe}
          value={typed[line]}
          onChange={(event) => setTyped({ ...typed, [line]: event.currentTarget.value })}
          error={line === 'issuedOn' && isTried && isDayWrong ? say(papersPageTexts.dayWrong) : undefined}
        />
      ))}
      <Textarea
        label={say(papersPageTexts.note)}
        autosize
        maxLength={2000}
        readOnly={!mayDescribe}
        value={typed.note}
        onChange={(event) => setTyped({ ...typed, note: event.currentTarget.value })}
      />
      {lines.some(isSuggested) && <p className="quiet">{say(papersPageTexts.suggested)}</p>}
      {describe.error && <Trouble error={describe.error} />}
      {mayDescribe && (
        <Button type="submit" loading={describe.isPending}>
          {say(papersPageTexts.save)}
        </Button>
      )}
      <p className="quiet" role="status">
        {describe.data
          ? say(papersPageTexts.saved, { unit: nameOf(describe.data.unit ?? '') })
          : said && say(papersPageTexts.describedBy, { actor: said.actor, at: printInstant(said.at, language) })}
      </p>
    </form>
  )
}

const dayOf = (day: string | null): string => (day === null ? '' : printDay(day))

/** What file name and head of the paper both say comes first; where they speak of different units nothing is guessed: it may be a neighbour's. */
function whoseItMayBe(byName: readonly string[], byHead: readonly string[]): { suggestions: string[]; disagrees: boolean } {
  const both = byHead.filter((unit) => byName.includes(unit))
  return {
    suggestions: [...new Set([...both, ...byName, ...byHead])],
    disagrees: byName.length > 0 && byHead.length > 0 && both.length === 0,
  }
}
