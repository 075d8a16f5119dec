import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReportTextView } from '../../../shared/contract/report-texts.ts'
import { wordsButtons, wordsTexts } from '../../../shared/messages/report-words-page.ts'
import { printedWords } from '../../../shared/rules/override-paragraphs.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'

type WordsVersionsProps = {
  /** A null text put the program's words back. */
  versions: readonly { id: string; text: string | null; actor: string; at: string }[]
  canWrite: boolean
  onKept: (view: ReportTextView) => void
}

/** Undo: an earlier version becomes the newest, and the one before it stays, too. */
export function WordsVersions({ versions, canWrite, onKept }: WordsVersionsProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const restore = useMutation(queries.reportTexts.restore.mutationOptions({ onSuccess: onKept }))
  if (versions.length === 0) return null
  return (
    <details className="words-versions" open={versions.length > 1}>
      <summary>{say(wordsTexts.versions)}</summary>
      <ul>
        {versions.map(({ id, text, actor, at }, index) => {
          const params = { at: printInstant(at, language), actor }
          return (
            <li key={id}>
              <strong>{say(wordsTexts.version, params)}</strong>
              <p>{text === null ? say(wordsTexts.original) : text === '' ? say(wordsTexts.emptied) : printedWords(text)}</p>
              {index === 0 ? (
                <span className="quiet">{say(wordsTexts.current)}</span>
              ) : (
                canWrite && (
                  <Button
                    variant="default"
                    size="compact-md"
                    aria-label={say(wordsButtons.restoreOf, params)}
                    disabled={restore.isPending}
                    onClick={() => restore.mutate({ version: id })}
                  >
                    {say(wordsButtons.restore)}
                  </Button>
                )
              )}
            </li>
          )
        })}
      </ul>
      {restore.error && <Trouble error={restore.error} />}
    </details>
  )
}
