import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { reportStyle, type ReportStyle } from '../../shared/domain/report-style.ts'
import { styleTexts } from '../../shared/messages/report-style.ts'
import { useLanguage } from './language.tsx'
import './style-form.css'

type StyleFormProps = {
  /** Under which name what was chosen and not kept yet outlives a reload. */
  draftKey: string
  style: ReportStyle
  canChange: boolean
  isSaving: boolean
  /** What belongs to one report is asked for only there; the round of its draft as counted. */
  nextRound?: number
  onSave: (style: ReportStyle, onKept: () => void) => void
}

const choices = {
  sides: ['one', 'two'],
  urgency: ['none', 'urgent', 'very_urgent', 'flash'],
  spelling: ['as_written', 'first_vowel', 'second_vowel'],
  contents: ['long', 'always', 'never'],
} as const
const endings = { '.': 'ending_stop', './.': 'ending_slash' } as const
/** Fields of a row stand in line, however long their hints are. */
const hintBelow: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']
const mostOf = { draftRound: 99, copies: 9_999 } as const

/** Numbers as they are typed: what is no number is told and not kept. */
type Typed = Omit<ReportStyle, 'draftRound' | 'copies'> & { draftRound: string; copies: string }

const typedOf = (style: ReportStyle): Typed => ({
  ...style,
  draftRound: style.draftRound === null ? '' : String(style.draftRound),
  copies: style.copies === null ? '' : String(style.copies),
})

const numberOf = (text: string): number | null | undefined =>
  text.trim() === '' ? null : /^\d{1,5}$/.test(text.trim()) ? Number(text) : undefined

function readTyped(typed: Typed): ReportStyle | undefined {
  const read = reportStyle.safeParse({ ...typed, draftRound: numberOf(typed.draftRound), copies: numberOf(typed.copies) })
  return read.success ? read.data : undefined
}

export function StyleForm({ draftKey, style, canChange, isSaving, nextRound, onSave }: StyleFormProps) {
  const { say } = useLanguage()
  const [draft, setDraft, forget] = useSessionStorage<Typed | null>({
    key: `tonghop.style/${draftKey}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  const kept = typedOf(style)
  const typed = canChange && draft ? draft : kept
  const isChanged = (Object.keys(kept) as (keyof Typed)[]).some((name) => typed[name] !== kept[name])
  const next = readTyped(typed)
  const change = (part: Partial<Typed>): void => setDraft({ ...typed, ...part })
  const choice = (name: keyof typeof choices, description?: string) => (
    <NativeSelect
      label={say(styleTexts[name])}
      inputWrapperOrder={hintBelow}
      description={description}
      value={typed[name]}
      disabled={!canChange}
      data={choices[name].map((value) => ({ value, label: say(styleTexts[`${name}_${value}` as keyof typeof styleTexts]) }))}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  )
  const written = (name: 'circulation' | 'typist', how: keyof typeof styleTexts, most: number) => (
    <TextInput
      label={say(styleTexts[name])}
      inputWrapperOrder={hintBelow}
      description={say(styleTexts[how])}
      maxLength={most}
      readOnly={!canChange}
      value={typed[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  )
  const counted = (name: keyof typeof mostOf, description?: string) => {
    const value = numberOf(typed[name])
    const isWrong = value === undefined || (value !== null && (value < 1 || value > mostOf[name]))
    return (
      <TextInput
        label={say(styleTexts[name])}
        inputWrapperOrder={hintBelow}
        description={description}
        inputMode="numeric"
        readOnly={!canChange}
        value={typed[name]}
        onChange={(event) => change({ [name]: event.currentTarget.value })}
        error={isWrong && say(styleTexts.wrongNumber, { most: mostOf[name] })}
      />
    )
  }
  return (
    <form
      className="style-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!next || !isChanged || isSaving) return
        onSave(next, forget)
      }}
    >
      {choice('sides')}
      {choice('contents')}
      {nextRound !== undefined && counted('draftRound', say(styleTexts.draftRoundHow, { next: nextRound }))}
      {nextRound !== undefined && choice('urgency')}
      {written('circulation', 'circulationHow', 60)}
      {written('typist', 'typistHow', 20)}
      {nextRound !== undefined && counted('copies')}
      <NativeSelect
        label={say(styleTexts.ending)}
        value={typed.ending}
        disabled={!canChange}
        data={(Object.keys(endings) as (keyof typeof endings)[]).map((value) => ({ value, label: say(styleTexts[endings[value]]) }))}
        onChange={(event) => change({ ending: event.currentTarget.value as ReportStyle['ending'] })}
      />
      {choice('spelling', say(styleTexts.spellingHow))}
      {canChange && (
        <p className="style-save">
          <Button type="submit" loading={isSaving} disabled={!next || !isChanged}>
            {say(styleTexts.save)}
          </Button>
          {!isChanged && <span className="quiet">{say(styleTexts.unchanged)}</span>}
        </p>
      )}
    </form>
  )
}
