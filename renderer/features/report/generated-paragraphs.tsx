import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReportTextView } from '../../../shared/contract/report-texts.ts'
import { wordsButtons, wordsTexts } from '../../../shared/messages/report-words-page.ts'
import { printedWords } from '../../../shared/rules/override-paragraphs.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { whenDone } from '../../client/when-done.ts'
import { useLanguage } from '../../ui/language.tsx'
import type { WordsScope } from './report-words.tsx'
import { WordsEditor } from './words-editor.tsx'
import { WordsVersions } from './words-versions.tsx'

type GeneratedParagraphsProps = {
  scope: WordsScope
  paragraphs: ReportTextView['paragraphs']
  figures: ReportTextView['figures']
  canWrite: boolean
  onKept: (view: ReportTextView) => void
}

/** What the program words, paragraph by paragraph, and what the office says instead; the one being edited stands in the address. */
export function GeneratedParagraphs({ paragraphs, ...rest }: GeneratedParagraphsProps) {
  const { say } = useLanguage()
  const { params, set } = usePlace()
  if (paragraphs.length === 0) return null
  return (
    <section className="words-generated" aria-labelledby="words-generated">
      <h3 id="words-generated">{say(wordsTexts.paragraphs)}</h3>
      <p className="quiet">{say(wordsTexts.paragraphsHow)}</p>
      <ol>
        {paragraphs.map((paragraph) => (
          <li key={paragraph.key}>
            {params['paragraph'] === paragraph.key ? (
              <OpenParagraph {...rest} paragraph={paragraph} onClose={() => set({ paragraph: undefined })} />
            ) : (
              <ClosedParagraph paragraph={paragraph} canOpen={rest.canWrite} onOpen={() => set({ paragraph: paragraph.key })} />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

type Paragraph = ReportTextView['paragraphs'][number]

function ClosedParagraph({ paragraph, canOpen, onOpen }: { paragraph: Paragraph; canOpen: boolean; onOpen: () => void }) {
  const { say } = useLanguage()
  const { own, generated, stale } = paragraph
  const isLeftOut = own !== null && own.text === ''
  const shown = printedWords(own === null || isLeftOut ? (generated ?? own?.base ?? '') : own.text)
  return (
    <>
      {own && <span className="words-mark">{say(isLeftOut ? wordsTexts.leftOut : wordsTexts.ownWords)}</span>}
      {own && generated === null && <span className="words-lost">{say(wordsTexts.baseGone)}</span>}
      {own?.isChanged && generated !== null && <span className="words-lost">{say(wordsTexts.baseChanged)}</span>}
      {stale.length > 0 && <span className="words-lost">{say(wordsTexts.stale)}</span>}
      <p data-left-out={isLeftOut || undefined}>{shown}</p>
      {canOpen && (
        <Button variant="default" size="compact-md" aria-label={say(wordsButtons.editOf, { text: shown.slice(0, 60) })} onClick={onOpen}>
          {say(wordsButtons.edit)}
        </Button>
      )}
    </>
  )
}

type OpenParagraphProps = Omit<GeneratedParagraphsProps, 'paragraphs'> & { paragraph: Paragraph; onClose: () => void }

function OpenParagraph({ scope, paragraph, figures, canWrite, onKept, onClose }: OpenParagraphProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const { key, own, generated, versions } = paragraph
  const override = useMutation(queries.reportTexts.override.mutationOptions())
  const canEdit = canWrite && generated !== null
  const put = (text: string | null, done?: () => void): void =>
    whenDone(override.mutateAsync({ ...scope, paragraph: key, text }), (view) => {
      done?.()
      onKept(view)
      onClose()
    })
  return (
    <>
      {own && <p className="quiet">{say(wordsTexts.by, { actor: own.actor, at: printInstant(own.at, language) })}</p>}
      {own?.isChanged && (
        <dl className="words-bases">
          <dt>{say(wordsTexts.originalThen)}</dt>
          <dd>{printedWords(own.base)}</dd>
          <dt>{say(wordsTexts.originalNow)}</dt>
          <dd>{generated === null ? say(wordsTexts.baseGone) : printedWords(generated)}</dd>
        </dl>
      )}
      {own && !own.isChanged && generated !== null && (
        <dl className="words-bases">
          <dt>{say(wordsTexts.original)}</dt>
          <dd>{printedWords(generated)}</dd>
        </dl>
      )}
      {own && generated === null && <p>{own.text}</p>}
      <WordsEditor
        draftKey={`tonghop.words/${scope.period}/${scope.kind}/${key}`}
        label={say(wordsTexts.ownText)}
        text={own === null || own.text === '' ? (generated ?? '') : own.text}
        newest={versions[0]}
        figures={figures}
        canWrite={canEdit}
        recordLabel={say(wordsButtons.writeOwn)}
        mayBeEmpty={false}
        isPending={override.isPending}
        error={override.error}
        onRecord={put}
        autoFocus
      >
        {own?.isChanged && own.text !== '' && (
          <Button variant="default" disabled={override.isPending} onClick={() => put(own.text)}>
            {say(wordsButtons.keepOwn)}
          </Button>
        )}
        {own?.text !== '' && (
          <Button variant="default" disabled={override.isPending} onClick={() => put('')}>
            {say(wordsButtons.leaveOut)}
          </Button>
        )}
      </WordsEditor>
      <div className="words-acts">
        {own && canWrite && (
          <Button variant="default" disabled={override.isPending} onClick={() => put(null)}>
            {say(wordsButtons.useOriginal)}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {say(wordsButtons.close)}
        </Button>
      </div>
      {!canEdit && override.error && <Trouble error={override.error} />}
      <WordsVersions versions={versions} canWrite={canWrite} onKept={onKept} />
    </>
  )
}
