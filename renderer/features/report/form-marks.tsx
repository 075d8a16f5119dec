import type { FormMark } from '../../../shared/contract/forms.ts'
import { formPageTexts } from '../../../shared/messages/form.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useLanguage } from '../../ui/language.tsx'

/** What would be filled into a form and what would be left, before anything is written. */
export function FormMarks({ marks }: { marks: readonly FormMark[] }) {
  const { language, say } = useLanguage()
  const places = marks.reduce((sum, { state, count }) => sum + (state === 'known' ? count : 0), 0)
  // What needs a person comes first.
  const inOrder = marks.toSorted((a, b) => Number(a.state === 'known') - Number(b.state === 'known'))
  return (
    <>
      <p>{say(formPageTexts.willFill, { count: formatSmallCount(places, language) })}</p>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{say(formPageTexts.state)}</th>
            <th scope="col">{say(formPageTexts.mark)}</th>
            <th scope="col">{say(formPageTexts.label)}</th>
            <th scope="col" className="number">
              {say(formPageTexts.value)}
            </th>
            <th scope="col">{say(formPageTexts.place)}</th>
          </tr>
        </thead>
        <tbody>
          {inOrder.map(({ mark, place, state, label, shown, isRepeated }) => (
            <tr key={`${mark} ${isRepeated} ${state}`} data-state={state}>
              <td>{say(formPageTexts[state])}</td>
              <td className="code">{`{{${mark}}}`}</td>
              <td>
                {mark === '#units'
                  ? say(formPageTexts.repeated)
                  : label !== null && (isRepeated ? say(formPageTexts.perUnit, { label }) : label)}
              </td>
              <td className="number">{shown}</td>
              <td>{place}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
