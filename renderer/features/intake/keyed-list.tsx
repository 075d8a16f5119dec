import type { KeyedEntry } from './intake-values.ts'
import { keyedPageTexts, keyedStateTexts } from '../../../shared/messages/keyed-page.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { usePlace } from '../../client/place.tsx'
import { useLanguage } from '../../ui/language.tsx'
import '../../ui/data-table.css'

/** What was keyed in for units, newest first, and what is to be done with each. */
export function KeyedList({ entries, nameOf }: { entries: readonly KeyedEntry[]; nameOf: (code: string) => string }) {
  const { language, say } = useLanguage()
  const { set } = usePlace()
  if (entries.length === 0) return null
  const actOf = ({ state, figures }: KeyedEntry): string => {
    if (state === 'waiting' && figures === null) return say(keyedPageTexts.openCheck)
    return say((state === 'draft' || state === 'differs') && figures !== null ? keyedPageTexts.open : keyedPageTexts.see)
  }
  return (
    <section className="panel keyed-list">
      <table className="data-table">
        <caption>{say(keyedPageTexts.list)}</caption>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id} data-state={entry.state}>
              <th scope="row">{nameOf(entry.unit)}</th>
              <td>{say(keyedStateTexts[entry.state])}</td>
              <td>{entry.fileName ?? entry.toldBy}</td>
              <td>
                {say(keyedPageTexts.by, { actor: entry.actor, at: printInstant(entry.at, language) })}
                {entry.checker !== null && entry.checkedAt !== null && (
                  <> · {say(keyedPageTexts.checkedBy, { checker: entry.checker, at: printInstant(entry.checkedAt, language) })}</>
                )}
              </td>
              <td className="actions">
                <button
                  type="button"
                  className="link-button"
                  aria-label={`${actOf(entry)}: ${nameOf(entry.unit)}`}
                  onClick={() => set({ keyed: entry.id })}
                >
                  {actOf(entry)}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
