import type { KeyedEntry } from './intake-values.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import { keyedPageTexts } from '../../../shared/messages/keyed-page.ts'
import { labelOf } from '../../../shared/rules/label-of.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useLanguage } from '../../ui/language.tsx'
import { figureWords } from './keyed-typed.ts'

type Reading = KeyedEntry['differences'][number]['keyed']

/** Where two people read different things, side by side. */
export function KeyedDifferences({ entry, programme }: { entry: KeyedEntry; programme: Programme }) {
  const { language, say } = useLanguage()
  const words = (reading: Reading): string => (reading === null ? say(keyedPageTexts.blank) : figureWords(reading, language))
  return (
    <section className="keyed-differences">
      <h2>{say(keyedPageTexts.differs, { count: formatSmallCount(entry.differences.length, language) })}</h2>
      <p>{say(keyedPageTexts.differsHow)}</p>
      <table className="data-table">
        <thead>
          <tr>
            <th>{say(keyedPageTexts.field)}</th>
            <th className="number">{say(keyedPageTexts.first)}</th>
            <th className="number">{say(keyedPageTexts.second)}</th>
          </tr>
        </thead>
        <tbody>
          {entry.differences.map(({ field, keyed, checked }) => (
            <tr key={field}>
              <td>{labelOf(programme, field, language)}</td>
              <td className="number">{words(keyed)}</td>
              <td className="number">{words(checked)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
