import { useRef, type KeyboardEvent } from 'react'
import type { Programme } from '../../../shared/domain/programme.ts'
import { keyedPageTexts } from '../../../shared/messages/keyed-page.ts'
import { useLanguage } from '../../ui/language.tsx'
import '../../ui/data-table.css'
import type { PaperFigure } from './intake-values.ts'
import { KeyedOffer } from './keyed-offer.tsx'
import { typedOffer, type TypedFigures } from './keyed-typed.ts'

type KeyedGridProps = {
  programme: Programme
  typed: TypedFigures
  /** Fields whose text has no single reading; said once they are left, or somebody wants to go on. */
  wrong: ReadonlySet<string>
  /** Fields in which two people read different things. */
  differing: ReadonlySet<string>
  /** What a table of the paper says, by field; nothing of it goes into a field by itself. */
  offers: ReadonlyMap<string, PaperFigure>
  isReadOnly: boolean
  onType: (field: string, text: string) => void
}

/** One field under the other, as they stand in the template; Enter and the arrows go down and up, as in a table, Ctrl+Enter takes what is offered. */
export function KeyedGrid({ programme, typed, wrong, differing, offers, isReadOnly, onType }: KeyedGridProps) {
  const { language, say } = useLanguage()
  const table = useRef<HTMLTableElement>(null)
  const move = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || event.key === 'Process') return
    const offered = offers.get(event.currentTarget.id.replace('key-', ''))
    const taken = event.key === 'Enter' && event.ctrlKey && offered ? typedOffer(offered, language) : undefined
    if (offered && taken !== undefined && !isReadOnly) onType(offered.field, taken)
    const by = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0 || event.altKey || (event.ctrlKey && taken === undefined)) return
    const all = [...(table.current?.querySelectorAll('input') ?? [])]
    event.preventDefault()
    const next = all[all.indexOf(event.currentTarget) + (event.shiftKey ? -by : by)]
    next?.focus()
    next?.select()
  }
  return (
    <table className="data-table keyed-grid" ref={table}>
      <thead>
        <tr>
          <th>{say(keyedPageTexts.field)}</th>
          <th className="number">{say(keyedPageTexts.typed)}</th>
        </tr>
      </thead>
      {programme.fieldGroups.map((group) => (
        <tbody key={group.code}>
          <tr className="keyed-group">
            <th colSpan={2} scope="rowgroup">
              {group.label[language]}
            </th>
          </tr>
          {programme.fields
            .filter((field) => field.group === group.code)
            .map(({ code, label }) => (
              <tr key={code} data-differs={differing.has(code) || undefined}>
                <td>
                  <label htmlFor={`key-${code}`}>{label[language]}</label>
                  {wrong.has(code) && (
                    <span className="keyed-wrong" id={`wrong-${code}`}>
                      {say(keyedPageTexts.wrong)}
                    </span>
                  )}
                  <KeyedOffer
                    offer={offers.get(code)}
                    label={label[language]}
                    typed={typed[code] ?? ''}
                    onTake={(text) => onType(code, text)}
                  />
                </td>
                <td className="number">
                  <input
                    id={`key-${code}`}
                    autoComplete="off"
                    value={typed[code] ?? ''}
                    readOnly={isReadOnly}
                    aria-invalid={wrong.has(code) || undefined}
                    aria-describedby={
                      [...(wrong.has(code) ? [`wrong-${code}`] : []), ...(offers.has(code) ? [`offer-${code}`] : [])].join(' ') || undefined
                    }
                    onChange={(event) => onType(code, event.currentTarget.value)}
                    onKeyDown={move}
                  />
                </td>
              </tr>
            ))}
        </tbody>
      ))}
    </table>
  )
}
