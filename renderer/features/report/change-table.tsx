import type { Text } from '../../../shared/messages/text.ts'
import { changeWords } from '../../../shared/messages/report-changes.ts'
import type { ChangeRow } from '../../../shared/rules/change-words.ts'
import { useLanguage } from '../../ui/language.tsx'

type ChangeTableProps = { label: Text; rows: readonly (ChangeRow & { effect?: string })[]; heads?: readonly [Text, Text] }

/** Figures old → new; under the new one what it does, where that is known. */
export function ChangeTable({ label, rows, heads = [changeWords.before, changeWords.after] }: ChangeTableProps) {
  const { say } = useLanguage()
  return (
    <table className="data-table change-table" aria-label={say(label)}>
      <thead>
        <tr>
          <th scope="col">{say(changeWords.name)}</th>
          <th scope="col" className="number">
            {say(heads[0])}
          </th>
          <th scope="col" className="number">
            {say(heads[1])}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, before, after, effect }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="number">{before}</td>
            <td className="number">
              <strong>{after}</strong>
              {effect !== undefined && <span className="change-effect">{effect}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
