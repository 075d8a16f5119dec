import { useMutation } from '@tanstack/react-query'
import type { ReportTextView } from '../../../shared/contract/report-texts.ts'
import { wordsButtons, wordsTexts } from '../../../shared/messages/report-words-page.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { whenDone } from '../../client/when-done.ts'
import { useLanguage } from '../../ui/language.tsx'
import { GeneratedParagraphs } from './generated-paragraphs.tsx'
import type { WordsScope } from './report-words.tsx'
import { WordsEditor } from './words-editor.tsx'
import { WordsVersions } from './words-versions.tsx'

type SectionWordsProps = {
  scope: WordsScope
  section: ReportTextView['sections'][number]
  name: string
  paragraphs: ReportTextView['paragraphs']
  figures: ReportTextView['figures']
  canWrite: boolean
  onKept: (view: ReportTextView) => void
}

/** What the program words in a section, and what the office writes below it. */
export function SectionWords({ scope, section, name, paragraphs, figures, canWrite, onKept }: SectionWordsProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const newest = section.versions[0]
  const write = useMutation(queries.reportTexts.write.mutationOptions())
  return (
    <section className="words-section" aria-labelledby="words-section">
      <h2 id="words-section">{name}</h2>
      <GeneratedParagraphs scope={scope} paragraphs={paragraphs} figures={figures} canWrite={canWrite} onKept={onKept} />
      {newest && <p className="quiet">{say(wordsTexts.by, { actor: newest.actor, at: printInstant(newest.at, language) })}</p>}
      <WordsEditor
        draftKey={`tonghop.words/${scope.period}/${scope.kind}/${section.code}`}
        label={say(wordsTexts.text, { section: name })}
        text={section.text}
        newest={newest}
        figures={figures}
        canWrite={canWrite}
        recordLabel={say(wordsButtons.write)}
        isPending={write.isPending}
        error={write.error}
        onRecord={(text, done) =>
          whenDone(write.mutateAsync({ ...scope, section: section.code, text }), (view) => {
            done()
            onKept(view)
          })
        }
      />
      <WordsVersions versions={section.versions} canWrite={canWrite} onKept={onKept} />
    </section>
  )
}
