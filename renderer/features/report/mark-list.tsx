import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReportKind } from '../../../shared/domain/programme.ts'
import { formPageTexts } from '../../../shared/messages/form.ts'
import { wordsTexts } from '../../../shared/messages/report-words-page.ts'
import { hasWords, searchWords } from '../../../shared/vietnamese/search-words.ts'
import { searchFold } from '../../../shared/vietnamese/text-key.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { useLanguage } from '../../ui/language.tsx'

const mostShown = 30

/** Every mark with what it stands for now, found by words, to be copied into a form. */
export function MarkList({ scope }: { scope: { period: string; kind: ReportKind; report: string } }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const [query, setQuery] = useState('')
  const marks = useQuery(queries.forms.marks.queryOptions({ input: scope }))
  if (marks.error) return <Trouble error={marks.error} />
  const words = searchWords(query)
  const found = (marks.data ?? []).filter(({ ref, label, shown }) => hasWords(searchFold(`${label} ${shown} ${ref}`), words))
  return (
    <section aria-labelledby="form-marks">
      <h3 id="form-marks">{say(formPageTexts.marks)}</h3>
      <TextInput label={say(formPageTexts.find)} value={query} onChange={(event) => setQuery(event.currentTarget.value)} />
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{say(formPageTexts.label)}</th>
            <th scope="col" className="number">
              {say(formPageTexts.value)}
            </th>
            <th scope="col">{say(formPageTexts.mark)}</th>
          </tr>
        </thead>
        <tbody>
          {found.slice(0, mostShown).map(({ ref, label, shown }) => (
            <tr key={ref}>
              <td>{label}</td>
              <td className="number">{shown}</td>
              <td>
                <CopyButton
                  variant="default"
                  size="compact-sm"
                  text={() => `{{${ref}}}`}
                  label={say(formPageTexts.copy, { mark: `{{${ref}}}` })}
                  copied={`{{${ref}}}`}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet" role="status">
        {marks.data && found.length === 0
          ? say(wordsTexts.noFigure)
          : found.length > mostShown && say(wordsTexts.moreFigures, { count: found.length - mostShown })}
      </p>
    </section>
  )
}
