import type { ReportTextView } from '../../../shared/contract/report-texts.ts'
import { wordsTexts } from '../../../shared/messages/report-words-page.ts'
import { runsOfWritten } from '../../../shared/rules/figure-tokens.ts'
import { useLanguage } from '../../ui/language.tsx'

type WordsPreviewProps = { words: string; figures: ReportTextView['figures'] }

/** The paragraphs as the report prints them; what stands for a figure is a chip that names it. */
export function WordsPreview({ words, figures }: WordsPreviewProps) {
  const { say } = useLanguage()
  const lines = words.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) return null
  return (
    <section className="words-preview" aria-labelledby="words-preview">
      <h3 id="words-preview">{say(wordsTexts.preview)}</h3>
      {lines.map((line, at) => (
        <p key={at}>
          {runsOfWritten(line).map(({ text, figure }, index) => {
            if (figure === undefined) return text
            const now = figures.find(({ ref }) => ref === figure)
            return (
              <span key={index} className="figure-chip" title={now?.label ?? figure} data-stale={now?.shown !== text}>
                {text}
              </span>
            )
          })}
        </p>
      ))}
    </section>
  )
}
