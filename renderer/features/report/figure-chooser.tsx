import { TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import type { ReportTextView } from '../../../shared/contract/report-texts.ts'
import { wordsTexts } from '../../../shared/messages/report-words-page.ts'
import { hasWords, searchWords } from '../../../shared/vietnamese/search-words.ts'
import { searchFold } from '../../../shared/vietnamese/text-key.ts'
import { useLanguage } from '../../ui/language.tsx'

type FigureChooserProps = { figures: ReportTextView['figures']; onChoose: (ref: string, shown: string) => void }

const mostShown = 8

/** Figures found by their name, without tone marks if need be; the one that is chosen goes to where the caret stood. */
export function FigureChooser({ figures, onChoose }: FigureChooserProps) {
  const { say } = useLanguage()
  const title = useId()
  const [query, setQuery] = useState('')
  const words = searchWords(query)
  const found = figures.filter(({ ref, label, shown }) => hasWords(searchFold(`${label} ${shown} ${ref}`), words))
  return (
    <section className="figure-chooser" aria-labelledby={title}>
      <h3 id={title}>{say(wordsTexts.figures)}</h3>
      <TextInput label={say(wordsTexts.findFigure)} value={query} onChange={(event) => setQuery(event.currentTarget.value)} />
      <ul>
        {found.slice(0, mostShown).map(({ ref, label, shown }) => (
          <li key={ref}>
            <button type="button" onClick={() => onChoose(ref, shown)}>
              <span>{label}</span> <span className="figure-chip">{shown}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="quiet" role="status">
        {found.length === 0
          ? say(wordsTexts.noFigure)
          : found.length > mostShown && say(wordsTexts.moreFigures, { count: found.length - mostShown })}
      </p>
    </section>
  )
}
