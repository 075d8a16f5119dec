import { Circle, CircleCheck, CircleDashed, CircleHelp, CircleSlash, type LucideIcon } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { inputStateTexts, mappingPageTexts } from '../../../shared/messages/mapping-page.ts'
import { formatCount } from '../../../shared/vietnamese/format-number.ts'
import { useLanguage } from '../../ui/language.tsx'
import type { InputState } from './mapping-draft.ts'

const inputGroups = ['figures', 'monitors', 'narratives', 'milestones', 'proposals', 'others'] as const
type InputGroup = (typeof inputGroups)[number]

const groupOfPrefix: Readonly<Record<string, InputGroup>> = {
  fld: 'figures',
  mon: 'monitors',
  nar: 'narratives',
  mil: 'milestones',
  prop: 'proposals',
}

const inputGroupOf = (name: string): InputGroup => groupOfPrefix[name.split('.', 1)[0]!] ?? 'others'

export type ListedInput = {
  name: string
  /** Its place in the list, as it stands on the sheet too. */
  tag: string
  label: string
  state: InputState
  /** `C7`, or with its sheet where there are several; undefined where it is not read. */
  place: string | undefined
  /** What would be read there. */
  reading: string | undefined
  /** Findings on it, in sentences. */
  findings: readonly string[]
}

type MappingListProps = {
  inputs: readonly ListedInput[]
  chosen: string | undefined
  onChoose: (name: string) => void
  /** Enter, or a click on what is chosen: to the sheet. */
  onOpen: () => void
  onClear: () => void
  /** Tab; true where there was another one to go to. */
  onNext: () => boolean
}

const signs: Readonly<Record<InputState, LucideIcon>> = {
  sure: Circle,
  doubtful: CircleHelp,
  missing: CircleDashed,
  settled: CircleCheck,
  left_out: CircleSlash,
}

const rowsOfPage = 8
const idOf = (name: string): string => `input-${name}`

/** Within the list; the questions above it stay in sight unless the list is what is being used. */
function showRow(list: HTMLElement | null, row: HTMLElement | null): void {
  if (!list || !row) return
  if (list.contains(document.activeElement)) return row.scrollIntoView({ block: 'nearest' })
  const [outer, inner] = [list.getBoundingClientRect(), row.getBoundingClientRect()]
  if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom
  else if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top
}

/** The programme's inputs with where each is read and how sure that is; one stop of the keyboard, arrows move in it. */
export function MappingList({ inputs, chosen, onChoose, onOpen, onClear, onNext }: MappingListProps) {
  const { language, say } = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen !== undefined) showRow(box.current, document.getElementById(idOf(chosen)))
    // Rows grow when something is said of them.
  }, [chosen, inputs])
  const groups = inputGroups.flatMap((group) => {
    const own = inputs.filter(({ name }) => inputGroupOf(name) === group)
    return own.length === 0 ? [] : [{ group, own }]
  })
  const ordered = groups.flatMap(({ own }) => own)
  const move = (by: number): void => {
    const at = ordered.findIndex(({ name }) => name === chosen)
    const next = ordered[Math.min(ordered.length - 1, Math.max(0, at + by))]
    if (next) onChoose(next.name)
  }
  const act = (event: KeyboardEvent): boolean => {
    switch (event.key) {
      case 'ArrowDown':
        return (move(1), true)
      case 'ArrowUp':
        return (move(-1), true)
      case 'PageDown':
        return (move(rowsOfPage), true)
      case 'PageUp':
        return (move(-rowsOfPage), true)
      case 'Home':
        return (move(-ordered.length), true)
      case 'End':
        return (move(ordered.length), true)
      case 'Enter':
        return (onOpen(), true)
      case 'Delete':
        return (onClear(), true)
      case 'Tab':
        return !event.shiftKey && onNext()
      default:
        return false
    }
  }
  return (
    <div
      className="mapping-list"
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={say(mappingPageTexts.inputs)}
      aria-activedescendant={chosen === undefined ? undefined : idOf(chosen)}
      title={say(mappingPageTexts.listKeys)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.key === 'Process' || event.ctrlKey || event.altKey || event.metaKey) return
        if (act(event)) event.preventDefault()
      }}
    >
      {groups.map(({ group, own }) => (
        <div key={group} role="group" aria-label={say(mappingPageTexts[group])}>
          <p className="mapping-group" aria-hidden>
            <strong>{say(mappingPageTexts[group])}</strong>{' '}
            {say(mappingPageTexts.found, {
              found: formatCount(own.filter(({ place }) => place !== undefined).length, language),
              count: formatCount(own.length, language),
            })}
          </p>
          {own.map((input) => (
            <InputRow
              key={input.name}
              input={input}
              isChosen={input.name === chosen}
              onClick={() => {
                onChoose(input.name)
                box.current?.focus()
              }}
              onOpen={onOpen}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

type InputRowProps = { input: ListedInput; isChosen: boolean; onClick: () => void; onOpen: () => void }

function InputRow({ input: { name, tag, label, state, place, reading, findings }, isChosen, onClick, onOpen }: InputRowProps) {
  const { say } = useLanguage()
  const Sign = signs[state]
  return (
    <div
      id={idOf(name)}
      role="option"
      aria-selected={isChosen}
      className="mapping-input"
      data-state={state}
      data-input={name}
      onClick={onClick}
      onDoubleClick={onOpen}
    >
      <span className="mapping-tag">{tag}</span>
      <span className="mapping-label">
        {label}
        <span className="mapping-state">
          <Sign size={16} aria-hidden />
          {place === undefined ? say(inputStateTexts[state]) : `${place} · ${say(inputStateTexts[state])}`}
        </span>
        {findings.map((finding) => (
          <span key={finding} className="mapping-finding">
            {finding}
          </span>
        ))}
      </span>
      <span className="mapping-reading">{reading}</span>
    </div>
  )
}
